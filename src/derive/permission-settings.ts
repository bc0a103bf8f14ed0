import { type Capability, inTableOrder, movesOut } from '../vocabulary/capabilities.ts';
import type { ExchangeFacts, Permission, PermissionLevel } from '../schema/exchange.ts';
import type { Asked } from '../schema/exchange/further-powers.ts';
import { partsOf, type UseCase } from '../schema/use-case.ts';
import {
  avoidableOf,
  exclude,
  forbiddenOf,
  isAllowed,
  leastCover,
  type Option,
  optionsOf,
  withoutUnavoidable,
} from './least-cover.ts';

/** What a use case makes of a permission, from most to least. */
export const permissionStates = ['on', 'if-asked', 'off', 'never'] as const;
export type PermissionState = (typeof permissionStates)[number];

/** What a use case makes of one permission. */
export interface PermissionRow {
  readonly permission: Permission;
  readonly setting: PermissionState;
  /** The level at which it is on, or may be where it is asked for; undefined for a plain box. */
  readonly level: PermissionLevel | undefined;
  /** What the key can do through this permission; empty unless it is on. */
  readonly grants: readonly Capability[];
  /**
   * What it would add to the chosen set: at the level that is asked for, else over all its
   * levels; empty where it is on.
   */
  readonly withheld: readonly Capability[];
  /** Levels above the one that is on or asked for, and what they would add to the chosen set. */
  readonly strongerLevels: readonly { level: PermissionLevel; adds: readonly Capability[] }[];
  /** Who names it for this use although the least set does without, or with a lower level. */
  readonly asked: readonly Asked[];
}

/** A power that comes with the chosen set, that the use case forbids, and that nobody can switch off. */
export interface UnavoidablePower {
  readonly permission: Permission;
  readonly capabilities: readonly Capability[];
  /** The power in a few words. */
  readonly brief: string;
  /** What readers must know to decide. */
  readonly note: string;
  readonly sources: readonly string[];
}

/** Why a use case cannot be served. */
export type Refusal =
  | { readonly kind: 'stated'; readonly reason: string; readonly sources: readonly string[] }
  | { readonly kind: 'no-permission'; readonly missing: readonly Capability[] }
  | {
      readonly kind: 'only-with-forbidden';
      readonly missing: readonly Capability[];
      readonly forbidden: readonly Capability[];
    }
  | {
      readonly kind: 'fixed-forbidden';
      readonly permission: Permission;
      readonly forbidden: readonly Capability[];
    }
  | { readonly kind: 'excluded'; readonly missing: readonly Capability[] };

export type PermissionSettings =
  | {
      readonly served: true;
      readonly useCase: UseCase;
      readonly rows: readonly PermissionRow[];
      /** What the chosen set allows beyond what the use case needs, without what is unavoidable. */
      readonly extras: readonly Capability[];
      /** In the exchange's own order; the reader decides whether to make the key all the same. */
      readonly unavoidable: readonly UnavoidablePower[];
    }
  | { readonly served: false; readonly useCase: UseCase; readonly refusal: Refusal };

type PermissionFacts = Pick<ExchangeFacts['permissions'], 'items' | 'refusals'>;

/** A box that somebody needs beyond the least set, by its ids. */
export interface AskedBox {
  readonly permission: string;
  readonly level?: string | undefined;
}

/**
 * What a use case makes of each permission, one row per permission in the exchange's own
 * order.
 *
 * 1. `on` is the least set that covers the needs ({@link leastCover}), and with it each
 *    box that the exchange's own table names for this use and that adds no power.
 * 2. `if-asked` is a further box, up to the level that a tool, a partner or the exchange
 *    names, where it can be combined with the set and has nothing that the use case
 *    forbids; so it never moves funds out.
 * 3. `never` is one that moves funds out, unless only by what nobody can switch off:
 *    others need such a permission, and "never" would tell them not to. All else is `off`.
 *
 * Input: the permissions of one exchange and one use case; for the page of somebody who
 * says what they need beyond it, those boxes, which are then on, and what others ask for is
 * off. Output: settings, or a refusal with its reason. A box that the use case forbids stays
 * as it is: whoever asks for it, a check of its own tells. Never throws.
 */
