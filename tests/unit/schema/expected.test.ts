import { expect, test } from 'playwright/test';
import { expectedSchema } from '../../../src/schema/expected.ts';
import { issuesOf } from '../../support/nested-values.ts';

const whole = {
  'read-only': {
    on: { read: true, wallet: 'view' },
    ifAsked: { orders: 'view' },
    unavoidable: { read: ['manage-keys'] },
    off: ['trade'],
    never: ['withdraw'],
  },
  futures: { refused: true },
};

test('a use case has settings or is refused', () => {
  expect(issuesOf(expectedSchema, whole)).toEqual([]);
  expect(issuesOf(expectedSchema, { a: { on: { read: true } } })).toEqual([]);
});

test('and neither both nor nothing', () => {
  const message = 'Expected either "refused: true" alone, or what is "on" and what is not.';
  for (const entry of [
    {},
    { off: ['trade'] },
    { refused: true, on: { read: true } },
    { refused: true, never: ['withdraw'] },
    { refused: true, unavoidable: { read: ['manage-keys'] } },
  ])
    expect(issuesOf(expectedSchema, { a: entry })).toEqual([`a: ${message}`]);
});

test('a permission is set at a level or is a plain box', () => {
  for (const level of [false, 1])
    expect(issuesOf(expectedSchema, { a: { on: { read: level } } })).toEqual([
      'a.on.read: Expected the id of a level, or true for a plain box.',
    ]);
  for (const level of ['Read Only', ''])
    expect(issuesOf(expectedSchema, { a: { on: { read: level } } })).toHaveLength(1);
});

test('a key that the schema does not know is refused', () => {
  expect(issuesOf(expectedSchema, { a: { on: { read: true }, maybe: [] } })).toEqual([
    'a: Unrecognized key: "maybe"',
  ]);
});
