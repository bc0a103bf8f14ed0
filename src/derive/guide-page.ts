import type { Exchange } from '../schema/exchange.ts';
import { type GuideFrontmatter, type GuideStep, stepsForUseCase } from '../schema/guide.ts';
import { type PermissionSettings, permissionSettings } from './permission-settings.ts';
import { type Quality, qualityOf } from './quality.ts';
import type { PartnerSetup } from './partner-setup.ts';
import { holdsBlock, type Screen } from '../schema/screens.ts';
import { type Phase, type StepId, stepTable } from '../vocabulary/steps.ts';
import { paths } from '../site/urls.ts';
import type { UseCase } from '../schema/use-case.ts';

/** A step as it stands on one page. */
export interface PageStep {
  readonly id: StepId;
  readonly title: string;
  /** Counted from 1 over the steps of this page. */
  readonly number: number;
  readonly phase: Phase;
  /** Whether the heading of the phase stands before it. */
  readonly startsPhase: boolean;
}

/** A capture that replaces a drawing; `Image` is what the site renders a picture from. */
export interface PageCapture<Image> {
  readonly screen: string;
  readonly file: Image;
  readonly alt: string;
  readonly date: string;
}

/**
 * What a page is for: creating a key; saying that this exchange cannot serve the use
 * case; or, at an exchange that is closing, only looking after keys that exist.
 */
export type PageMode = 'create' | 'refused' | 'look-after';

/** Everything that one guide page shows, for one exchange and one use case. */
export interface GuidePage<Image = unknown> {
  readonly exchange: Exchange;
  readonly guide: Omit<GuideFrontmatter, 'captures'>;
  readonly useCase: UseCase;
  readonly useCases: readonly { readonly useCase: UseCase; readonly served: boolean }[];
  readonly settings: PermissionSettings;
  readonly mode: PageMode;
  readonly quality: Quality;
  readonly steps: readonly PageStep[];
  readonly screens: ReadonlyMap<string, Screen>;
  readonly captures: ReadonlyMap<string, PageCapture<Image>>;
  /** What a partner's clients enter, on a page that is made for them. */
  readonly partner: PartnerSetup | undefined;
}

/** A guide page that is made for the clients of a partner. */
export interface PartnerGuidePage<Image = unknown> extends GuidePage<Image> {
  readonly partner: PartnerSetup;
}

/**
 * Puts one guide page together.
 *
 * Input: the parsed content of an exchange, all use cases, the use case of the page,
 * and the set-up of the partner that it is made for, if any. Output: the page. A closing or closed exchange keeps only the steps that
 * look after a key that exists, whatever its use case; elsewhere a refused use case
 * has no steps.
 */
export function guidePage<Image>(input: {
  exchange: Exchange;
  guide: Omit<GuideFrontmatter, 'captures'> & { captures: readonly PageCapture<Image>[] };
  screens: readonly Screen[];
  useCases: readonly UseCase[];
  useCase: UseCase;
  /** Body of guide.mdx. */
  body: string;
  /** The present day, by which verifications age. */
  today: string;
  partner?: PartnerSetup;
}): GuidePage<Image> {
  const { exchange, guide, screens, useCases, useCase, body, today, partner } = input;
  const settings = permissionSettings(exchange.permissions, useCase);
  const mode = modeOf(exchange, settings);
  return {
    exchange,
    guide,
    useCase,
    useCases: useCases.map((other) => ({
      useCase: other,
      served: permissionSettings(exchange.permissions, other).served,
    })),
    settings,
    mode,
    quality: qualityOf(exchange, guide, body, today),
    steps: pageSteps(mode, stepsForUseCase(guide.steps, useCase.id)),
    screens: new Map(screens.map((screen) => [screen.id, screen])),
    captures: new Map(guide.captures.map((capture) => [capture.screen, capture])),
    partner,
  };
}

/** Whether a page is made for the clients of a partner. */
export function isPartnerPage<Image>(page: GuidePage<Image>): page is PartnerGuidePage<Image> {
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

function pageSteps(mode: PageMode, steps: readonly GuideStep[]): PageStep[] {
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
    };
  });
}
