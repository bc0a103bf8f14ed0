import { parse } from 'tldts';
import { isOnDomains, isWithinDomain } from '../../derive/domains.ts';
import { namedHosts } from '../exchange-names.ts';
import { parameterFault, suspicion } from '../look-alike.ts';
import { type ReadPartner, readPartners } from '../partner-setups.ts';
import type { Finding, Rule } from '../rule.ts';
import { sharedHostOf } from '../shared-hosts.ts';
import { quotedList } from '../suggest.ts';
import { textsOfData } from '../texts.ts';
import { foreignDomainsIn } from './bare-domain.ts';

/** Domains that are set aside for examples (RFC 2606, RFC 6761). */
const reserved = /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid)$/;

export const partnerDomain: Rule = {
  meaning:
    'A partner’s domains are registered ones of its own (of an example: below example.com, .net or .org), not those of an exchange or of another partner, no hosts that many share, and no look-alikes; its pages, its e-mail address and every domain in its texts are on them.',
  mend: 'Write the partner’s own domain, and pages on it.',
  example:
    'keyPage: { url: https://forms.vendor.example.net/key } (with domains: [desk.example.com])',
  check: ({ partners: files, exchanges, names }) => {
    const partners = readPartners(files);
    return [
      ...partners.flatMap((partner, index) => [
        ...domainFindings(
          partner,
          (domain) =>
            kindFault(domain, partner.facts.example) ??
            partnerFault(domain, partners.slice(0, index)),
        ),
        ...pageFindings(partner),
        ...textFindings(partner),
      ]),
      ...exchanges.flatMap(({ slug, facts }) => {
        const exchange = facts?.value;
        if (exchange === undefined || slug.startsWith('_')) return [];
        return partners.flatMap((partner) =>
          domainFindings(partner, (domain) =>
            exchangeFault(
              domain,
              exchange.names.name,
              exchange.domains.official,
              exchange.domains.official,
            ),
          ),
        );
      }),
      ...(names?.value ?? []).flatMap((known) =>
        partners.flatMap((partner) =>
          domainFindings(partner, (domain) =>
            exchangeFault(domain, known.name, known.hosts ?? [], namedHosts(known)),
          ),
        ),
      ),
    ];
  },
};

/** A finding for each domain of a profile that has a fault. */
function domainFindings(
  { file, facts }: ReadPartner,
  faultOf: (domain: string) => Fault | undefined,
): Finding[] {
  return facts.domains.flatMap((domain, index) => {
    const fault = faultOf(domain);
    return fault === undefined ? [] : [{ ...file.at(['domains', index]), ...fault }];
  });
}

type Fault = Pick<Finding, 'message' | 'help'>;

function kindFault(domain: string, example: boolean): Fault | undefined {
  if (example)
    return /(?:^|\.)example\.(?:com|net|org)$/.test(domain)
      ? undefined
      : {
          message: `"${domain}" is not set aside for examples, and this profile is one.`,
          help: 'Write a domain below example.com, example.net or example.org.',
        };
  if (reserved.test(domain))
    return {
      message: `"${domain}" is set aside for examples; nobody can be reached there.`,
      help: 'Write the partner’s own domain, or mark the profile with "example: true".',
    };
  const host = sharedHostOf(domain);
  if (host !== undefined)
    return {
      message: `"${domain}" is no domain of one organisation: anybody can be on ${host}.`,
      help: 'Write a domain that the partner registered.',
    };
  return parse(domain).domain === null
    ? {
        message: `"${domain}" is not a domain that one organisation registers.`,
        help: 'Write the registered domain, such as "desk.com".',
      }
    : undefined;
}

function partnerFault(domain: string, others: readonly ReadPartner[]): Fault | undefined {
  const other = others.find(({ facts }) => facts.domains.some((theirs) => share(theirs, domain)));
  return other === undefined
    ? undefined
    : {
        message: `"${domain}" belongs to the partner ${other.facts.name} already (${other.file.path}).`,
        help: 'Correct the one that is wrong; one organisation has one profile.',
      };
}

function exchangeFault(
  domain: string,
  exchange: string,
  official: readonly string[],
  resembled: readonly string[],
): Fault | undefined {
  const help =
    'Write the partner’s own domain. A page that resembles an exchange’s is for thieves.';
  if (official.some((theirs) => share(theirs, domain)))
    return { message: `"${domain}" is a domain of the exchange ${exchange}.`, help };
  const reason = suspicion(`https://${domain}`, resembled);
  return reason === undefined ? undefined : { message: `"${domain}" ${reason}.`, help };
}

function share(a: string, b: string): boolean {
  return isWithinDomain(a, b) || isWithinDomain(b, a);
}

/** Pages and the e-mail address of a profile that are elsewhere. */
function pageFindings({ file, facts }: ReadPartner): Finding[] {
  const { domains, keyPage, published, contact } = facts;
  const pages = [
    { path: ['keyPage', 'url'], url: keyPage.url },
    { path: ['published'], url: published },
    { path: ['contact', 'page'], url: contact.page },
  ];
  const help =
    'Write a page on the partner’s own domain; if it has another one, add it to "domains".';
  const elsewhere = pages.flatMap(({ path, url }): Finding[] => {
    if (url === undefined) return [];
    const reason = isOnDomains(url, domains)
      ? parameterFault(url)
      : `is not on ${quotedList(domains)}`;
    return reason === undefined ? [] : [{ ...file.at(path), message: `${url} ${reason}.`, help }];
  });
  const host = contact.email?.split('@')[1];
  return host === undefined || domains.some((domain) => isWithinDomain(host, domain))
    ? elsewhere
    : [
        ...elsewhere,
        {
          ...file.at(['contact', 'email']),
          message: `${contact.email} is not on ${quotedList(domains)}.`,
          help: 'Write an e-mail address on the partner’s own domain.',
        },
      ];
}

/** Domains that the texts of a profile show: readers type what they see. */
function textFindings({ file, facts }: ReadPartner): Finding[] {
  return textsOfData(file)
    .filter(({ path }) => ['name', 'does', 'fields', 'keyPage'].includes(String(path?.[0])))
    .filter(({ path }) => path?.at(-1) !== 'url')
    .flatMap(({ path, text }) =>
      foreignDomainsIn(text, facts.domains).map((shown) => ({
        ...file.at(path ?? []),
        message: `This shows ${shown}, which is not on ${quotedList(facts.domains)}.`,
        help: 'Write the partner’s own domain, or none.',
      })),
    );
}
