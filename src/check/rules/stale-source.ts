import { daysBetween, isStale, staleAfterDays } from '../../model/dates.ts';
import type { Rule } from '../rule.ts';

export const staleSource: Rule = {
  meaning: `A source was read within the last ${staleAfterDays} days. This is a warning: time alone never breaks a build.`,
  mend: 'Read the source again, correct what has changed, and write the new day.',
  example: 'checked: 2024-01-01',
  severity: 'warning',
  check: ({ exchanges, concepts, today }) =>
    [
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
};
