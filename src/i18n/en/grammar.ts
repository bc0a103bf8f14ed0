import { grammarOf } from '../grammar.ts';

/** For lists, counts and dates: day before month, as the texts write them. */
export const locale = 'en-GB';

export const { all, allOf, any, row, counted, day } = grammarOf(locale);

export const days = (n: number): string => counted(n, { one: '{n} day', other: '{n} days' });

const withComma = grammarOf('en-US').all;

/**
 * A list of phrases that can hold an "and" themselves: with a comma before the last "and", as
 * American English has it from three parts on.
 */
export const phrases = (parts: readonly string[]): string =>
  parts.length === 2 ? parts.join(', and ') : withComma(parts);
