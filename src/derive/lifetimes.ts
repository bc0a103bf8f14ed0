import type { ExchangeFacts, Lifetime } from '../schema/exchange.ts';
import type { PermissionSettings } from './permission-settings.ts';

/**
 * The lifetimes that end a key with these settings: those of all keys, and those of
 * keys with a permission that is on.
 */
export function lifetimesOf(
  exchange: Pick<ExchangeFacts, 'lifetimes'>,
  settings: PermissionSettings & { served: true },
): Lifetime[] {
  const on = settings.rows.flatMap((row) => (row.setting === 'on' ? [row.permission.id] : []));
  return exchange.lifetimes.items.filter(
    ({ permissions }) => permissions === undefined || permissions.some((id) => on.includes(id)),
  );
}
