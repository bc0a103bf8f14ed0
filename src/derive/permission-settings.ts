import {
  type Capability,
  inTableOrder,
  movesOut,
  severities,
  severityOf,
} from '../vocabulary/capabilities.ts';
import type { ExchangeFacts, Permission, PermissionLevel } from '../schema/exchange.ts';
import type { UseCase } from '../schema/use-case.ts';

/** What a use case makes of one permission. */
export interface PermissionRow {
  readonly permission: Permission;
  /** `on` at a level (undefined for a plain box), `off`, or `never`. */
  readonly setting: 'on' | 'off' | 'never';
  readonly level: PermissionLevel | undefined;
  /** What the key can do through this permission; empty unless it is on. */
  readonly grants: readonly Capability[];
  /** What it would add to the chosen set, over all its levels; empty where it is on. */
  readonly withheld: readonly Capability[];
  /** Stronger levels of a permission that is on, and what they would add to the chosen set. */
  readonly strongerLevels: readonly { level: PermissionLevel; adds: readonly Capability[] }[];
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
      /** What the chosen set allows beyond what the use case needs. */
      readonly extras: readonly Capability[];
    }
  | { readonly served: false; readonly useCase: UseCase; readonly refusal: Refusal };

type PermissionFacts = Pick<ExchangeFacts['permissions'], 'items' | 'refusals'>;

/** One way of switching a permission on. */
interface Option {
  readonly index: number;
  readonly permission: Permission;
  readonly levelIndex: number;
  readonly level: PermissionLevel | undefined;
  readonly grants: readonly Capability[];
}

/**
 * The least set of permissions that covers a use case, one row per permission in
 * the exchange's own order.
 *
 * "Least" compares sets by the most harmful power first: fewer capabilities that
 * move funds out, then fewer beyond the need that trade, that move funds between
 * own accounts, that read; then fewer permissions; then lower levels; then the
 * exchange's order. A
 * set with a forbidden capability is never chosen, and neither is one that combines
 * permissions which exclude each other. Fixed permissions are part of every set.
 *
 * Input: the permissions of one exchange and one use case. Output: settings, or a
 * refusal with its reason. Never throws.
 */
export function permissionSettings(
  permissions: PermissionFacts,
  useCase: UseCase,
): PermissionSettings {
  const stated = permissions.refusals.find((refusal) => refusal.useCase === useCase.id);
  if (stated !== undefined) {
    return {
      served: false,
      useCase,
      refusal: { kind: 'stated', reason: stated.reason, sources: stated.sources },
    };
  }
  const chosen = leastCover(permissions.items, useCase);
  if (chosen === undefined) {
    return { served: false, useCase, refusal: explainRefusal(permissions.items, useCase) };
  }
  const granted = inTableOrder(chosen.flatMap((option) => option.grants));
  return {
    served: true,
    useCase,
    rows: permissions.items.map((permission, index) =>
      rowOf(
        permission,
        chosen.find((option) => option.index === index),
        granted,
      ),
    ),
    extras: granted.filter((capability) => !useCase.needs.includes(capability)),
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
  granted: readonly Capability[],
): PermissionRow {
  if (chosen === undefined) {
    const whole = allCapabilities(permission);
    const withheld = whole.filter((capability) => !granted.includes(capability));
    const setting = whole.some(movesOut) ? 'never' : 'off';
    return { permission, setting, level: undefined, grants: [], withheld, strongerLevels: [] };
  }
  const strongerLevels = (permission.levels ?? [])
    .slice(chosen.levelIndex + 1)
    .map((level) => ({
      level,
      adds: inTableOrder(level.capabilities.filter((added) => !granted.includes(added))),
    }))
    .filter(({ adds }) => adds.length > 0);
  return {
    permission,
    setting: 'on',
    level: chosen.level,
    grants: inTableOrder(chosen.grants),
    withheld: [],
    strongerLevels,
  };
}

function optionsOf(permission: Permission, index: number): Option[] {
  if (permission.levels === undefined) {
    return [
      { index, permission, levelIndex: 0, level: undefined, grants: permission.capabilities ?? [] },
    ];
  }
  return permission.levels.map((level, levelIndex) => ({
    index,
    permission,
    levelIndex,
    level,
    grants: level.capabilities,
  }));
}

function isAllowed(option: Option, useCase: UseCase): boolean {
  return !option.grants.some((capability) => useCase.forbids.includes(capability));
}

function exclude(a: Permission, b: Permission): boolean {
  return a.excludes.includes(b.id) || b.excludes.includes(a.id);
}

function leastCover(items: readonly Permission[], useCase: UseCase): Option[] | undefined {
  const optionsByIndex = items.map((permission, index) =>
    optionsOf(permission, index).filter((option) => isAllowed(option, useCase)),
  );
  const fixedIndexes = items.flatMap((permission, index) => (permission.fixed ? [index] : []));
  let best: { options: Option[]; cost: number[] } | undefined;

  const search = (options: Option[]): void => {
    const cost = costOf(options, useCase);
    if (best !== undefined && compare(cost, best.cost) >= 0) return;
    const unsettledFixed = fixedIndexes.find(
      (index) => !options.some((option) => option.index === index),
    );
    const uncovered = useCase.needs.find(
      (need) => !options.some((option) => option.grants.includes(need)),
    );
    if (unsettledFixed === undefined && uncovered === undefined) {
      best = { options, cost };
      return;
    }
    const candidates =
      unsettledFixed !== undefined
        ? (optionsByIndex[unsettledFixed] ?? [])
        : optionsByIndex
            .flat()
            .filter((option) => uncovered !== undefined && option.grants.includes(uncovered));
    for (const candidate of candidates) {
      const conflicts = options.some(
        (option) =>
          option.index === candidate.index || exclude(option.permission, candidate.permission),
      );
      if (!conflicts) search([...options, candidate]);
    }
  };

  search([]);
  return best?.options;
}

/**
 * Cost of a set, compared part by part. Every part only grows as permissions are
 * added, so a set that already costs more than the best can be dropped.
 */
function costOf(options: readonly Option[], useCase: UseCase): number[] {
  const extras = inTableOrder(options.flatMap((option) => option.grants)).filter(
    (capability) => !useCase.needs.includes(capability),
  );
  const bySeverity = severities
    .toReversed()
    .map((severity) => extras.filter((capability) => severityOf(capability) === severity).length);
  const levels = options.reduce((sum, option) => sum + option.levelIndex, 0);
  const order = options.reduce((sum, option) => sum + 2 ** option.index, 0);
  return [...bySeverity, options.length, levels, order];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [position, value] of a.entries()) {
    const difference = value - (b[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
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
      const forbidden = inTableOrder(own.flatMap((option) => option.grants)).filter((capability) =>
        useCase.forbids.includes(capability),
      );
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
        .flatMap((option) => option.grants),
    ).filter((capability) => useCase.forbids.includes(capability));
    return { kind: 'only-with-forbidden', missing: tainted, forbidden };
  }
  return { kind: 'excluded', missing: useCase.needs };
}
