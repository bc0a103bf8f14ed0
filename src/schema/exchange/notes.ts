import { z } from 'astro/zod';
import { periodShape } from '../period.ts';
import { sourceIdsSchema } from '../source.ts';
import { idSchema, proseSchema, wordsSchema } from '../text.ts';

/** What readers should know besides: limits, what to have ready, questions. */

export const factListSchema = z
  .array(
    z.strictObject({
      id: idSchema.describe('Name of the entry in this list.'),
      text: proseSchema,
      sources: sourceIdsSchema,
    }),
  )
  .min(1);

export const prerequisitesSchema = z
  .array(
    z.strictObject({
      id: idSchema.describe('Name of the entry in this list.'),
      text: proseSchema,
      useCases: z.array(idSchema).optional().describe('Only for these use cases.'),
      sources: sourceIdsSchema,
    }),
  )
  .min(1);

export const questionsSchema = z
  .array(
    z.strictObject({
      id: idSchema.describe('Anchor of the question on the page.'),
      question: wordsSchema,
      answer: proseSchema,
      ...periodShape,
      sources: sourceIdsSchema,
    }),
  )
  .min(1);
