import type { Exchange, Lifetime } from '../schema/exchange.ts';
import { lifetimesOf } from './lifetimes.ts';
import { changeId } from '../schema/partner.ts';
import type { GuidePage } from './guide-page.ts';
import { rightsToLookAt } from '../programs/outcomes.ts';
import type { PermissionSettings } from './permission-settings.ts';

/** A point of the security checklist, without its words. `id` keeps a reader's tick. */
export type ChecklistItem =
  | { readonly id: string; readonly kind: 'official-address'; readonly host: string }
  | {
      readonly id: string;
      readonly kind: 'tested';
      /** Labels of permissions that a test does not tell of. */
      readonly look: readonly string[];
    }
  | {
      readonly id: string;
      readonly kind: 'two-factor' | 'one-key-per-tool' | 'unused-deleted';
    }
  | {
      readonly id: string;
      readonly kind: 'only-these-on';
      readonly labels: readonly string[];
      /** Labels of permissions that are on only if the tool asks. */
      readonly ifAsked: readonly string[];
    }
  | {
      readonly id: string;
      readonly kind: 'unavoidable' | 'never-on' | 'secret-stored';
      readonly labels: readonly string[];
    }
  | { readonly id: string; readonly kind: 'addresses-bound'; readonly label: string }
  | {
      readonly id: string;
      readonly kind: 'partner-addresses';
      readonly label: string;
      readonly name: string;
      readonly count: number;
    }
  | {
      readonly id: string;
      readonly kind: 'partner-secret';
      readonly labels: readonly string[];
      readonly host: string;
    }
  | { readonly id: string; readonly kind: 'partner-key' | 'partner-asks'; readonly name: string }
  | {
      readonly id: string;
      readonly kind: 'partner-removal';
      readonly day: string;
      readonly addresses: readonly string[];
    }
  | {
      readonly id: string;
      /** An end that comes, one that comes without bound addresses, and one without use. */
      readonly kind: 'reminder' | 'reminder-unbound' | 'ends-unused';
      readonly days: readonly number[];
    }
  | { readonly id: string; readonly kind: 'own'; readonly text: string };

/** What to think of before a key ends by itself: a point for each way in which it does. */
function reminders(ends: readonly Lifetime[]): ChecklistItem[] {
  const kindOf = ({ from, keys }: Lifetime) =>
    from === 'inactivity' ? 'ends-unused' : keys === 'unbound' ? 'reminder-unbound' : 'reminder';
  return [...Map.groupBy(ends, kindOf)].map(([kind, items]) => ({
    id: kind,
    kind,
    days: [...new Set(items.map((item) => item.days))],
  }));
}

/**
 * The security checklist of a guide page.
 *
 * Input: the exchange, the settings of the page's use case, the guide's own points, and
 * the site of the page and its partner, if it is made for one's clients. Output: points in the order
 * in which a reader meets them.
 */
export function securityChecklist(
  exchange: Exchange,
  settings: PermissionSettings & { served: true },
  own: readonly { readonly id: string; readonly text: string }[],
  { partner: setup, site }: Pick<GuidePage, 'partner' | 'site'>,
): ChecklistItem[] {
  const on = settings.rows.filter((row) => row.setting === 'on');
  const ifAsked = settings.rows.filter((row) => row.setting === 'if-asked');
  const unavoidable = settings.unavoidable.map(({ permission }) => permission.label);
  const never = settings.rows.filter((row) => row.setting === 'never');
  const secrets = exchange.credentials.items.filter((item) => item.role !== 'public-key');
  const ends = lifetimesOf(exchange, settings, setup !== undefined);
  return [
    {
      id: 'official-address',
      kind: 'official-address',
      host: new URL(site.address).host,
    },
    { id: 'two-factor', kind: 'two-factor' },
    setup === undefined
      ? { id: 'one-key-per-tool', kind: 'one-key-per-tool' }
      : { id: 'one-key-per-tool', kind: 'partner-key', name: setup.partner.name },
    ...(setup === undefined
      ? []
      : [{ id: 'partner-asks', kind: 'partner-asks' as const, name: setup.partner.name }]),
    {
      id: 'only-these-on',
      kind: 'only-these-on',
      labels: on.map(({ permission, level }) =>
        level === undefined ? permission.label : `${permission.label} (${level.label})`,
      ),
      ifAsked: ifAsked.map(({ permission }) => permission.label),
    },
    ...(unavoidable.length === 0
      ? []
      : [
          {
            id: 'unavoidable',
            kind: 'unavoidable' as const,
            labels: [...new Set(unavoidable)],
          },
        ]),
    ...(never.length === 0
      ? []
      : [
          {
            id: 'never-on',
            kind: 'never-on' as const,
            labels: never.map(({ permission }) => permission.label),
          },
        ]),
    setup === undefined
      ? { id: 'addresses-bound', kind: 'addresses-bound', label: exchange.allowlist.label }
      : {
          id: 'addresses-bound',
          kind: 'partner-addresses',
          label: exchange.allowlist.label,
          name: setup.partner.name,
          count: setup.key.addresses.length,
        },
    setup === undefined
      ? { id: 'secret-stored', kind: 'secret-stored', labels: secrets.map((item) => item.label) }
      : {
          id: 'secret-stored',
          kind: 'partner-secret',
          labels: secrets.map((item) => item.label),
          host: new URL(setup.partner.keyPage.url).host,
        },
    { id: 'tested', kind: 'tested', look: rightsToLookAt(exchange, settings) },
    ...reminders(ends),
    ...(setup?.ahead ?? []).flatMap((change) =>
      change.kind === 'removed'
        ? {
            id: `partner-${changeId(change)}`,
            kind: 'partner-removal' as const,
            day: change.day,
            addresses: change.addresses,
          }
        : [],
    ),
    { id: 'unused-deleted', kind: 'unused-deleted' },
    ...own.map(({ id, text }) => ({ id, kind: 'own' as const, text })),
  ];
}
