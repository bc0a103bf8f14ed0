import { powerWords, type WordGroup, wordGroups } from '../vocabulary/power-words.ts';

/** One entry of the lists, ready to be looked for. */
interface Entry {
  readonly group: WordGroup;
  /** The entry without its stars. */
  readonly word: string;
  readonly pattern: RegExp;
}

/** Scripts whose languages write words together. */
const together = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const entries: readonly Entry[] = Object.values(powerWords).flatMap((groups) =>
  wordGroups.flatMap((group) =>
    groups[group].map((written: string) => {
      const word = folded(written.replaceAll('*', ''));
      const start = written.startsWith('*') || together.test(word) ? '' : '(?<= )';
      const end = written.endsWith('*') || together.test(word) ? '' : '(?= )';
      return { group, word, pattern: new RegExp(`${start}${word}${end}`, 'u') };
    }),
  ),
);

/**
 * What a label is about, by its words, in every language of the lists at once: which one
 * an exchange uses is not asked, so that no label goes unread.
 *
 * Input: a label in any language. Output: for each group the first word that was found,
 * as the lists write it.
 */
export function labelWords(label: string): ReadonlyMap<WordGroup, string> {
  const text = ` ${folded(label)} `;
  const found = new Map<WordGroup, string>();
  for (const { group, word, pattern } of entries)
    if (!found.has(group) && pattern.test(text)) found.set(group, word);
  return found;
}

/**
 * A text as words in lowercase with one space between them. Letters of other widths or
 * shapes become the usual ones, marks over letters that have no letter of their own go,
 * and "fundTransfer" is two words. The dotless i is written like any other, because
 * capitals do not tell them apart.
 */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
