import { expect, test } from 'playwright/test';
import { composed, hole, marked, plainSentence, sentence } from '../../../src/i18n/sentence.ts';

const name = 'Northwind {link}';
const mixed = sentence`Ask ${name} at ${hole('host')}, or ${marked('link', 'look here')}.`;

test('each marked place is made into something to show, in the order of the sentence', () => {
  expect(
    composed(mixed, { link: (words) => `<a>${words}</a>`, host: () => '<b>a.example</b>' }).join(
      '',
    ),
  ).toBe('Ask Northwind {link} at <b>a.example</b>, or <a>look here</a>.');
});

test('another language puts the places where it wants them', () => {
  const other = sentence`${marked('link', 'Hier')}, ${hole('host')}: ${name}`;
  expect(composed(other, { link: (words) => `[${words}]`, host: () => 'a.example' }).join('')).toBe(
    '[Hier], a.example: Northwind {link}',
  );
});

test('a sentence that has no place for what a page shows is refused', () => {
  expect(() =>
    composed<'host' | 'link', string>(sentence`Ask at ${hole('host')}.`, {
      host: () => '',
      link: () => '',
    }),
  ).toThrow(
    '[i18n] The sentence "Ask at {host}." has no place for "link". Add it to the dictionary.',
  );
});

test('a page that shows less than the sentence has places for does not compile', () => {
  // @ts-expect-error The link is missing.
  expect(() => composed(mixed, { host: () => '' })).toThrow();
});

test('the words alone', () => {
  expect(plainSentence(mixed)).toBe('Ask Northwind {link} at {host}, or look here.');
  expect(plainSentence(sentence`Nothing is marked.`)).toBe('Nothing is marked.');
});
