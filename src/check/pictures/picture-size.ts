import { largestPicture } from './limits.ts';
import type { PictureFinding, PictureRule } from './picture.ts';

const [most, mostBytes] = [
  `${count(largestPicture.width)} × ${count(largestPicture.height)} pixels`,
  `${largestPicture.bytes / 1_000} kB`,
];

export const pictureSize: PictureRule = {
  meaning: `A capture has at most ${most} (twice what pages show) and at most ${mostBytes}. A larger one is not looked at for secrets, and one that cannot be read within ${largestPicture.seconds} seconds is given up.`,
  mend: 'Add the screenshot with "npm run capture", which scales it down; crop it to the dialog first.',
  example: 'A photo of 4032 × 3024 pixels and 2.1 MB.',
  check: ({ image, bytes }) => {
    const findings: PictureFinding[] = [];
    if (image !== undefined && !fits(image))
      findings.push({
        message: `This picture has ${count(image.width)} × ${count(image.height)} pixels; at most ${most} are allowed.`,
        help: 'Add it with "npm run capture", which scales it down.',
      });
    if (bytes.length > largestPicture.bytes)
      findings.push({
        message: `This file has ${count(Math.ceil(bytes.length / 1_000))} kB; at most ${mostBytes} are allowed.`,
        help: 'Crop the screenshot to the dialog and add it with "npm run capture".',
      });
    return findings;
  },
};

/** Whether a picture has at most as many pixels in both directions as one may have. */
export function fits({ width, height }: { width: number; height: number }): boolean {
  return width <= largestPicture.width && height <= largestPicture.height;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
