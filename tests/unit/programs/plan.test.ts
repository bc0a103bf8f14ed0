import { expect, test } from 'playwright/test';
import { permissionSettings } from '../../../src/derive/permission-settings.ts';
import { testPlan, type TestPlan } from '../../../src/programs/plan.ts';
import { realExchange, realExchanges } from '../../support/content.ts';
import { programPage } from '../../support/signing/programs.ts';

async function planOf(slug: string, useCaseId: string): Promise<TestPlan | undefined> {
  const { exchange, useCases } = await realExchange(slug);
  const useCase = useCases.find(({ id }) => id === useCaseId);
  if (useCase === undefined) throw new Error(`There is no use case ${useCaseId}.`);
  return testPlan(exchange, permissionSettings(exchange.permissions, useCase), programPage);
}

/** Labels with what is wanted of them and what they do. */
function rightsOf(plan: TestPlan | undefined): string[] {
  return (plan?.rights?.shows ?? []).map(({ label, want, kind }) => `${label}: ${want}, ${kind}`);
}

test('OKX: what each use case makes of each right', async () => {
  expect(rightsOf(await planOf('okx', 'read-only'))).toEqual([
    'Read: needed, other',
    'Trade: unwanted, trade',
    'Withdraw: never, withdraw',
  ]);
  expect(rightsOf(await planOf('okx', 'spot-trading'))).toEqual([
    'Read: needed, other',
    'Trade: needed, trade',
    'Withdraw: never, withdraw',
  ]);
});

test('Kraken Futures: a weaker level of a right that is needed is allowed', async () => {
  expect(rightsOf(await planOf('kraken-futures', 'read-only'))).toEqual([
    'General API: Read only: needed, other',
    'General API: Full access: unwanted, trade',
    'Withdrawal API: never, withdraw',
  ]);
  expect(rightsOf(await planOf('kraken-futures', 'futures-trading'))).toEqual([
    'General API: Read only: allowed, other',
    'General API: Full access: needed, trade',
    'Withdrawal API: never, withdraw',
  ]);
});

test('there is no plan where the exchange cannot serve the use case', async () => {
  expect(await planOf('kraken-futures', 'spot-trading')).toBeUndefined();
});

test('what must stay off and no answer tells of is left to the reader', async () => {
  const gate = await planOf('gate', 'read-only');
  expect(gate?.rights).toBeUndefined();
  expect(gate?.untold).toContain('Withdraw');
  expect((await planOf('okx', 'read-only'))?.untold).toEqual([]);
});

test('names that rights use are known to the family that they are looked for in', async () => {
  const okx = await planOf('okx', 'read-only');
  expect(okx?.rights?.family).toEqual([
    { path: 'data.*.perm', form: 'list', known: ['read_only', 'trade', 'withdraw'] },
  ]);
  const [enable, permits] = (await planOf('binance', 'read-only'))?.rights?.family ?? [];
  expect(enable?.known).toContain('enableWithdrawals');
  expect(enable?.known).toContain('enableFixReadOnly');
  expect(permits?.known).toContain('permitsUniversalTransfer');
});

test('sites with one address of the API are one place, and no two places look alike', async () => {
  expect((await planOf('kucoin', 'read-only'))?.places).toEqual([
    {
      base: 'https://api.kucoin.com',
      label:
        'KuCoin (international site): www.kucoin.com, KuCoin Australia (Echuca Trading): www.kucoin.com/en-au',
    },
    {
      base: 'https://api.kucoin.eu',
      label: 'KuCoin EU (KuCoin EU Exchange GmbH, Vienna): www.kucoin.com/en-eu',
    },
  ]);
  for (const { slug, signing } of await realExchanges()) {
    if (signing === undefined) continue;
    const places = (await planOf(slug, 'read-only'))?.places ?? [];
    expect(places.length, slug).toBeGreaterThan(0);
    expect(new Set(places.map(({ label }) => label)).size, slug).toBe(places.length);
    expect(new Set(places.map(({ base }) => base)).size, slug).toBe(places.length);
  }
});

test('errors: each sign leads to one entry, and a status only where there is no code', async () => {
  for (const { slug, signing } of await realExchanges()) {
    if (signing === undefined) continue;
    const errors = (await planOf(slug, 'read-only'))?.errors ?? [];
    const signs = errors.flatMap(({ texts, codes, http }) => [...texts, ...codes, ...http]);
    expect(new Set(signs).size, slug).toBe(signs.length);
    for (const { codes, http, says, anchor } of errors) {
      expect(codes.length === 0 || http.length === 0, `${slug} ${anchor}`).toBe(true);
      expect(says, `${slug} ${anchor}`).not.toBe('');
      expect(anchor).toMatch(/^error-[a-z0-9-]+$/);
    }
  }
});

test('the variable of the address is named after the exchange', async () => {
  expect((await planOf('kraken-futures', 'read-only'))?.baseVariable).toBe(
    'KRAKEN_FUTURES_API_BASE',
  );
});
