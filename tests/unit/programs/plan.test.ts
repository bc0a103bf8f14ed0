import { expect, test } from 'playwright/test';
import { permissionSettings } from '../../../src/derive/permission-settings.ts';
import { testPlan, type TestPlan } from '../../../src/programs/plan.ts';
import { checkedPlan } from '../../../src/programs/test-plan.ts';
import type { Exchange } from '../../../src/schema/exchange.ts';
import type { Signing } from '../../../src/schema/signing.ts';
import { realExchanges } from '../../support/content.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { useCaseThat } from '../../support/sample-permissions.ts';
import { programPage, realPlans } from '../../support/signing/programs.ts';

const readOnly = useCaseThat(['read-balances']);

function planOf(exchange: Exchange, useCase = readOnly): TestPlan | undefined {
  return testPlan(exchange, permissionSettings(exchange.permissions, useCase), programPage);
}

/** The sample exchange with a part of its recipe changed. */
function withRecipe(change: Partial<Signing>): Exchange {
  const { signing } = sampleExchange();
  if (signing === undefined) throw new Error('The sample exchange has no recipe.');
  return sampleExchange({ signing: { ...signing, ...change } });
}

test('a use case that the exchange cannot serve, and an exchange without a recipe, have no plan', () => {
  expect(planOf(sampleExchange())).toBeDefined();
  expect(planOf(sampleExchange({ signing: undefined }))).toBeUndefined();
  expect(planOf(sampleExchange(), useCaseThat(['trade-predictions']))).toBeUndefined();
});

test('a plan without a request makes no program: nothing would be proved', () => {
  const { signing } = sampleExchange();
  const reading = signing?.reading ?? [];
  const elsewhere = reading.map((request) => ({ ...request, useCases: ['another'] }));
  expect(planOf(withRecipe({ reading: [] }))).toBeUndefined();
  expect(planOf(withRecipe({ reading: elsewhere }))).toBeUndefined();
  const rights: Signing['rights'] = { method: 'GET', path: '/v1/key', shows: [], family: [] };
  expect(planOf(withRecipe({ reading: elsewhere, rights }))?.requests).toEqual([
    { method: 'GET', prefix: '', path: '/v1/key', good: [], judged: true, needed: true },
  ]);
});

test('the rights of the key are asked for last', () => {
  const rights: Signing['rights'] = { method: 'POST', path: '/v1/key', shows: [], family: [] };
  const plan = planOf(withRecipe({ rights }));
  expect(plan?.requests.map(({ path }) => path)).toEqual(['/v1/balances', '/v1/key']);
  expect(plan?.rights).toEqual({ addresses: false, ends: false });
});

test('what must stay off and no answer tells of is left to the reader', () => {
  const never = (exchange: Exchange): string[] => {
    const settings = permissionSettings(exchange.permissions, readOnly);
    const rows = settings.served ? settings.rows : [];
    return rows.flatMap(({ setting, permission }) => (setting === 'never' ? permission.id : []));
  };
  const [id] = never(sampleExchange());
  expect(id).toBeDefined();
  expect(planOf(sampleExchange())?.untold.length).toBe(never(sampleExchange()).length);
  const told = withRecipe({
    rights: {
      method: 'GET',
      path: '/v1/key',
      shows: never(sampleExchange()).map((permission) => ({
        permission,
        when: { path: permission, is: 'true' },
        optional: false,
      })),
      family: [],
    },
  });
  expect(planOf(told)?.untold).toEqual([]);
});

test('sites with one address of the API are one place, and no two places look alike', async () => {
  const { sites } = sampleExchange();
  const [site] = sites.items;
  if (site === undefined) throw new Error('The sample exchange has no site.');
  const twin = { ...site, id: 'twin', label: 'Twin', address: 'https://twin.northwind.example/en' };
  const other = {
    ...twin,
    id: 'other',
    label: 'Other',
    apiBase: 'https://eu.northwind.example/v1',
  };
  const exchange = sampleExchange({ sites: { ...sites, items: [site, twin, other] } });
  const { signing } = exchange;
  const all = signing && { ...signing, sites: [site.id, 'twin', 'other'] };
  const places = planOf({ ...exchange, signing: all })?.places ?? [];
  expect(places.map(({ base }) => base)).toEqual([
    new URL(site.apiBase ?? '').origin,
    'https://eu.northwind.example',
  ]);
  expect(places[0]?.label).toContain(', Twin: twin.northwind.example/en');
  for (const { name, plan } of await realPlans()) {
    expect(plan.places.length, name).toBeGreaterThan(0);
    expect(new Set(plan.places.map(({ label }) => label)).size, name).toBe(plan.places.length);
    expect(new Set(plan.places.map(({ base }) => base)).size, name).toBe(plan.places.length);
  }
});

test('errors: each sign leads to one entry, and a status only where there is no code', async () => {
  for (const { name, plan } of await realPlans()) {
    const signs = plan.errors.flatMap(({ texts, codes, http }) => [...texts, ...codes, ...http]);
    expect(new Set(signs).size, name).toBe(signs.length);
    for (const { codes, http, causes, anchor } of plan.errors) {
      expect(codes.length === 0 || http.length === 0, `${name} ${anchor}`).toBe(true);
      expect(causes.length, `${name} ${anchor}`).toBeGreaterThan(0);
    }
  }
});

test('every use case that is served by an exchange with a recipe has a plan that may become a program', async () => {
  const exchanges = (await realExchanges()).filter(({ signing }) => signing !== undefined);
  const plans = Map.groupBy(await realPlans(), ({ exchange }) => exchange.slug);
  expect([...plans.keys()].toSorted()).toEqual(exchanges.map(({ slug }) => slug).toSorted());
  for (const { name, plan } of await realPlans()) {
    expect(() => checkedPlan(plan), name).not.toThrow();
    expect(plan.baseVariable, name).toMatch(/^[A-Z][A-Z0-9_]*_API_BASE$/);
  }
});
