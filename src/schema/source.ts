import { z } from 'astro/zod';
import { daySchema, httpsUrlSchema, idSchema, nameSchema, wordsSchema } from './text.ts';

/** What kind of page a source is, most authoritative first. */
export const sourceKinds = [
  'official-api',
  'official-help',
  'official-repo',
  'screenshot',
  'integrator',
  'standard',
  'vendor',
  'press',
] as const;

export type SourceKind = (typeof sourceKinds)[number];

export const sourceSchema = z.strictObject({
  id: idSchema.describe('Name by which the groups of this file refer to the source.'),
  title: nameSchema.describe('Title of the page, as it is shown there.'),
  publisher: nameSchema.describe('Who publishes it.'),
  url: httpsUrlSchema.describe('Address at which it can be read.'),
  checked: daySchema.describe('Day on which somebody last read it.'),
  kind: z.enum(sourceKinds).describe('How authoritative it is.'),
  note: wordsSchema.optional().describe('What to know about it, such as an old date.'),
});

export type Source = z.infer<typeof sourceSchema>;

/** The content of sources.yaml. The rule "repeated-id" tells of an id that stands there twice. */
export const sourcesSchema = z
  .array(sourceSchema)
  .min(1)
  .describe('Every source that the facts refer to.');

/** The sources of one group of facts: at least one id from the list of sources. */
export const sourceIdsSchema = z
  .array(idSchema)
  .min(1, 'Expected at least one source: a fact without a source does not go in.')
  .describe('Ids of the sources that the facts of this group rest on.');
