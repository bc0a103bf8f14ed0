import { z } from 'astro/zod';
import { type Capability, capabilitySchema, movesOut } from '../../vocabulary/capabilities.ts';
import { sourceIdsSchema } from '../source.ts';
import { idSchema, nameSchema, wordsSchema, wordsUpTo } from '../text.ts';

/** What a permission has besides its label: powers that nobody can switch off, and who asks for it. */

/** Who may name a box beyond the least set. */
export const askers = ['tool', 'partner', 'exchange'] as const;

export const askedSchema = z.strictObject({
  id: idSchema.describe('Name of the entry in this list.'),
  by: z
    .enum(askers)
    .describe("Who names it: a tool, a partner, or the exchange's own table for that use."),
  name: nameSchema.describe('Name of the tool or partner, or of the page of the exchange.'),
  level: idSchema.optional().describe('The level that is asked for, of a permission with levels.'),
  useCases: z.array(idSchema).min(1).optional().describe('Only for these use cases.'),
  note: wordsSchema.optional().describe('What it is for, or when it is not needed.'),
  sources: sourceIdsSchema,
});

export const unavoidableSchema = z.strictObject({
  id: idSchema.describe('Name of the entry in this list.'),
  capabilities: z
    .array(capabilitySchema)
    .min(1)
    .describe('Capabilities of the permission that nobody can switch off alone.'),
  brief: wordsUpTo(90).describe(
    'Ends "The box always includes …": "making keys of sub-accounts, none of which can withdraw".',
  ),
  note: wordsSchema.describe(
    'What readers must know to decide whether to make the key all the same.',
  ),
  sources: sourceIdsSchema,
});

export type Asked = z.infer<typeof askedSchema>;
export type Unavoidable = z.infer<typeof unavoidableSchema>;

interface Powers {
  readonly capabilities?: readonly Capability[] | undefined;
  readonly levels?:
    readonly { readonly id: string; readonly capabilities: readonly Capability[] }[] | undefined;
  readonly unavoidable: readonly Unavoidable[];
  readonly asked: readonly Asked[];
}

/**
 * What does not fit between the powers of a permission and its entries under "asked" and
 * "unavoidable".
 *
 * Input: a permission. Output: each fault with its path in the permission.
 */
export function furtherPowerProblems(permission: Powers): {
  readonly path: readonly (string | number)[];
  readonly message: string;
}[] {
  const { levels, unavoidable, asked } = permission;
  const sets = levels?.map(({ capabilities }) => capabilities) ?? [permission.capabilities ?? []];
  const known = levels?.map(({ id }) => id) ?? [];
  return [
    ...unavoidable.flatMap(({ capabilities }, index) => {
      const path = ['unavoidable', index, 'capabilities'];
      const unknown = capabilities.filter((one) => !sets.some((set) => set.includes(one)));
      // Otherwise a permission that does nothing but withdraw could be declared harmless.
      const alone = sets.some(
        (set) => set.some((one) => capabilities.includes(one)) && set.every(movesOut),
      );
      return [
        ...unknown.map((one) => ({
          path,
          message: `Found "${one}", which the permission does not bring. Add it to its capabilities, or take it away here.`,
        })),
        ...(alone
          ? [
              {
                path,
                message:
                  'Found a permission that does nothing but move funds out: readers simply leave it off. Take "unavoidable" away.',
              },
            ]
          : []),
      ];
    }),
    ...asked.flatMap(({ level }, index) => {
      const path = ['asked', index, 'level'];
      if (levels === undefined)
        return level === undefined
          ? []
          : [
              {
                path,
                message: `Found "${level}", but the permission has no levels. Take it away.`,
              },
            ];
      return level !== undefined && known.includes(level)
        ? []
        : [{ path, message: `Expected one of the levels of the permission: ${known.join(', ')}.` }];
    }),
  ];
}
