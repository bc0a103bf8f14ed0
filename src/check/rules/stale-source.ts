import { z } from 'astro/zod';
import { daysBetween, isStale, staleAfterDays } from '../../model/dates.ts';
import { comparing } from '../rule.ts';

export const staleSource = comparing({
  meaning: `A source was read within the last ${staleAfterDays} days. This is a warning: time alone never breaks a build.`,
  mend: 'Read the source again, correct what has changed, and write the new day.',
  example: 'checked: 2024-01-01',
  severity: 'warning',
  digest: {
    name: 'sources',
    schema: z.array(
      z.strictObject({
        file: z.string(),
        sources: z.array(z.strictObject({ id: z.string(), checked: z.string() })),
      }),
    ),
    of: ({ exchanges, concepts }) =>
      [
        // The template cites pages that do not exist; nobody can read them again.
        ...exchanges.flatMap(({ slug, facts }) => (slug.startsWith('_') ? [] : (facts ?? []))),
        ...concepts,
      ].map(({ path, value }) => ({
        file: path,
        sources: (value?.sources ?? []).map(({ id, checked }) => ({ id, checked })),
      })),
  },
  compare: (digests, { today }) =>
    digests
      .flatMap(({ digest }) => digest)
      .flatMap(({ file, sources }) =>
        sources.flatMap(({ id, checked }, index) =>
          isStale(checked, today)
            ? [
                {
                  file,
                  path: ['sources', index, 'checked'],
                  message: `The source "${id}" was last read ${daysBetween(checked, today)} days ago.`,
                  help: 'Read it again, correct what has changed, and write the new day.',
                },
              ]
            : [],
        ),
      ),
});
