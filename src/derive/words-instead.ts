import { siteOf } from '../schema/exchange.ts';
import type { GuidePage } from './guide-page.ts';

/**
 * What stands on a page in place of words of the guide: the name of the partner in place of
 * "your tool", and on the path of another site of the exchange its host in place of the one
 * that the guide was written for.
 *
 * Input: the page, and the words for a tool in the language of the guide.
 */
export function wordsInstead(
  { exchange, guide, partner, site }: Pick<GuidePage, 'exchange' | 'guide' | 'partner' | 'site'>,
  toolWords: readonly string[],
): ReadonlyMap<string, string> {
  const host = hostOf(siteOf(exchange, guide.verification.site).address);
  const own = hostOf(site.address);
  return new Map([
    ...(partner === undefined
      ? []
      : toolWords.map((words): [string, string] => [words, partner.partner.name])),
    ...(own === host ? [] : ([[host, own]] satisfies [string, string][])),
  ]);
}

/** A text with other words in place of some. Input: the text, and {@link wordsInstead}. */
export function withWordsInstead(text: string, instead: ReadonlyMap<string, string>): string {
  return [...instead].reduce((rest, [words, others]) => rest.replaceAll(words, others), text);
}

/** A host of the guide as it is on the site of a page. */
export function hostOnSite(
  { exchange, guide, site }: Pick<GuidePage, 'exchange' | 'guide' | 'site'>,
  host: string,
): string {
  return host === hostOf(siteOf(exchange, guide.verification.site).address)
    ? hostOf(site.address)
    : host;
}

function hostOf(address: string): string {
  return new URL(address).host;
}
