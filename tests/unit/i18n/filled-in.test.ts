import { expect, test } from 'playwright/test';
import { filledIn } from '../../../src/i18n/filled-in.ts';

test('a text gets its values, as often as it names them', () => {
  expect(filledIn('{title}: {url} ({url})', { title: 'A key', url: 'https://a.example/' })).toBe(
    'A key: https://a.example/ (https://a.example/)',
  );
  expect(filledIn('No place.', { title: 'A key' })).toBe('No place.');
});

test('what a value holds is no place', () => {
  expect(filledIn('{title} {url}', { title: '{url} $& $1', url: 'x' })).toBe('{url} $& $1 x');
});

test('a place without a value stays, whatever every object has', () => {
  expect(filledIn('{n} of {constructor}', { n: '3' })).toBe('3 of {constructor}');
});
