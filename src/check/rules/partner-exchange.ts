import { readPartners, setupFindings } from '../partner-setups.ts';
import type { Finding, Rule } from '../rule.ts';
import { didYouMean, quotedList } from '../suggest.ts';

export const partnerExchange: Rule = {
  meaning:
    'Each exchange of a partner is published here, takes new keys, and stands in the profile once.',
  mend: 'Correct the name; take an exchange off the profile that is closing, or that has no guide yet.',
  example: '- exchange: gateio',
  check: (content) => {
    const known = content.exchanges.flatMap(({ slug }) => (slug.startsWith('_') ? [] : slug));
    return [
      ...readPartners(content).flatMap(({ file, facts }) => {
        const slugs = facts.exchanges.map(({ exchange }) => exchange);
        return slugs.flatMap((slug, index): Finding[] => {
          const place = { file: file.path, ...file.yaml.placeOf(['exchanges', index, 'exchange']) };
          if (!known.includes(slug))
            return [
              {
                ...place,
                message: `There is no exchange "${slug}"; published are ${quotedList(known)}.`,
                help: `${didYouMean(slug, known)}Correct the name, or add the guide first.`,
              },
            ];
          return slugs.indexOf(slug) < index
            ? [
                {
                  ...place,
                  message: `The exchange "${slug}" stands here a second time.`,
                  help: 'Join the two entries. For another use case at the same exchange, make a profile of its own.',
                },
              ]
            : [];
        });
      }),
      ...setupFindings(content, 'closing', ({ state, date }, { exchange }) => ({
        message: `${exchange.names.name} ${state === 'closed' ? 'closed on' : 'is closing, announced for'} ${date}, so nobody should make a new key there.`,
        help: 'Take it off the list "exchanges".',
      })),
    ];
  },
};
