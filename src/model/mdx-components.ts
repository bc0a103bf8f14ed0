import { z } from 'astro/zod';
import { stepIdSchema } from './steps.ts';
import { idSchema } from './text.ts';

/** One or more ids with spaces between them. */
const idListSchema = z
  .string()
  .transform((text) => text.split(/\s+/).filter(Boolean))
  .pipe(z.array(idSchema).min(1));

/**
 * The components that authors can use, with their attributes. All attributes are
 * plain text. The components parse them with these schemas, and the checks read
 * the same table.
 */
export const mdxComponents = {
  Step: z.strictObject({ id: stepIdSchema }),
  Only: z.strictObject({ for: idListSchema }),
  Note: z.strictObject({}),
  Warning: z.strictObject({}),
  Screen: z.strictObject({ id: idSchema }),
  Permissions: z.strictObject({}),
  Addresses: z.strictObject({}),
  Credentials: z.strictObject({}),
} as const satisfies Record<string, z.ZodType>;

export type MdxComponentName = keyof typeof mdxComponents;

/** Components that concepts can use too; the others belong to one exchange. */
export const conceptComponentNames = ['Note', 'Warning'] as const satisfies MdxComponentName[];

/** Whether a name is one of the components. */
export function isMdxComponentName(name: string): name is MdxComponentName {
  return Object.hasOwn(mdxComponents, name);
}
