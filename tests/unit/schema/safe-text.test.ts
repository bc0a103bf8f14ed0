import { expect, test } from 'playwright/test';
import {
  mendOfSign,
  mixedWord,
  shownSign,
  unsafeSigns,
  unsafeSignsOfFile,
  withVisibleSigns,
} from '../../../src/schema/safe-text.ts';

test('signs are found with their place and what people call them', () => {
  expect(unsafeSigns('a\u2028b\u{E0041}c\uD83D')).toEqual([
    { index: 1, codePoint: 0x2028, name: 'LINE SEPARATOR' },
    { index: 3, codePoint: 0xe0041, name: 'tag' },
    { index: 6, codePoint: 0xd83d, name: 'half of a surrogate pair' },
  ]);
  expect(unsafeSigns('plain text, 🔑 and ü')).toEqual([]);
  expect(unsafeSigns('')).toEqual([]);
});

test('signs without a name of their own are called by their group', () => {
  for (const [sign, shown] of [
    ['\u0001', 'U+0001 control sign'],
    ['\u0085', 'U+0085 NEXT LINE'],
    ['\ue000', 'U+E000 private-use sign'],
    ['\u{10ffff}', 'U+10FFFF noncharacter'],
    ['\ufdd0', 'U+FDD0 noncharacter'],
    ['\ufe01', 'U+FE01 variation selector'],
    ['\u{e0101}', 'U+E0101 variation selector'],
    ['\u2005', 'U+2005 unusual space'],
    ['\u2061', 'U+2061 invisible sign'],
    ['\ufff9', 'U+FFF9 sign of no letter'],
  ] as const)
    expect(unsafeSigns(sign).map(shownSign), shown).toEqual([shown]);
});

test('a text can be shown with its unsafe signs as escapes', () => {
  expect(withVisibleSigns('a\u2028b\u{e0041}\n🔑')).toBe(String.raw`a\u{2028}b\u{e0041}\u{a}🔑`);
});

test('the mend goes by the sign', () => {
  const mend = (sign: string): string[] => unsafeSigns(sign).map(mendOfSign);
  for (const space of ['\t', '\u00a0', '\u2005', '\u202f', '\u3000'])
    expect(mend(space)).toEqual(['Write a plain space instead.']);
  for (const nothing of ['\u200b', '\ufeff'])
    expect(mend(nothing)).toEqual(['Delete it: it cannot be seen.']);
  expect(mend('\ufffd')).toEqual([
    'A byte there is not UTF-8, or a program could not read a sign: type it again, and save the file as UTF-8.',
  ]);
  expect(mend('\ufe0f')).toEqual(['Delete it, or leave the emoji out: it cannot be seen.']);
  expect(mend('\0')).toEqual(['Delete it; if you do not see it, type the text again by hand.']);
});

test('a file may have line ends of both kinds and a mark at its start', () => {
  expect(unsafeSignsOfFile('\uFEFFa\r\nb\nc')).toEqual([]);
  expect(unsafeSignsOfFile('a\rb\uFEFF\r').map(({ index }) => index)).toEqual([1, 3, 4]);
  expect(unsafeSignsOfFile('\uFEFF\uFEFF').map(({ index }) => index)).toEqual([1]);
});

test('a word of two scripts is found with its place', () => {
  expect(mixedWord('an Αpple')).toEqual({ index: 3, word: 'Αpple', scripts: ['Greek', 'Latin'] });
  expect(mixedWord('an apple, яблоко, μήλο')).toBeUndefined();
});
