import { parse } from 'tldts';
import { isWithinDomain } from '../../derive/domains.ts';
import type { Content, ExchangeFolder } from '../../content/content.ts';
import { isPublished, rootFiles } from '../../content/layout.ts';
import { namesOf } from '../../schema/names.ts';
import { namedHosts } from '../exchange-names.ts';
import { suspicion } from '../look-alike.ts';
import type { Finding, Rule } from '../rule.ts';
import { sharedHostOf } from '../shared-hosts.ts';

export const officialDomain: Rule = {
  meaning: `Every domain under "domains.official", the first included, has a line in ${rootFiles.domains} that names the exchange; it is no host that many share, and neither belongs to another known exchange nor looks like one of its domains.`,
  mend: `Correct the domain, or propose a line in ${rootFiles.domains} with the exchange and the reason; a maintainer reads it.`,
  example: 'official: [bitvavo-support.com]',
  check: (content) => [
    ...content.exchanges.flatMap((exchange) => findingsOf(exchange, content)),
    ...needlessLines(content),
  ],
};

type Fault = Pick<Finding, 'message' | 'help'>;

function findingsOf({ slug, facts }: ExchangeFolder, content: Content): Finding[] {
  if (facts?.value === undefined || !isPublished(slug)) return [];
  const { domains, names } = facts.value;
  const related = names.others.map(({ name }) => name);
  const lines = content.domains?.value;
  return domains.official.flatMap((domain, index): Finding[] => {
    const isListed = (lines ?? []).some((line) => line.domain === domain && line.exchange === slug);
    const fault =
      sharedFault(domain) ??
      knownFault(domain, [names.name, ...names.former.map(({ name }) => name)], content) ??
      rivalFault(domain, { slug, official: domains.official, related }, content) ??
      (lines === undefined || isListed ? undefined : unlisted(domain, slug));
    return fault === undefined ? [] : [{ ...facts.at(['domains', 'official', index]), ...fault }];
  });
}

function unlisted(domain: string, slug: string): Fault {
  return {
    message: `No line of ${rootFiles.domains} says that "${domain}" belongs to ${slug}.`,
    help: `Propose the line "- { domain: ${domain}, exchange: ${slug}, why: … }" there; a maintainer reads it.`,
  };
}

function sharedFault(domain: string): Fault | undefined {
  const host = sharedHostOf(domain);
  return host === undefined
    ? undefined
    : {
        message: `"${domain}" is no domain of one exchange: anybody can be on ${host}.`,
        help: 'Write a domain that the exchange registered. A page elsewhere is cited as a source.',
      };
}

/** A domain of an exchange that is known by name and has no guide. */
function knownFault(domain: string, own: readonly string[], { names }: Content): Fault | undefined {
  for (const known of names?.value ?? []) {
    // One that has a guide is on the list by mistake, which has a rule of its own.
    if (namesOf(known).some((name) => own.includes(name))) continue;
    const isTheirs =
      (known.hosts ?? []).some(
        (host) => isWithinDomain(domain, host) || isWithinDomain(host, domain),
      ) || namesOf(known).some((name) => isNamedAfter(domain, name));
    if (isTheirs)
      return {
        message: `"${domain}" has the name of ${known.name}, another exchange.`,
        help: 'Write a domain of the exchange that this folder is about.',
      };
    const reason = suspicion(`https://${domain}`, namedHosts(known));
    if (reason !== undefined)
      return {
        message: `"${domain}" ${reason}.`,
        help: 'Write a domain of the exchange that this folder is about.',
      };
  }
  return undefined;
}

/** Whether a domain is a name, or has it between hyphens: "bybit.eu", "bybit-help.com". */
function isNamedAfter(domain: string, name: string): boolean {
  const written = name.toLowerCase();
  if (isWithinDomain(domain, written)) return true;
  const plain = written.replaceAll(/[^a-z0-9]/g, '');
  const label = parse(domain).domainWithoutSuffix ?? domain;
  return label === plain || label.split('-').includes(plain);
}

/** A look-alike of a domain of another exchange that has a guide. */
function rivalFault(
  domain: string,
  own: { readonly slug: string; readonly official: readonly string[]; related: readonly string[] },
  { exchanges, domains }: Content,
): Fault | undefined {
  for (const other of exchanges) {
    const theirs = other.facts?.value;
    if (theirs === undefined || other.slug === own.slug || !isPublished(other.slug)) continue;
    if (own.related.includes(theirs.names.name)) continue;
    // Of two that look alike, the one that nobody reviewed is the fault; the same domain twice
    // is a matter of another rule.
    const reviewed = theirs.domains.official.filter(
      (official) =>
        !own.official.some(
          (mine) => isWithinDomain(mine, official) || isWithinDomain(official, mine),
        ) &&
        (domains?.value === undefined ||
          domains.value.some((line) => line.domain === official && line.exchange === other.slug)),
    );
    const reason = suspicion(`https://${domain}`, reviewed);
    if (reason !== undefined)
      return {
        message: `"${domain}" ${reason}, a domain of ${theirs.names.name}.`,
        help: 'Write a domain of the exchange that this folder is about.',
      };
  }
  return undefined;
}

/** Lines that an exchange does not need; of exchanges that are not here, nothing is said. */
function needlessLines({ domains, exchanges }: Content): Finding[] {
  return (domains?.value ?? []).flatMap(({ domain, exchange }, index): Finding[] => {
    const facts = exchanges.find(({ slug }) => slug === exchange)?.facts?.value;
    return domains === undefined || facts === undefined || facts.domains.official.includes(domain)
      ? []
      : [
          {
            ...domains.at([index, 'exchange']),
            message: `"${domain}" is no official domain of ${exchange}.`,
            help: 'Remove the line, or correct it.',
          },
        ];
  });
}
