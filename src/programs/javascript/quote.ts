/** What is written as an escape: what no screen shows, and marks that hide how text is read. */
const hidden = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A text as a literal of JavaScript, in single quotes where it holds none: the only way in
 * which anything comes into a program.
 */
export function javaScriptQuote(text: string): string {
  const quoted = JSON.stringify(text.toWellFormed()).replaceAll(hidden, (sign) =>
    Array.from(
      { length: sign.length },
      (_, index) => `\\u${sign.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
  return text.includes("'") ? quoted : `'${quoted.slice(1, -1).replaceAll('\\"', '"')}'`;
}
