import sharp from 'sharp';
import { expect } from 'playwright/test';
import { drawPicture, findingsOf, plainForm, test } from '../../../support/pictures.ts';

async function messages(bytes: Uint8Array, cacheFolder: string, ending = 'png'): Promise<string[]> {
  const file = `exchanges/northwind/captures/key-created.${ending}`;
  const findings = await findingsOf(bytes, { file, cacheFolder });
  return findings.filter(({ rule }) => rule === 'picture-metadata').map(({ message }) => message);
}

/** A PNG with one more chunk before its end. The check sum is not looked at. */
function withChunk(png: Buffer, type: string, data: string): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length);
  chunk.write(type, 4, 'latin1');
  chunk.write(data, 8, 'latin1');
  return Buffer.concat([png.subarray(0, -12), chunk, png.subarray(-12)]);
}

test('EXIF and XMP are told, in every kind that has them', async ({ outputPath }) => {
  const picture = sharp(await drawPicture(plainForm));
  const exif = picture.clone().withExif({ IFD0: { Copyright: 'Somebody', Model: 'Phone' } });
  const xmp = picture
    .clone()
    .withXmp(
      '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"/><?xpacket end="w"?>',
    );
  const cache = outputPath('cache');
  for (const [ending, bytes] of [
    ['png', await exif.clone().png().toBuffer()],
    ['jpg', await exif.clone().jpeg().toBuffer()],
    ['webp', await exif.clone().webp().toBuffer()],
  ] as const)
    expect(await messages(bytes, cache, ending), ending).toEqual([
      'The file holds EXIF beside the picture.',
    ]);
  expect(await messages(await xmp.clone().jpeg().toBuffer(), cache, 'jpg')).toEqual([
    'The file holds XMP beside the picture.',
  ]);
});

test('sRGB is fine, another colour profile is told by its name', async ({ outputPath }) => {
  const picture = sharp(await drawPicture(plainForm));
  const srgb = await picture.clone().withIccProfile('srgb').png().toBuffer();
  const p3 = await picture.clone().withIccProfile('p3').png().toBuffer();
  expect((await sharp(srgb).metadata()).icc).toBeDefined();
  expect(await messages(srgb, outputPath('cache'))).toEqual([]);
  expect(await messages(p3, outputPath('cache'))).toEqual([
    expect.stringMatching(/^The file holds the colour profile ".*P3.*" beside the picture\.$/),
  ]);
});

test('texts in a PNG and bytes behind its end are told', async ({ outputPath }) => {
  const png = await drawPicture(plainForm);
  const cache = outputPath('cache');
  expect(await messages(withChunk(png, 'tEXt', 'Author\0Somebody'), cache)).toEqual([
    'The file holds "tEXt" data beside the picture.',
  ]);
  expect(await messages(withChunk(png, 'tIME', '1234567'), cache)).toEqual([
    'The file holds "tIME" data beside the picture.',
  ]);
  expect(await messages(Buffer.concat([png, Buffer.alloc(1500)]), cache)).toEqual([
    'The file holds 1,500 bytes behind the end of the picture beside the picture.',
  ]);
  expect(await messages(png, cache)).toEqual([]);
});
