import { z } from 'astro/zod';
import { capabilitySchema } from '../vocabulary/capabilities.ts';
import { idSchema } from './text.ts';

/** Permissions with the level at which they are set; `true` for a plain box. */
const atLevelsSchema = z.record(
  idSchema,
  z.union([z.literal(true), idSchema], 'Expected the id of a level, or true for a plain box.'),
);

const expectedSettingsSchema = z
  .strictObject({
    refused: z
      .literal(true)
      .optional()
      .describe('That the exchange cannot serve this use; then nothing else stands here.'),
    on: atLevelsSchema.default({}).describe('What readers switch on, and at which level.'),
    ifAsked: atLevelsSchema
      .default({})
      .describe('What they may switch on if a tool or a partner asks, and up to which level.'),
    off: z.array(idSchema).default([]).describe('What they leave off.'),
    never: z.array(idSchema).default([]).describe('What moves funds out, and is never on.'),
    unavoidable: z
      .record(idSchema, z.array(capabilitySchema).min(1))
      .default({})
      .describe(
        'Powers that the use forbids and that come along, by the permission that has them.',
      ),
  })
  .refine(
    ({ refused, on, ifAsked, off, never, unavoidable }) => {
      const rest = [ifAsked, off, never, unavoidable].flatMap((part) => Object.keys(part)).length;
      const isOn = Object.keys(on).length > 0;
      return refused === true ? !isOn && rest === 0 : isOn;
    },
    { message: 'Expected either "refused: true" alone, or what is "on" and what is not.' },
  );

/**
 * The content of expected.yaml: by hand, what a reader sets for each use case. It is compared
 * with what is derived from exchange.yaml, so that a change of a fact that changes what is
 * switched on shows in a review.
 */
export const expectedSchema = z.record(idSchema.describe('A use case.'), expectedSettingsSchema);

export type Expected = z.infer<typeof expectedSchema>;
export type ExpectedSettings = z.infer<typeof expectedSettingsSchema>;
