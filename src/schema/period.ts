import { daySchema } from './text.ts';

/**
 * Fields of an entry that does not hold for ever. `until: 2027-03-01` beside
 * `from: 2027-03-01` is a change on that day, without a gap.
 */
export const periodShape = {
  from: daySchema.optional().describe('First day on which it holds; always, where it is left out.'),
  until: daySchema
    .optional()
    .describe('Day from which it holds no more; for ever, where it is left out.'),
};

/** When something holds. */
export interface Period {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Whether something holds on a day (`2026-11-20`). */
export function holdsOn({ from, until }: Period, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

/** Whether there is a day on which something holds. */
export function isPeriod({ from, until }: Period): boolean {
  return from === undefined || until === undefined || from < until;
}
