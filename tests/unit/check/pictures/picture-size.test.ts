import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { expect } from 'playwright/test';
import { drawPicture, fakeReader, findingsOf, plainForm, test } from '../../../support/pictures.ts';

test('a picture of the largest size is fine and is read', async ({ outputPath }) => {
  const reader = fakeReader();
  const bytes = await drawPicture(plainForm, { width: 1408, height: 3200 });
  expect(await findingsOf(bytes, { reader, cacheFolder: outputPath('cache') })).toEqual([]);
  expect(reader.count).toBe(1);
});

for (const [width, height] of [
  [1409, 400],
  [400, 3201],
] as const) {
  test(`${width} × ${height} pixels are too many, and are not read`, async ({ outputPath }) => {
    const reader = fakeReader();
    const bytes = await drawPicture(plainForm, { width, height });
    const found = await findingsOf(bytes, { reader, cacheFolder: outputPath('cache') });
    expect(found).toEqual([
      {
        rule: 'picture-size',
        severity: 'error',
        message: `This picture has ${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels; at most 1,408 × 3,200 pixels are allowed.`,
        help: 'Add it with "npm run capture", which scales it down.',
      },
    ]);
    expect(reader.count).toBe(0);
  });
}

test('more than 400 kB are too many', async ({ outputPath }) => {
  const noise = { width: 400, height: 400, channels: 3 } as const;
  const bytes = await sharp(randomBytes(400 * 400 * 3), { raw: noise })
    .png()
    .toBuffer();
  const found = await findingsOf(bytes, { cacheFolder: outputPath('cache') });
  expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    `picture-size: This file has ${Math.ceil(bytes.length / 1000)} kB; at most 400 kB are allowed.`,
  ]);
});
