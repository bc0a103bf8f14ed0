import { expect, test } from 'playwright/test';
import {
  type Dictionary,
  dictionaryOf,
  languageIds,
  languageOfPath,
  mainLanguage,
} from '../../../src/i18n/index.ts';

test('every language has its dictionary, which names it and its locale', () => {
  for (const id of languageIds) {
    const { language, locale } = dictionaryOf(id);
    expect(language).toBe(id);
    expect(new Intl.Locale(locale).language).toBe(id);
  }
});

test('a dictionary without an area, or with a text that is no text, does not compile', () => {
  const { home, ...others } = dictionaryOf(mainLanguage);
  // @ts-expect-error The words of the home page are missing.
  const withoutHome: Dictionary = others;
  // @ts-expect-error A text of the home page is missing.
  const withoutTitle: Dictionary = { ...others, home: { ...home, title: undefined } };
  expect([withoutHome, withoutTitle]).not.toContain(dictionaryOf(mainLanguage));
});

test('a path without a language is in the main one', () => {
  for (const path of ['/', '/gate/', '/guides/gate/read-only/', `/${mainLanguage}/gate/`])
    expect(languageOfPath(path)).toBe(mainLanguage);
});
