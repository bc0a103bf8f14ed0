import { formatAddresses } from './allowlist.ts';
import {
  type Allowlist,
  type CredentialRole,
  type Exchange,
  type ExchangeFacts,
  type LabelField,
  sitesLike,
} from '../schema/exchange.ts';
import { type AddressRange, addressesOf, readAddress, sizeOf } from './ip-addresses.ts';
import {
  addressesAt,
  changesOf,
  type AddressChange,
  type Partner,
  type PartnerAddress,
  type ServedExchange,
  useCasesAt,
} from '../schema/partner.ts';
import {
  permissionSettings,
  type PermissionSettings,
  type Refusal,
} from './permission-settings.ts';
import { joinedUseCase, type UseCase } from '../schema/use-case.ts';

/**
 * What one partner's clients enter at one exchange, derived from the profile and the
 * facts; or why nobody could follow it, for the author of the profile.
 */

/** One key to create: what goes into its form. */
export interface KeyToMake {
  /** Its name; undefined where the exchange has no documented field for one. */
  readonly label: string | undefined;
  /** The addresses, each as the exchange takes it. */
  readonly addresses: readonly string[];
  /** The same as one text to paste. */
  readonly text: string;
}

/** A fact that no source documents, so that the safest form was chosen. */
export type Assumption = 'separator' | 'most' | 'ranges';

/** Everything that a client of a partner enters at one exchange. */
export interface PartnerSetup {
  readonly partner: Partner;
  /** What the key is for; several use cases are one here. */
  readonly useCase: UseCase;
  /** What its clients set, with the further boxes that it needs. */
  readonly settings: PermissionSettings & { served: true };
  /** Id of the site of the exchange that its clients are at. */
  readonly site: string;
  /** One key, or several where the profile splits the addresses. */
  readonly keys: readonly [KeyToMake, ...KeyToMake[]];
  /** The label of the profile, where this exchange takes it only in another form. */
  readonly labelBefore: string | undefined;
  /** Ranges that are written out, because the exchange takes single addresses only. */
  readonly expanded: readonly string[];
  readonly assumptions: readonly Assumption[];
  /** The addresses that count on the day, with their announced days, as in the profile. */
  readonly inForce: readonly PartnerAddress[];
  /** Changes that lie ahead of the day, the next one first. */
  readonly ahead: readonly AddressChange[];
  /** What each credential is called in the partner's form. */
  readonly fields: ReadonlyMap<CredentialRole, string>;
}

/** Why a set-up cannot be followed. */
export type SetupProblem =
  | {
      readonly kind: 'closing';
      readonly state: Exclude<ExchangeFacts['status']['state'], 'active'>;
      readonly date: string;
    }
  | {
      readonly kind: 'use-case';
      readonly useCaseId: string;
      readonly refusal: Refusal;
      /** Use cases that the exchange serves. */
      readonly served: readonly string[];
    }
  | {
      readonly kind: 'ipv6';
      readonly addresses: readonly string[];
      readonly taken: false | 'disputed' | undefined;
    }
  | {
      readonly kind: 'range';
      readonly ranges: readonly string[];
      readonly taken: false | 'disputed' | undefined;
      /** How many entries it would make, written out. */
      readonly count: number;
      readonly room: number;
    }
  | {
      readonly kind: 'too-many';
      readonly count: number;
      readonly most: number;
      /** How many keys would take them all. */
      readonly keysNeeded: number;
    }
  | { readonly kind: 'site'; readonly site: string; readonly known: readonly string[] }
  | {
      readonly kind: 'asked';
      readonly permission: string;
      /** Why it cannot be on. */
      readonly why: 'unknown' | 'forbidden' | 'level';
    }
  | { readonly kind: 'no-address' }
  | { readonly kind: 'label'; readonly label: string; readonly longest: number }
  | { readonly kind: 'field'; readonly role: CredentialRole; readonly label: string };

export type SetupResult =
  | { readonly ok: true; readonly setup: PartnerSetup }
  | { readonly ok: false; readonly problems: readonly SetupProblem[] };

/** Entries that a range is written out to where the exchange's limit is not documented. */
export const mostWithoutLimit = 16;

