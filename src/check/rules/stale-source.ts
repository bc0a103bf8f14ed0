import { z } from 'astro/zod';
import { daysBetween, isStale, staleAfterDays } from '../../derive/dates.ts';
import { comparing } from '../rule.ts';

const digestSchema = z.array(
  z.strictObject({
    file: z.string(),
    sources: z.array(z.strictObject({ id: z.string(), checked: z.string() })),
    /** The partner whose profile it is; nobody confirms an example. */
    partner: z.strictObject({ name: z.string(), checked: z.string() }).optional(),
  }),
);

export const staleSource = comparing<z.infer<typeof digestSchema>>({
  meaning: `A source was read, and a partner’s profile confirmed, within the last ${staleAfterDays} days. This is a warning: time alone never breaks a build.`,
  mend: 'Read the source again (ask the partner again), correct what has changed, and write the new day.',
  example: 'checked: 2024-01-01',
  severity: 'warning',
  digest: {
    name: 'sources',
    schema: digestSchema,
    of: ({ exchanges, concepts, partners }) => [
      ...[
        // The template cites pages that do not exist; nobody can read them again.
        ...exchanges.flatMap(({ slug, facts }) => (slug.startsWith('_') ? [] : (facts ?? []))),
        ...concepts,
      ].map(({ path, value }) => ({
        file: path,
        sources: (value?.sources ?? []).map(({ id, checked }) => ({ id, checked })),
      })),
      ...partners.flatMap(({ path, value }) =>
        value === undefined || value.example
          ? []
          : { file: path, sources: [], partner: { name: value.name, checked: value.checked } },
      ),
    ],
  },
  compare: (digests, { today }) =>
    digests
      .flatMap(({ digest }) => digest)
      .flatMap(({ file, sources, partner }) => [
        ...(partner !== undefined && isStale(partner.checked, today)
          ? [
              {
                file,
                path: ['checked'],
                message: `${partner.name} last confirmed this profile ${daysBetween(partner.checked, today)} days ago.`,
                help: 'Ask the partner whether it still holds, correct what has changed, and write the new day.',
              },
            ]
          : []),
        ...sources.flatMap(({ id, checked }, index) =>
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
      ]),
});
