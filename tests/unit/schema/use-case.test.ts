import { expect, test } from 'playwright/test';
import { useCaseSchema, useCasesSchema } from '../../../src/schema/use-case.ts';
import { changedAt, issuesOf, openObjects } from '../../support/nested-values.ts';

const useCase = {
  id: 'spot-trading',
  label: 'Spot trading',
  short: 'Spot',
  purpose: 'for spot trading',
  who: 'For trading bots.',
  needs: ['read-balances', 'trade-spot'],
  forbids: ['pay-out', 'manage-addresses', 'manage-keys', 'withdraw'],
};

test('a use case needs something and forbids all that moves funds out', () => {
  expect(issuesOf(useCaseSchema, useCase)).toEqual([]);
  expect(
    issuesOf(useCaseSchema, { ...useCase, forbids: [...useCase.forbids, 'move-own'] }),
  ).toEqual([]);
});

for (const capability of useCase.forbids) {
  test(`it cannot leave "${capability}" open`, () => {
    const forbids = useCase.forbids.filter((forbidden) => forbidden !== capability);
    expect(issuesOf(useCaseSchema, { ...useCase, forbids })).toEqual([
      'forbids: Every use case forbids what can take funds out: pay-out, manage-addresses, manage-keys, withdraw.',
    ]);
  });

  test(`it cannot need "${capability}"`, () => {
    const needs = [...useCase.needs, capability];
    expect(issuesOf(useCaseSchema, { ...useCase, needs })).toEqual([
      'forbids: A use case cannot forbid what it needs.',
    ]);
  });
}

test('it cannot forbid what it needs', () => {
  const forbids = [...useCase.forbids, 'trade-spot'];
  expect(issuesOf(useCaseSchema, { ...useCase, forbids })).toEqual([
    'forbids: A use case cannot forbid what it needs.',
  ]);
});

test('it cannot need nothing', () => {
  expect(issuesOf(useCaseSchema, { ...useCase, needs: [] })).toHaveLength(1);
});

test('it needs and forbids words of our vocabulary only', () => {
  for (const path of [
    ['needs', 0],
    ['forbids', 0],
  ]) {
    const changed = changedAt(useCase, path, () => 'trade');
    expect(issuesOf(useCaseSchema, changed)[0]).toMatch(
      new RegExp(`^${path.join('\\.')}: Invalid option: expected one of "read-account"\\|`),
    );
  }
});

test('it has no place for keys that the schema does not know', () => {
  expect(openObjects(useCasesSchema)).toEqual([]);
  expect(issuesOf(useCaseSchema, { ...useCase, allows: [] })).toEqual([
    ': Unrecognized key: "allows"',
  ]);
});

test('there is at least one', () => {
  expect(issuesOf(useCasesSchema, [useCase])).toEqual([]);
  expect(issuesOf(useCasesSchema, [])).toHaveLength(1);
});

test('it cannot have the address of the record', () => {
  expect(issuesOf(useCaseSchema, { ...useCase, id: 'facts' })).toEqual([
    'id: Expected none of facts: that is the address of another page of every exchange.',
  ]);
});
