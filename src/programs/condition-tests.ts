import type { Condition, RightsRequest } from '../schema/signing.ts';
import type { PlannedTest } from './test-plan.ts';

/** A condition of a recipe as tests, all of which must hold. */
export function testsOf({ path, is, isNot, lists, absent, items }: Condition): PlannedTest[] {
  if (is !== undefined) return [{ path, test: 'is', names: [is] }];
  if (lists !== undefined) return [{ path, test: 'lists', names: [lists] }];
  if (absent === true) return [{ path, test: 'absent', names: [] }];
  if (items === true) {
    // The list itself is what stands before its "*".
    return [{ path, test: 'items', names: [path.replace(/\.?\*.*$/, '')] }];
  }
  const there: PlannedTest = { path, test: 'there', names: [] };
  return isNot === undefined
    ? [there]
    : [there, { path, test: 'isnt', names: [isNot] }, { path, test: 'isnt', names: ['null'] }];
}

/** The test that finds a right off: by values that the documents give, and by no other. */
export function offTest(
  { path, is, isNot, lists, off = [] }: Condition,
  { shows, family }: RightsRequest,
): PlannedTest {
  if (isNot !== undefined) return { path, test: 'only', names: [isNot] };
  if (is === 'true') return { path, test: 'only', names: ['false', ...off] };
  const own = is ?? lists;
  if (own === undefined) return { path, test: 'there', names: [] };
  const others = [
    ...shows.flatMap(({ when }) => (when.path === path ? [when.is ?? when.lists ?? ''] : [])),
    ...family.flatMap((one) => (one.path === path ? one.harmless : [])),
    ...off,
  ].filter((name) => name !== '' && name !== own);
  return {
    path,
    test: lists === undefined ? 'only' : 'among',
    names: [...new Set(others)],
  };
}
