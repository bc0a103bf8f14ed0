import type { Content, ExchangeFolder } from '../../content/content.ts';
import { isPublished } from '../../content/layout.ts';
import { isOnDomains } from '../../derive/domains.ts';
import type { Source } from '../../schema/source.ts';
import type { Finding, Rule } from '../rule.ts';

export const sourceKind: Rule = {
  meaning:
    'The kind and the publisher of a source fit its address: what is official stands on a domain of the exchange or in a repository of its name and is published by it; what others publish does not.',
  mend: 'Correct the kind, the publisher or the address.',
  example: 'kind: official-help — on the page of a trading bot.',
  check: (content) => [
    ...content.exchanges.flatMap((exchange) => findingsOf(exchange, content)),
    ...content.concepts.flatMap((file) =>
      (file.value?.sources ?? []).flatMap((source, index) => {
        const found = faultBeside(source, content);
        return found === undefined
          ? []
          : [{ ...file.at(['sources', index, found.field]), ...found.text }];
      }),
    ),
  ],
};

/** Who publishes for an exchange, and where. */
interface Publishing {
  readonly own: readonly string[];
  /** An exchange of the same company may publish what both share. */
  readonly related?: readonly string[];
  readonly official: readonly string[];
  readonly folder: string;
}

interface Fault {
  readonly field: 'kind' | 'publisher';
  readonly text: Pick<Finding, 'message' | 'help'>;
}

/** Kinds of what others publish, never the exchange itself. */
const foreign: ReadonlySet<Source['kind']> = new Set(['integrator', 'press', 'vendor', 'standard']);

function findingsOf({ slug, facts }: ExchangeFolder, content: Content): Finding[] {
  if (facts?.value === undefined || !isPublished(slug)) return [];
  const { names, domains, sources } = facts.value;
  const own = [names.name, ...names.former.map(({ name }) => name)];
  const reviewed = content.domains?.value?.map(({ domain }) => domain) ?? [];
  return sources.flatMap((source, index) => {
    // A domain that nobody reviewed is a matter of another rule.
    if (!isOnDomains(source.url, [...domains.official, ...reviewed])) return [];
    const fault = faultOf(source, {
      own,
      related: names.others.map(({ name }) => name),
      official: domains.official,
      folder: slug,
    });
    return fault === undefined
      ? []
      : [{ ...facts.at(['sources', index, fault.field]), ...fault.text }];
  });
}

function faultOf(
  { kind, publisher, url }: Source,
  { own, related = [], official, folder }: Publishing,
): Fault | undefined {
  const isOfficialDomain = isOnDomains(url, official);
  const help = 'Correct the kind, the publisher or the address.';
  const isOwnName = [...own, ...related, folder].some((name) =>
    plain(publisher).includes(plain(name)),
  );
  if (kind === 'official-api' || kind === 'official-help' || kind === 'official-repo') {
    if (!isOfficialDomain && (kind !== 'official-repo' || !isOwnRepository(url, [...own, folder])))
      return {
        field: 'kind',
        text: {
          message: `The kind is "${kind}", but ${new URL(url).host} is no domain of the exchange${kind === 'official-repo' ? ', and the owner of the repository has not its name' : ''}.`,
          help: 'Say who published it: "integrator", "press", "screenshot" …; if the domain belongs to the exchange, it goes under "domains.official".',
        },
      };
    return isOwnName
      ? undefined
      : {
          field: 'publisher',
          text: {
            message: `The kind is "${kind}", but the publisher "${publisher}" has no name of the exchange.`,
            help,
          },
        };
  }
  if (isOfficialDomain && foreign.has(kind))
    return {
      field: 'kind',
      text: {
        message: `The kind is "${kind}", but ${new URL(url).host} is a domain of the exchange itself.`,
        help: 'Write "official-api" or "official-help".',
      },
    };
  return !isOfficialDomain && own.some((name) => plain(publisher) === plain(name))
    ? {
        field: 'publisher',
        text: {
          message: `The exchange is named as publisher of a page that is none of its own (${kind}).`,
          help: 'Name who published it.',
        },
      }
    : undefined;
}

/** In a concept: a page of an exchange is official, and nothing else is. */
function faultBeside(source: Source, { exchanges }: Content): Fault | undefined {
  const owner = exchanges.find(
    ({ slug, facts }) =>
      isPublished(slug) && isOnDomains(source.url, facts?.value?.domains.official ?? []),
  );
  if (owner?.facts?.value === undefined && !source.kind.startsWith('official')) return undefined;
  if (owner?.facts?.value === undefined)
    // An exchange that cannot be read may be the owner.
    return exchanges.some(({ facts }) => facts?.value === undefined) ||
      source.kind === 'official-repo'
      ? undefined
      : {
          field: 'kind',
          text: {
            message: `The kind is "${source.kind}", but ${new URL(source.url).host} is a domain of no exchange that has a guide.`,
            help: 'Say who published it: "vendor", "standard", "press" …',
          },
        };
  const { names, domains } = owner.facts.value;
  return faultOf(source, {
    own: [names.name, ...names.former.map(({ name }) => name)],
    official: domains.official,
    folder: owner.slug,
  });
}

/** Whether an address is that of a repository whose owner has one of the names. */
function isOwnRepository(url: string, names: readonly string[]): boolean {
  const { hostname, pathname } = new URL(url);
  const owner = plain(pathname.split('/')[1] ?? '');
  return (
    /^(?:www\.)?(?:github|gitlab)\.com$/.test(hostname) &&
    names.some((name) => owner.includes(plain(name)))
  );
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
