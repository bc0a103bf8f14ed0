import { expect, test } from 'playwright/test';
import { verificationSchema } from '../../../src/schema/guide.ts';
import { countUpTo } from '../../../src/schema/numbers.ts';
import { issuesOf } from '../../support/nested-values.ts';

test('a count is a whole number from one to its bound, which the message names', () => {
  const days = countUpTo(3660, 'days');
  expect([1, 90, 3660].map((count) => days.safeParse(count).success)).toEqual([true, true, true]);
  expect([0, -1, 1.5, '90'].map((count) => days.safeParse(count).success)).not.toContain(true);
  expect(issuesOf(days, 36500)).toEqual([': Expected at most 3660 days, found 36500.']);
});

test('a walk-through names who walked, and what was read names nobody', () => {
  const read = { date: '2026-11-20', method: 'documentation', site: 'global', interface: 'web' };
  const walked = { ...read, method: 'live-account' };
  expect(issuesOf(verificationSchema, read)).toEqual([]);
  expect(issuesOf(verificationSchema, { ...walked, by: 'northwind-walker' })).toEqual([]);
  expect(issuesOf(verificationSchema, walked)).toEqual([
    'by: Expected the name of who walked through it, for "live-account".',
  ]);
  expect(issuesOf(verificationSchema, { ...read, by: 'northwind-walker' })).toEqual([
    'by: Nobody walked through a guide that was read from documentation. Take it away.',
  ]);
});
