import { expect, test } from 'playwright/test';
import { en } from '../../../../src/i18n/en/index.ts';
import { capabilities } from '../../../../src/vocabulary/capabilities.ts';

test('every capability is a phrase that finishes "The key can …"', () => {
  for (const capability of capabilities) {
    expect(en.permissions.grants([capability])).toMatch(/^Lets the key [a-z].* .+[^.]\.$/);
  }
});

test('several are listed with a comma before the last "and", as phrases can hold an "and" themselves', () => {
  expect(en.can(['withdraw'])).toBe('withdraw funds');
  expect(en.can(['read-balances', 'trade-spot'])).toBe(
    'read balances, and place and cancel spot orders',
  );
  // English says a verb once for all that follows it.
  expect(en.can(['read-balances', 'read-loans', 'withdraw'])).toBe(
    'read balances and loans, and withdraw funds',
  );
});
