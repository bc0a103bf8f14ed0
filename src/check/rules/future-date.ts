import type { DataFile } from '../content.ts';
import type { Finding, Rule } from '../rule.ts';

/** Fields that say when something was done; a closing day may lie ahead. */
const pastFields = new Set(['announced', 'checked', 'updated']);

export const futureDate: Rule = {
  meaning: 'Nothing was checked, verified or photographed in the future.',
  mend: 'Write the day on which it was done.',
  example: 'checked: 2099-01-01',
  check: ({ dataFiles, today }) =>
    dataFiles.flatMap((file) => futureDays(file, file.value, [], today)),
};

function futureDays(
  file: DataFile<unknown>,
  value: unknown,
  path: readonly PropertyKey[],
  now: string,
): Finding[] {
  if (typeof value === 'string') {
    const [parent, field] = [path.at(-2), path.at(-1)];
    const past =
      pastFields.has(String(field)) ||
      (field === 'date' && (parent === 'verification' || path[0] === 'captures'));
    if (!past || value <= now) return [];
    return [
      {
        file: file.path,
        ...file.yaml.placeOf(path),
        message: `"${path.map(String).join('.')}" is ${value}, which is after today (${now}).`,
        help: 'Write the day on which it was done.',
      },
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    futureDays(file, item, [...path, Array.isArray(value) ? Number(key) : key], now),
  );
}
