import type { Grade, QualityGap } from '../../derive/quality.ts';
import { all, day } from './grammar.ts';

/** One thing that is missing, as a part of a list. */
function gap(missing: QualityGap): string {
  switch (missing.kind) {
    case 'undrawn-steps':
      return `a drawing of ${all(missing.steps.map((title) => `“${title}”`))}`;
    case 'no-test-program':
      return 'a program that proves the key';
    case 'few-error-codes':
      return `${missing.wanted} explained error codes (it has ${missing.found})`;
    case 'no-live-account':
      return 'somebody with an account who walks through it';
    case 'live-account-stale':
      return `a new walk-through with an account, the last was on ${day(missing.date)}`;
  }
}

export const quality = {
  grades: { bronze: 'Bronze', silver: 'Silver', gold: 'Gold' } satisfies Record<Grade, string>,
  grade: (grade: string) => `Grade of this guide: ${grade}`,
  missing: (gaps: readonly QualityGap[]) => `For the next grade: ${gaps.map(gap).join('; ')}.`,
};
