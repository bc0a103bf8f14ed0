import { formatDay } from '../derive/dates.ts';
import { filledIn } from './filled-in.ts';
import type { Phrase } from './phrase.ts';

/** One text for each form in which a language counts, with `{n}` for the number. */
export type CountedForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** How a language joins, counts and writes days. */
export interface Grammar {
  /** "a, b and c" */
  readonly all: (parts: readonly string[]) => string;
  /** The same, of phrases with labels in them. */
  readonly allOf: (parts: readonly Phrase[]) => Phrase;
  /** "a, b or c" */
  readonly any: (parts: readonly string[]) => string;
  /** "a, b, c" */
  readonly row: (parts: readonly string[]) => string;
  /** The form for a number, with the number and further values put in. */
  readonly counted: (
    n: number,
    forms: CountedForms,
    values?: Readonly<Record<string, string>>,
  ) => string;
  /** `2026-11-20` as readers write it. */
  readonly day: (date: string) => string;
}

/**
 * The grammar of a language, by the rules of Intl.
 *
 * Input: its locale, such as `en-GB`.
 */
export function grammarOf(locale: string): Grammar {
  const list = (type: Intl.ListFormatType): ((parts: readonly string[]) => string) => {
    const format = new Intl.ListFormat(locale, { type });
    return (parts) => format.format(parts);
  };
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  return {
    all: list('conjunction'),
    allOf: (parts) =>
      conjunction
        .formatToParts(parts.map((_, index) => String(index)))
        .flatMap(({ type, value }) =>
          type === 'literal' ? [value] : (parts[Number(value)] ?? []),
        ),
    any: list('disjunction'),
    row: list('unit'),
    counted: (n, forms, values = {}) =>
      filledIn(forms[plurals.select(n)] ?? forms.other, { n: numbers.format(n), ...values }),
    day: (date) => formatDay(date, locale),
  };
}
