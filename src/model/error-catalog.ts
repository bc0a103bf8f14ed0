import type { MatchableExchange } from './error-match.ts';
import type { Exchange } from './exchange.ts';

/**
 * An exchange as error messages name it and its documented errors, for {@link matchErrors}.
 *
 * Output: as clues its names now and before, its folder, its official domains and hosts,
 * and the ids that tools have for it; of its entries those that a program can recognise.
 */
export function matchableExchange(exchange: Exchange): MatchableExchange {
  const { slug, names, domains, sites, troubleshooting } = exchange;
  const hosts = sites.items.flatMap(({ address, apiBase }) =>
    [address, apiBase].flatMap((url) => (url === undefined ? [] : [new URL(url).hostname])),
  );
  const clues = [
    names.name,
    ...names.former.map((former) => former.name),
    slug,
    slug.replaceAll('-', ''),
    ...domains.official,
    ...hosts,
  ];
  return {
    slug,
    clues: [...new Set(clues.map((clue) => clue.toLowerCase()))],
    errors: troubleshooting
      .filter(({ kinds }) => kinds !== undefined)
      .map(({ id, codes, messages, http }) => ({ id, codes, messages, http })),
  };
}
