import { blocksFor, type StepBlock } from '../markdown/step-blocks.ts';
import type { Exchange } from '../schema/exchange.ts';
import { type Guide, type GuideStep, stepsForUseCase } from '../schema/guide.ts';
import { holdsBlock, type Screen } from '../schema/screens.ts';
import type { UseCase } from '../schema/use-case.ts';
import { paths } from '../site/urls.ts';
import { type Phase, type StepId, stepTable } from '../vocabulary/steps.ts';
import type { PartnerSetup } from './partner-setup.ts';
import type { PermissionSettings } from './permission-settings.ts';
import type { Quality } from './quality.ts';

/** A step as it stands on one page. */
export interface PageStep {
  readonly id: StepId;
  readonly title: string;
  /** Counted from 1 over the steps of this page. */
  readonly number: number;
  readonly phase: Phase;
  /** Whether the heading of the phase stands before it. */
  readonly startsPhase: boolean;
  /** What stands in it for the use case of the page. */
  readonly blocks: readonly StepBlock[];
}

/** A capture that replaces a drawing. */
export type PageCapture = Guide['captures'][number];

/**
 * What a page is for: creating a key; saying that this exchange cannot serve the use
 * case; or, at an exchange that is closing, only looking after keys that exist.
 */
export type PageMode = 'create' | 'refused' | 'look-after';

/** Everything that one guide page shows, for one exchange and one use case. */
export interface GuidePage {
  readonly exchange: Exchange;
  readonly guide: Guide;
  readonly useCase: UseCase;
  readonly useCases: readonly { readonly useCase: UseCase; readonly served: boolean }[];
  readonly settings: PermissionSettings;
  readonly mode: PageMode;
  readonly quality: Quality;
  readonly steps: readonly PageStep[];
  readonly screens: ReadonlyMap<string, Screen>;
  readonly captures: ReadonlyMap<string, PageCapture>;
  /** What a partner's clients enter, on a page that is made for them. */
  readonly partner: PartnerSetup | undefined;
}

/** A guide page that is made for the clients of a partner. */
export interface PartnerGuidePage extends GuidePage {
  readonly partner: PartnerSetup;
}

/**
 * Puts one guide page together.
 *
 * Input: the parsed content of an exchange, all use cases, that of the page, the grade of
 * the guide, and the settings of each use case by its id. Output: the page. A closing or
 * closed exchange keeps only the steps that look after a key that exists, whatever its use
 * case; elsewhere a refused use case has no steps. Throws where a use case has no settings.
 */
export function guidePage(input: {
  readonly exchange: Exchange;
  readonly guide: Guide;
  readonly screens: readonly Screen[];
  readonly blocks: ReadonlyMap<StepId, readonly StepBlock[]>;
  readonly useCases: readonly UseCase[];
  readonly useCase: UseCase;
  readonly quality: Quality;
  readonly settings: ReadonlyMap<string, PermissionSettings>;
}): GuidePage {
  const { exchange, guide, screens, blocks, useCases, useCase, quality } = input;
  const settingsFor = (id: string): PermissionSettings => {
    const settings = input.settings.get(id);
    if (settings === undefined) throw new Error(`[guide] There are no settings for "${id}".`);
    return settings;
  };
  const settings = settingsFor(useCase.id);
  const mode = modeOf(exchange, settings);
  return {
    exchange,
    guide,
    useCase,
    useCases: useCases.map((other) => ({
      useCase: other,
      served: settingsFor(other.id).served,
    })),
    settings,
    mode,
    quality,
    steps: pageSteps(mode, stepsForUseCase(guide.steps, useCase.id), (id) =>
      blocksFor(blocks.get(id) ?? [], useCase.id),
    ),
    screens: new Map(screens.map((screen) => [screen.id, screen])),
    captures: new Map(guide.captures.map((capture) => [capture.screen, capture])),
    partner: undefined,
  };
}

/** Whether a page is made for the clients of a partner. */
export function isPartnerPage(page: GuidePage): page is PartnerGuidePage {
  return page.partner !== undefined;
}

/**
 * The step in which the reader types the name of the key: the one that draws the field,
 * or the one that starts the key. Undefined where no such field is documented.
 */
export function labelStepOf(page: GuidePage): StepId | undefined {
  if (page.exchange.labelField === undefined) return undefined;
  const drawn = page.guide.steps.find(({ screens }) =>
    screens.some((id) =>
      page.screens.get(id)?.blocks.some((block) => holdsBlock(block, 'key-label')),
    ),
  );
  return drawn?.id ?? 'create-key';
}

/** Path of the guide that a page is a version of: for search engines, and for readers without the partner. */
export function canonicalPath({ exchange, guide, mode, useCase }: GuidePage): string {
  return mode === 'look-after' || useCase.id === guide.defaultUseCase
    ? paths.exchange(exchange.slug)
    : paths.guide(exchange.slug, useCase.id);
}

function modeOf(exchange: Exchange, settings: PermissionSettings): PageMode {
  if (exchange.status.state !== 'active') return 'look-after';
  return settings.served ? 'create' : 'refused';
}

function pageSteps(
  mode: PageMode,
  steps: readonly GuideStep[],
  blocksOf: (id: StepId) => StepBlock[],
): PageStep[] {
  if (mode === 'refused') return [];
  const shown = steps.filter(
    (step) => mode === 'create' || stepTable[step.id].phase === 'look-after',
  );
  return shown.map((step, index) => {
    const phase = stepTable[step.id].phase;
    const before = shown[index - 1];
    return {
      id: step.id,
      title: step.title,
      number: index + 1,
      phase,
      startsPhase: before === undefined || stepTable[before.id].phase !== phase,
      blocks: blocksOf(step.id),
    };
  });
}
