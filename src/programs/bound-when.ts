import type { ExchangeFacts } from '../schema/exchange.ts';

/** Permissions with which a key must be bound to addresses. */
export type BoundWhen = 'always' | 'never' | ReadonlySet<string>;

/**
 * When a key must be bound: where the exchange requires addresses, or ends keys without.
 *
 * Input: the facts of the exchange. Output: `always`, `never`, or ids of the permissions of
 * which a key that has one must be.
 */
export function boundWhen({
  allowlist: { required },
  lifetimes,
}: Pick<ExchangeFacts, 'allowlist' | 'lifetimes'>): BoundWhen {
  const ending = lifetimes.items.filter(({ keys }) => keys === 'unbound');
  const isAlways =
    required?.when === 'always' ||
    required?.when === 'for-key-types' ||
    ending.some(({ permissions }) => permissions === undefined);
  if (isAlways) return 'always';
  const ids = [
    ...(required?.when === 'for-permissions' ? required.permissions : []),
    ...ending.flatMap(({ permissions = [] }) => permissions),
  ];
  return ids.length === 0 ? 'never' : new Set(ids);
}
