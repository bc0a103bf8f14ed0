import path from 'node:path/posix';
import type { PictureRule } from './picture.ts';

export const pictureUnused: PictureRule = {
  meaning: 'Every file in "captures" is named under "captures" in the guide beside it.',
  mend: 'Remove the file, or add its entry with "npm run capture".',
  example: 'captures/old-form.png, which no entry names',
  check: ({ file, exchange }) => {
    const guide = exchange?.guide?.value;
    // A guide that cannot be read has problems of its own, and may name the file.
    if (exchange === undefined || guide === undefined) return [];
    const isUsed = guide.captures.some(
      (capture) => path.join('exchanges', exchange.slug, capture.file) === file,
    );
    return isUsed
      ? []
      : [
          {
            message: `No entry of "captures" in exchanges/${exchange.slug}/guide.mdx names this file.`,
            help: 'Remove it, or add it with "npm run capture".',
          },
        ];
  },
};
