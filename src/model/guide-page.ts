import type { Exchange } from './exchange.ts';
import { type GuideFrontmatter, type GuideStep, stepsForUseCase } from './guide.ts';
import { type PermissionSettings, permissionSettings } from './permission-settings.ts';
import type { Screen } from './screens.ts';
import { type Phase, type StepId, stepTable } from './steps.ts';
import type { UseCase } from './use-case.ts';

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

/** Everything that one guide page shows, for one exchange and one use case. */
export interface GuidePage<Image = unknown> {
  readonly exchange: Exchange;
  readonly guide: Omit<GuideFrontmatter, 'captures'>;
  readonly useCase: UseCase;
  readonly useCases: readonly { readonly useCase: UseCase; readonly served: boolean }[];
  readonly settings: PermissionSettings;
  readonly steps: readonly PageStep[];
  readonly screens: ReadonlyMap<string, Screen>;
  readonly captures: ReadonlyMap<string, PageCapture<Image>>;
}

/**
 * Puts one guide page together.
 *
 * Input: the parsed content of an exchange, all use cases, and the use case of the
 * page. Output: the page. A closing or closed exchange keeps only the steps that
 * look after a key that exists; a refused use case has no steps.
 */
export function guidePage<Image>(input: {
  exchange: Exchange;
  guide: Omit<GuideFrontmatter, 'captures'> & { captures: readonly PageCapture<Image>[] };
  screens: readonly Screen[];
  useCases: readonly UseCase[];
  useCase: UseCase;
}): GuidePage<Image> {
  const { exchange, guide, screens, useCases, useCase } = input;
  const settings = permissionSettings(exchange.permissions, useCase);
  return {
    exchange,
    guide,
    useCase,
    useCases: useCases.map((other) => ({
      useCase: other,
      served: permissionSettings(exchange.permissions, other).served,
    })),
    settings,
    steps: settings.served ? pageSteps(exchange, stepsForUseCase(guide.steps, useCase.id)) : [],
    screens: new Map(screens.map((screen) => [screen.id, screen])),
    captures: new Map(guide.captures.map((capture) => [capture.screen, capture])),
  };
}

function pageSteps(exchange: Exchange, steps: readonly GuideStep[]): PageStep[] {
  const shown = steps.filter(
    (step) => exchange.status.state === 'active' || stepTable[step.id].phase === 'look-after',
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