export function permissionSettings(
  permissions: PermissionFacts,
  useCase: UseCase,
  boxes?: readonly AskedBox[],
): PermissionSettings {
  const ids = partsOf(useCase);
  const stated = permissions.refusals.find((refusal) => ids.includes(refusal.useCase));
  if (stated !== undefined) {
    return {
      served: false,
      useCase,
      refusal: { kind: 'stated', reason: stated.reason, sources: stated.sources },
    };
  }
  const { items } = permissions;
  const least = leastCover(items, useCase);
  if (least === undefined) {
    return { served: false, useCase, refusal: explainRefusal(items, useCase) };
  }
  const granted = (set: readonly Option[]): Capability[] =>
    inTableOrder(set.flatMap((option) => option.grants));
  // What is unavoidable is a part of a power, told by its note; another box may bring the whole.
  const whole = least.flatMap(({ permission, grants }) => withoutUnavoidable(permission, grants));
  const asked = boxes === undefined ? askedOptions(items, useCase, least) : [];
  const chosen = withBoxes(
    [...least, ...withoutNewPower(askedOptions(items, useCase, least), least, whole)],
    boxes ?? [],
    items,
    useCase,
  );
  const unavoidable = chosen
    .toSorted((a, b) => a.index - b.index)
    .flatMap((option) => unavoidableOf(option, useCase));
  const toDecide = unavoidable.flatMap(({ capabilities }) => capabilities);
  return {
    served: true,
    useCase,
    rows: items.map((permission, index) =>
      rowOf(
        permission,
        chosen.find((option) => option.index === index),
        asked.filter(
          ({ option }) =>
            option.index === index &&
            !chosen.some((other) => exclude(other.permission, option.permission)),
        ),
        whole,
      ),
    ),
    extras: granted(chosen).filter(
      (capability) => !useCase.needs.includes(capability) && !toDecide.includes(capability),
    ),
    unavoidable,
  };
}

/** Everything that a permission can grant, over all its levels. */
export function allCapabilities(permission: Permission): Capability[] {
  return inTableOrder(
    permission.levels?.flatMap((level) => level.capabilities) ?? permission.capabilities ?? [],
  );
}

function rowOf(
  permission: Permission,
  chosen: Option | undefined,
  asked: readonly AskedOption[],
  granted: readonly Capability[],
): PermissionRow {
  const settled = chosen ?? strongest(asked.map(({ option }) => option));
  const added = (set: readonly Capability[]): Capability[] =>
    inTableOrder(set).filter((capability) => !granted.includes(capability));
  const entries = asked.map(({ entry }) => entry);
  if (settled === undefined) {
    const whole = allCapabilities(permission);
    return {
      permission,
      setting: withoutUnavoidable(permission, whole).some(movesOut) ? 'never' : 'off',
      level: undefined,
      grants: [],
      withheld: added(whole),
      strongerLevels: [],
      asked: entries,
    };
  }
  const strongerLevels = (permission.levels ?? [])
    .slice(settled.levelIndex + 1)
    .map((level) => ({
      level,
      adds: added(level.capabilities).filter((one) => !settled.grants.includes(one)),
    }))
    .filter(({ adds }) => adds.length > 0);
  return {
    permission,
    setting: chosen === undefined ? 'if-asked' : 'on',
    level: settled.level,
    grants: chosen === undefined ? [] : inTableOrder(chosen.grants),
    withheld: chosen === undefined ? added(settled.grants) : [],
    strongerLevels,
    asked: entries,
  };
}

/** A permission at a level, and the entry that names it. */
interface AskedOption {
  readonly option: Option;
  readonly entry: Asked;
}

/**
 * What is named for the use beyond the least set: at a level above it, without anything
 * that the use case forbids, and not excluded by a permission of the set.
 */
