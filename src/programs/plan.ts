import { toString as plainText } from 'mdast-util-to-string';
import { parseProse } from '../markdown/prose.ts';
import { baseVariableName, environmentName } from '../derive/environment-names.ts';
import { withoutUnavoidable } from '../derive/least-cover.ts';
import { movesOut, severityOf } from '../vocabulary/capabilities.ts';
import {
  type CredentialRole,
  type ExchangeFacts,
  isRecognisable,
  type Permission,
} from '../schema/exchange.ts';
import type { PermissionRow, PermissionSettings } from '../derive/permission-settings.ts';
import type { Condition, RightsRequest, Signing } from '../schema/signing.ts';

/** Variables that programs keep credentials in, by what the value is to a program. */
const variables = {
  'api-key': 'key',
  secret: 'secret',
  'private-key': 'secret',
  passphrase: 'passphrase',
  memo: 'memo',
} as const satisfies Partial<Record<CredentialRole, string>>;

export type CredentialVariable = (typeof variables)[keyof typeof variables];

/** A credential that a program asks for. */
export interface PlannedCredential {
  readonly variable: CredentialVariable;
  readonly label: string;
  /** Name of the environment variable that may hold it. */
  readonly environment: string;
}

/** A request as a program sends it. */
export interface PlannedRequest {
  readonly method: 'GET' | 'POST';
  readonly prefix: string;
  readonly path: string;
}

/** A permission that the answer tells of, and what the use case makes of it. */
export interface PlannedRight {
  /** Label on the exchange's website, with the level where there are several. */
  readonly label: string;
  readonly when: Condition;
  readonly kind: 'withdraw' | 'trade' | 'other';
  /** Whether the answer may say nothing of it. */
  readonly optional: boolean;
  /** `allowed` is a weaker level of one that is needed. */
  readonly want: 'needed' | 'allowed' | 'unwanted' | 'never';
}

/** Rights that the answer could name and we do not know. */
export interface PlannedFamily {
  readonly path: string;
  readonly form: 'list' | 'flags';
  readonly known: readonly string[];
}

/** An error of the exchange, as a program explains it. */
export interface PlannedError {
  /** Texts of the answer, which tell more than codes; "…" in them stands for anything. */
  readonly texts: readonly string[];
  readonly codes: readonly string[];
  /** Statuses, of an error that has no code. */
  readonly http: readonly number[];
  /** Why it happens, most likely first. */
  readonly says: string;
  /** Place on the guide page. */
  readonly anchor: string;
}

/** Everything that a test program of one exchange and use case does, in no language yet. */
export interface TestPlan {
  readonly exchange: string;
  readonly useCase: string;
  /** Address of the guide page that the program belongs to. */
  readonly page: string;
  /** Environment variable that leads the program to another address. */
  readonly baseVariable: string;
  /** Where accounts can be; the program asks where there is more than one. */
  readonly places: readonly { readonly label: string; readonly base: string }[];
  readonly credentials: readonly PlannedCredential[];
  readonly secret: Signing['secret'];
  readonly values: Signing['values'];
  readonly send: Signing['send'];
  /** Seconds by which the clock may be wrong. */
  readonly tolerance: number;
  readonly reading: readonly (PlannedRequest & { readonly proves: string })[];
  readonly succeeds: Condition | undefined;
  readonly rights:
    | {
        readonly request: PlannedRequest;
        readonly shows: readonly PlannedRight[];
        readonly family: readonly PlannedFamily[];
        readonly addresses: RightsRequest['addresses'];
        readonly ends: RightsRequest['ends'];
      }
    | undefined;
  /** Who asks for the key, where the page is made for their clients. */
  readonly partner: PlannedPartner | undefined;
  /** Permissions that must stay off and that no answer tells of. */
  readonly untold: readonly string[];
  readonly errors: readonly PlannedError[];
}

/** Addresses that a key for one partner is bound to. */
export interface PlannedPartner {
  readonly name: string;
  /** Addresses that may be bound, in lower case, without the mask of a single one. */
  readonly allowed: readonly string[];
  /** Those that must be; empty where the profile cuts them into several keys. */
  readonly needed: readonly string[];
}

/** Seconds of difference that are worth a word where the exchange documents no limit. */
const usualTolerance = 30;

/**
 * What a test program does for one exchange and use case.
 *
 * Input: the facts of the exchange with its slug, the settings of the use case, and the
 * address of the guide page; the partner whose clients it is for, if any. Output: the plan; undefined where the exchange has no
 * recipe or cannot serve the use case.
 */
