import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import { permissionSettings } from '../../../src/derive/permission-settings.ts';
import {
  offeredPrograms,
  planOf,
  type ProgramPage,
  writtenPrograms,
} from '../../../src/programs/offered.ts';
import { mainSite } from '../../../src/schema/exchange.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { useCaseThat } from '../../support/sample-permissions.ts';

const site = { origin: 'https://guides.example', base: '/' };

function page(change: Partial<ProgramPage> = {}): ProgramPage {
  const exchange = sampleExchange();
  const useCase = useCaseThat(['read-balances']);
  const settings = permissionSettings(exchange.permissions, useCase);
  return {
    path: '/northwind/sample/',
    site: mainSite(exchange),
    exchange,
    settings,
    mode: 'create',
    partner: undefined,
    ...change,
  };
}

test('a page has one plan, made once, and one for each address of the site', () => {
  const one = page();
  expect(planOf(one, site)).toBeDefined();
  expect(planOf(one, site)).toBe(planOf(one, { ...site }));
  expect(planOf(one, { ...site, base: '/guides/' })?.page).toContain('/guides/northwind/');
  expect(planOf(page(), site)).not.toBe(planOf(one, site));
});

test('a page offers the programs that it has as files, with its own address in them', () => {
  const one = page();
  const plan = planOf(one, site);
  if (plan === undefined) throw new Error('The sample page has no plan.');
  const written = writtenPrograms(one, site, en.program);
  expect(offeredPrograms(one, plan).map(({ path }) => path)).toEqual(
    written.map(({ file }) => `/northwind/sample/${file}`),
  );
  for (const { program, file } of written) expect(program, file).toContain(plan.page);
});

test('pages that create no key, or prove none, offer no program', () => {
  const { signing } = sampleExchange();
  const silent = signing && { ...signing, reading: [] };
  for (const one of [
    page({ mode: 'look-after' }),
    page({ mode: 'refused' }),
    page({ exchange: sampleExchange({ signing: undefined }) }),
    page({ exchange: sampleExchange({ signing: silent }) }),
  ]) {
    expect(planOf(one, site)).toBeUndefined();
    expect(writtenPrograms(one, site, en.program)).toEqual([]);
  }
});
