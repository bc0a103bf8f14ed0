import type { DataFile } from '../../content/data-file.ts';
import { didYouMean, quotedList } from '../suggest.ts';
import type { Finding } from '../rule.ts';

/** A name that must be among known names, with the path to it in its file. */
export interface Reference {
  readonly path: readonly PropertyKey[];
  readonly name: string;
}

/**
 * Findings for the references of a file that name nothing.
 *
 * Input: the file, what kind of thing is referred to, the references, the known
 * names and where those are listed. Output: one finding each.
 */
export function unknownReferences(
  file: DataFile<unknown>,
  kind: string,
  references: readonly Reference[],
  known: readonly string[],
  listedIn: string,
): Finding[] {
  return references
    .filter(({ name }) => !known.includes(name))
    .map(({ path, name }) => ({
      ...file.at(path),
      message: `There is no ${kind} "${name}"; ${listedIn} lists ${quotedList(known)}.`,
      help: `${didYouMean(name, known)}Correct the name, or add the ${kind} to ${listedIn}.`,
    }));
}

/** Every list under a key with this name, anywhere in a value, as references. */
export function referencesUnder(
  value: unknown,
  key: string,
  path: readonly PropertyKey[] = [],
): Reference[] {
  const found: Reference[] = [];
  const gather = (part: unknown, at: readonly PropertyKey[]): void => {
    if (Array.isArray(part)) part.forEach((item: unknown, index) => gather(item, [...at, index]));
    else if (typeof part === 'object' && part !== null)
      for (const [name, item] of Object.entries(part)) {
        const here = [...at, name];
        if (name === key) refer(item, here);
        else gather(item, here);
      }
  };
  const refer = (named: unknown, at: readonly PropertyKey[]): void => {
    if (typeof named === 'string') found.push({ path: at, name: named });
    else if (!Array.isArray(named)) gather(named, at);
    else
      named.forEach((entry: unknown, index) => {
        const here = [...at, index];
        if (typeof entry === 'string') found.push({ path: here, name: entry });
        else gather(entry, here);
      });
  };
  gather(value, path);
  return found;
}
