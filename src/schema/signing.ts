import { z } from 'astro/zod';
import { countUpTo } from './numbers.ts';
import { sourceIdsSchema } from './source.ts';
import {
  codeSchema,
  codeUpTo,
  daySchema,
  idSchema,
  nameSchema,
  templateUpTo,
  wordsSchema,
} from './text.ts';

/**
 * How requests to an exchange are signed, as data: values that are made one after
 * the other, the request that carries them, and what the answers mean. Programs in
 * any language are made from it; none of it is specific to a language.
 */

/** Names of the values that a recipe makes. A fixed list, so that every language can use them. */
export const valueNames = [
  'timestamp',
  'nonce',
  'expires',
  'echo',
  'query',
  'body',
  'bodyHash',
  'payload',
  'header',
  'claims',
  'message',
  'digest',
  'derivedKey',
  'signedPassphrase',
  'signature',
] as const;
export type ValueName = (typeof valueNames)[number];

/** What templates can name without making it: credentials, parts of the request, the algorithm of the key. */
export const givenNames = [
  'key',
  'passphrase',
  'memo',
  'method',
  'prefix',
  'path',
  'host',
  'algorithm',
] as const;
export type GivenName = (typeof givenNames)[number];

export type HoleName = ValueName | GivenName;

const holeNames: ReadonlySet<string> = new Set([...valueNames, ...givenNames]);

/** A piece of a template: text as it stands, or the name of a value. */
export type Piece = { readonly text: string } | { readonly hole: HoleName };

/**
 * Cuts a template into pieces. `{name}` stands for a value; braces around anything
 * else are text, so that JSON can be written as it is.
 */
export function piecesOf(template: string): Piece[] {
  return template.split(/(\{[a-zA-Z]+\})/).flatMap((part): Piece[] => {
    const name = part.slice(1, -1);
    if (part.startsWith('{') && part.endsWith('}') && isHoleName(name)) return [{ hole: name }];
    return part === '' ? [] : [{ text: part }];
  });
}

function isHoleName(name: string): name is HoleName {
  return holeNames.has(name);
}

const hole = 'in which {name} stands for a value made before, or for a given one.';

const templateSchema = templateUpTo(500).describe(`Text ${hole}`);

/** A part of the request: a line feed in it would begin another part. */
const requestPartSchema = codeUpTo(500).describe(`Text of one line ${hole}`);

const valueNameSchema = z.enum(valueNames).describe('Name under which later templates use it.');
const hashSchema = z.enum(['md5', 'sha256', 'sha384', 'sha512']);
const keyedHashSchema = z.enum(['sha256', 'sha384', 'sha512']);

export const recipeValueSchema = z.discriminatedUnion('make', [
  z.strictObject({
    name: valueNameSchema,
    make: z.literal('clock').describe('The present time.'),
    unit: z.enum(['seconds', 'milliseconds', 'iso']),
    plus: countUpTo(3600, 'seconds').optional().describe('Seconds that are added.'),
  }),
  z.strictObject({
    name: valueNameSchema,
    make: z.literal('counter').describe('A number that grows with each request, from the time.'),
    unit: z.enum(['seconds', 'milliseconds']),
  }),
  z.strictObject({
    name: valueNameSchema,
    make: z.literal('random').describe('Random hexadecimal characters.'),
    characters: z.literal([16, 32, 64]),
  }),
  z.strictObject({
    name: valueNameSchema,
    make: z.literal('text'),
    of: templateSchema,
    as: z.enum(['plain', 'base64', 'base64url']).default('plain'),
  }),
  z.strictObject({
    name: valueNameSchema,
    make: z.literal('hash'),
    hash: hashSchema,
    of: templateSchema,
    as: z.enum(['hex', 'upper-hex', 'base64', 'raw']),
  }),
  z.strictObject({
    name: valueNameSchema,
    make: z.literal('hmac'),
    hash: keyedHashSchema,
    with: valueNameSchema
      .optional()
      .describe('A raw value that serves as key; else the secret does.'),
    of: templateSchema,
    as: z.enum(['hex', 'base64', 'base64url', 'raw']),
  }),
  z.strictObject({
    name: valueNameSchema,
    make: z.literal('signature').describe('A signature with a private key.'),
    algorithm: z
      .enum(['rsa-sha256', 'ed25519', 'es256', 'es256-or-eddsa'])
      .describe('ES256 signs as JWT does, with 64 bytes; the last goes by the kind of key.'),
    of: templateSchema,
    as: z.enum(['base64', 'base64url']),
  }),
]);

