import { z } from 'astro/zod';
import { stepIdSchema } from '../vocabulary/steps.ts';
import { isPeriod, periodShape } from './period.ts';
import { idSchema, templateUpTo } from './text.ts';

/** One or more ids with spaces between them. */
const idListSchema = templateUpTo(300)
  .transform((text) => text.split(/\s+/).filter(Boolean))
  .pipe(z.array(idSchema).min(1, 'Expected at least one use case.'));

/**
 * The components that authors can use, with their attributes. All attributes are
 * plain text. The components parse them with these schemas, and the checks read
 * the same table.
 */
export const mdxComponentSchemas = {
  Only: z
    .strictObject({
      for: idListSchema.optional(),
      on: z.enum(['general', 'partner']).optional(),
      ...periodShape,
    })
    .refine((only) => Object.values(only).some((value) => value !== undefined), {
      message:
        'Expected for="…" with use cases, on="general" or on="partner", from="…" or until="…" with a day.',
    })
    .refine(isPeriod, { message: 'Expected a day "from" that is before the day "until".' }),
  Note: z.strictObject({}),
  Warning: z.strictObject({}),
  More: z.strictObject({}),
  Screen: z.strictObject({ id: idSchema }),
  KeyLabel: z.strictObject({}),
  Addresses: z.strictObject({}),
  Permissions: z.strictObject({}),
  Credentials: z.strictObject({}),
  Options: z.strictObject({}),
  TestKey: z.strictObject({}),
  Exchanges: z.strictObject({ step: stepIdSchema }),
} as const satisfies Record<string, z.ZodType>;

export type MdxComponentName = keyof typeof mdxComponentSchemas;

/** What contributors read about the components. */
export const mdxComponentTexts = {
  Only: {
    example: '<Only for="read-only spot-trading">',
    shows:
      'its content, on the pages of these use cases; `on="general"` on pages without a partner, `on="partner"` on those of partners; `from="2027-03-01"` from that day on, `until="2027-03-01"` before it; with `</Only>` at its end',
  },
  Note: { example: '<Note>', shows: 'in concepts, a remark; with `</Note>` at its end' },
  Warning: {
    example: '<Warning>',
    shows: 'a danger, before the actions, in 40 words at most; with `</Warning>` at its end',
  },
  More: {
    example: '<More>',
    shows:
      'the closed fold of a step: everything that is no action, such as older labels and reasons; with `</More>` at its end',
  },
  Screen: {
    example: '<Screen id="create-form" />',
    shows:
      'a drawn screen of `screens.yaml`, cropped to what carries a number, or the capture that replaces it',
  },
  KeyLabel: {
    example: '1. <KeyLabel />',
    shows: 'an action: what goes into the field for the name of the key',
  },
  Addresses: {
    example: '1. <Addresses />',
    shows: 'an action: enter the addresses, as the exchange takes them; its facts join the fold',
  },
  Permissions: {
    example: '1. <Permissions />',
    shows:
      'an action: what to switch on and what to leave off, for the use case of the page; the table joins the fold',
  },
  Credentials: {
    example: '1. <Credentials />',
    shows: 'an action: save the values that the exchange hands out; the table joins the fold',
  },
  Options: {
    example: '<Options />',
    shows:
      'in a fold: the boxes and fields of the form that neither grant a power nor bind addresses (`options` in `exchange.yaml`)',
  },
  TestKey: { example: '<TestKey />', shows: 'the programs that test the key' },
  Exchanges: {
    example: '<Exchanges step="revoke-key" />',
    shows: 'links to this step of every guide that has it',
  },
} as const satisfies Record<MdxComponentName, { example: string; shows: string }>;

/** Components that stand for a whole numbered action. */
export const actionPartNames = [
  'KeyLabel',
  'Addresses',
  'Permissions',
  'Credentials',
] as const satisfies MdxComponentName[];

/** Components that concepts can use. */
export const conceptComponentNames = [
  'Note',
  'Warning',
  'Exchanges',
] as const satisfies MdxComponentName[];

/** Components that guides can use. */
export const guideComponentNames = Object.keys(mdxComponentSchemas)
  .filter(isMdxComponentName)
  .filter((name) => name !== 'Exchanges' && name !== 'Note');

/** Whether a name is one of the components. */
export function isMdxComponentName(name: string): name is MdxComponentName {
  return Object.hasOwn(mdxComponentSchemas, name);
}

/**
 * Parses the attributes of a component that an author wrote. Type checking does not
 * reach into MDX, so each component does this first.
 *
 * Input: the component's name, its schema and its props. Output: the parsed props.
 * Throws with the component's name, what was found and what was expected.
 */
export function parseMdxProps<Schema extends z.ZodType>(
  name: MdxComponentName,
  schema: Schema,
  props: unknown,
): z.output<Schema> {
  const result = schema.safeParse(props);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `${issue.path.map(String).join('.') || 'attributes'}: ${issue.message}`,
  );
  throw new Error(`[${name}] found ${JSON.stringify(props)}. ${problems.join(' ')}`);
}
