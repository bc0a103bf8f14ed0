import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'astro/zod';
import { format } from 'prettier';
import { ccxtErrorsSchema } from '../schema/ccxt-errors.ts';
import { answersSchema } from '../schema/answers.ts';
import { conceptSchema } from '../schema/concept.ts';
import {
  errorsFileSchema,
  exchangeFileSchema,
  signingFileSchema,
  sourcesFileSchema,
} from '../schema/exchange-files.ts';
import { expectedSchema } from '../schema/expected.ts';
import { guideFrontmatterSchema, stepFrontmatterSchema } from '../schema/guide.ts';
import { partnerSchema } from '../schema/partner.ts';
import { reviewedDomainsSchema } from '../schema/domains.ts';
import { knownExchangesSchema } from '../schema/names.ts';
import { powersSchema } from '../schema/powers.ts';
import { reviewedRequestsSchema } from '../schema/requests.ts';
import { redirectsSchema } from '../site/redirect.ts';
import { screensSchema } from '../schema/screens.ts';
import { useCasesSchema } from '../schema/use-case.ts';

/**
 * JSON Schemas of the content files, for editors and for programs: `npm run schemas`
 * writes them from the schemas that the checks use, and the site serves them.
 */

/** Folder of the schemas; the site serves it as /schemas/. */
export const schemaFolder = 'public/schemas';

/** Each kind of content file: the schema that the checks use, and a title. */
export const contentSchemas = {
  exchange: { schema: exchangeFileSchema, title: 'exchange.yaml: the facts of an exchange' },
  errors: { schema: errorsFileSchema, title: 'errors.yaml: what an exchange answers, and why' },
  sources: { schema: sourcesFileSchema, title: 'sources.yaml: where the facts come from' },
  signing: { schema: signingFileSchema, title: 'signing.yaml: how requests are signed' },
  answers: { schema: answersSchema, title: 'answers.yaml: documented answers for the tests' },
  screens: { schema: screensSchema, title: 'screens.yaml: the drawn screens of a guide' },
  expected: {
    schema: expectedSchema,
    title: 'expected.yaml: what readers set for each use case, by hand',
  },
  guide: { schema: guideFrontmatterSchema, title: 'guide.mdx: the frontmatter of a guide' },
  step: { schema: stepFrontmatterSchema, title: 'steps/*.mdx: the frontmatter of a step' },
  concept: { schema: conceptSchema, title: 'concepts/*.mdx: the frontmatter of a concept' },
  'use-cases': { schema: useCasesSchema, title: 'use-cases.yaml: what readers need a key for' },
  partner: {
    schema: partnerSchema,
    title: 'partners/*.yaml: who asks for a key, and what to enter',
  },
  domains: { schema: reviewedDomainsSchema, title: 'domains.yaml: where sources may stand' },
  names: { schema: knownExchangesSchema, title: 'names.yaml: exchanges without a guide' },
  requests: {
    schema: reviewedRequestsSchema,
    title: 'requests.yaml: what the programs that test a key may send',
  },
  'ccxt-errors': {
    schema: ccxtErrorsSchema,
    title: 'ccxt-errors.yaml: what CCXT knows of refusals',
  },
  powers: { schema: powersSchema, title: 'powers.yaml: labels that a maintainer read again' },
  redirects: { schema: redirectsSchema, title: 'redirects.yaml: paths that moved' },
} as const satisfies Record<string, { schema: z.ZodType; title: string }>;

export type ContentSchemaName = keyof typeof contentSchemas;

/** The names of all schemas, in the order of the table. */
export const contentSchemaNames = Object.keys(contentSchemas).filter(isContentSchemaName);

/** Whether a text is the name of a schema. */
export function isContentSchemaName(name: string): name is ContentSchemaName {
  return Object.hasOwn(contentSchemas, name);
}

/**
 * The JSON Schema (draft 2020-12) of a kind of content file, as authors write it:
 * fields with a default may be left out. Conditions between fields have no counterpart
 * in JSON Schema; `npm run check` tells them.
 */
export function jsonSchemaOf(name: ContentSchemaName): z.core.JSONSchema.BaseSchema {
  const { schema, title } = contentSchemas[name];
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // The format says it; editors would show the pattern, which nobody can read.
      if (jsonSchema.format === 'date') delete jsonSchema.pattern;
      // A mark for our own programs, which JSON Schema does not know.
      delete jsonSchema['text'];
    },
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${name}.json`,
    title,
    ...rest,
  };
}

/** The path and the text of each schema file. */
export function schemaFiles(): Promise<{ file: string; text: string }[]> {
  return Promise.all(
    contentSchemaNames.map(async (name) => ({
      file: path.posix.join(schemaFolder, `${name}.json`),
      text: await format(JSON.stringify(jsonSchemaOf(name)), { parser: 'json', printWidth: 100 }),
    })),
  );
}

if (import.meta.main) {
  await mkdir(schemaFolder, { recursive: true });
  for (const { file, text } of await schemaFiles()) {
    const before = await readFile(file, 'utf8').catch(() => undefined);
    if (before !== text) await writeFile(file, text);
    console.log(`${file} ${before === text ? 'was' : 'is now'} up to date.`);
  }
}
