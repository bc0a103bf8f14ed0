import { expect, test } from 'playwright/test';
import { plainList } from '../../../src/derive/plain-list.ts';

const lists: [string[], string][] = [
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a or b'],
  [['a', 'b', 'c'], 'a, b or c'],
  [['a', 'b', 'c', 'd'], 'a, b, c or d'],
];
for (const [parts, expected] of lists) {
  test(`a list of ${parts.length} is written "${expected}"`, () => {
    expect(plainList(parts, 'or')).toBe(expected);
  });
}

test('the word between the last two is the given one', () => {
  expect(plainList(['a', 'b'], 'and')).toBe('a and b');
});
