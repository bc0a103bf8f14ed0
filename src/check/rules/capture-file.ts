import path from 'node:path/posix';
import type { Rule } from '../rule.ts';

export const captureFile: Rule = {
  meaning: 'Every capture that a guide names is an image file below its folder.',
  mend: 'Add the file, or correct the path.',
  example: 'file: ../okx/captures/form.png',
  check: ({ exchanges, files }) =>
    exchanges.flatMap(({ slug, guide }) =>
      (guide?.value?.captures ?? []).flatMap((capture, index) => {
        const target = path.join('exchanges', slug, capture.file);
        const inside = target.startsWith(`exchanges/${slug}/captures/`);
        const image = /\.(?:png|jpe?g|webp|avif)$/.test(target);
        if (guide === undefined || (inside && image && files.others.has(target))) return [];
        return [
          {
            ...guide.at(['captures', index, 'file']),
            message: `"${capture.file}" is not an image in exchanges/${slug}/captures/.`,
            help: 'Put a .png, .jpg, .webp or .avif there and write its path as ./captures/name.png.',
          },
        ];
      }),
    ),
};
