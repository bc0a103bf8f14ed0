import { en } from './en/index.ts';

/** Words of the interface: every language has all of them. */
export type Dictionary = typeof en;

/** Words of the test programs. */
export type ProgramText = Dictionary['program'];

/** Every language, by the part of addresses that names it. */
export const languageIds = ['en'] as const;

export type LanguageId = (typeof languageIds)[number];

const dictionaries: Readonly<Record<LanguageId, Dictionary>> = { en };

/** The language of what stands at addresses without a language; it has no part of its own in them. */
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
  return languageIds.some((id) => id === part && id !== mainLanguage);
}
