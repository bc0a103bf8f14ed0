import { z } from 'astro/zod';
import { countUpTo } from './numbers.ts';
import { sourcesSchema } from './source.ts';
import { daySchema, idSchema, proseSchema, wordsSchema, wordsUpTo } from './text.ts';

/** Frontmatter of a concept page. */
export const conceptSchema = z.strictObject({
  title: wordsUpTo(60),
  summary: wordsUpTo(160).describe('One sentence for lists and search results.'),
  order: countUpTo(1000, 'concepts').describe('Place in the list of concepts.'),
  updated: daySchema.describe('Day on which the text was last read against its sources.'),
  sources: sourcesSchema,
  questions: z.array(z.strictObject({ id: idSchema, q: wordsSchema, a: proseSchema })).default([]),
});

export type ConceptFrontmatter = z.infer<typeof conceptSchema>;
