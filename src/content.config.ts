import path from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { contentFolder } from './content/content-folder.ts';
import { conceptSchema } from './schema/concept.ts';
import { exchangeSchema } from './schema/exchange.ts';
import { guideSchema } from './schema/guide.ts';
import { partnerSchema } from './schema/partner.ts';
import { screensSchema } from './schema/screens.ts';

const folder = contentFolder();

/** Files of one name in every published exchange folder; a folder's name is the id. */
const inExchanges = (name: string) =>
  glob({
    base: path.join(folder, 'exchanges'),
    pattern: `[!_]*/${name}`,
    generateId: ({ entry }) => path.posix.dirname(entry),
  });

export const collections = {
  exchanges: defineCollection({ loader: inExchanges('exchange.yaml'), schema: exchangeSchema }),
  screens: defineCollection({ loader: inExchanges('screens.yaml'), schema: screensSchema }),
  guides: defineCollection({
    loader: inExchanges('guide.mdx'),
    schema: ({ image }) => guideSchema(image()),
  }),
  concepts: defineCollection({
    loader: glob({ base: path.join(folder, 'concepts'), pattern: '*.mdx' }),
    schema: conceptSchema,
  }),
  partners: defineCollection({
    loader: glob({ base: path.join(folder, 'partners'), pattern: '*.yaml' }),
    schema: partnerSchema,
  }),
};
