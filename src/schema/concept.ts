import { z } from 'astro/zod';
import { sourceSchema } from './source.ts';
import { daySchema, idSchema, lineSchema, proseSchema } from './text.ts';

/** Frontmatter of a concept page. */
export const conceptSchema = z.strictObject({
  title: lineSchema.max(60),
  summary: lineSchema.max(160).describe('One sentence for lists and search results.'),
  order: z.int().positive().describe('Place in the list of concepts.'),
  updated: daySchema.describe('Day on which the text was last read against its sources.'),
  sources: z.array(sourceSchema).min(1),
  questions: z.array(z.strictObject({ id: idSchema, q: lineSchema, a: proseSchema })).default([]),
});

export type ConceptFrontmatter = z.infer<typeof conceptSchema>;
