import type { Content } from '../../content/content.ts';
import { isPublished } from '../../content/layout.ts';
import type { FilePlace } from '../../content/place.ts';
import { daysBetween, isStale, staleAfterDays } from '../../derive/dates.ts';
import type { Rule } from '../rule.ts';

export const staleSource: Rule = {
  meaning: `A source was read, and a partner’s profile confirmed, within the last ${staleAfterDays} days. This is a warning: time alone never breaks a build.`,
  mend: 'Read the source again (ask the partner again), correct what has changed, and write the new day.',
  example: 'checked: 2024-01-01',
  severity: 'warning',
  check: (content, { today }) => [
    ...content.partners.flatMap((file) => {
      const { value } = file;
      // Nobody confirms an example.
      if (value === undefined || value.example || !isStale(value.checked, today)) return [];
      return [
        {
          ...file.at(['checked']),
          message: `${value.name} last confirmed this profile ${daysBetween(value.checked, today)} days ago.`,
          help: 'Ask the partner whether it still holds, correct what has changed, and write the new day.',
        },
      ];
    }),
    ...sourcesOf(content)
      .filter(({ checked }) => isStale(checked, today))
      .map(({ id, checked, place }) => ({
        ...place(),
        message: `The source "${id}" was last read ${daysBetween(checked, today)} days ago.`,
        help: 'Read it again, correct what has changed, and write the new day.',
      })),
  ],
};

interface ReadSource {
  readonly id: string;
  readonly checked: string;
  place(): FilePlace;
}

/** Every source. The template cites pages that do not exist; nobody can read them again. */
function sourcesOf({ exchanges, concepts }: Content): ReadSource[] {
  const published = exchanges.flatMap(({ slug, facts }) =>
    isPublished(slug) && facts !== undefined ? facts : [],
  );
  return [...published, ...concepts].flatMap((file) =>
    (file.value?.sources ?? []).map(({ id, checked }, index) => ({
      id,
      checked,
      place: () => file.at(['sources', index, 'checked']),
    })),
  );
}
