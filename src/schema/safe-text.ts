/**
 * Signs that no text of content may have, because people who review a change cannot see
 * them, or because a program reads them as an end of line or turns the text around.
 *
 * The groups are those of Unicode (UAX 44, https://www.unicode.org/reports/tr44/); the
 * signs that turn text around are those of "Trojan Source" (https://trojansource.codes).
 */

/** A sign that does not belong into a text. */
export interface UnsafeSign {
  /** Where it stands, in UTF-16 units from 0. */
  readonly index: number;
  readonly codePoint: number;
  /** What people call it: the name that Unicode gives it, or its group. */
  readonly name: string;
}

/** Line feeds are found as well: whether they belong is a matter of the kind of text. */
const unsafe =
  // Two signs of the last list, which look like nothing or stand for nothing, are in no group.
  /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Zs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800\uFFFC\uFFFD]/gu;

/** The signs that are met most often; all others are named by their group. */
const names: ReadonlyMap<number, string> = new Map([
  [0x00, 'NUL'],
  [0x09, 'TAB'],
  [0x0a, 'LINE FEED'],
  [0x0b, 'LINE TABULATION'],
  [0x0c, 'FORM FEED'],
  [0x0d, 'CARRIAGE RETURN'],
  [0x1b, 'ESCAPE'],
  [0x7f, 'DELETE'],
  [0x85, 'NEXT LINE'],
  [0xa0, 'NO-BREAK SPACE'],
  [0xad, 'SOFT HYPHEN'],
  [0x034f, 'COMBINING GRAPHEME JOINER'],
  [0x061c, 'ARABIC LETTER MARK'],
  [0x115f, 'HANGUL CHOSEONG FILLER'],
  [0x1160, 'HANGUL JUNGSEONG FILLER'],
  [0x180e, 'MONGOLIAN VOWEL SEPARATOR'],
  [0x2002, 'EN SPACE'],
  [0x2003, 'EM SPACE'],
  [0x2007, 'FIGURE SPACE'],
  [0x2009, 'THIN SPACE'],
  [0x200a, 'HAIR SPACE'],
  [0x200b, 'ZERO WIDTH SPACE'],
  [0x200c, 'ZERO WIDTH NON-JOINER'],
  [0x200d, 'ZERO WIDTH JOINER'],
  [0x200e, 'LEFT-TO-RIGHT MARK'],
  [0x200f, 'RIGHT-TO-LEFT MARK'],
  [0x2028, 'LINE SEPARATOR'],
  [0x2029, 'PARAGRAPH SEPARATOR'],
  [0x202a, 'LEFT-TO-RIGHT EMBEDDING'],
  [0x202b, 'RIGHT-TO-LEFT EMBEDDING'],
  [0x202c, 'POP DIRECTIONAL FORMATTING'],
  [0x202d, 'LEFT-TO-RIGHT OVERRIDE'],
  [0x202e, 'RIGHT-TO-LEFT OVERRIDE'],
  [0x202f, 'NARROW NO-BREAK SPACE'],
  [0x2060, 'WORD JOINER'],
  [0x2066, 'LEFT-TO-RIGHT ISOLATE'],
  [0x2067, 'RIGHT-TO-LEFT ISOLATE'],
  [0x2068, 'FIRST STRONG ISOLATE'],
  [0x2069, 'POP DIRECTIONAL ISOLATE'],
  [0x2800, 'BRAILLE PATTERN BLANK'],
  [0x3000, 'IDEOGRAPHIC SPACE'],
  [0x3164, 'HANGUL FILLER'],
  [0xfe0e, 'VARIATION SELECTOR-15'],
  [0xfe0f, 'VARIATION SELECTOR-16'],
  [0xfeff, 'ZERO WIDTH NO-BREAK SPACE'],
  [0xffa0, 'HALFWIDTH HANGUL FILLER'],
  [0xfffc, 'OBJECT REPLACEMENT CHARACTER'],
  [0xfffd, 'REPLACEMENT CHARACTER'],
]);

