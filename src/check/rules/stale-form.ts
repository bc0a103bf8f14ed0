import { isPublished } from '../../content/layout.ts';
import { formIsOld, oldestFormMonths } from '../../derive/dates.ts';
import type { Rule } from '../rule.ts';

export const staleForm: Rule = {
  meaning: `The newest published picture of each drawn dialog, or a newer text that names its labels, is at most ${oldestFormMonths} months old: forms change within a year. This is a warning: time alone never breaks a build.`,
  mend: 'Search for a newer picture, draw what it shows, and write its month into "seen".',
  example: 'seen: 2024-04',
  severity: 'warning',
  check: ({ exchanges }, { today }) =>
    exchanges.flatMap(({ slug, screens }) => {
      if (!isPublished(slug) || screens?.value === undefined) return [];
      const old = screens.value.screens.flatMap(({ id, seen, described }, index) =>
        seen !== undefined && formIsOld(described ?? seen, today) ? [{ id, seen, index }] : [],
      );
      const [first] = old.toSorted((a, b) => a.seen.localeCompare(b.seen));
      return first === undefined
        ? []
        : [
            {
              ...screens.at(['screens', first.index, 'seen']),
              message: `The newest pictures of these dialogs are more than ${oldestFormMonths} months old: ${old.map(({ id, seen }) => `"${id}" (${seen})`).join(', ')}.`,
              help: 'Search for newer pictures, draw what they show, and write their month.',
            },
          ];
    }),
};
