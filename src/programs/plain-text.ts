/** What no screen shows: control signs, marks of direction, signs without width, line ends. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A text as programs may show and compare it: one line, well formed, without signs that a
 * terminal could obey or that hide how a program is read. Each of them becomes U+FFFD.
 */
export function plainText(text: string): string {
  return text.toWellFormed().replaceAll(invisible, '\u{FFFD}');
}
