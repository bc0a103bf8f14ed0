import { toString as plainText } from 'mdast-util-to-string';
import { parseProse } from '../markdown/prose.ts';
import { baseVariableName, environmentName } from '../derive/environment-names.ts';
import type { PermissionSettings } from '../derive/permission-settings.ts';
import { testRequests } from '../derive/test-requests.ts';
import { type CredentialRole, type ExchangeFacts, isRecognisable } from '../schema/exchange.ts';
import { partsOf } from '../schema/use-case.ts';
import type { Signing } from '../schema/signing.ts';
import { anyOf, isPrivateKey } from './recipe.ts';
import { testsOf } from './condition-tests.ts';
import { judgementOf, type PlannedPartner } from './judgement.ts';
import { boundWhen } from './bound-when.ts';
import type { CredentialVariable, PlannedError, TestPlan } from './test-plan.ts';

export type { TestPlan } from './test-plan.ts';

/** Variables that programs keep credentials in, by what the value is to a program. */
const variables = {
  'api-key': 'key',
  secret: 'secret',
  'private-key': 'secret',
  passphrase: 'passphrase',
  memo: 'memo',
} as const satisfies Partial<Record<CredentialRole, CredentialVariable>>;

/** Seconds of difference that are worth a word where the exchange documents no limit. */
const usualTolerance = 30;

/**
 * What a test program does for one exchange and use case.
 *
 * Input: the facts of the exchange with its slug, the settings of the use case, and the
 * address of the guide page; the partner whose clients it is for, if any; the id of the site
 * of the exchange that its readers are at. Output: the plan;
 * undefined where the exchange has no recipe, cannot serve the use case, or has no request
 * that would prove anything of the key. Throws where a right of the recipe is no permission.
 */
export function testPlan(
  exchange: ExchangeFacts & { readonly slug: string },
  settings: PermissionSettings,
  page: string,
  partner?: PlannedPartner,
  site = exchange.sites.main,
): TestPlan | undefined {
  const { signing } = exchange;
  if (signing === undefined || !settings.served) return undefined;
  const { useCase, rows } = settings;
  const { readings, all: requests } = testRequests(signing, partsOf(useCase));
  if (requests.length === 0) return undefined;
  const { rights } = signing;
  const untold = rows
    .filter(
      ({ setting, permission }) =>
        setting === 'never' &&
        rights?.shows.some((shown) => shown.permission === permission.id) !== true,
    )
    .map(({ permission }) => permission.label);
  const credentials = credentialsOf(exchange, signing);
  return {
    exchange: exchange.names.name,
    useCase: useCase.label,
    page,
    baseVariable: baseVariableName(exchange.slug),
    places: placesOf(exchange, signing, site),
    credentials,
    secret: signing.secret,
    values: signing.values,
    send: signing.send,
    // The answer tells its time in whole seconds.
    tolerance: Math.max(2, signing.tolerance ?? usualTolerance),
    requests: requests.map(({ method, prefix = '', path, holds }) => ({
      method,
      prefix,
      path,
      good: [signing.succeeds, holds].flatMap((condition) =>
        condition === undefined ? [] : testsOf(condition),
      ),
      judged: path === rights?.path,
      needed: path !== rights?.path || readings.length === 0,
    })),
    rights: rights && {
      addresses: rights.addresses !== undefined,
      ends: rights.ends !== undefined,
    },
    judgement: judgementOf({
      rights,
      rows,
      partner,
      untold,
      useCase: useCase.label,
      page,
      bound: boundWhen(exchange),
      proves: readings.map(({ proves }) => proves),
    }),
    untold,
    errors: plannedErrors(
      exchange,
      credentials.some(
        ({ form, variable }) =>
          form === '' &&
          (variable === 'key' || (variable === 'secret' && !isPrivateKey(signing.secret))),
      ),
    ),
  };
}

/** What the program asks for, with the form of each where a source tells it. */
function credentialsOf(
  { slug, credentials }: ExchangeFacts & { readonly slug: string },
  { keyTypes }: Signing,
): TestPlan['credentials'] {
  return credentials.items.flatMap(({ role, label, forms }) => {
    if (role === 'public-key') return [];
    const variable = variables[role];
    const own = forms?.filter(
      (form) => form.keyTypes?.some((type) => keyTypes.includes(type)) ?? true,
    );
    return [
      {
        variable,
        label,
        environment: environmentName(slug, role),
        form: anyOf((own ?? []).map(({ pattern }) => `^${pattern}$`)),
      },
    ];
  });
}

/** The documented errors; what several entries have in common leads to the first of them. */
function plannedErrors({ troubleshooting }: ExchangeFacts, mayBeSwapped: boolean): PlannedError[] {
  const seen = new Set<string | number>();
  const fresh = <Sign extends string | number>(signs: readonly Sign[]): Sign[] =>
    signs.filter((sign) => !seen.has(sign) && seen.add(sign));
  return troubleshooting
    .filter(isRecognisable)
    .map((entry) => ({
      texts: fresh(entry.messages ?? []),
      codes: fresh(entry.codes ?? []),
      http: (entry.codes ?? []).length > 0 ? [] : fresh(entry.http ?? []),
      causes: entry.causes.map(({ cause }) => plainText(parseProse(cause))),
      swapped:
        mayBeSwapped &&
        entry.kinds?.some((kind) => kind === 'key' || kind === 'signature') === true,
      elsewhere: entry.kinds?.length === 1 && entry.kinds[0] === 'address',
      anchor: `error-${entry.id}`,
    }))
    .filter(({ texts, codes, http }) => texts.length + codes.length + http.length > 0);
}

/** One place for each address of the API, that of the page's site first; sites that share an address share a place. */
function placesOf(exchange: ExchangeFacts, signing: Signing, first: string): TestPlan['places'] {
  const places = new Map<string, string[]>();
  const { items } = exchange.sites;
  for (const site of items.toSorted((a, b) => Number(b.id === first) - Number(a.id === first))) {
    if (!signing.sites.includes(site.id) || site.apiBase === undefined) continue;
    const base = new URL(site.apiBase).origin;
    const { host, pathname } = new URL(site.address);
    const label = `${site.label}: ${host}${pathname.replace(/\/$/, '')}`;
    places.set(base, [...(places.get(base) ?? []), label]);
  }
  return [...places].map(([base, labels]) => ({ base, label: labels.join(', ') }));
}
