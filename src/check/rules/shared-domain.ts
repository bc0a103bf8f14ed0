import { z } from 'astro/zod';
import { parse } from 'tldts';
import { isWithinDomain } from '../../derive/domains.ts';
import { comparing } from '../rule.ts';

export const sharedDomain = comparing({
  meaning:
    'An official domain is one that an organisation registers (not "com" or "co.uk"), and belongs to one exchange, unless both name each other under "names.others".',
  mend: 'Correct the domain, or list the other exchange under "names.others" in both files.',
  example: 'official: [bybit.com] (in the folder kucoin, while bybit has it too)',
  digest: {
    name: 'domains',
    schema: z.strictObject({
      slug: z.string(),
      file: z.string(),
      name: z.string(),
      others: z.array(z.string()),
      domains: z.array(z.string()),
    }),
    of: ({ exchanges: [exchange] }) =>
      exchange?.facts?.value === undefined || exchange.slug.startsWith('_')
        ? undefined
        : {
            slug: exchange.slug,
            file: exchange.facts.path,
            name: exchange.facts.value.names.name,
            others: exchange.facts.value.names.others.map((other) => other.name),
            domains: exchange.facts.value.domains.official,
          },
  },
  compare: (digests) => {
    const owners = digests.flatMap(({ digest: { domains, ...owner } }) =>
      domains.map((domain) => ({
        ...owner,
        domain,
        registered: parse(domain).domain,
        // The first of two that are the same.
        path: ['domains', 'official', domains.indexOf(domain)],
      })),
    );
    const bySuffix = Map.groupBy(owners, ({ domain, registered }) => registered ?? domain);
    return owners.flatMap(({ slug, file, path, others, domain, registered }) => {
      if (registered === null && !domain.endsWith('.example')) {
        return [
          {
            file,
            path,
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
              file,
              path,
              message: `"${domain}" is listed as a domain of ${rival.slug} too.`,
              help: 'Correct the one that is wrong; if both use it, list the other under "names.others".',
            },
          ];
    });
  },
});
