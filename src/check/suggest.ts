import { closest, distance } from 'fastest-levenshtein';

/** The known name that somebody probably meant; undefined where nothing is close. */
export function closeTo(written: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const best = closest(written, [...known]);
  return distance(written, best) <= Math.max(2, Math.floor(best.length / 3)) ? best : undefined;
}

/**
 * The known name that somebody probably meant, as the start of a help text.
 *
 * Input: what was written and the known names. Output: `Did you mean "…"? ` or an
 * empty text where nothing is close.
 */
export function didYouMean(written: string, known: readonly string[]): string {
  const best = closeTo(written, known);
  return best === undefined ? '' : `Did you mean "${best}"? `;
}

/** A list of known names for messages: `"a", "b" and "c"`. */
export function quotedList(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length < 2
    ? quoted.join('')
    : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** A text with a full stop at its end. */
export function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
