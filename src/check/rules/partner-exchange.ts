import type { ExchangeFacts } from '../../schema/exchange.ts';
import { isPublished } from '../../content/layout.ts';
import type { FilePlace } from '../../content/place.ts';
import type { Finding, Rule } from '../rule.ts';
import { didYouMean, quotedList } from '../suggest.ts';

export const partnerExchange: Rule = {
  meaning:
    'Each exchange of a partner is published here, takes new keys, and stands in the profile once.',
  mend: 'Correct the name; take an exchange off the profile that is closing, or that has no guide yet.',
  example: '- exchange: gateio',
  check: ({ exchanges, partners }) => {
    const published = exchanges.filter(({ slug }) => isPublished(slug));
    const names = published.map(({ slug }) => slug);
    return partners.flatMap((file) => {
      const served = (file.value?.exchanges ?? []).map(({ exchange }) => exchange);
      return served.flatMap((slug, index): Finding[] => {
        const place = (): FilePlace => file.at(['exchanges', index, 'exchange']);
        const found = published.find((exchange) => exchange.slug === slug);
        if (found === undefined)
          return [
            {
              ...place(),
              message: `There is no exchange "${slug}"; published are ${quotedList(names)}.`,
              help: `${didYouMean(slug, names)}Correct the name, or add the guide first.`,
            },
          ];
        const ending = endingOf(found.facts?.value);
        if (ending !== undefined)
          return [
            {
              ...place(),
              message: `${ending}, so nobody should make a new key there.`,
              help: 'Take it off the list "exchanges".',
            },
          ];
        return served.indexOf(slug) < index
          ? [
              {
                ...place(),
                message: `The exchange "${slug}" stands here a second time.`,
                help: 'Join the two entries. For another use case at the same exchange, make a profile of its own.',
              },
            ]
          : [];
      });
    });
  },
};

const endings = {
  closing: 'is closing, announced for',
  closed: 'closed on',
  'keys-ended': 'has made no keys since',
} as const satisfies Record<Exclude<ExchangeFacts['status']['state'], 'active'>, string>;

/** Why an exchange takes no new keys; undefined where it does. */
function endingOf(facts: ExchangeFacts | undefined): string | undefined {
  if (facts === undefined || facts.status.state === 'active') return undefined;
  const { state, date } = facts.status;
  return `${facts.names.name} ${endings[state]} ${date}`;
}
