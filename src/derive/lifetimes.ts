import type { ExchangeFacts, Lifetime } from '../schema/exchange.ts';
import type { PermissionSettings } from './permission-settings.ts';

/**
 * The lifetimes that can end a key with these settings: those of all keys, and those of keys
 * with a permission that is on. What ends keys without addresses, or with them, is left out
 * where such a key cannot be.
 *
 * Input: the facts, the settings, and whether the reader binds the key, as clients of a
 * partner do. Output: the lifetimes in the order of the facts.
 */
export function lifetimesOf(
  exchange: Pick<ExchangeFacts, 'allowlist' | 'keyTypes' | 'lifetimes'>,
  settings: PermissionSettings & { served: true },
  isBound = false,
): Lifetime[] {
  const on = settings.rows.flatMap((row) => (row.setting === 'on' ? [row.permission.id] : []));
  const bound = isBound || mustBeBound(exchange, on);
  return exchange.lifetimes.items.filter(
    ({ keys, permissions }) =>
      (permissions === undefined || permissions.some((id) => on.includes(id))) &&
      !(bound && keys === 'unbound'),
  );
}

/** Whether the exchange makes no key like this without addresses. */
function mustBeBound(
  { allowlist: { required }, keyTypes }: Pick<ExchangeFacts, 'allowlist' | 'keyTypes'>,
  on: readonly string[],
): boolean {
  switch (required?.when) {
    case 'always':
      return true;
    case 'for-permissions':
      return required.permissions.some((id) => on.includes(id));
    case 'for-key-types': {
      const chosen = keyTypes.items.filter(({ choose }) => choose).map(({ id }) => id);
      return chosen.length > 0 && chosen.every((id) => required.keyTypes.includes(id));
    }
    default:
      return false;
  }
}
