import type { CcxtTables, ErrorIndex } from './answer.ts';

/** What the page /errors/ loads is taken only in the form that its code knows. */

/** Whether a value is the index of errors. */
export function isErrorIndex(value: unknown): value is ErrorIndex {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['exchanges', 'known', 'shared'].every((name) => Array.isArray(Reflect.get(value, name)))
  );
}

/** Whether a value is the tables after CCXT: lists of texts by kind, by exchange. */
export function isCcxtTables(value: unknown): value is CcxtTables {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (kinds: unknown) =>
        typeof kinds === 'object' &&
        kinds !== null &&
        Object.values(kinds).every((answers) => Array.isArray(answers)),
    )
  );
}
