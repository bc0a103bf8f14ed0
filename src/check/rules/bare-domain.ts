import { parse } from 'tldts';
import { isWithinDomain } from '../../derive/domains.ts';
import { suspicion } from '../look-alike.ts';
import type { Rule } from '../rule.ts';
import { textsOfExchange } from '../texts.ts';

/** Words with a dot that are domains by their form: a name and an ending that exists. */
const domainLike = /(?<![\p{L}\p{N}@._/-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?![\p{L}\p{N}_-])/gu;

/** What every domain holds; most texts hold nothing of the kind, which one look tells. */
const hint = /[^\s.]\.[^\s.]/;

/** Endings of files and of code that are endings of domains too. */
const fileEndings = new Set([
  'sh',
  'py',
  'md',
  'app',
  'zip',
  'mov',
  'id',
  'name',
  'js',
  'rs',
  'ts',
]);

export const bareDomain: Rule = {
  meaning:
    'A domain that a text or a drawing shows, even without a link, is an official one, one for examples (example.com), or on the reviewed list: readers type what they see.',
  mend: 'Write the official domain; one that is retired, of another company or a known fake is listed under "domains.others" with the reason.',
  example: 'Type gate-login.com into the address bar.',
  check: ({ exchanges, domains: reviewed }) =>
    exchanges.flatMap((exchange) => {
      const domains = exchange.facts?.value?.domains;
      if (domains === undefined || reviewed?.value === undefined) return [];
      const { official, others } = domains;
      const allowed = [
        ...official,
        ...others.map((other) => other.domain),
        ...reviewed.value.map(({ domain }) => domain),
      ];
      return textsOfExchange(exchange)
        .filter(({ path, text }) => path?.[0] !== 'sources' && hint.test(text))
        .flatMap((piece) =>
          foreignDomainsIn(piece.text, allowed).map((shown) => {
            const reason = suspicion(`https://${shown}`, official);
            return {
              file: piece.file,
              line: piece.line,
              column: piece.column,
              message: `This shows ${shown}${reason === undefined ? '' : `, which ${reason}`}; the official domains are ${official.join(', ')}.`,
              help: 'Write the official domain, an example below example.net, or list it under "domains.others" with the reason.',
            };
          }),
        );
    }),
};

/** The domains that a text shows and that are neither allowed nor for examples, each once. */
export function foreignDomainsIn(text: string, allowed: readonly string[]): string[] {
  return [...new Set(text.match(domainLike) ?? [])].filter((shown) =>
    isForeign(shown.toLowerCase(), allowed),
  );
}

function isForeign(shown: string, allowed: readonly string[]): boolean {
  const { domain, publicSuffix, isIcann } = parse(shown);
  if (domain === null || publicSuffix === null || isIcann !== true) return false;
  if (fileEndings.has(publicSuffix)) return false;
  if (/(?:^|\.)example\.(?:com|net|org)$/.test(shown)) return false;
  return !allowed.some((own) => isWithinDomain(shown, own) || isWithinDomain(own, shown));
}
