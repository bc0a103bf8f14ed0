import { parse } from 'tldts';
import { isWithinDomain } from '../../derive/domains.ts';
import { isPublished } from '../../content/layout.ts';
import type { Rule } from '../rule.ts';

export const sharedDomain: Rule = {
  meaning:
    'An official domain is one that an organisation registers (not "com" or "co.uk"), and belongs to one exchange, unless both name each other under "names.others".',
  mend: 'Correct the domain, or list the other exchange under "names.others" in both files.',
  example: 'official: [bybit.com] (in the folder kucoin, while bybit has it too)',
  check: ({ exchanges }) => {
    const owners = exchanges.flatMap(({ slug, facts }) =>
      facts?.value === undefined || !isPublished(slug)
        ? []
        : facts.value.domains.official.map((domain, _, all) => ({
            slug,
            name: facts.value?.names.name ?? '',
            others: facts.value?.names.others.map((other) => other.name) ?? [],
            domain,
            registered: parse(domain).domain,
            // The first of two that are the same.
            place: () => facts.at(['domains', 'official', all.indexOf(domain)]),
          })),
    );
    const bySuffix = Map.groupBy(owners, ({ domain, registered }) => registered ?? domain);
    return owners.flatMap(({ slug, others, domain, registered, place }) => {
      if (registered === null && !domain.endsWith('.example')) {
        return [
          {
            ...place(),
            message: `"${domain}" is not a domain that one organisation registers.`,
            help: 'Write the registered domain, such as "gate.com".',
          },
        ];
      }
      const rival = (bySuffix.get(registered ?? domain) ?? []).find(
        (other) =>
          other.slug !== slug &&
          (isWithinDomain(other.domain, domain) || isWithinDomain(domain, other.domain)) &&
          !others.includes(other.name),
      );
      return rival === undefined
        ? []
        : [
            {
              ...place(),
              message: `"${domain}" is listed as a domain of ${rival.slug} too.`,
              help: 'Correct the one that is wrong; if both use it, list the other under "names.others".',
            },
          ];
    });
  },
};
