import { z } from 'astro/zod';
import { documentedToolIds } from '../../vocabulary/tools.ts';
import { sourceIdsSchema } from '../source.ts';
import { codeSchema, codeUpTo, idSchema, labelSchema, proseSchema, wordsSchema } from '../text.ts';

/** The values that an exchange hands out, and where they go in tools. */

export const credentialRoles = [
  'api-key',
  'secret',
  'passphrase',
  'memo',
  'private-key',
  'public-key',
] as const;

/** Runs of plain signs and of groups with a count: patterns that every language reads alike. */
const formPatternSchema = codeUpTo(120)
  .regex(
    /^(?:[A-Za-z0-9/_=-]|\[[A-Za-z0-9+/=-]+\](?:\{\d+(?:,\d+)?\})?)+$/,
    'Expected plain signs and groups with a count, such as "account-[0-9A-Za-z]{20}".',
  )
  .describe('The whole value: plain signs, and groups of signs with their count.');

export const credentialsSchema = z.strictObject({
  items: z
    .array(
      z.strictObject({
        role: z.enum(credentialRoles).describe('What the value is to a program.'),
        label: labelSchema.describe('Label as the exchange shows it.'),
        delivery: z
          .enum(['shown', 'downloaded', 'pasted'])
          .default('shown')
          .describe('Shown to copy, downloaded as a file, or made and pasted in by the reader.'),
        shownOnce: z.boolean().optional().describe('Whether it can be seen at creation only.'),
        chosenByReader: wordsSchema
          .optional()
          .describe('Rules for a value that the reader makes up, such as a passphrase.'),
        looksLike: wordsSchema.optional().describe('How to recognise it, such as a prefix.'),
        forms: z
          .array(
            z.strictObject({
              pattern: formPatternSchema,
              keyTypes: z
                .array(idSchema)
                .min(1)
                .optional()
                .describe('Kinds of key that it is for; left out where it is for all.'),
            }),
          )
          .min(1)
          .optional()
          .describe(
            'Forms in which the sources show it. The test programs refuse a value that has the form of another one and not its own.',
          ),
      }),
    )
    .min(1),
  note: proseSchema.optional(),
  sources: sourceIdsSchema,
});

/** Fields of a tool, by the role of the value that goes in. */
const toolFieldsSchema = z.strictObject({
  'api-key': labelSchema.optional(),
  secret: labelSchema.optional(),
  passphrase: labelSchema.optional(),
  memo: labelSchema.optional(),
  'private-key': labelSchema.optional(),
  'public-key': labelSchema.optional(),
} satisfies Record<(typeof credentialRoles)[number], z.ZodType>);

export const connectingSchema = z
  .array(
    z.discriminatedUnion('supported', [
      z.strictObject({
        tool: z.enum(documentedToolIds),
        supported: z.literal(true),
        ids: z
          .array(
            z.strictObject({
              id: codeSchema.describe('Name of the exchange in the tool, such as "gate_io".'),
              for: wordsSchema.describe('Accounts or products that it is for.'),
            }),
          )
          .min(1)
          .describe('The usual one first.'),
        fields: toolFieldsSchema.describe('Name of the field for each value that readers save.'),
        note: proseSchema.optional().describe('What else the tool wants to know, in which form.'),
        sources: sourceIdsSchema,
      }),
      z.strictObject({
        tool: z.enum(documentedToolIds),
        supported: z.literal(false),
        why: proseSchema.describe('What the documentation of the tool says instead.'),
        sources: sourceIdsSchema,
      }),
    ]),
  )
  .min(1);
