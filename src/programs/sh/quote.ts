/**
 * A text as one word of the shell: the only way in which anything comes into a script. Between
 * single quotes every byte stands for itself; NUL, which no shell can hold, becomes U+FFFD.
 */
export function shellQuote(text: string): string {
  return `'${text.toWellFormed().replaceAll('\0', '\u{FFFD}').replaceAll("'", `'\\''`)}'`;
}
