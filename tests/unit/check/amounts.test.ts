import { expect, test } from 'playwright/test';
import { numberOf, numberPattern, spanOf, spanPattern } from '../../../src/check/amounts.ts';

test('numbers are read in digits and in words', () => {
  const read: [string, number | undefined][] = [
    ['7', 7],
    ['1,000', 1000],
    ['One', 1],
    ['thirteen', 13],
    ['thirty', 30],
    ['twenty-one', 21],
    ['twenty one', 21],
    ['a dozen', 12],
    ['a  hundred', 100],
    ['several', undefined],
  ];
  expect(read.map(([text]) => numberOf(text))).toEqual(read.map(([, number]) => number));
});

test('the pattern takes the whole number, and no part of a word', () => {
  const pattern = new RegExp(String.raw`\b${numberPattern}\b`, 'giu');
  expect('twenty-one, 1,000 and a dozen; often, tonight'.match(pattern)).toEqual([
    'twenty-one',
    '1,000',
    'a dozen',
  ]);
});

test('spans of time are the fewest and the most days that they can have', () => {
  const days = (text: string): (number | undefined)[] => {
    const match = new RegExp(spanPattern, 'iu').exec(text);
    const span = spanOf(
      match?.[0] ?? '',
      match?.groups?.['count'] ?? '',
      match?.groups?.['unit'] ?? '',
    );
    return [span?.least, span?.most];
  };
  expect(days('after 90 days')).toEqual([90, 90]);
  expect(days('a 30-day term')).toEqual([30, 30]);
  expect(days('in two weeks')).toEqual([14, 14]);
  expect(days('after a month')).toEqual([28, 31]);
  expect(days('after three months')).toEqual([84, 93]);
  expect(days('half a year')).toEqual([182, 183]);
  expect(days('for a while')).toEqual([undefined, undefined]);
});
