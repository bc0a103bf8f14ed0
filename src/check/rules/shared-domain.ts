import { parse } from 'tldts';
import { isWithinDomain } from '../../model/domains.ts';
import type { Rule } from '../rule.ts';

export const sharedDomain: Rule = {
  meaning:
    'An official domain is one that an organisation registers (not "com" or "co.uk"), and belongs to one exchange, unless both name each other under "names.others".',
  mend: 'Correct the domain, or list the other exchange under "names.others" in both files.',
  example: 'official: [bybit.com] (in the folder kucoin, while bybit has it too)',
  check: ({ exchanges }) => {
    const published = exchanges.filter(({ slug }) => !slug.startsWith('_'));
    const owners = published.flatMap(({ slug, facts }) =>
      (facts?.value?.domains.official ?? []).map((domain) => ({ slug, facts, domain })),
    );
    const bySuffix = Map.groupBy(owners, ({ domain }) => parse(domain).domain ?? domain);
    return owners.flatMap(({ slug, facts, domain }) => {
      if (facts?.value === undefined) return [];
      const { official } = facts.value.domains;
      const place = () => ({
        file: facts.path,
        ...facts.yaml.placeOf(['domains', 'official', official.indexOf(domain)]),
      });
      if (parse(domain).domain === null && !domain.endsWith('.example')) {
        return [
          {
            ...place(),
            message: `"${domain}" is not a domain that one organisation registers.`,
            help: 'Write the registered domain, such as "gate.com".',
          },
        ];
      }
      const { others } = facts.value.names;
      const rival = (bySuffix.get(parse(domain).domain ?? domain) ?? []).find(
        (other) =>
          other.slug !== slug &&
          (isWithinDomain(other.domain, domain) || isWithinDomain(domain, other.domain)) &&
          !others.some(({ name }) => name === other.facts?.value?.names.name),
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
