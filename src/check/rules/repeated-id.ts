import type { DataFile } from '../../content/data-file.ts';
import type { Finding, Rule } from '../rule.ts';

export const repeatedId: Rule = {
  meaning: 'Within one list of one file, no two entries have the same id.',
  mend: 'Give the second entry an id of its own.',
  example: 'Two permissions with "id: wallet".',
  check: ({ dataFiles }) => dataFiles.flatMap((file) => repeats(file, file.value, [])),
};

function repeats(file: DataFile<unknown>, value: unknown, path: readonly PropertyKey[]): Finding[] {
  if (Array.isArray(value)) {
    const ids = value.map((item: unknown) =>
      typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined,
    );
    return [
      ...ids.flatMap((id, index) =>
        typeof id === 'string' && ids.indexOf(id) < index
          ? [
              {
                ...file.at([...path, index, 'id']),
                message: `The id "${id}" stands in ${path.length === 0 ? 'the file' : `"${path.map(String).join('.')}"`} a second time.`,
                help: 'Give this entry an id of its own.',
              },
            ]
          : [],
      ),
      ...value.flatMap((item: unknown, index) => repeats(file, item, [...path, index])),
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    repeats(file, item, [...path, key]),
  );
}
