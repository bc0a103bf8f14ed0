import { expect, test } from 'playwright/test';
import { compareProblems, type Problem } from '../../../src/check/problem.ts';

const base: Problem = {
  file: 'b',
  line: 2,
  column: 2,
  rule: 'r',
  severity: 'error',
  message: 'm',
  help: 'h',
};

test('problems stand by file, line, column, rule and message', () => {
  const sorted: Problem[] = [
    { ...base, file: 'B' },
    { ...base, file: 'a', line: 90 },
    { ...base, line: 1, column: 90 },
    { ...base, column: 1, rule: 'z' },
    { ...base, rule: 'a', message: 'z' },
    { ...base, message: 'a' },
    base,
    { ...base, column: 10 },
    { ...base, line: 10, column: 1 },
    { ...base, file: 'c', line: 1, column: 1 },
  ];
  expect(sorted.toReversed().toSorted(compareProblems)).toEqual(sorted);
  expect([...sorted.slice(5), ...sorted.slice(0, 5)].toSorted(compareProblems)).toEqual(sorted);
});

test('equal problems are equal', () => {
  expect(compareProblems(base, { ...base })).toBe(0);
});
