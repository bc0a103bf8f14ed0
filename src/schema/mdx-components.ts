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
  Step: z.strictObject({ id: stepIdSchema }),
  Only: z.strictObject({ for: idListSchema }),
  Note: z.strictObject({}),
  Warning: z.strictObject({}),
  Screen: z.strictObject({ id: idSchema }),
  Permissions: z.strictObject({}),
  Addresses: z.strictObject({}),
  Options: z.strictObject({}),
  Credentials: z.strictObject({}),
  TestKey: z.strictObject({}),
  Exchanges: z.strictObject({ step: stepIdSchema }),
} as const satisfies Record<string, z.ZodType>;

export type MdxComponentName = keyof typeof mdxComponentSchemas;

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
