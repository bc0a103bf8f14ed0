import { expect, test } from 'playwright/test';
import {
  anchorLink,
  anchorsOf,
  conceptAnchors,
  headingAnchor,
  pageOfAnchor,
  pathParts,
} from '../../../src/site/anchors.ts';
import { recordGroups } from '../../../src/vocabulary/record-groups.ts';
import { stepIds } from '../../../src/vocabulary/steps.ts';

test('steps stand on the guide, and no group of facts has the name of a step', () => {
  expect(stepIds.filter((id) => pageOfAnchor(id) !== 'guide')).toEqual([]);
});

test('groups, questions and sources stand on the record', () => {
  const anchors = [...recordGroups, 'question-fees', 'source-api-docs'];
  expect(anchors.filter((anchor) => pageOfAnchor(anchor) !== 'record')).toEqual([]);
});

test('errors stand on their own page, under their old names too', () => {
  const anchors = ['error-clock', 'troubleshooting', 'not-documented'];
  expect(anchors.filter((anchor) => pageOfAnchor(anchor) !== 'errors')).toEqual([]);
});

test('what nobody knows is left to the guide', () => {
  for (const anchor of ['done', 'sources-of-income', 'myerror-x', ''])
    expect(pageOfAnchor(anchor)).toBe('guide');
});

test('a link stays on its page, or gets the address of another one', () => {
  const place = { exchange: 'gate', on: 'record' } as const;
  expect(anchorLink('#sources', place, '/')).toBe('#sources');
  expect(anchorLink('#sign-in', place, '/guides')).toBe('/guides/gate/#sign-in');
  expect(anchorLink('#sources', { exchange: 'gate', on: undefined }, '/')).toBe(
    '/gate/facts/#sources',
  );
});

test('each page of an exchange has its own anchors, and a closing one makes no key', () => {
  const parts = {
    steps: ['sign-in', 'test-key'],
    isActive: true,
    errors: ['bad-clock'],
    questions: ['why'],
    sources: ['docs'],
  } as const;
  const { guide, record, errors } = anchorsOf(parts);
  expect(guide).toEqual(['sign-in', 'test-key', ...pathParts]);
  expect(record).toEqual([...recordGroups, 'question-why', 'source-docs']);
  expect(errors).toEqual(['error-bad-clock']);
  expect(anchorsOf({ ...parts, isActive: false }).guide).toEqual(['sign-in', 'test-key']);
  // A bare anchor leads to the page that has it.
  for (const [page, anchors] of Object.entries({ guide, record, errors }))
    expect(anchors.filter((anchor) => pageOfAnchor(anchor) !== page)).toEqual([]);
});

test('a concept has its headings, and questions where there are any', () => {
  const concept = { headings: ['What’s next?', 'A 2nd key'], questions: 0, sources: ['rfc'] };
  expect(conceptAnchors(concept)).toEqual(['whats-next', 'a-2nd-key', 'sources', 'source-rfc']);
  expect(conceptAnchors({ ...concept, questions: 1 })).toContain('questions');
  expect(headingAnchor('Über `keys`')).toBe('über-keys');
});