/**
 * Derives a set-up.
 *
 * Input: the partner; the entry of its profile for the exchange; the exchange; all use
 * cases; the day, which decides which announced addresses count. Addresses that are
 * announced for later are entered at once, so that the key lives through the change;
 * those whose last day has passed are left out. Output: the set-up, or every problem.
 * Throws where the profile names a use case that does not exist.
 */
export function partnerSetup(
  partner: Partner,
  served: ServedExchange,
  exchange: Exchange,
  useCases: readonly UseCase[],
  day: string,
): SetupResult {
  const wanted = useCasesAt(partner, served).map((id) => {
    const found = useCases.find((useCase) => useCase.id === id);
    if (found === undefined)
      throw new Error(
        `[partner] ${partner.slug} names the use case "${id}", which use-cases.yaml does not list.`,
      );
    return found;
  });
  const useCase = joinedUseCase(wanted);
  const { status } = exchange;
  if (status.state !== 'active')
    return { ok: false, problems: [{ kind: 'closing', state: status.state, date: status.date }] };

  const problems: SetupProblem[] = [];
  const settings = permissionSettings(exchange.permissions, useCase, served.asked ?? []);
  problems.push(...askedProblems(served, exchange, settings), ...siteProblems(served, exchange));
  if (!settings.served) {
    const others = useCases.filter(
      (other) => permissionSettings(exchange.permissions, other).served,
    );
    problems.push({
      kind: 'use-case',
      useCaseId: useCase.id,
      refusal: settings.refusal,
      served: others.map(({ id }) => id),
    });
  }

  const inForce = addressesAt(partner, served).filter(
    ({ until }) => until === undefined || until.day >= day,
  );
  const form = addressForm(exchange.allowlist, inForce, served.keys ?? 1);
  problems.push(...form.problems);

  const labels = labelsFor(
    exchange.labelField,
    served.keyLabel ?? partner.keyLabel,
    form.shares.length,
  );
  problems.push(...labels.problems);

  const fields = new Map<CredentialRole, string>();
  for (const { role, label } of exchange.credentials.items) {
    const field = partner.fields[role];
    if (field !== undefined) fields.set(role, field);
    // A public key goes to the exchange; the partner has no use for it.
    else if (role !== 'public-key') problems.push({ kind: 'field', role, label });
  }

  const [first, ...further] = form.shares.map((addresses, index): KeyToMake => ({
    label: labels.labels[index],
    addresses,
    text: formatAddresses(exchange.allowlist, addresses),
  }));
  if (problems.length > 0 || first === undefined || !settings.served)
    return { ok: false, problems };
  return {
    ok: true,
    setup: {
      partner,
      useCase,
      settings,
      site: served.site ?? exchange.sites.main,
      keys: [first, ...further],
      labelBefore: labels.before,
      expanded: form.expanded,
      assumptions: form.assumptions,
      inForce,
      ahead: changesOf(inForce)
        .filter((change) => (change.kind === 'added' ? change.day > day : change.day >= day))
        .toReversed(),
      fields,
    },
  };
}

/** Boxes that are asked for and cannot be on. */
function askedProblems(
  { asked = [] }: ServedExchange,
  { permissions }: Exchange,
  settings: PermissionSettings,
): SetupProblem[] {
  if (!settings.served) return [];
  return asked.flatMap(({ permission: id, level }): SetupProblem[] => {
    const permission = permissions.items.find((item) => item.id === id);
    if (permission === undefined) return [{ kind: 'asked', permission: id, why: 'unknown' }];
    const levels: (string | undefined)[] = permission.levels?.map((one) => one.id) ?? [undefined];
    if (!levels.includes(level)) return [{ kind: 'asked', permission: id, why: 'level' }];
    const row = settings.rows.find((one) => one.permission.id === id);
    return row?.setting === 'on' ? [] : [{ kind: 'asked', permission: id, why: 'forbidden' }];
  });
}

/** A site for which there is no path: it is not listed, or no source shows its form. */
function siteProblems({ site }: ServedExchange, { sites }: Exchange): SetupProblem[] {
  const known = [sites.main, ...sitesLike({ sites }, sites.main).map(({ id }) => id)];
  return site === undefined || known.includes(site) ? [] : [{ kind: 'site', site, known }];
}

