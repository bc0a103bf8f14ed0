/** What is written as an escape: what no screen shows, and marks that hide how text is read. */
const hidden = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A text as a literal of Python: the only way in which anything comes into a program. The
 * escapes of JSON are Python's too; signs beyond U+FFFF have one of their own.
 */
export function pythonQuote(text: string): string {
  return JSON.stringify(text.toWellFormed()).replaceAll(hidden, (sign) => {
    const code = (sign.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
}
