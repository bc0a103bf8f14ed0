import { z } from 'astro/zod';
import { answerPathSchema, recipeValueSchema, secretForms } from '../schema/signing.ts';
import { plainText } from './plain-text.ts';

/**
 * Everything that a test program of one exchange and use case does, in no language yet: the
 * shape of a plan, and the only gate through which content reaches programs.
 *
 * Two kinds of strings pass. **Text** is shown or compared: labels, messages, codes. What no
 * screen shows of it becomes U+FFFD (see {@link plainText}), everything else is kept, and each
 * language writes it as data. **Names** stand where only certain signs have business: paths,
 * names of headers and of environment variables, addresses, templates, ids. Any other sign
 * there is refused, so that no plan and no program comes of it.
 */

/** Text that is shown to readers or compared with answers. */
const text = z.string().overwrite(plainText);

const names = (pattern: RegExp, example: string): z.ZodString =>
  z.string().regex(pattern, `Expected a name such as "${example}".`);

const environment = names(/^[A-Z][A-Z0-9_]*$/, 'NORTHWIND_API_KEY');
const httpsOrigin = names(/^https:\/\/[a-z0-9.-]+(?::[0-9]+)?$/, 'https://api.example.com');
const pageAddress = names(/^https?:\/\/[\w.:/~%-]+$/, 'https://guides.example.com/northwind/');
const requestPath = names(/^\/[\w./-]*$/, '/api/v4/spot/accounts');

/** A template that becomes a line of a request: signs that every header and address may hold. */
const lineTemplate = z
  .string()
  .regex(/^[ -~]*$/, 'Expected a template of plain signs without line breaks.');

/** A template that is signed, which may hold line breaks besides. */
const signedTemplate = z
  .string()
  .regex(/^[\n -~]*$/, 'Expected a template of plain signs and line breaks.');

/** Patterns that extended POSIX, Python and JavaScript read alike. */
const formPattern = z.union([z.literal(''), names(/^[\w^$()[\]{}|,/+=.-]+$/, '^[0-9a-f]{32}$')]);

/** Variables that programs keep credentials in, by what the value is to a program. */
export const credentialVariables = ['key', 'secret', 'passphrase', 'memo'] as const;
export type CredentialVariable = (typeof credentialVariables)[number];

/** How a place of an answer is tested. A test holds where it finds anything. */
export const answerTests = [
  /** A value there is the name. */
  'is',
  /** No value there is the name, or there is none. */
  'isnt',
  /** There are values, and each is among the names. */
  'only',
  /** The opposite of that. */
  'strays',
  /** A value there, cut at commas and spaces, has the name among its parts. */
  'lists',
  /** No value there has it, or there is none. */
  'lacks',
  /** The values there have parts, and each is among the names. */
  'among',
  /** The opposite of that. */
  'beyond',
  /** There is a value. */
  'there',
  /** There is a value, or an empty list at the path that is the name. */
  'items',
  /** There is none. */
  'absent',
  /** Finds the parts of values that are not among the names. */
  'others',
  /** A part of a value there is a name or stands for most addresses; or a value, or all, is missing. */
  'bare',
  /** Finds the parts that are neither names nor whole addresses. */
  'odd',
  /** Finds the last names of the paths at which "false" does not stand, without those among the names. */
  'flags',
  /** Finds the first value that is none of the names, as a day; the first name is its unit. */
  'until',
  /** Finds the addresses that are not among the names. */
  'foreign',
  /** Finds the name, where it is not among the addresses. */
  'unbound',
] as const;

export type AnswerTest = (typeof answerTests)[number];

const testSchema = z.strictObject({
  /** Path in the answer, as recipes write it: `data.*.perm`. */
  path: answerPathSchema,
  test: z.enum(answerTests),
  names: z.array(text),
});

/** Rows of the summary, in their order; the words of a program hold their labels. */
export const rowIds = ['withdraws', 'works', 'trades', 'addresses', 'ends'] as const;
export type RowId = (typeof rowIds)[number];

/** What can come of a key besides being as it should be, the gravest first. */
export const outcomeIds = [
  /** Said before everything else. */
  'alarm',
  'too-much',
  'unbound',
  /** The exchange refused this computer's address. */
  'elsewhere',
  'refused',
  'too-little',
  'look',
  /** Worth a word, and decides nothing. */
  'note',
] as const;
export type OutcomeId = (typeof outcomeIds)[number];

/** Words of programs in which a judgement speaks. */
export const sayingWords = [
  'yes',
  'no',
  'noShown',
  'untold',
  'proved',
  'bound',
  'notBound',
  'noEnd',
  'found',
  'tooMuch',
  'tooLittle',
  'unknownRight',
  'foreignAddress',
  'missingAddress',
  'lookYourself',
  'lookAt',
  'item',
  'notProved',
  'askedOn',
  'alarm',
  'unbound',
  'unboundPartner',
  'addressesUnknown',
  'endTooMuch',
  'endUnbound',
  'endElsewhere',
  'endRefused',
  'endTooLittle',
  'endLook',
  'endRight',
] as const;

const sayingSchema = z.strictObject({
  word: z.enum(sayingWords),
  /** What is filled in; where it is empty and the word has a hole, what a test found is. */
  values: z.array(text).default([]),
});

