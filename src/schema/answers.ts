import { z } from 'astro/zod';
import { recipeValueSchema, secretForms, valueNames } from './signing.ts';
import { sourceIdsSchema } from './source.ts';
import { codeUpTo, httpsUrlSchema, idSchema, nameSchema, templateUpTo } from './text.ts';

/**
 * What answers.yaml holds: what an exchange answers, as its documentation prints it, and
 * signatures that others made. The fake exchange of the tests plays it; every exchange with a
 * recipe has one. Values of keys and accounts are made up.
 */

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** Anything that JSON holds, with texts that hold nothing invisible. */
const valueSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([
    templateUpTo(2000),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(valueSchema),
    z.record(codeUpTo(120), valueSchema),
  ]),
);

const bodySchema = valueSchema.describe(
  'The body: text is sent as it stands, everything else as JSON.',
);

const refusalSchema = z.strictObject({
  status: z.int().min(100).max(599).describe('Status of the answer.'),
  body: bodySchema,
  entry: idSchema.describe('Entry of "troubleshooting" that explains it.'),
});

/** Refusals that every file has; others may follow. */
export const refusalKinds = ['signature', 'key', 'address', 'clock'] as const;

/** What a program makes of a key for a use case. */
export const verdicts = ['right', 'too-much', 'too-little', 'unbound', 'unshown'] as const;
export type Verdict = (typeof verdicts)[number];

const stateSchema = z.enum(['yes', 'no', 'no-shown', 'untold']);

const keySchema = z.strictObject({
  id: idSchema.describe('What kind of key it is, such as "reads" or "withdraws".'),
  changes: z
    .record(codeUpTo(120), valueSchema)
    .default({})
    .describe(
      'What differs from "rights", by path, such as "data.0.perm"; null takes the field away.',
    ),
  verdicts: z
    .record(idSchema, z.enum(verdicts))
    .describe('What a program says of it, written by hand for each use case that is tried.'),
  rows: z
    .strictObject({
      withdraws: stateSchema.optional(),
      trades: stateSchema.optional(),
      addresses: codeUpTo(300)
        .optional()
        .describe('The addresses, "bound" where the answer names none, or "not bound".'),
      ends: codeUpTo(40).optional().describe('The day on which the key ends.'),
    })
    .default({})
    .describe('What the summary shows of it.'),
  names: z
    .array(nameSchema)
    .default([])
    .describe('What the program names besides: new rights, or permissions to look at.'),
});

const exampleSchema = z
  .strictObject({
    name: nameSchema.describe('As "checked" in the recipe names it.'),
    source: httpsUrlSchema.describe('Page that prints it.'),
    secret: codeUpTo(400).min(1).describe('The secret of the example.'),
    form: z.enum(secretForms).optional().describe('Its form, where it is not that of the recipe.'),
    request: z
      .strictObject({ method: z.enum(['GET', 'POST']), path: codeUpTo(200) })
      .optional()
      .describe('The request of the example, where its parts are signed.'),
    fixed: z
      .partialRecord(z.enum(valueNames), codeUpTo(500))
      .optional()
      .describe('Values of the exchange’s own recipe that the example gives, such as its moment.'),
    values: z
      .array(recipeValueSchema)
      .optional()
      .describe('A recipe of its own, where the example signs more than our requests have.'),
    signature: codeUpTo(400).min(1).describe('The signature that the page prints.'),
  })
  .refine(({ fixed, values }) => (fixed === undefined) !== (values === undefined), {
    message: 'Expected either "fixed" (the recipe of the exchange) or "values".',
  });

const tokenSchema = z.strictObject({
  name: nameSchema.describe('Program whose tokens are described, as "checked" names it.'),
  version: nameSchema.describe('Its version.'),
  source: httpsUrlSchema.describe('Where it makes them.'),
  header: codeUpTo(60).describe('Header of the request that carries the token, in lower case.'),
  keys: z
    .partialRecord(z.enum(['ES256', 'EdDSA']), nameSchema)
    .describe('A made-up key for each algorithm.'),
  protected: z
    .record(codeUpTo(60), codeUpTo(120))
    .describe('Its header besides "alg": {key}, or {hex} for random hexadecimal characters.'),
  claims: z
    .record(codeUpTo(60), codeUpTo(120))
    .describe('Its contents: {key}, {method}, {host}, {path}, {now} and {now+120} in seconds.'),
});

export const answersSchema = z.strictObject({
  reading: z
    .record(codeUpTo(200), bodySchema)
    .default({})
    .describe('Good answers to the requests that only read, by path.'),
  rights: bodySchema
    .optional()
    .describe('The answer about the rights of a key; for a recipe that asks for them.'),
  keys: z.array(keySchema).default([]).describe('Keys, each with its answer about rights.'),
  refusals: z
    .record(idSchema, refusalSchema)
    .refine((refusals) => refusalKinds.every((kind) => Object.hasOwn(refusals, kind)), {
      message: `Expected at least the refusals ${refusalKinds.join(', ')}.`,
    })
    .describe('What goes wrong, by what is wrong.'),
  examples: z
    .array(exampleSchema)
    .default([])
    .describe('Signatures that the documentation of the exchange prints.'),
  token: tokenSchema
    .optional()
    .describe('What a signed token holds, where that is how requests are signed.'),
  sources: sourceIdsSchema,
});

export type Answers = z.output<typeof answersSchema>;
export type KeyAnswer = Answers['keys'][number];
export type SignatureExample = Answers['examples'][number];
export type TokenAnswers = NonNullable<Answers['token']>;
