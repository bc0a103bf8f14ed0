import { expect, test } from 'playwright/test';
import { reviewedDomainsSchema } from '../../../src/schema/domains.ts';
import { knownExchangesSchema, namesOf } from '../../../src/schema/names.ts';
import { reviewedRequestsSchema } from '../../../src/schema/requests.ts';
import { issuesOf, openObjects } from '../../support/nested-values.ts';

const request = { exchange: 'northwind', method: 'GET', path: '/v1/balances', why: 'It reads.' };
const domain = { domain: 'docs.tool.example', why: 'A tool.' };
const known = {
  name: 'Contoso',
  others: ['Old Contoso'],
  ccxt: 'contoso',
  hosts: ['contoso.example'],
  closed: {
    date: '2026-01-31',
    source: 'https://www.contoso.example/closing',
    checked: '2026-11-20',
  },
};

test('lists fit with every field, and names with their name alone', () => {
  expect(reviewedRequestsSchema.parse([request])).toEqual([request]);
  expect(reviewedDomainsSchema.parse([domain])).toEqual([domain]);
  expect(knownExchangesSchema.parse([known, { name: 'Tailspin' }])).toHaveLength(2);
  expect(namesOf(known)).toEqual(['Contoso', 'Old Contoso']);
});

test('lists have no place for keys that the schema does not know', () => {
  for (const schema of [reviewedRequestsSchema, reviewedDomainsSchema, knownExchangesSchema])
    expect(openObjects(schema)).toEqual([]);
});

test('nothing stands in a list twice, and the second of two is named', () => {
  expect(issuesOf(reviewedDomainsSchema, [domain, { ...domain, why: 'Another.' }])).toEqual([
    '1.domain: "docs.tool.example" stands in this list before.',
  ]);
  expect(issuesOf(knownExchangesSchema, [known, { name: 'Contoso' }])).toEqual([
    '1.name: "Contoso" stands in this list before.',
  ]);
  expect(issuesOf(reviewedRequestsSchema, [request, request])).toEqual([
    '1.path: "GET /v1/balances of northwind" stands in this list before.',
  ]);
  for (const other of [{ method: 'POST' }, { path: '/v1/key' }, { exchange: '_template' }])
    expect(issuesOf(reviewedRequestsSchema, [request, { ...request, ...other }])).toEqual([]);
});

for (const path of [
  'v1/balances',
  '//evil.app/x',
  '/a/../b',
  '/a?b=c',
  '/a b',
  'https://x.example/',
]) {
  test(`"${path}" is no path of a request`, () => {
    expect(issuesOf(reviewedRequestsSchema, [{ ...request, path }])).toHaveLength(1);
  });
}
