import { daysBetween, isStale, staleAfterDays } from '../../model/dates.ts';
import type { Rule } from '../rule.ts';

export const staleSource: Rule = {
  meaning: `A source was read, and a partner’s profile confirmed, within the last ${staleAfterDays} days. This is a warning: time alone never breaks a build.`,
  mend: 'Read the source again (ask the partner again), correct what has changed, and write the new day.',
  example: 'checked: 2024-01-01',
  severity: 'warning',
  check: ({ exchanges, concepts, partners, today }) => [
    ...[
      // The template cites pages that do not exist; nobody can read them again.
      ...exchanges.flatMap(({ slug, facts }) => (slug.startsWith('_') ? [] : (facts ?? []))),
      ...concepts,
    ].flatMap((file) =>
      (file.value?.sources ?? []).flatMap((source, index) =>
        isStale(source.checked, today)
          ? [
              {
                file: file.path,
                ...file.yaml.placeOf(['sources', index, 'checked']),
                message: `The source "${source.id}" was last read ${daysBetween(source.checked, today)} days ago.`,
                help: 'Read it again, correct what has changed, and write the new day.',
              },
            ]
          : [],
      ),
    ),
    ...partners.flatMap((file) =>
      file.value !== undefined && !file.value.example && isStale(file.value.checked, today)
        ? [
            {
              file: file.path,
              ...file.yaml.placeOf(['checked']),
              message: `${file.value.name} last confirmed this profile ${daysBetween(file.value.checked, today)} days ago.`,
              help: 'Ask the partner whether it still holds, correct what has changed, and write the new day.',
            },
          ]
        : [],
    ),
  ],
};
