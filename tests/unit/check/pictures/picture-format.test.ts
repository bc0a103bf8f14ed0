import sharp from 'sharp';
import { expect } from 'playwright/test';
import { drawPicture, findingsOf, plainForm, test } from '../../../support/pictures.ts';

const folder = 'exchanges/northwind/captures';

/** Messages of this rule alone; files under other names are also unused. */
async function messages(bytes: Uint8Array, name: string, cacheFolder: string): Promise<string[]> {
  const findings = await findingsOf(bytes, { file: `${folder}/${name}`, cacheFolder });
  return findings
    .filter(({ rule }) => rule === 'picture-format')
    .map(({ message, help }) => `${message} ${help}`);
}

test('each kind under its own ending is fine', async ({ outputPath }) => {
  const picture = sharp(await drawPicture(plainForm));
  const kinds = {
    png: await picture.clone().png().toBuffer(),
    jpg: await picture.clone().jpeg().toBuffer(),
    webp: await picture.clone().webp({ lossless: true }).toBuffer(),
    avif: await picture.clone().avif({ effort: 0 }).toBuffer(),
  };
  for (const [ending, bytes] of Object.entries(kinds))
    expect(await messages(bytes, `key-created.${ending}`, outputPath('cache')), ending).toEqual([]);
});

test('a JPEG under the ending of a PNG is told with both kinds', async ({ outputPath }) => {
  const bytes = await sharp(await drawPicture(plainForm))
    .jpeg()
    .toBuffer();
  expect(await messages(bytes, 'key-created.png', outputPath('cache'))).toEqual([
    'This is a JPEG picture, but its name ends in ".png". Rename it to end in .jpg, also in the frontmatter, or make it again with "npm run capture".',
  ]);
});

test('other endings, other names and other files', async ({ outputPath }) => {
  const png = await drawPicture(plainForm);
  const cache = outputPath('cache');
  expect(await messages(png, 'form.jpeg', cache)).toEqual([
    expect.stringContaining(
      'This is a PNG picture, but its name ends in ".jpeg"; expected .png, .jpg, .webp or .avif.',
    ),
  ]);
  for (const name of ['Create Form.png', 'create_form.png', 'Form.png', '.png'])
    expect(await messages(png, name, cache), name).toContainEqual(
      expect.stringContaining(`The name "${name}" is not lowercase words`),
    );
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  for (const [name, bytes] of [
    ['form.svg', svg],
    ['form.png', svg],
    ['form.png', Buffer.alloc(0)],
    ['notes.md', Buffer.from('# Notes')],
  ] as const)
    expect(await messages(bytes, name, cache), name).toEqual([
      expect.stringContaining('This is no picture by its content'),
    ]);
});

test('a damaged picture and a moving one', async ({ outputPath }) => {
  const png = await drawPicture(plainForm);
  expect(await messages(png.subarray(0, 20), 'form.png', outputPath('cache'))).toEqual([
    expect.stringContaining('This PNG picture is damaged and cannot be decoded.'),
  ]);
  const frames = await sharp([png, await drawPicture([])], { join: { animated: true } })
    .webp()
    .toBuffer();
  expect(await messages(frames, 'form.webp', outputPath('cache'))).toEqual([
    expect.stringContaining('This picture moves'),
  ]);
});