interface AddressForm {
  /** The entries of each key. */
  readonly shares: readonly (readonly string[])[];
  readonly expanded: readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly problems: readonly SetupProblem[];
}

/** Addresses as an exchange takes them, shared out among the keys. */
function addressForm(
  { most, separator, cidr, ipv6 }: Allowlist,
  addresses: readonly PartnerAddress[],
  keys: number,
): AddressForm {
  const problems: SetupProblem[] = [];
  const ranges = addresses.flatMap(({ address }) => readAddress(address) ?? []);
  const foreign = ipv6 === true ? [] : ranges.filter(({ version }) => version === 6);
  if (ipv6 !== true && foreign.length > 0)
    problems.push({ kind: 'ipv6', addresses: foreign.map(({ text }) => text), taken: ipv6 });

  const usable = ranges.filter((range) => !foreign.includes(range));
  const toExpand = cidr === true ? [] : usable.filter((range) => !isSingle(range));
  const count = usable.reduce(
    (sum, range) => sum + (toExpand.includes(range) ? sizeOf(range) : 1n),
    0n,
  );
  const perKey = toExpand.length > 0 ? Math.min(most ?? mostWithoutLimit, 256) : (most ?? Infinity);
  const room = perKey * keys;
  if (usable.length === 0 && foreign.length === 0) problems.push({ kind: 'no-address' });
  if (count > room) {
    problems.push(
      cidr !== true && toExpand.length > 0
        ? {
            kind: 'range',
            ranges: toExpand.map(({ text }) => text),
            taken: cidr,
            count: Number(count),
            room,
          }
        : {
            kind: 'too-many',
            count: Number(count),
            most: perKey,
            keysNeeded: Math.ceil(Number(count) / perKey),
          },
    );
    return { shares: [], expanded: [], assumptions: [], problems };
  }
  const entries = usable.flatMap((range) =>
    toExpand.includes(range) ? addressesOf(range) : [range.text],
  );
  return {
    // As addresses go out of use, there can be fewer of them than keys.
    shares: inShares(entries, Math.min(keys, entries.length)),
    expanded: toExpand.map(({ text }) => text),
    assumptions: [
      ...(separator === undefined && entries.length > 1 ? ['separator' as const] : []),
      ...(most === undefined ? ['most' as const] : []),
      ...(toExpand.length > 0 && cidr !== false ? ['ranges' as const] : []),
    ],
    problems,
  };
}

function isSingle(range: AddressRange): boolean {
  return range.first === range.last;
}

/** A list in as many parts, as even as can be, in order. */
function inShares<Item>(items: readonly Item[], parts: number): Item[][] {
  return Array.from({ length: parts }, (_, part) =>
    items.slice(
      Math.floor((part * items.length) / parts),
      Math.floor(((part + 1) * items.length) / parts),
    ),
  );
}

/** What a name may not hold, and what takes its place. */
const replacements = {
  'letters-digits': '',
  'letters-digits-hyphens': '-',
  'letters-digits-underscores': '_',
} as const satisfies Record<NonNullable<LabelField['characters']>, string>;

/** The names of the keys as the exchange takes them; profiles hold letters, digits and hyphens. */
function labelsFor(
  field: LabelField | undefined,
  label: string,
  keys: number,
): { labels: readonly string[]; before: string | undefined; problems: readonly SetupProblem[] } {
  if (field === undefined) return { labels: [], before: undefined, problems: [] };
  const hyphen = field.characters === undefined ? '-' : replacements[field.characters];
  const fitted = label.replaceAll('-', hyphen);
  const labels =
    keys <= 1
      ? [fitted]
      : Array.from({ length: keys }, (_, index) => `${fitted}${hyphen}${index + 1}`);
  const { longest } = field;
  const tooLong = labels.find((name) => longest !== undefined && name.length > longest);
  return {
    labels,
    before: fitted === label ? undefined : label,
    problems:
      tooLong === undefined || longest === undefined
        ? []
        : [{ kind: 'label', label: tooLong, longest }],
  };
}
