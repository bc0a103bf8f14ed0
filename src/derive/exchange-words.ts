import type { Exchange } from '../schema/exchange.ts';
import type { KnownExchange } from '../schema/names.ts';
import { namesOf } from '../schema/names.ts';

/**
 * What people call an exchange: its names, today's first, its ids in the tools that have
 * some, its domains. Without doubles.
 */
export function wordsOfExchange({ slug, names, domains, connecting = [] }: Exchange): string[] {
  return [
    ...new Set([
      names.name,
      slug,
      ...names.former.map(({ name }) => name),
      ...connecting.flatMap((tool) => (tool.supported ? tool.ids.map(({ id }) => id) : [])),
      ...domains.official,
    ]),
  ];
}

/** The same of an exchange that has no guide. */
export function wordsOfKnown(known: KnownExchange): string[] {
  const { ccxt, hosts = [] } = known;
  return [...new Set([...namesOf(known), ...(ccxt === undefined ? [] : [ccxt]), ...hosts])];
}
