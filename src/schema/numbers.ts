import { z } from 'astro/zod';

/**
 * A whole number from one to a bound that no exchange comes near: what lies beyond is a slip
 * of the hand, or meant to mislead.
 *
 * Input: the bound, and what is counted, for the message.
 */
export function countUpTo(most: number, what: string): z.ZodInt {
  return z
    .int()
    .positive()
    .max(most, {
      error: ({ input }) => `Expected at most ${most} ${what}, found ${String(input)}.`,
    });
}
