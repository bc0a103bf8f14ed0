import { z } from 'astro/zod';
import { countUpTo } from '../numbers.ts';
import { sourceIdsSchema } from '../source.ts';
import { idSchema, labelSchema, nameSchema, proseSchema, wordsSchema } from '../text.ts';

/** Which keys an account can have, in which modes it stands, and what takes the place of a key. */

/** How many keys an account can have. */
export const keysSchema = z.strictObject({
  most: countUpTo(1000, 'keys')
    .optional()
    .describe('Most keys of one account; left out where it is not documented.'),
  perSubaccount: countUpTo(1000, 'keys')
    .optional()
    .describe('Most keys of one sub-account, where they are counted apart.'),
  note: proseSchema.optional().describe('What else to know, such as sources that disagree.'),
  sources: sourceIdsSchema,
});

/** Whether a sub-account can have keys of its own. */
export const subaccountsSchema = z.strictObject({
  keys: z
    .enum(['yes', 'no', 'disputed'])
    .describe('Whether sub-accounts have keys of their own, or sources disagree.'),
  where: z
    .array(labelSchema)
    .min(1)
    .optional()
    .describe('What to choose to get to them, in order, with the labels of the exchange.'),
  note: proseSchema.optional().describe('What such keys can and cannot do.'),
  sources: sourceIdsSchema,
});

/** Modes of an account on which it depends what a key can do. */
export const accountModesSchema = z
  .array(
    z.strictObject({
      id: idSchema.describe('Name of the mode in this file.'),
      label: labelSchema.describe('Label as the exchange shows it.'),
      what: wordsSchema.describe('What it means for a key, in one sentence.'),
      note: proseSchema.optional().describe('What else to know, such as how to change it.'),
      sources: sourceIdsSchema,
    }),
  )
  .min(1);

/** Whether a key can ask what it may do; only where no signing recipe has that request. */
export const rightsReadableSchema = z.strictObject({
  can: z.boolean().describe('Whether a request returns the rights of the key that sends it.'),
  note: proseSchema.optional().describe('What the answer leaves out, or which right it needs.'),
  sources: sourceIdsSchema,
});

/** Sorts of connection that need no key. */
export const keylessKinds = ['oauth', 'fast-connect'] as const;

/** Ways in which a tool is connected without a key made by hand. */
export const keylessSchema = z
  .array(
    z.strictObject({
      id: idSchema.describe('Name of the connection in this file.'),
      label: nameSchema.describe('Name that the exchange or the tools give it.'),
      kind: z
        .enum(keylessKinds)
        .describe('The tool gets a token, or the exchange makes a key for the tool.'),
      note: proseSchema.optional().describe('What readers look at before they agree.'),
      sources: sourceIdsSchema,
    }),
  )
  .min(1);

/** That the form of a site is the same as that of another. */
export const sameFormSchema = z.strictObject({
  as: idSchema.describe('Site whose form it is.'),
  sources: sourceIdsSchema,
});