function askedOptions(
  items: readonly Permission[],
  useCase: UseCase,
  least: readonly Option[],
): AskedOption[] {
  return items.flatMap((permission, index) =>
    permission.asked
      .filter(({ useCases }) => useCases?.some((id) => partsOf(useCase).includes(id)) ?? true)
      .flatMap((entry) => {
        const option = optionsOf(permission, index).find(({ level }) => level?.id === entry.level);
        if (option === undefined || forbiddenOf(option, useCase).length > 0) return [];
        const own = least.find((other) => other.index === index);
        if (own !== undefined && own.levelIndex >= option.levelIndex) return [];
        return least.some((other) => exclude(other.permission, permission))
          ? []
          : [{ option, entry }];
      }),
  );
}

/** Boxes that the exchange's own table names and that can do nothing which the set cannot. */
function withoutNewPower(
  asked: readonly AskedOption[],
  least: readonly Option[],
  granted: readonly Capability[],
): Option[] {
  const added: Option[] = [];
  for (const { option, entry } of asked) {
    const fits = ![...least, ...added].some(
      (other) => other.index === option.index || exclude(other.permission, option.permission),
    );
    if (entry.by === 'exchange' && fits && option.grants.every((one) => granted.includes(one))) {
      added.push(option);
    }
  }
  return added;
}

/** The set with further boxes, each at the level that is asked for, where the use case allows it. */
function withBoxes(
  set: readonly Option[],
  boxes: readonly AskedBox[],
  items: readonly Permission[],
  useCase: UseCase,
): Option[] {
  const chosen = [...set];
  for (const box of boxes) {
    const index = items.findIndex(({ id }) => id === box.permission);
    const permission = items[index];
    if (permission === undefined) continue;
    const option = optionsOf(permission, index).find(({ level }) => level?.id === box.level);
    const own = chosen.findIndex((other) => other.index === index);
    const isStronger = option !== undefined && (chosen[own]?.levelIndex ?? -1) < option.levelIndex;
    if (!isStronger || forbiddenOf(option, useCase).length > 0) continue;
    if (own >= 0) chosen[own] = option;
    else chosen.push(option);
  }
  return chosen;
}

function strongest(options: readonly Option[]): Option | undefined {
  return options.toSorted((a, b) => b.levelIndex - a.levelIndex)[0];
}

/** The powers of a chosen permission that the use case forbids, each with what readers must know. */
function unavoidableOf(option: Option, useCase: UseCase): UnavoidablePower[] {
  const forbidden = forbiddenOf(option, useCase);
  return option.permission.unavoidable.flatMap(({ capabilities, brief, note, sources }) => {
    const own = forbidden.filter((capability) => capabilities.includes(capability));
    return own.length === 0
      ? []
      : [{ permission: option.permission, capabilities: own, brief, note, sources }];
  });
}

function explainRefusal(items: readonly Permission[], useCase: UseCase): Refusal {
  const options = items.flatMap(optionsOf);
  const lacking = useCase.needs.filter(
    (need) => !options.some((option) => option.grants.includes(need)),
  );
  if (lacking.length > 0) return { kind: 'no-permission', missing: lacking };

  for (const permission of items.filter((item) => item.fixed)) {
    const own = optionsOf(permission, 0);
    if (!own.some((option) => isAllowed(option, useCase))) {
      const forbidden = inTableOrder(own.flatMap((option) => avoidableOf(option, useCase)));
      return { kind: 'fixed-forbidden', permission, forbidden };
    }
  }

  const tainted = useCase.needs.filter(
    (need) => !options.some((option) => option.grants.includes(need) && isAllowed(option, useCase)),
  );
  if (tainted.length > 0) {
    const forbidden = inTableOrder(
      options
        .filter((option) => option.grants.some((capability) => tainted.includes(capability)))
        .flatMap((option) => avoidableOf(option, useCase)),
    );
    return { kind: 'only-with-forbidden', missing: tainted, forbidden };
  }
  return { kind: 'excluded', missing: useCase.needs };
}
