import { expect, test } from 'playwright/test';
import { sourceIdsSchema, sourceSchema } from '../../../src/schema/source.ts';
import { changedAt, issuesOf, openObjects } from '../../support/nested-values.ts';

const source = {
  id: 'api-docs',
  title: 'API keys',
  publisher: 'Northwind',
  url: 'https://docs.northwind.example/keys',
  checked: '2026-11-20',
  kind: 'official-api',
};

test('a source has an address, a publisher, a kind and the day on which it was read', () => {
  expect(issuesOf(sourceSchema, source)).toEqual([]);
  for (const key of Object.keys(source)) {
    const issues = issuesOf(
      sourceSchema,
      changedAt(source, [key], () => undefined),
    );
    expect(issues).toEqual([expect.stringMatching(new RegExp(`^${key}: `))]);
  }
});

test('a source has no place for keys that the schema does not know', () => {
  expect(openObjects(sourceSchema)).toEqual([]);
});

test('a source is of one of our kinds', () => {
  expect(issuesOf(sourceSchema, { ...source, kind: 'rumour' })).toHaveLength(1);
});

test('a list of source ids has at least one', () => {
  expect(issuesOf(sourceIdsSchema, ['api-docs'])).toEqual([]);
  expect(issuesOf(sourceIdsSchema, [])).toEqual([
    ': Expected at least one source: a fact without a source does not go in.',
  ]);
  expect(issuesOf(sourceIdsSchema, ['API docs'])).toHaveLength(1);
});
