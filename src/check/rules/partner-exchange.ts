import { z } from 'astro/zod';
import type { ExchangeFacts } from '../../schema/exchange.ts';
import { comparing, type ComparedFinding } from '../rule.ts';
import { didYouMean, quotedList } from '../suggest.ts';

export const partnerExchange = comparing({
  meaning:
    'Each exchange of a partner is published here, takes new keys, and stands in the profile once.',
  mend: 'Correct the name; take an exchange off the profile that is closing, or that has no guide yet.',
  example: '- exchange: gateio',
  digest: {
    name: 'partner-exchanges',
    schema: z.strictObject({
      exchange: z
        .strictObject({
          slug: z.string(),
          /** Why it takes no new keys. */
          ending: z.string().optional(),
        })
        .optional(),
      partners: z.array(z.strictObject({ file: z.string(), exchanges: z.array(z.string()) })),
    }),
    of: ({ exchanges: [exchange], partners }) => ({
      ...(exchange === undefined || exchange.slug.startsWith('_')
        ? {}
        : { exchange: { slug: exchange.slug, ...endingOf(exchange.facts?.value) } }),
      partners: partners.flatMap(({ path, value }) =>
        value === undefined
          ? []
          : { file: path, exchanges: value.exchanges.map((served) => served.exchange) },
      ),
    }),
  },
  compare: (digests) => {
    const known = digests.flatMap(({ digest }) => digest.exchange ?? []);
    const names = known.map(({ slug }) => slug);
    return digests
      .flatMap(({ digest }) => digest.partners)
      .flatMap(({ file, exchanges }) =>
        exchanges.flatMap((slug, index): ComparedFinding[] => {
          const place = { file, path: ['exchanges', index, 'exchange'] };
          const found = known.find((exchange) => exchange.slug === slug);
          if (found === undefined)
            return [
              {
                ...place,
                message: `There is no exchange "${slug}"; published are ${quotedList(names)}.`,
                help: `${didYouMean(slug, names)}Correct the name, or add the guide first.`,
              },
            ];
          if (found.ending !== undefined)
            return [
              {
                ...place,
                message: `${found.ending}, so nobody should make a new key there.`,
                help: 'Take it off the list "exchanges".',
              },
            ];
          return exchanges.indexOf(slug) < index
            ? [
                {
                  ...place,
                  message: `The exchange "${slug}" stands here a second time.`,
                  help: 'Join the two entries. For another use case at the same exchange, make a profile of its own.',
                },
              ]
            : [];
        }),
      );
  },
});

function endingOf(facts: ExchangeFacts | undefined): { ending?: string } {
  if (facts === undefined || facts.status.state === 'active') return {};
  const { state, date } = facts.status;
  const how = state === 'closed' ? 'closed on' : 'is closing, announced for';
  return { ending: `${facts.names.name} ${how} ${date}` };
}
