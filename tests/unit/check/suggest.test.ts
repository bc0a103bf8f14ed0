import { expect, test } from 'playwright/test';
import { didYouMean, quotedList, sentence } from '../../../src/check/suggest.ts';

const steps = ['restrict-ip', 'revoke-key', 'rotate-key', 'test-key'];

test('a name with a slip suggests the known one', () => {
  const written: [string, string][] = [
    ['restrict-ips', 'restrict-ip'],
    ['restrictip', 'restrict-ip'],
    ['Test-Key', 'test-key'],
    ['rotate_key', 'rotate-key'],
    ['revoke', ''],
    ['', ''],
    ['toString', ''],
    ['something-else', ''],
  ];
  expect(written.map(([name]) => [name, didYouMean(name, steps)])).toEqual(
    written.map(([name, known]) => [name, known === '' ? '' : `Did you mean "${known}"? `]),
  );
});

test('short names allow for two letters, long ones for a third', () => {
  expect(didYouMean('eu', ['us'])).toBe('Did you mean "us"? ');
  expect(didYouMean('asia', ['us'])).toBe('');
  expect(didYouMean('abcdefxyz', ['abcdefghi'])).toBe('Did you mean "abcdefghi"? ');
  expect(didYouMean('abcdewxyz', ['abcdefghi'])).toBe('');
});

test('nothing known, nothing suggested', () => {
  expect(didYouMean('a', [])).toBe('');
});

test('lists of names', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(quotedList)).toEqual([
    '',
    '"a"',
    '"a" and "b"',
    '"a", "b" and "c"',
  ]);
});

test('a sentence has one full stop', () => {
  expect([sentence('So it is'), sentence('So it is.')]).toEqual(['So it is.', 'So it is.']);
});
