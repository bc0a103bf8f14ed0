import { z } from 'astro/zod';
import { idSchema, labelSchema, wordsSchema } from './text.ts';

/**
 * What content/powers.yaml holds: labels of permissions whose words do not go with what a
 * key can do by the facts, each read again by a maintainer. It stands outside of the folders
 * of exchanges, so that nobody who sends a guide vouches for it.
 */
export const reviewedPowerSchema = z.strictObject({
  exchange: idSchema.describe('Folder of the exchange.'),
  permission: idSchema.describe('Permission in its exchange.yaml.'),
  labels: z
    .array(labelSchema)
    .min(1)
    .max(2)
    .describe(
      'Its label, and that of the level if one was reviewed, letter for letter: another label is reviewed anew.',
    ),
  why: wordsSchema.describe('What the key can do with it, and how that is known.'),
});

export type ReviewedPower = z.infer<typeof reviewedPowerSchema>;

/** The content of powers.yaml. */
export const powersSchema = z.array(reviewedPowerSchema);
