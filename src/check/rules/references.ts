import type { DataFile } from '../content.ts';
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
      file: file.path,
      ...file.yaml.placeOf(path),
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
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => referencesUnder(item, key, [...path, index]));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]: [string, unknown]) => {
    const here = [...path, name];
    if (name !== key) return referencesUnder(item, key, here);
    if (typeof item === 'string') return [{ path: here, name: item }];
    if (!Array.isArray(item)) return referencesUnder(item, key, here);
    return item.flatMap((entry: unknown, index) =>
      typeof entry === 'string'
        ? [{ path: [...here, index], name: entry }]
        : referencesUnder(entry, key, [...here, index]),
    );
  });
}
