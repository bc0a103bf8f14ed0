import { z } from 'astro/zod';
import { countUpTo } from '../numbers.ts';
import { periodShape } from '../period.ts';
import { sourceIdsSchema } from '../source.ts';
import {
  codeSchema,
  daySchema,
  httpsUrlSchema,
  idSchema,
  labelSchema,
  proseSchema,
  wordsSchema,
} from '../text.ts';

/** The form in which a key is made, what confirms it, and what ends the key. */

export const keyPageSchema = z.strictObject({
  url: httpsUrlSchema.describe('Address of the page that lists API keys.'),
  where: z.array(labelSchema).min(1).describe('What to choose to get there, in order.'),
  browserOnly: z.boolean().optional().describe('Whether keys can be made in a browser only.'),
  sources: sourceIdsSchema,
});

export const keyTypesSchema = z.strictObject({
  field: labelSchema.optional().describe('Label of the field in which the type is chosen.'),
  items: z
    .array(
      z.strictObject({
        id: idSchema,
        label: labelSchema.describe('Label as the exchange shows it.'),
        algorithm: z
          .enum([
            'hmac-sha256',
            'hmac-sha384',
            'hmac-sha512',
            'rsa',
            'ed25519',
            'ecdsa',
            'oauth',
            'none',
          ])
          .describe('How a request with such a key is signed.'),
        choose: z.boolean().describe('Whether our readers choose it.'),
        why: wordsSchema.describe('Why to choose it, or why not.'),
      }),
    )
    .min(1),
  sources: sourceIdsSchema,
});

/** Characters that a key's name may have, where it may not have all. */
export const labelCharacters = [
  'letters-digits',
  'letters-digits-hyphens',
  'letters-digits-underscores',
] as const;

export const labelFieldSchema = z.strictObject({
  label: labelSchema.describe('Label of the field for the name of the key.'),
  example: codeSchema.describe('A name that tells the reader later what the key is for.'),
  rules: wordsSchema.optional().describe('Length and characters, where documented.'),
  longest: countUpTo(255, 'characters')
    .optional()
    .describe('Most characters, where "rules" names a number.'),
  characters: z
    .enum(labelCharacters)
    .optional()
    .describe('Characters that it may have, where "rules" limits them.'),
  sources: sourceIdsSchema,
});

export const optionsSchema = z.strictObject({
  items: z
    .array(
      z.strictObject({
        id: idSchema.describe('Name of the entry in this list.'),
        label: labelSchema.describe('Label as the exchange shows it.'),
        set: wordsSchema.describe('What the reader does, such as "Leave empty".'),
        why: wordsSchema,
        useCases: z.array(idSchema).optional().describe('Only for these use cases.'),
        ...periodShape,
      }),
    )
    .min(1),
  sources: sourceIdsSchema,
});

/** Yes, no, or "disputed" where sources disagree; the group's note then names both sides. */
const disputableSchema = z.literal([true, false, 'disputed']).optional();

export const allowlistSchema = z.strictObject({
  label: labelSchema.describe('Label of the field or choice.'),
  options: z
    .strictObject({
      bind: labelSchema.describe('Label of the choice that binds addresses.'),
      open: labelSchema.optional().describe('Label of the choice that leaves the key open.'),
    })
    .optional()
    .describe('Where the form asks first whether to bind at all.'),
  required: z
    .discriminatedUnion('when', [
      z.strictObject({ when: z.enum(['never', 'always']) }),
      z.strictObject({ when: z.literal('for-permissions'), permissions: z.array(idSchema).min(1) }),
      z.strictObject({ when: z.literal('for-key-types'), keyTypes: z.array(idSchema).min(1) }),
    ])
    .optional(),
  most: countUpTo(1000, 'addresses').optional().describe('Most addresses that one key takes.'),
  separator: z
    .enum(['comma', 'newline', 'space', 'semicolon', 'one-per-field'])
    .optional()
    .describe('What stands between two addresses.'),
  cidr: disputableSchema.describe('Whether ranges such as 203.0.113.0/28 are taken.'),
  ipv6: disputableSchema.describe('Whether IPv6 addresses are taken.'),
  without: proseSchema.optional().describe('What happens to a key without bound addresses.'),
  note: proseSchema.optional().describe('What else to know, such as sources that disagree.'),
  sources: sourceIdsSchema,
});

export const lifetimesSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: idSchema.describe('Name of the entry in this list.'),
      keys: z.enum(['all', 'bound', 'unbound']).describe('Which keys, by bound addresses.'),
      days: countUpTo(3660, 'days').describe('Days until the key ends.'),
      from: z
        .enum(['creation', 'inactivity', 'not-documented'])
        .describe('What the days are counted from.'),
      permissions: z.array(idSchema).optional().describe('Only keys with one of these.'),
      effect: z.enum(['disabled', 'deleted', 'expired']).describe('What the exchange does to it.'),
      warning: wordsSchema.optional().describe('How the exchange warns.'),
      renewal: wordsSchema.optional().describe('How it can be renewed.'),
    }),
  ),
  endsOn: z
    .strictObject({
      date: daySchema.describe('Day from which no key of this kind works any more.'),
      why: wordsSchema.describe('What ends then, and what takes its place.'),
      after: proseSchema.describe('What readers do from that day on, when pages make no key.'),
    })
    .optional()
    .describe('An announced day on which every key ends.'),
  note: proseSchema.optional(),
  sources: sourceIdsSchema,
});

/** Ways in which an exchange makes sure that it is the owner who creates the key. */
export const confirmationKinds = [
  'dialog',
  'checkbox',
  'fund-password',
  'login-password',
  'authenticator',
  'sms',
  'email',
  'passkey',
  'two-factor',
] as const;

export const confirmationsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: idSchema.describe('Name of the entry in this list.'),
      kind: z.enum(confirmationKinds),
      label: labelSchema.describe('Label or heading as the exchange shows it.'),
      text: wordsSchema.optional().describe('What the reader does.'),
    }),
  ),
  note: proseSchema.optional(),
  sources: sourceIdsSchema,
});
