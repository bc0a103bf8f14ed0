import type { PictureRule } from './picture.ts';
import { pictureFormat } from './picture-format.ts';
import { pictureMetadata } from './picture-metadata.ts';
import { pictureSecret } from './picture-secret.ts';
import { pictureSize } from './picture-size.ts';
import { pictureUnused } from './picture-unused.ts';

/** Every rule of pictures by its id. Ids are permanent, as those of the other rules. */
export const pictureRules = {
  'picture-format': pictureFormat,
  'picture-metadata': pictureMetadata,
  'picture-secret': pictureSecret,
  'picture-size': pictureSize,
  'picture-unused': pictureUnused,
} as const satisfies Record<string, PictureRule>;

export type PictureRuleId = keyof typeof pictureRules;