/**
 * What the answer about a key means, as data: every language has the same small interpreter
 * of it, and the page reads it too.
 */
const judgementSchema = z.strictObject({
  /** Rows of the summary, and what stands there before any rule is looked at. */
  rows: z.array(z.strictObject({ row: z.enum(rowIds), says: sayingSchema })),
  /** Looked at in this order; of several that write a row, the last one stands. */
  rules: z.array(
    z.strictObject({
      /** All must hold; what the last one found can be filled in. None: it always holds. */
      when: z.array(testSchema),
      /** Where it is said: a row, or the lines of an outcome. */
      where: z.enum([...rowIds, ...outcomeIds]),
      says: sayingSchema,
      /** Whether it holds for a key that is as it should be. */
      expected: z.boolean(),
    }),
  ),
  /**
   * The outcomes in the order in which they decide, and in which their lines are printed. One
   * that has lines and an end decides; `else` is for a key of which none did.
   */
  outcomes: z.array(
    z.strictObject({
      outcome: z.enum([...outcomeIds, 'else']),
      /** Where its lines stand in one: what stands before them. */
      before: sayingSchema.optional(),
      end: z.strictObject({ status: z.int().min(0).max(125), says: sayingSchema }).optional(),
    }),
  ),
});

const requestSchema = z.strictObject({
  method: z.enum(['GET', 'POST']),
  /** What stands before the path in the address but is not signed; else empty. */
  prefix: z.union([z.literal(''), requestPath]),
  path: requestPath,
  /** What a good answer holds besides JSON and status 200; all must hold. */
  good: z.array(testSchema),
  /** Whether its answer tells the rights of the key, and is judged. */
  judged: z.boolean(),
  /** Whether a key works only if this is answered. */
  needed: z.boolean(),
});

/** An error of the exchange, as a program explains it. */
const errorSchema = z.strictObject({
  /** Texts of the answer, which tell more than codes; "…" in them stands for anything. */
  texts: z.array(text),
  codes: z.array(text),
  /** Statuses, of an error that has no code. */
  http: z.array(z.int().min(100).max(599)),
  /** Why it happens, most likely first. */
  causes: z.array(text).min(1),
  /** Whether it can come of values that were swapped, of which no form tells. */
  swapped: z.boolean().default(false),
  /** Whether it tells that the key is bound to other addresses, and nothing else. */
  elsewhere: z.boolean(),
  /** Place on the guide page. */
  anchor: names(/^error-[a-z0-9-]+$/, 'error-invalid-key'),
});

const sendSchema = z.strictObject({
  url: lineTemplate,
  headers: z.record(names(/^[A-Za-z0-9_-]+$/, 'X-Sign'), lineTemplate),
  body: lineTemplate.optional(),
});

export const testPlanSchema = z.strictObject({
  exchange: text,
  useCase: text,
  /** Address of the guide page that the program belongs to. */
  page: pageAddress,
  /** Environment variable that leads the program to another address. */
  baseVariable: environment,
  /** Where accounts can be; the program asks where there is more than one. */
  places: z.array(z.strictObject({ label: text, base: httpsOrigin })).min(1),
  /** What the program asks for. */
  credentials: z
    .array(
      z.strictObject({
        variable: z.enum(credentialVariables),
        label: text,
        /** Name of the environment variable that may hold it. */
        environment,
        /** Pattern that a value of this kind fits; empty where no source tells its form. */
        form: formPattern.default(''),
      }),
    )
    .min(1),
  secret: z.enum(secretForms),
  values: z.array(
    recipeValueSchema.refine(
      (value) => !('of' in value) || signedTemplate.safeParse(value.of).success,
      'Expected a template of plain signs and line breaks.',
    ),
  ),
  send: sendSchema,
  /** Seconds by which the clock may be wrong. */
  tolerance: z.int().positive(),
  /** Sent in this order, all of them. */
  requests: z.array(requestSchema).min(1),
  /** What the last answer tells of the key itself; undefined where it tells nothing. */
  rights: z.strictObject({ addresses: z.boolean(), ends: z.boolean() }).optional(),
  judgement: judgementSchema,
  /** Permissions that must stay off and that no answer tells of. */
  untold: z.array(text),
  errors: z.array(errorSchema),
});

/** A plan as code makes it; see {@link testPlanSchema} for what a program takes. */
export type TestPlan = z.input<typeof testPlanSchema>;
/** A plan of which every string went through the gate. */
export type CheckedPlan = z.output<typeof testPlanSchema>;
export type PlannedTest = z.output<typeof testSchema>;
export type PlannedRule = TestPlan['judgement']['rules'][number];
export type PlannedRequest = z.output<typeof requestSchema>;
export type PlannedError = z.output<typeof errorSchema>;
export type Saying = z.input<typeof sayingSchema>;
export type Judgement = TestPlan['judgement'];

/**
 * A plan whose strings are safe to be written into a program.
 *
 * Throws where a name holds a sign that has no business there, with the place of each.
 */
export function checkedPlan(plan: TestPlan): CheckedPlan {
  const { data, error } = testPlanSchema.safeParse(plan);
  if (data !== undefined) return data;
  throw new Error(
    `[programs] No program is made of this plan:\n${error.issues
      .map(({ path, message }) => `${path.map(String).join('.')}: ${message}`)
      .join('\n')}`,
  );
}
