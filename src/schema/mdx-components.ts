import { z } from 'astro/zod';
import { stepIdSchema } from '../vocabulary/steps.ts';
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
  Only: z.strictObject({ for: idListSchema }),
  Note: z.strictObject({}),
  Warning: z.strictObject({}),
  More: z.strictObject({}),
  Screen: z.strictObject({ id: idSchema }),
  Permissions: z.strictObject({}),
  Addresses: z.strictObject({}),
  Options: z.strictObject({}),
  Credentials: z.strictObject({}),
  TestKey: z.strictObject({}),
  Exchanges: z.strictObject({ step: stepIdSchema }),
} as const satisfies Record<string, z.ZodType>;

export type MdxComponentName = keyof typeof mdxComponentSchemas;

/** What contributors read about the components. */
export const mdxComponentTexts = {
  Only: {
    example: '<Only for="read-only spot-trading">',
    shows: 'its content, on the pages of these use cases; with `</Only>` at its end',
  },
  Note: { example: '<Note>', shows: 'a remark; with `</Note>` at its end' },
  Warning: { example: '<Warning>', shows: 'a danger; with `</Warning>` at its end' },
  More: {
    example: '<More>',
    shows:
      'a closed fold for what only some readers look for, such as older labels; with `</More>` at its end',
  },
  Screen: {
    example: '<Screen id="create-form" />',
    shows: 'a drawn screen of `screens.yaml`, or the capture that replaces it',
  },
  Permissions: {
    example: '<Permissions />',
    shows: 'the permission table of the use case of the page',
  },
  Addresses: { example: '<Addresses />', shows: 'what the address allowlist takes, and examples' },
  Options: {
    example: '<Options />',
    shows:
      'the boxes and fields of the form that neither grant a power nor bind addresses (`options` in `exchange.yaml`)',
  },
  Credentials: {
    example: '<Credentials />',
    shows: 'the values to save, and their names in tools',
  },
  TestKey: { example: '<TestKey />', shows: 'the programs that test the key' },
  Exchanges: {
    example: '<Exchanges step="revoke-key" />',
    shows: 'links to this step of every guide that has it',
  },
} as const satisfies Record<MdxComponentName, { example: string; shows: string }>;

/** Components that concepts can use. */
export const conceptComponentNames = [
  'Note',
  'Warning',
  'Exchanges',
] as const satisfies MdxComponentName[];

/** Components that guides can use: those that belong to one exchange, and the notes. */
export const guideComponentNames = Object.keys(mdxComponentSchemas)
  .filter(isMdxComponentName)
  .filter((name) => name !== 'Exchanges');

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
