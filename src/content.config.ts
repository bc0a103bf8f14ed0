import path from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { contentFolder } from './content/content-folder.ts';
import { conceptSchema } from './schema/concept.ts';

/**
 * What Astro itself has to read: concepts, whose MDX it compiles, and the pictures that
 * guides name. Everything else is read by src/content.
 */

const folder = contentFolder();

export const collections = {
  concepts: defineCollection({
    loader: glob({ base: path.join(folder, 'concepts'), pattern: '*.mdx' }),
    schema: conceptSchema,
  }),
  captures: defineCollection({
    loader: glob({
      base: path.join(folder, 'exchanges'),
      pattern: '[!_]*/guide.mdx',
      generateId: ({ entry }) => path.posix.dirname(entry),
    }),
    schema: ({ image }) =>
      z.object({
        captures: z.array(z.object({ screen: z.string(), file: image() })).default([]),
      }),
  }),
};
