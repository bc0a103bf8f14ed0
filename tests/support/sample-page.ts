import { type GuidePage, guidePage } from '../../src/derive/guide-page.ts';
import { permissionSettings } from '../../src/derive/permission-settings.ts';
import type { StepBlock } from '../../src/markdown/step-blocks.ts';
import type { Exchange } from '../../src/schema/exchange.ts';
import type { Guide } from '../../src/schema/guide.ts';
import type { Screen } from '../../src/schema/screens.ts';
import type { UseCase } from '../../src/schema/use-case.ts';
import type { StepId } from '../../src/vocabulary/steps.ts';
import { sampleExchange } from './sample-exchange.ts';
import { sampleGuide } from './sample-guide.ts';

/** A guide page of the samples, for a use case, with some parts replaced. */
export function samplePage(
  useCase: UseCase,
  changes: {
    readonly exchange?: Exchange;
    readonly guide?: Guide;
    readonly screens?: readonly Screen[];
    readonly blocks?: ReadonlyMap<StepId, readonly StepBlock[]>;
    /** All use cases; that of the page alone where they are left out. */
    readonly useCases?: readonly UseCase[];
  } = {},
): GuidePage {
  const exchange = changes.exchange ?? sampleExchange();
  const useCases = changes.useCases ?? [useCase];
  return guidePage({
    path: `/${exchange.slug}/${useCase.id}/`,
    exchange,
    guide: changes.guide ?? sampleGuide(),
    screens: changes.screens ?? [],
    blocks: changes.blocks ?? new Map(),
    useCases,
    useCase,
    quality: { grade: 'silver', missing: [] },
    settings: new Map(
      useCases.map((each) => [each.id, permissionSettings(exchange.permissions, each)]),
    ),
  });
}
