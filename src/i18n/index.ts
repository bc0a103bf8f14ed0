import { en } from './en.ts';

/** Words of the interface: every language has all of them. */
export type Dictionary = typeof en;

/** The dictionaries by language. The first language has no part of its own in addresses. */
const dictionaries = { en } as const satisfies Record<string, Dictionary>;

export type LanguageId = keyof typeof dictionaries;

/** The language of what stands at addresses without a language. */
export const mainLanguage: LanguageId = 'en';

/** The words of a language. */
export function dictionaryOf(language: LanguageId): Dictionary {
  return dictionaries[language];
}

/**
 * The language of a path of the site, base path included: `de` of `/guides/de/gate/`.
 * Paths without a language are in the main one.
 */
export function languageOfPath(path: string): LanguageId {
  return path.split('/').find(isLanguage) ?? mainLanguage;
}

function isLanguage(part: string): part is LanguageId {
  return part !== mainLanguage && Object.hasOwn(dictionaries, part);
}

/** The words of the main language, for what does not get its words as a parameter yet. */
export const t = dictionaryOf(mainLanguage);
