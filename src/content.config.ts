import path from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { contentFolder } from './content/content-folder.ts';
import { capturesLoader } from './integrations/captures-loader.ts';
import { conceptSchema } from './schema/concept.ts';

/**
 * What Astro itself has to read: concepts, whose MDX it compiles, and the pictures that
 * guides name. Everything else is read by src/content.
 */
export const collections = {
  concepts: defineCollection({
    loader: glob({ base: path.join(contentFolder(), 'concepts'), pattern: '*.mdx' }),
    schema: conceptSchema,
  }),
  captures: defineCollection({
    loader: capturesLoader(),
    schema: ({ image }) =>
      z.strictObject({ captures: z.array(z.strictObject({ screen: z.string(), file: image() })) }),
  }),
};
