import { expect, test } from 'playwright/test';
import { conceptSchema } from '../../../src/schema/concept.ts';
import { changedAt, issuesOf, openObjects } from '../../support/nested-values.ts';

const concept = {
  title: 'Storing a secret',
  summary: 'Where a secret is safe.',
  order: 3,
  updated: '2026-11-20',
  sources: [
    {
      id: 'owasp',
      title: 'Secrets Management',
      publisher: 'OWASP',
      url: 'https://cheatsheetseries.owasp.org/',
      checked: '2026-11-20',
      kind: 'standard',
    },
  ],
  questions: [{ id: 'by-email', q: 'May I send it by e-mail?', a: 'No.' }],
};

test('a concept fits with its questions or without', () => {
  expect(conceptSchema.parse(concept)).toEqual(concept);
  const { questions: _questions, ...least } = concept;
  expect(conceptSchema.parse(least)).toEqual({ ...concept, questions: [] });
});

test('its day becomes text where a YAML reader made a date of it', () => {
  const read = { ...concept, updated: new Date('2026-11-20') };
  expect(conceptSchema.parse(read).updated).toBe('2026-11-20');
});

test('it has no place for keys that the schema does not know', () => {
  expect(openObjects(conceptSchema)).toEqual([]);
  expect(issuesOf(conceptSchema, { ...concept, author: 'x' })).toEqual([
    ': Unrecognized key: "author"',
  ]);
});

test('titles and summaries are as long as search results show them', () => {
  const issuesWith = (key: string, length: number): string[] =>
    issuesOf(conceptSchema, { ...concept, [key]: 'x'.repeat(length) });
  expect(issuesWith('title', 60)).toEqual([]);
  expect(issuesWith('title', 61)).toHaveLength(1);
  expect(issuesWith('summary', 160)).toEqual([]);
  expect(issuesWith('summary', 161)).toHaveLength(1);
});

const refused: [string, (string | number)[], unknown][] = [
  ['no source', ['sources'], []],
  ['a place before the first', ['order'], 0],
  ['a place between two', ['order'], 1.5],
  ['an empty answer', ['questions', 0, 'a'], ' '],
];
for (const [name, path, value] of refused) {
  test(`it refuses ${name}`, () => {
    const changed = changedAt(concept, path, () => value);
    expect(issuesOf(conceptSchema, changed)).toHaveLength(1);
  });
}
