import { expect, test } from 'playwright/test';
import type { Lifetime } from '../../../src/schema/exchange.ts';
import { lifetimesOf } from '../../../src/derive/lifetimes.ts';
import { permissionSettings } from '../../../src/derive/permission-settings.ts';
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
  const exchange = { lifetimes: { items: [always, ifTrading, ifWithdrawing], sources: ['docs'] } };
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
