import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The files of the constant part of a language, put together as one program. Each is what it
 * is in its language, so that linters read it; a program is one file, so that people can. In
 * the program a file stands where another takes it in first, in the order of reading:
 *
 * - shell: `. ./name.sh`
 * - Python: `from name import …`
 * - JavaScript: `import { … } from './name.mjs'`, and what it exports is the program's own.
 *
 * Modules that come with the language are taken in once, at the top.
 */

/** How a language takes in its own files, and modules that come with it. */
interface Joining {
  /** Takes in a file of ours; its name is the first group. */
  readonly own: RegExp;
  readonly ending: string;
  /** Takes in a module of the language, with the marks around it. */
  readonly module?: RegExp;
  /** What stands in files alone. */
  readonly dropped: RegExp;
}

const joinings: readonly Joining[] = [
  { ending: '.sh', own: /^\. \.\/([a-z-]+)\.sh\n/gm, dropped: /^# shellcheck shell=.*\n/gm },
  {
    ending: '.py',
    own: /^from (answer|ask|data|sign) import .*\n/gm,
    module: /^(?:# \[\[([a-z0-9-]+)\]\]\n)?import [a-z0-9.]+\n(?:# \[\[\/\1\]\]\n)?/gm,
    dropped: /^$/g,
  },
  {
    ending: '.mjs',
    own: /^import \{[^}]*\} from '\.\/([a-z-]+)\.mjs';\n/gm,
    module: /^import [^;]* from 'node:[^;]*;\n/gm,
    dropped: /^export (?=const |function |async function )/gm,
  },
];

const texts = new Map<string, string>();

/**
 * A program of several files as one text, read once.
 *
 * Input: its first file below `src/programs`. Output: the text. Found from the folder of the
 * project, as bundles are elsewhere.
 */
export function programText(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const joining = joinings.find(({ ending }) => name.endsWith(ending));
  if (joining === undefined) throw new Error(`[programs] ${name} is in no known language.`);
  const whole = taken(name, joining, new Set([name]));
  const { module } = joining;
  const joined =
    module === undefined
      ? whole.replace(placeOfModules, '')
      : whole.replaceAll(module, '').replace(/\n+\0/, () => `\n\n${modulesOf(whole, module)}`);
  texts.set(name, joined);
  return joined;
}

/** Stands before the first file that is taken in. */
const placeOfModules = '\0';

/** A file with those that it takes in, but for those that stand further up. */
function taken(name: string, joining: Joining, before: Set<string>): string {
  const text = readFileSync(path.resolve('src/programs', name), 'utf8');
  return text.replaceAll(joining.dropped, '').replaceAll(joining.own, (_, part: string) => {
    const file = path.posix.join(path.posix.dirname(name), `${part}${joining.ending}`);
    if (before.has(file)) return '';
    const place = before.size === 1 ? placeOfModules : '';
    before.add(file);
    return `${place}${taken(file, joining, before)}\n`;
  });
}

/** The lines that take in modules, each once, by name. */
function modulesOf(text: string, module: RegExp): string {
  const withMarks = text.match(module) ?? [];
  const bare = (line: string): string => line.replaceAll(/^(?:#|\/\/) .*\n/gm, '');
  const byModule = Map.groupBy(withMarks, bare);
  return [...byModule]
    .toSorted(([one], [other]) => nameOf(one).localeCompare(nameOf(other)))
    .map(([line, all]) => (all.includes(line) ? line : (all[0] ?? '')))
    .concat('\n')
    .join('');
}

/** What a line takes in: `node:crypto`, `email.utils`. */
function nameOf(line: string): string {
  return /'(.*)'/.exec(line)?.[1] ?? line;
}
