import {
  type Capability,
  inTableOrder,
  severities,
  severityOf,
} from '../vocabulary/capabilities.ts';
import type { Permission, PermissionLevel } from '../schema/exchange.ts';
import type { UseCase } from '../schema/use-case.ts';

/** The search for the least set of permissions that covers a use case. */

/** One way of switching a permission on. */
export interface Option {
  readonly index: number;
  readonly permission: Permission;
  readonly levelIndex: number;
  readonly level: PermissionLevel | undefined;
  readonly grants: readonly Capability[];
}

/** Every way of switching a permission on: one for a box, one for each level. */
export function optionsOf(permission: Permission, index: number): Option[] {
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

/** Capabilities of a permission without those that its entries under "unavoidable" tell of. */
export function withoutUnavoidable(
  permission: Pick<Permission, 'unavoidable'>,
  set: readonly Capability[],
): Capability[] {
  return set.filter(
    (capability) =>
      !permission.unavoidable.some(({ capabilities }) => capabilities.includes(capability)),
  );
}

/** What a use case forbids of the powers of a permission, unavoidable or not. */
export function forbiddenOf({ grants }: Option, useCase: UseCase): Capability[] {
  return inTableOrder(grants).filter((capability) => useCase.forbids.includes(capability));
}

/** What keeps a permission off: all that is forbidden and could be avoided. */
export function avoidableOf(option: Option, useCase: UseCase): Capability[] {
  return withoutUnavoidable(option.permission, forbiddenOf(option, useCase));
}

/** Whether a use case may have a permission at this level. */
export function isAllowed(option: Option, useCase: UseCase): boolean {
  return avoidableOf(option, useCase).length === 0;
}

/** Whether two permissions cannot be on together. */
export function exclude(a: Permission, b: Permission): boolean {
  return a.excludes.includes(b.id) || b.excludes.includes(a.id);
}

/**
 * The least set of permissions that covers a use case; undefined where there is none.
 *
 * "Least" compares sets by the most harmful power first: fewer forbidden capabilities,
 * which only permissions that cannot be had without them may bring; fewer that
 * move funds out, then fewer beyond the need that trade, that move funds between
 * own accounts, that read; then fewer permissions; then lower levels; then the
 * exchange's order. A set with a forbidden capability that could be avoided is never
 * chosen, and neither is one that combines permissions which exclude each other. Fixed
 * permissions are part of every set.
 */
export function leastCover(items: readonly Permission[], useCase: UseCase): Option[] | undefined {
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
  const forbidden = extras.filter((capability) => useCase.forbids.includes(capability));
  const bySeverity = severities
    .toReversed()
    .map((severity) => extras.filter((capability) => severityOf(capability) === severity).length);
  const levels = options.reduce((sum, option) => sum + option.levelIndex, 0);
  const order = options.reduce((sum, option) => sum + 2 ** option.index, 0);
  return [forbidden.length, ...bySeverity, options.length, levels, order];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [position, value] of a.entries()) {
    const difference = value - (b[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
