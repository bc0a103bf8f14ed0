import { expect, test } from 'playwright/test';
import { sourceNames } from '../../../src/derive/source-names.ts';
import { type Source, sourceSchema } from '../../../src/schema/source.ts';

const source = (id: string, publisher: string, title: string): Source =>
  sourceSchema.parse({
    id,
    title,
    publisher,
    url: 'https://northwind.example/',
    checked: '2026-11-20',
    kind: 'official-api',
  });

const namesOf = (...sources: Source[]): string[] => [...sourceNames(sources).values()];

test('a publisher with one source is named alone', () => {
  expect(namesOf(source('a', 'CCXT', 'ccxt 4.5.84'), source('b', 'rotki', 'Connections'))).toEqual([
    'CCXT',
    'rotki',
  ]);
});

test('several sources of a publisher are told apart by their titles', () => {
  expect(
    namesOf(
      source('a', 'Northwind', 'Northwind API'),
      source('b', 'Northwind', 'Sub-accounts'),
      source('c', 'northwind', 'Elsewhere'),
    ),
  ).toEqual(['Northwind API', 'Northwind: Sub-accounts', 'northwind']);
});

test('a long name is cut between words', () => {
  const [name = ''] = namesOf(
    source(
      'a',
      'Northwind',
      'How to create and to look after keys, with many pictures of the form',
    ),
    source('b', 'Northwind', 'Fees'),
  );
  expect(name).toBe('Northwind: How to create and to look after…');
});

test('a long name without spaces is cut all the same', () => {
  const [name = ''] = namesOf(source('a', '字'.repeat(60), 'Title'));
  expect(name).toMatch(/^字{20,}…$/);
});

test('no two names are the same', () => {
  const same = (id: string): Source => source(id, 'Northwind', 'Notice of Northwind');
  expect(namesOf(same('a'), same('b'), same('c'))).toEqual([
    'Notice of Northwind',
    'Notice of Northwind (2)',
    'Notice of Northwind (3)',
  ]);
});
