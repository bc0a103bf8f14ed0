import type { DataFile } from '../../content/data-file.ts';
import { nameOfEntry } from '../../schema/addresses.ts';
import type { Finding, Rule } from '../rule.ts';

export const repeatedId: Rule = {
  meaning:
    'Within one list of one file, no two entries have the same id; in a file of an exchange, nor the same use case, role or kind where that is what names them.',
  mend: 'Give the second entry an id of its own, or make one entry of the two.',
  example: 'Two permissions with "id: wallet".',
  check: ({ dataFiles, exchanges }) => {
    const ofExchanges = new Set(exchanges.flatMap((exchange) => exchange.dataFiles));
    return dataFiles.flatMap((file) => repeats(file, file.value, [], ofExchanges.has(file)));
  },
};

function repeats(
  file: DataFile<unknown>,
  value: unknown,
  path: readonly PropertyKey[],
  isOfExchange: boolean,
): Finding[] {
  if (Array.isArray(value)) {
    const names = value.map((item: unknown) => {
      const entry = nameOfEntry(item);
      // Tools and steps have rules of their own.
      if (entry?.field === 'tool' || entry?.field === 'steps') return undefined;
      return isOfExchange || entry?.field === 'id' ? entry : undefined;
    });
    return [
      ...names.flatMap((entry, index) =>
        entry !== undefined && names.findIndex((other) => other?.name === entry.name) < index
          ? [
              {
                ...file.at([...path, index, entry.field]),
                message: `The ${words[entry.field]} "${entry.name}" stands in ${path.length === 0 ? 'the file' : `"${path.map(String).join('.')}"`} a second time.`,
                help:
                  entry.field === 'id'
                    ? 'Give this entry an id of its own.'
                    : 'Make one entry of the two.',
              },
            ]
          : [],
      ),
      ...value.flatMap((item: unknown, index) =>
        repeats(file, item, [...path, index], isOfExchange),
      ),
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    repeats(file, item, [...path, key], isOfExchange),
  );
}

const words = {
  id: 'id',
  role: 'role',
  tool: 'tool',
  useCase: 'use case',
  kind: 'kind',
  screen: 'screen',
  domain: 'domain',
  steps: 'group of steps that begins with',
} as const satisfies Record<NonNullable<ReturnType<typeof nameOfEntry>>['field'], string>;
