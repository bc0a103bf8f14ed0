import { expect, test } from 'playwright/test';
import { en } from '../../../../src/i18n/en/index.ts';
import type { Lifetime } from '../../../../src/schema/exchange.ts';

const unbound: Lifetime = {
  id: 'a',
  keys: 'unbound',
  days: 90,
  from: 'not-documented',
  effect: 'disabled',
};
const idle: Lifetime = { id: 'b', keys: 'all', days: 1, from: 'inactivity', effect: 'deleted' };
const bound: Lifetime = { id: 'c', keys: 'bound', days: 365, from: 'creation', effect: 'expired' };

test('each end of a key is a whole sentence', () => {
  expect([unbound, idle, bound].map((item) => en.lifetimes.entry(item, []))).toEqual([
    'A key without bound addresses is disabled after 90 days (from when is not documented).',
    'Every key is deleted after 1 day without use.',
    'A key with bound addresses expires 365 days after it was made.',
  ]);
});

test('an end that only some permissions bring names them', () => {
  expect(en.lifetimes.entry(idle, ['Trade', 'Withdraw'])).toBe(
    'Every key that has Trade or Withdraw on is deleted after 1 day without use.',
  );
});
