import type { PictureRule } from './picture.ts';

export const pictureMetadata: PictureRule = {
  meaning:
    'A capture holds nothing but the picture: no EXIF, XMP or IPTC, no texts, no bytes behind its end, and no colour profile other than sRGB.',
  mend: 'Add the screenshot with "npm run capture", which removes all of it.',
  example: 'A screenshot with EXIF, which names the device, the time and often the place.',
  check: ({ image }) =>
    (image?.extras ?? []).map((extra) => ({
      message: `The file holds ${extra} beside the picture.`,
      help: 'Add the screenshot with "npm run capture", which removes it.',
    })),
};
