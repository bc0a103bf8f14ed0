import { expect, test } from 'playwright/test';
import type { Allowlist, Lifetime } from '../../../src/schema/exchange.ts';
import { lifetimesOf } from '../../../src/derive/lifetimes.ts';
import { permissionSettings } from '../../../src/derive/permission-settings.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { box, useCaseThat } from '../../support/sample-permissions.ts';

test('a lifetime of keys with certain permissions counts only where one of them is on', () => {
  const always: Lifetime = {
    id: 'unused',
    keys: 'all',
    days: 90,
    from: 'inactivity',
    effect: 'deleted',
  };
  const ifTrading: Lifetime = { ...always, days: 14, permissions: ['trade', 'withdraw'] };
  const ifWithdrawing: Lifetime = { ...always, days: 30, permissions: ['withdraw'] };
  const exchange = sampleExchange({
    lifetimes: { items: [always, ifTrading, ifWithdrawing], sources: ['docs'] },
  });
  const permissions = {
    items: [
      box('view', ['read-balances']),
      box('trade', ['trade-spot']),
      box('withdraw', ['withdraw']),
    ],
    refusals: [],
  };

  const daysFor = (needs: ('read-balances' | 'trade-spot')[]): number[] => {
    const settings = permissionSettings(permissions, useCaseThat(needs));
    if (!settings.served) throw new Error('The sample permissions cannot serve the use case.');
    return lifetimesOf(exchange, settings).map(({ days }) => days);
  };
  expect(daysFor(['read-balances'])).toEqual([90]);
  expect(daysFor(['read-balances', 'trade-spot'])).toEqual([90, 14]);
});

test('what ends unbound keys does not count for a key that is bound, or must be', () => {
  const unbound: Lifetime = {
    id: 'unbound',
    keys: 'unbound',
    days: 14,
    from: 'creation',
    effect: 'deleted',
  };
  const permissions = {
    items: [box('view', ['read-balances']), box('trade', ['trade-spot'])],
    refusals: [],
  };
  const counts = (required: Allowlist['required'], trades: boolean, isBound = false): boolean => {
    const { allowlist } = sampleExchange();
    const exchange = sampleExchange({
      allowlist: { ...allowlist, required },
      lifetimes: { items: [unbound], sources: ['docs'] },
    });
    const needs = trades
      ? (['read-balances', 'trade-spot'] as const)
      : (['read-balances'] as const);
    const settings = permissionSettings(permissions, useCaseThat(needs));
    if (!settings.served) throw new Error('The sample permissions cannot serve the use case.');
    return lifetimesOf(exchange, settings, isBound).length > 0;
  };
  expect(counts({ when: 'never' }, true)).toBe(true);
  expect(counts({ when: 'never' }, true, true)).toBe(false);
  expect(counts({ when: 'always' }, false)).toBe(false);
  expect(counts({ when: 'for-permissions', permissions: ['trade'] }, true)).toBe(false);
  expect(counts({ when: 'for-permissions', permissions: ['trade'] }, false)).toBe(true);
  expect(counts(undefined, true)).toBe(true);
});
