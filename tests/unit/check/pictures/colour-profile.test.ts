import sharp from 'sharp';
import { expect, test } from 'playwright/test';
import { colourProfileName } from '../../../../src/check/pictures/colour-profile.ts';
import { drawPicture } from '../../../support/pictures.ts';

test('the names of real profiles', async () => {
  const picture = sharp(await drawPicture([]));
  const nameOf = async (profile: string): Promise<string> => {
    const bytes = await picture.clone().withIccProfile(profile).png().toBuffer();
    return colourProfileName((await sharp(bytes).metadata()).icc ?? new Uint8Array());
  };
  expect(await nameOf('srgb')).toContain('sRGB');
  expect(await nameOf('p3')).toContain('P3');
});

test('a profile in the old form, and bytes that are none', () => {
  const old = Buffer.alloc(200);
  old.writeUInt32BE(1, 128);
  old.write('desc', 132, 'latin1');
  old.writeUInt32BE(144, 136);
  old.write('desc', 144, 'latin1');
  old.writeUInt32BE(10, 152);
  old.write('Adobe RGB\0', 156, 'latin1');
  expect(colourProfileName(old)).toBe('Adobe RGB');
  for (const bytes of [new Uint8Array(), Buffer.alloc(200), Buffer.alloc(300, 255)])
    expect(colourProfileName(bytes)).toBe('');
});