export type RecipeValue = z.infer<typeof recipeValueSchema>;

/** Forms in which the secret arrives. */
export const secretForms = ['text', 'base64', 'pem', 'ec-pem-or-ed25519'] as const;

export const answerPathSchema = codeUpTo(120).regex(
  /^(?:[\w-]+\?\.)?[\w*-]+(?:\.[\w*-]+)*$/,
  'Expected a path in the answer such as "data.*.perm", where * stands for any part of a name, and "data?." for a part that may be missing.',
);

/** A value as an answer holds it, which may be empty. */
const answerValueSchema = codeUpTo(120);

const conditionSchema = z
  .strictObject({
    path: answerPathSchema,
    is: answerValueSchema.optional().describe('A value there is this.'),
    isNot: answerValueSchema.optional().describe('There is a value, and none is this.'),
    lists: answerValueSchema.optional().describe('A value there, cut at commas, has this part.'),
    absent: z.literal(true).optional().describe('There is nothing.'),
    there: z.literal(true).optional().describe('There is a value.'),
    items: z
      .literal(true)
      .optional()
      .describe('There is a value, or the list in the path, before its *, is empty.'),
    off: z
      .array(answerValueSchema)
      .min(1)
      .optional()
      .describe('For "is" in "shows": further values that mean "off"; "false" where it is "true".'),
  })
  .refine(
    ({ is, isNot, lists, absent, there, items }) =>
      [is, isNot, lists, absent, there, items].filter((test) => test !== undefined).length === 1,
    {
      message: 'Expected exactly one of "is", "isNot", "lists", "absent", "there" and "items".',
    },
  );

const requestShape = {
  method: z.enum(['GET', 'POST']),
  path: codeUpTo(120).regex(/^\/[\w./-]*$/, 'Expected a path such as "/api/v4/spot/accounts".'),
  prefix: codeUpTo(60)
    .regex(/^\/[\w./-]*[\w-]$/, 'Expected a path without a slash at its end.')
    .optional()
    .describe('What stands before the path in the address but is not signed.'),
  holds: conditionSchema
    .optional()
    .describe('What a good answer to it holds by the documents, besides what "succeeds" says.'),
};

const rightsSchema = z.strictObject({
  ...requestShape,
  shows: z
    .array(
      z.strictObject({
        permission: idSchema.describe('Permission that the answer tells of.'),
        level: idSchema.optional().describe('Its level; for a permission that has several.'),
        when: conditionSchema.describe('How the answer tells that it is on.'),
        optional: z
          .boolean()
          .default(false)
          .describe('Whether the answer may say nothing of it; the reader is told to look.'),
      }),
    )
    .describe('How the answer tells of each permission.'),
  family: z
    .array(
      z.strictObject({
        path: answerPathSchema,
        form: z
          .enum(['list', 'flags'])
          .describe('Values that name rights, or fields that are "true" for a right.'),
        harmless: z
          .array(codeSchema)
          .default([])
          .describe('Names there that grant nothing beyond the permissions that are listed.'),
      }),
    )
    .default([])
    .describe(
      'Where further rights would show; the program warns of a name that it does not know.',
    ),
  addresses: z
    .strictObject({
      path: answerPathSchema,
      form: z.enum(['list', 'flag']).describe('The addresses, or only whether any are bound.'),
      open: z.array(answerValueSchema).default([]).describe('Values that mean "any address".'),
    })
    .optional(),
  ends: z
    .strictObject({
      path: answerPathSchema,
      unit: z.enum(['seconds', 'milliseconds', 'text']),
      never: z.array(answerValueSchema).default([]).describe('Values that mean "never".'),
    })
    .optional()
    .describe('When the key ends.'),
});

