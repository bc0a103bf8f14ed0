/**
 * Addresses of texts: where a text stands in a file, by ids and never by places in a list,
 * so that a translation of it stays with it when entries are added or moved.
 */

/** What names an entry of a list; the first that it has. */
const names = ['id', 'role', 'tool', 'useCase', 'kind', 'screen', 'domain'] as const;

/** What names an entry among the entries of its list, and the field that it stands in. */
export interface EntryName {
  readonly field: (typeof names)[number] | 'steps';
  readonly name: string;
}

/** What names an entry of a list; undefined where it has nothing like that. */
export function nameOfEntry(entry: unknown): EntryName | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(entry));
  for (const field of names) {
    const name = fields.get(field);
    if (typeof name === 'string') return { field, name };
  }
  // Steps under one title are told by the first of them.
  const steps = fields.get('steps');
  const first: unknown = Array.isArray(steps) ? steps[0] : undefined;
  return typeof first === 'string' ? { field: 'steps', name: first } : undefined;
}

/**
 * The address of a value in a file.
 *
 * Input: what the file holds, and the path to the value. Output: keys and names of entries
 * joined by dots, such as `permissions.items.spot.note`; undefined where an entry on the way
 * has no name, or shares it with another one.
 */
export function addressOf(file: unknown, path: readonly PropertyKey[]): string | undefined {
  const parts: string[] = [];
  let value = file;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    const entry: unknown = new Map<string, unknown>(Object.entries(value)).get(String(key));
    if (Array.isArray(value)) {
      const name = nameOfEntry(entry)?.name;
      if (name === undefined || value.filter((one) => nameOfEntry(one)?.name === name).length > 1)
        return undefined;
      // A dot in a name would look like a step further down.
      parts.push(name.replaceAll('.', '-'));
    } else {
      parts.push(String(key));
    }
    value = entry;
  }
  return parts.join('.');
}