/** Groups in the order in which a sign is looked for in them. */
const groups: readonly (readonly [RegExp, string])[] = [
  [/^\p{Cs}$/u, 'half of a surrogate pair'],
  [/^\p{Cc}$/u, 'control sign'],
  [/^\p{Co}$/u, 'private-use sign'],
  [/^\p{Noncharacter_Code_Point}$/u, 'noncharacter'],
  [/^\p{Variation_Selector}$/u, 'variation selector'],
  [/^[\u{E0000}-\u{E007F}]$/u, 'tag'],
  [/^\p{Zs}$/u, 'unusual space'],
  [/^\p{Default_Ignorable_Code_Point}$/u, 'invisible sign'],
];

/**
 * Every sign of a text that does not belong into any text: controls, separators of lines
 * and paragraphs, what turns or hides text, unusual spaces, halves of surrogate pairs,
 * what stands for nothing. Line feeds are among them.
 *
 * Input: any text. Output: the signs in the order of the text. Never throws.
 */
export function unsafeSigns(text: string): UnsafeSign[] {
  return Array.from(text.matchAll(unsafe), ({ 0: sign, index }) => {
    const codePoint = sign.codePointAt(0) ?? 0;
    return { index, codePoint, name: nameOf(sign, codePoint) };
  });
}

/**
 * Those of a whole file, as it was decoded from UTF-8. Line ends of both kinds and one byte
 * order mark at the very start belong there. Bytes that are not UTF-8 were replaced by
 * U+FFFD while decoding (https://encoding.spec.whatwg.org), so that they are found as such.
 */
export function unsafeSignsOfFile(text: string): UnsafeSign[] {
  return unsafeSigns(text).filter(
    ({ index, codePoint }) =>
      codePoint !== 0x0a &&
      !(codePoint === 0x0d && text[index + 1] === '\n') &&
      !(codePoint === 0xfeff && index === 0),
  );
}

/** A sign as messages name it: "U+2028 LINE SEPARATOR". */
export function shownSign({ codePoint, name }: Omit<UnsafeSign, 'index'>): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')} ${name}`;
}

/** A text as it can be shown to anybody: each unsafe sign as its escape, `\\u{2028}`. */
export function withVisibleSigns(text: string): string {
  return text.replaceAll(unsafe, (sign) => `\\u{${sign.codePointAt(0)?.toString(16) ?? ''}}`);
}

/** What to do about a sign. */
export function mendOfSign({ codePoint, name }: Omit<UnsafeSign, 'index'>): string {
  if (codePoint === 0xfffd)
    return 'A byte there is not UTF-8, or a program could not read a sign: type it again, and save the file as UTF-8.';
  if (codePoint === 0x09 || name.includes('SPACE') || name === 'unusual space')
    return codePoint === 0x200b || codePoint === 0xfeff
      ? 'Delete it: it cannot be seen.'
      : 'Write a plain space instead.';
  if (codePoint === 0xfe0e || codePoint === 0xfe0f)
    return 'Delete it, or leave the emoji out: it cannot be seen.';
  return 'Delete it; if you do not see it, type the text again by hand.';
}

/** A word whose letters come from two scripts that have letters of the same looks. */
export interface MixedWord {
  /** Where the word starts, in UTF-16 units from 0. */
  readonly index: number;
  readonly word: string;
  /** Scripts in the order in which they appear. */
  readonly scripts: readonly string[];
}

/** Scripts with letters that look like Latin ones. Han, Kana and Hangul have none. */
const lookAlikeScripts = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Coptic: /\p{Script=Coptic}/u,
  Cherokee: /\p{Script=Cherokee}/u,
  Lisu: /\p{Script=Lisu}/u,
} as const satisfies Record<string, RegExp>;

const scriptEntries = Object.entries(lookAlikeScripts);

/**
 * The first word that mixes scripts whose letters look alike, such as an "a" of Cyrillic in
 * a Latin word; undefined where there is none. A word is a run of letters and digits:
 * "API-ключ" is two.
 */
export function mixedWord(text: string): MixedWord | undefined {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const scripts = scriptEntries
      .map(([script, letter]) => ({ script, at: word.search(letter) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)
      .map(({ script }) => script);
    if (scripts.length > 1) return { index, word, scripts };
  }
  return undefined;
}

function nameOf(sign: string, codePoint: number): string {
  return (
    names.get(codePoint) ?? groups.find(([group]) => group.test(sign))?.[1] ?? 'sign of no letter'
  );
}
