import { z } from 'astro/zod';
import { capabilitySchema } from '../../vocabulary/capabilities.ts';
import { periodShape } from '../period.ts';
import { sourceIdsSchema } from '../source.ts';
import { idSchema, labelSchema, proseSchema, wordsSchema } from '../text.ts';
import { askedSchema, furtherPowerProblems, unavoidableSchema } from './further-powers.ts';

/** What a key may do: the boxes, switches or roles of an exchange. */

export const levelSchema = z.strictObject({
  id: idSchema.describe('Name of the level in this file.'),
  label: labelSchema.describe('Label as the exchange shows it.'),
  capabilities: z.array(capabilitySchema).describe('What a key can do at this level.'),
});

export const permissionSchema = z
  .strictObject({
    id: idSchema.describe('Name of the permission in this file.'),
    label: labelSchema.describe('Label exactly as the exchange shows it.'),
    group: labelSchema.optional().describe('Heading under which the exchange lists it.'),
    capabilities: z
      .array(capabilitySchema)
      .optional()
      .describe('What a key with it can do; for a permission without levels.'),
    levels: z
      .array(levelSchema)
      .min(2)
      .optional()
      .describe('Its levels, weakest first; for a permission that has several.'),
    off: labelSchema
      .optional()
      .describe('Label of the state in which it is off, such as "No access", if it has one.'),
    fixed: z.boolean().default(false).describe('Whether it is on and cannot be switched off.'),
    preset: z
      .boolean()
      .default(false)
      .describe('Whether the form opens with it on, so that readers must switch it off.'),
    excludes: z
      .array(idSchema)
      .default([])
      .describe('Permissions that cannot be on together with it.'),
    asked: z
      .array(askedSchema)
      .default([])
      .describe(
        "Who names it although the least set does without: a tool, a partner, the exchange's own table.",
      ),
    unavoidable: z
      .array(unavoidableSchema)
      .default([])
      .describe('Powers that it brings, that a use case forbids, and that nobody can switch off.'),
    note: wordsSchema.optional().describe('What its label does not tell.'),
  })
  .refine(
    (permission) => (permission.levels === undefined) !== (permission.capabilities === undefined),
    {
      message:
        'Expected either "capabilities" (a plain box) or "levels", not both and not neither.',
    },
  )
  .superRefine((permission, context) => {
    for (const { path, message } of furtherPowerProblems(permission)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });

export const permissionsSchema = z.strictObject({
  control: z
    .enum(['checkbox', 'switch', 'role'])
    .describe('What the exchange shows before each label.'),
  strongestFirst: z
    .boolean()
    .default(false)
    .describe('Whether the exchange shows the strongest level of a permission first.'),
  items: z
    .array(permissionSchema)
    .min(1)
    .describe('In the order in which the exchange lists them.'),
  note: proseSchema.optional().describe('What to know about the list as a whole.'),
  refusals: z
    .array(
      z.strictObject({
        id: idSchema
          .optional()
          .describe('Name of the entry, where a use case has a reason before and one after a day.'),
        useCase: idSchema,
        reason: proseSchema.describe('Why this exchange cannot serve it.'),
        ...periodShape,
        sources: sourceIdsSchema,
      }),
    )
    .default([])
    .describe('Use cases that this exchange cannot serve although its permissions look like it.'),
  caveats: z
    .array(
      z.strictObject({
        id: idSchema.describe('Name of the entry in this list.'),
        useCase: idSchema,
        text: proseSchema.describe('What holds for this use case only.'),
        ...periodShape,
        sources: sourceIdsSchema,
      }),
    )
    .default([])
    .describe('What readers of one use case must know before they start.'),
  sources: sourceIdsSchema,
});
