import { expect, test } from 'playwright/test';
import { en } from '../../../../src/i18n/en/index.ts';
import { closing, created, refused } from '../../../support/dictionary-samples.ts';

test('one and many', () => {
  expect(en.path.meta(1, 8)).toEqual(['1 step', 'about 8 minutes']);
  expect([1, 2].map(en.guide.sourcesCount)).toEqual(['1 source', '2 sources']);
});

test('the heading tells what a page is for', () => {
  expect([created, refused, closing].map(en.guide.heading)).toEqual([
    'Northwind API key for samples',
    'Northwind: no guide for “Sample”',
    'Create an API key on Northwind',
  ]);
});

test('what a guide lacks is one sentence, however much it is', () => {
  expect(en.quality.missing([{ kind: 'no-live-account' }])).toBe(
    'For the next grade: somebody with an account who walks through it.',
  );
  expect(
    en.quality.missing([
      { kind: 'undrawn-steps', steps: ['Sign in', 'Start a key'] },
      { kind: 'live-account-stale', date: '2026-01-01' },
    ]),
  ).toBe(
    'For the next grade: a drawing of “Sign in” and “Start a key”; a new walk-through with an account, the last was on 1 January 2026.',
  );
});
