import { type Exchange, mainSite } from './exchange.ts';
import { lifetimesOf } from './lifetimes.ts';
import type { PermissionSettings } from './permission-settings.ts';

/** A point of the security checklist, without its words. `id` keeps a reader's tick. */
export type ChecklistItem =
  | { readonly id: string; readonly kind: 'official-address'; readonly host: string }
  | {
      readonly id: string;
      readonly kind: 'two-factor' | 'tested' | 'one-key-per-tool' | 'unused-deleted';
    }
  | {
      readonly id: string;
      readonly kind: 'only-these-on' | 'never-on' | 'secret-stored';
      readonly labels: readonly string[];
    }
  | { readonly id: string; readonly kind: 'addresses-bound'; readonly label: string }
  | { readonly id: string; readonly kind: 'reminder'; readonly days: readonly number[] }
  | { readonly id: string; readonly kind: 'own'; readonly text: string };

/**
 * The security checklist of a guide page.
 *
 * Input: the exchange, the settings of the page's use case, and the guide's own
 * points. Output: points in the order in which a reader meets them.
 */
export function securityChecklist(
  exchange: Exchange,
  settings: PermissionSettings & { served: true },
  own: readonly { readonly id: string; readonly text: string }[],
): ChecklistItem[] {
  const on = settings.rows.filter((row) => row.setting === 'on');
  const never = settings.rows.filter((row) => row.setting === 'never');
  const secrets = exchange.credentials.items.filter((item) => item.role !== 'public-key');
  const days = [...new Set(lifetimesOf(exchange, settings).map((item) => item.days))];
  return [
    {
      id: 'official-address',
      kind: 'official-address',
      host: new URL(mainSite(exchange).address).host,
    },
    { id: 'two-factor', kind: 'two-factor' },
    { id: 'one-key-per-tool', kind: 'one-key-per-tool' },
    {
      id: 'only-these-on',
      kind: 'only-these-on',
      labels: on.map(({ permission, level }) =>
        level === undefined ? permission.label : `${permission.label} (${level.label})`,
      ),
    },
    ...(never.length === 0
      ? []
      : [
          {
            id: 'never-on',
            kind: 'never-on' as const,
            labels: never.map(({ permission }) => permission.label),
          },
        ]),
    { id: 'addresses-bound', kind: 'addresses-bound', label: exchange.allowlist.label },
    { id: 'secret-stored', kind: 'secret-stored', labels: secrets.map((item) => item.label) },
    { id: 'tested', kind: 'tested' },
    ...(days.length === 0 ? [] : [{ id: 'reminder', kind: 'reminder' as const, days }]),
    { id: 'unused-deleted', kind: 'unused-deleted' },
    ...own.map(({ id, text }) => ({ id, kind: 'own' as const, text })),
  ];
}
