import { expect, test } from 'playwright/test';
import { grammarOf } from '../../../src/i18n/grammar.ts';

const english = grammarOf('en-GB');

test('lists are joined as the language joins them', () => {
  const lists = [[], ['a'], ['a', 'b'], ['a', 'b', 'c']];
  expect(lists.map(english.all)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  expect(lists.map(english.any)).toEqual(['', 'a', 'a or b', 'a, b or c']);
  expect(lists.map(english.row)).toEqual(['', 'a', 'a, b', 'a, b, c']);
  expect(grammarOf('de').all(['a', 'b', 'c'])).toBe('a, b und c');
});

test('a number takes the form that the language has for it', () => {
  const forms = { one: '{n} day', other: '{n} days' };
  expect([0, 1, 2, 1000].map((n) => english.counted(n, forms))).toEqual([
    '0 days',
    '1 day',
    '2 days',
    '1,000 days',
  ]);
  const polish = { one: '{n} dzień', few: '{n} dni', many: '{n} dni', other: '{n} dnia' };
  const { counted } = grammarOf('pl');
  expect([1, 3, 5].map((n) => counted(n, polish))).toEqual(['1 dzień', '3 dni', '5 dni']);
});

test('a form that a language does not write out is that of all other numbers', () => {
  expect(english.counted(1, { other: 'days: {n}' })).toBe('days: 1');
});

test('further values are put in, and what they hold is no place', () => {
  expect(english.counted(2, { other: '{n} of {name}' }, { name: '{n}' })).toBe('2 of {n}');
});