export function testPlan(
  exchange: ExchangeFacts & { readonly slug: string },
  settings: PermissionSettings,
  page: string,
  partner?: PlannedPartner,
): TestPlan | undefined {
  const { signing } = exchange;
  if (signing === undefined || !settings.served) return undefined;
  const { useCase, rows } = settings;
  return {
    exchange: exchange.names.name,
    useCase: useCase.label,
    page,
    baseVariable: baseVariableName(exchange.slug),
    places: placesOf(exchange, signing),
    credentials: exchange.credentials.items.flatMap(({ role, label }) =>
      role === 'public-key'
        ? []
        : [
            {
              variable: variables[role],
              label,
              environment: environmentName(exchange.slug, role),
            },
          ],
    ),
    secret: signing.secret,
    values: signing.values,
    send: signing.send,
    // The answer tells its time in whole seconds.
    tolerance: Math.max(2, signing.tolerance ?? usualTolerance),
    reading: signing.reading
      .filter((request) => request.useCases?.includes(useCase.id) ?? true)
      .map((request) => ({ ...plannedRequest(request), proves: request.proves })),
    succeeds: signing.succeeds,
    rights: signing.rights && {
      request: plannedRequest(signing.rights),
      shows: signing.rights.shows.map((shown) => plannedRight(shown, rows)),
      family: signing.rights.family.map((family) => ({
        path: family.path,
        form: family.form,
        known: [...knownNames(signing.rights?.shows ?? [], family), ...family.harmless],
      })),
      addresses: signing.rights.addresses,
      ends: signing.rights.ends,
    },
    partner,
    untold: rows
      .filter(
        ({ setting, permission }) =>
          setting === 'never' &&
          !(signing.rights?.shows ?? []).some((shown) => shown.permission === permission.id),
      )
      .map(({ permission }) => permission.label),
    errors: plannedErrors(exchange),
  };
}

/** The documented errors; what several entries have in common leads to the first of them. */
function plannedErrors({ troubleshooting }: ExchangeFacts): PlannedError[] {
  const seen = new Set<string | number>();
  const fresh = <Sign extends string | number>(signs: readonly Sign[]): Sign[] =>
    signs.filter((sign) => !seen.has(sign) && seen.add(sign));
  return troubleshooting
    .filter(isRecognisable)
    .map((entry) => ({
      texts: fresh(entry.messages ?? []),
      codes: fresh(entry.codes ?? []),
      http: (entry.codes ?? []).length > 0 ? [] : fresh(entry.http ?? []),
      says: listed(entry.causes.map(({ cause }) => plainText(parseProse(cause)))),
      anchor: `error-${entry.id}`,
    }))
    .filter(({ texts, codes, http }) => texts.length + codes.length + http.length > 0);
}

/** Causes one below the other, most likely first; a single one as it is. */
function listed(causes: readonly string[]): string {
  return causes.length === 1 ? causes.join('') : causes.map((cause) => `- ${cause}`).join('\n');
}

function plannedRequest({
  method,
  prefix = '',
  path,
}: {
  readonly method: 'GET' | 'POST';
  readonly prefix?: string | undefined;
  readonly path: string;
}): PlannedRequest {
  return { method, prefix, path };
}

/** One place for each address of the API; sites that share an address share a place. */
function placesOf(exchange: ExchangeFacts, signing: Signing): TestPlan['places'] {
  const places = new Map<string, string[]>();
  for (const site of exchange.sites.items) {
    if (!signing.sites.includes(site.id) || site.apiBase === undefined) continue;
    const base = new URL(site.apiBase).origin;
    const { host, pathname } = new URL(site.address);
    const label = `${site.label}: ${host}${pathname.replace(/\/$/, '')}`;
    places.set(base, [...(places.get(base) ?? []), label]);
  }
  return [...places].map(([base, labels]) => ({ base, label: labels.join(', ') }));
}

function plannedRight(
  shown: RightsRequest['shows'][number],
  rows: readonly PermissionRow[],
): PlannedRight {
  const row = rows.find(({ permission }) => permission.id === shown.permission);
  if (row === undefined) {
    throw new Error(`[signing] "${shown.permission}" is no permission of this exchange.`);
  }
  const level = row.permission.levels?.find(({ id }) => id === shown.level);
  return {
    label: level === undefined ? row.permission.label : `${row.permission.label}: ${level.label}`,
    when: shown.when,
    optional: shown.optional,
    kind: kindOf(row.permission, shown.level),
    want: wantOf(row, shown.level),
  };
}

function kindOf(permission: Permission, levelId: string | undefined): PlannedRight['kind'] {
  const level = permission.levels?.find(({ id }) => id === levelId);
  const capabilities =
    level?.capabilities ??
    permission.capabilities ??
    permission.levels?.flatMap(({ capabilities: some }) => some) ??
    [];
  if (withoutUnavoidable(permission, capabilities).some(movesOut)) return 'withdraw';
  return capabilities.some((capability) => severityOf(capability) === 'trades') ? 'trade' : 'other';
}

function wantOf(row: PermissionRow, levelId: string | undefined): PlannedRight['want'] {
  if (row.setting === 'never') return 'never';
  if (row.setting === 'off') return 'unwanted';
  const whole = row.setting === 'on' ? 'needed' : 'allowed';
  if (levelId === undefined || row.level === undefined || row.level.id === levelId) return whole;
  const levels = row.permission.levels?.map(({ id }) => id) ?? [];
  return levels.indexOf(levelId) < levels.indexOf(row.level.id) ? 'allowed' : 'unwanted';
}

/** Names within a family that the mapped permissions use: parts of lists, or last names of fields. */
function knownNames(
  shows: RightsRequest['shows'],
  family: RightsRequest['family'][number],
): string[] {
  return shows.flatMap(({ when }) => {
    if (family.form === 'flags') return [when.path.split('.').at(-1) ?? when.path];
    if (when.path !== family.path) return [];
    return [when.lists ?? when.is ?? when.isNot ?? ''].filter((name) => name !== '');
  });
}
