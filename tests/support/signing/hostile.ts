/** Signs and texts that could end a text, a comment or a command, or hide how it is read. */

const codes = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));

/** Ends of a line, of every kind that Unicode knows. */
export const lineEnds = ['\n', '\r', '\r\n', '\v', '\f', '\u{85}', '\u{2028}', '\u{2029}'];

/** Everything that has stood at the bottom of a hole like this one. */
export const strangeSigns: readonly string[] = [
  ...lineEnds,
  // Control signs of both kinds.
  ...codes(0x00, 0x1f),
  ...codes(0x7f, 0x9f),
  // Direction, signs without width, joiners, the mark of byte order, tags.
  ...codes(0x200b, 0x200f),
  ...codes(0x202a, 0x202e),
  ...codes(0x2060, 0x206f),
  '\u{61c}',
  '\u{ad}',
  '\u{feff}',
  '\u{fff9}',
  '\u{e0041}',
  // Halves of signs.
  '\ud800',
  '\udc00',
  // What quotes, escapes, fills in or comments.
  '"',
  "'",
  '`',
  '\\',
  '\\n',
  '\\u0022',
  '\\x27',
  '"""',
  "'''",
  '$()',
  '${}',
  '$HOME',
  '$((1))',
  '{}',
  '{{',
  '%s',
  '%n',
  '%%',
  '%',
  '*/',
  '/*',
  '//',
  '#',
  '<!--',
  '-->',
  '</script>',
  ';',
  '&&',
  '||',
  '|',
  '>',
  '!',
  '~',
  '*',
  '?',
  '[',
  ')',
  '(',
  'esac',
  'EOF',
  '-e',
  '[[data]]',
  '[[recipe]]',
  '# -*- coding: utf-7 -*- +AAo-print(1)+AAo-',
];

/**
 * Commands in every language that would leave a file, end the program, or print the secret and
 * a word that stands nowhere: PWNED, written in two.
 */
const commands = [
  'touch pwned; printf PWN%s "ED$secret"',
  '$(touch pwned)`touch pwned`',
  'print("PWN" + "ED"); open("pwned", "w")',
  '{open("pwned", "w")}',
  '${process.exit(9)}',
  'console.log("PWN" + "ED"); import("node:fs").then((fs) => fs.writeFileSync("pwned", ""))',
  'BEGIN { system("touch pwned") }',
];

/** The word that the commands would print. */
export const printedByCommands = 'PWNED';

/** A text in which every strange sign stands before and behind every command. */
export function hostileText(name: string): string {
  const attacks = strangeSigns.map((sign, index) => {
    const command = commands[index % commands.length] ?? '';
    return `${sign}${command}${sign}`;
  });
  const quoted = commands.flatMap((command) => [
    `'; ${command}; '`,
    `"; ${command}; "`,
    `\n${command}\n`,
    `\u{2028}${command}\u{2028}`,
    `\r${command}\r`,
  ]);
  return `${name}${attacks.join('')}${quoted.join('')}${name}`;
}

/** What a part of a request may hold of it: every plain sign, and the commands of one line. */
export const plainAttack = [...strangeSigns, ...commands.slice(0, 5)]
  .filter((text) => /^[ -~]+$/.test(text))
  .join('')
  .trim();
