import { expect, test } from 'playwright/test';
import { anchorLink, pageOfAnchor } from '../../../src/site/anchors.ts';
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
