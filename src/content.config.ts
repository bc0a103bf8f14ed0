import path from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { contentFolder } from './check/content-folder.ts';
import { conceptSchema } from './model/concept.ts';
import { exchangeSchema } from './model/exchange.ts';
import { guideSchema } from './model/guide.ts';
import { partnerSchema } from './model/partner.ts';
import { screensSchema } from './model/screens.ts';

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
