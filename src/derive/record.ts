import type { Capability } from '../vocabulary/capabilities.ts';
import type { Exchange, Permission, PermissionLevel } from '../schema/exchange.ts';
import type { Guide } from '../schema/guide.ts';
import type { Block, LeafBlock, Screen } from '../schema/screens.ts';
import type { UseCase } from '../schema/use-case.ts';
import type { GuidePage } from './guide-page.ts';
import type { PermissionSettings, PermissionState } from './permission-settings.ts';
import type { Quality } from './quality.ts';

/** Everything that the record of an exchange shows. */
export interface RecordPage {
  readonly exchange: Exchange;
  readonly guide: Guide;
  readonly screens: readonly Screen[];
  readonly quality: Quality;
  readonly useCases: readonly UseCase[];
  /** What each use case makes of the permissions, in the order of the use cases. */
  readonly settings: readonly PermissionSettings[];
}

/**
 * Puts the record of an exchange together.
 *
 * Input: the guide pages of one exchange, one a use case, in their order; its facts with
 * those of other days, and its screens. Output: the record. Throws where there is no page.
 */
export function recordPage(
  pages: readonly GuidePage[],
  { everyDay, screens }: { readonly everyDay: Exchange; readonly screens: readonly Screen[] },
): RecordPage {
  const [first] = pages;
  if (first === undefined) throw new Error('[record] An exchange without a guide has no record.');
  return {
    exchange: { ...everyDay, status: first.exchange.status },
    guide: first.guide,
    screens,
    quality: first.quality,
    useCases: pages.map(({ useCase }) => useCase),
    settings: pages.map(({ settings }) => settings),
  };
}

/** What one use case makes of one permission. */
export interface MatrixCell {
  readonly useCase: UseCase;
  /** "refused" where the exchange cannot serve the use case at all. */
  readonly state: PermissionState | 'refused';
  /** The level at which it is on, or may be where it is asked for. */
  readonly level: PermissionLevel | undefined;
}

/** A permission with what it lets a key do and what every use case makes of it. */
export interface MatrixRow {
  readonly permission: Permission;
  /** Heading of the exchange, where the row is the first below it. */
  readonly heading: string | undefined;
  readonly powers: readonly LevelPowers[];
  readonly cells: readonly MatrixCell[];
}

/** What a permission lets a key do at a level. */
export interface LevelPowers {
  /** Undefined for a plain box. */
  readonly level: PermissionLevel | undefined;
  /** Whether the level before it is included, so that only what it adds is told. */
  readonly isMore: boolean;
  readonly capabilities: readonly Capability[];
}

/**
 * All use cases side by side: one row a permission, in the exchange's own order, one cell a
 * use case.
 */
export function permissionMatrix({ exchange, settings }: RecordPage): MatrixRow[] {
  const { items } = exchange.permissions;
  return items.map((permission, index) => ({
    permission,
    heading: permission.group === items[index - 1]?.group ? undefined : permission.group,
    powers: levelPowers(permission),
    cells: settings.map((one): MatrixCell => {
      const row = one.served ? one.rows[index] : undefined;
      return {
        useCase: one.useCase,
        state: row?.setting ?? 'refused',
        level: row?.level,
      };
    }),
  }));
}

/** What a permission lets a key do, weakest level first; of a stronger one what it adds. */
export function levelPowers({ levels, capabilities = [] }: Permission): LevelPowers[] {
  if (levels === undefined) return [{ level: undefined, isMore: false, capabilities }];
  return levels.map((level, index) => {
    const before = levels[index - 1]?.capabilities ?? [];
    const isMore =
      before.length > 0 &&
      level.capabilities.length > before.length &&
      before.every((one) => level.capabilities.includes(one));
    return {
      level,
      isMore,
      capabilities: isMore
        ? level.capabilities.filter((one) => !before.includes(one))
        : level.capabilities,
    };
  });
}

/** A drawn screen, with the step that shows it and the words of the exchange on it. */
export interface ShownScreen {
  readonly screen: Screen;
  /** Title of the first step that places it; undefined where none does. */
  readonly step: string | undefined;
  readonly labels: readonly string[];
}

/** The screens in the order in which the guide shows them; those that no step places are last. */
export function shownScreens({
  guide,
  screens,
}: Pick<RecordPage, 'guide' | 'screens'>): ShownScreen[] {
  const placed = guide.steps.flatMap((step) =>
    step.screens.map((id) => ({ id, title: step.title })),
  );
  const order = (id: string): number => {
    const place = placed.findIndex((one) => one.id === id);
    return place < 0 ? placed.length : place;
  };
  return screens
    .toSorted((a, b) => order(a.id) - order(b.id))
    .map((screen) => ({
      screen,
      step: placed.find(({ id }) => id === screen.id)?.title,
      labels: [...new Set(screen.blocks.flatMap(labelsOfBlock))],
    }));
}

/** The exchange's own words on a part of a screen; those of facts stand with the facts. */
function labelsOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'page':
      return [
        ...(block.menu?.title ? [block.menu.title.label] : []),
        ...(block.menu?.items.map(({ label }) => label) ?? []),
        ...(block.title === undefined ? [] : [block.title]),
        ...block.blocks.flatMap(labelsOfLeaf),
      ];
    case 'dialog':
      return [block.title, ...block.blocks.flatMap(labelsOfLeaf)];
    default:
      return labelsOfLeaf(block);
  }
}

function labelsOfLeaf(block: LeafBlock): string[] {
  switch (block.type) {
    case 'heading':
    case 'text':
    case 'notice':
      return [block.text];
    case 'field':
    case 'checkbox':
      return [block.label];
    case 'select':
      return [block.label, block.value];
    case 'choice':
      return [
        ...(block.label === undefined ? [] : [block.label]),
        ...block.options.map(({ label }) => label),
      ];
    case 'permissions':
      return block.label === undefined ? [] : [block.label];
    case 'row':
      return [block.label, ...block.actions.map(({ label }) => label)];
    case 'buttons':
      return block.items.map(({ label }) => label);
    default:
      return [];
  }
}

/** The days on which sources were read, first and last. */
export function readingDays(sources: readonly { readonly checked: string }[]): {
  readonly first: string;
  readonly last: string;
} {
  const days = sources.map(({ checked }) => checked).sort();
  return { first: days[0] ?? '', last: days.at(-1) ?? '' };
}

/** The labels of use cases, in their order. */
export function useCaseLabels(
  { useCases }: Pick<RecordPage, 'useCases'>,
  ids: readonly string[],
): string[] {
  return useCases.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
}