export const signingSchema = z
  .strictObject({
    keyTypes: z.array(idSchema).min(1).describe('Kinds of key that it signs for.'),
    sites: z.array(idSchema).min(1).describe('Sites whose API takes it.'),
    secret: z.enum(secretForms).describe('Form of the secret or private key.'),
    values: z.array(recipeValueSchema).min(1).describe('Made in this order.'),
    send: z.strictObject({
      url: requestPartSchema.describe('Path and query of the request.'),
      headers: z.record(codeUpTo(60).regex(/^[A-Za-z0-9_-]+$/), requestPartSchema),
      body: requestPartSchema.optional(),
    }),
    tolerance: countUpTo(900, 'seconds')
      .optional()
      .describe('Seconds by which the clock may be wrong, where documented.'),
    reading: z
      .array(
        z.strictObject({
          id: idSchema.describe('Name of the request in this list.'),
          ...requestShape,
          proves: wordsSchema.describe('What a good answer proves.'),
          useCases: z.array(idSchema).optional().describe('Only for these use cases.'),
        }),
      )
      .describe('Private requests that only read, and prove that the key works.'),
    succeeds: conditionSchema
      .optional()
      .describe('What a good answer has besides status 200, where errors come with 200 too.'),
    rights: rightsSchema
      .optional()
      .describe('The request that returns the rights of the key itself.'),
    checked: z
      .array(
        z.strictObject({
          reference: nameSchema.describe('Whose signatures ours were compared with.'),
          version: codeSchema.optional(),
          date: daySchema,
        }),
      )
      .min(1)
      .describe('What the recipe was last checked against.'),
    sources: sourceIdsSchema,
  })
  .superRefine((signing, context) => {
    for (const { path, message } of recipeProblems(signing)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });

export type Signing = z.infer<typeof signingSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type RightsRequest = NonNullable<Signing['rights']>;

interface RecipeProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Values that are used before they are made, made twice, or are bytes where text is needed. */
function recipeProblems(signing: {
  readonly values: readonly RecipeValue[];
  readonly send: {
    readonly url: string;
    readonly headers: Record<string, string>;
    readonly body?: string | undefined;
  };
}): RecipeProblem[] {
  const made = new Map<string, RecipeValue>();
  const problems: RecipeProblem[] = [];
  const look = (
    template: string,
    bytesAllowed: boolean,
    path: readonly (string | number)[],
  ): void => {
    for (const [, name = ''] of template.matchAll(/\{([a-zA-Z]+)\}/g)) {
      if (givenNames.some((given) => given === name)) continue;
      const value = made.get(name);
      if (value === undefined) {
        problems.push({
          path,
          message: `Found {${name}}, which is neither given (${givenNames.join(', ')}) nor made before this place. Put its value first, or correct the name.`,
        });
      } else if (!bytesAllowed && isRaw(value)) {
        problems.push({
          path,
          message: `Found {${name}}, which is bytes ("as: raw"); expected text here. Give it another form.`,
        });
      }
    }
  };
  signing.values.forEach((value, index) => {
    const path = ['values', index];
    if (made.has(value.name)) {
      problems.push({
        path: [...path, 'name'],
        message: `Found a second value "${value.name}"; expected each name once. Take another name.`,
      });
    }
    if ('of' in value) look(value.of, value.make !== 'text', [...path, 'of']);
    if (value.make === 'hmac' && value.with !== undefined) {
      const key = made.get(value.with);
      if (key === undefined || !isRaw(key)) {
        problems.push({
          path: [...path, 'with'],
          message: `Found "${value.with}"; expected a value made before with "as: raw". Make it first.`,
        });
      }
    }
    made.set(value.name, value);
  });
  look(signing.send.url, false, ['send', 'url']);
  for (const [name, template] of Object.entries(signing.send.headers)) {
    look(template, false, ['send', 'headers', name]);
  }
  if (signing.send.body !== undefined) look(signing.send.body, false, ['send', 'body']);
  return problems;
}

/** Whether a value is bytes rather than text. */
export function isRaw(value: RecipeValue): boolean {
  return (value.make === 'hash' || value.make === 'hmac') && value.as === 'raw';
}
