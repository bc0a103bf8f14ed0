import type { z } from 'astro/zod';

/**
 * A condition on a list: nothing stands in it twice.
 *
 * Input: what tells two entries apart, as text, and the field at which the second of two is
 * reported.
 */
export function listedOnce<Entry>(
  identityOf: (entry: Entry) => string,
  field: string,
): (list: readonly Entry[], context: z.core.$RefinementCtx) => void {
  return (list, context) => {
    const known = new Set<string>();
    list.forEach((entry, index) => {
      const identity = identityOf(entry);
      if (known.has(identity))
        context.addIssue({
          code: 'custom',
          path: [index, field],
          message: `"${identity}" stands in this list before.`,
        });
      known.add(identity);
    });
  };
}
