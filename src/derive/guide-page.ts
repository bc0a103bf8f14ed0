import type { RootContent } from 'mdast';
import {
  type ActionPart,
  type Audience,
  blocksFor,
  type StepBlock,
} from '../markdown/step-blocks.ts';
import { type Exchange, siteOf, type Site } from '../schema/exchange.ts';
import { type Guide, type GuideStep, stepsForUseCase } from '../schema/guide.ts';
import type { Screen } from '../schema/screens.ts';
import type { AddressChange } from '../schema/partner.ts';
import { partsOf, type UseCase } from '../schema/use-case.ts';
import { paths } from '../site/urls.ts';
import { type Phase, type StepId, stepsWithNewKeys, stepTable } from '../vocabulary/steps.ts';
import type { KeyToMake, PartnerSetup } from './partner-setup.ts';
import type { PermissionSettings } from './permission-settings.ts';
import type { Quality } from './quality.ts';

/** A numbered action as it stands on one page. */
export interface PageAction {
  /** Set on the first action of a step that is shown under the title of others: its anchor. */
  readonly anchor: StepId | undefined;
  readonly nodes: readonly RootContent[];
  readonly part: ActionPart | undefined;
}

/** A step, or several under one title, as they stand on one page. */
export interface PageStep {
  /** The first of `ids`: its address on the page. */
  readonly id: StepId;
  readonly ids: readonly StepId[];
  readonly title: string;
  readonly phase: Phase;
  /** Counted from 1 over the steps that create the key; undefined for the others. */
  readonly number: number | undefined;
  /** Lines of what to have ready. */
  readonly ready: readonly (readonly RootContent[])[];
  readonly actions: readonly PageAction[];
  /** Ids of the drawn screens; their marks are the numbers of the actions. */
  readonly screens: readonly string[];
  readonly warnings: readonly (readonly StepBlock[])[];
  /** What stands in the fold. */
  readonly more: readonly StepBlock[];
  /** Prose and programs of the steps below the path, which are folds themselves. */
  readonly rest: readonly StepBlock[];
}

/** A capture that replaces a drawing. */
export type PageCapture = Guide['captures'][number];

/**
 * What a page is for: creating a key; saying that this exchange cannot serve the use
 * case; or, at an exchange that is closing, only looking after keys that exist.
 */
export type PageMode = 'create' | 'refused' | 'look-after';

/** What a partner's clients enter, and which of their keys a page is about. */
export interface PagePartner extends PartnerSetup {
  /** The key that the page is about, counted from 1. */
  readonly keyNumber: number;
  readonly key: KeyToMake;
}

/** Everything that one guide page shows, for one exchange and one use case. */
export interface GuidePage {
  /** Its own address, below the base path. */
  readonly path: string;
  /** The site of the exchange that its readers are at. */
  readonly site: Site;
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
  readonly partner: PagePartner | undefined;
}

/** A guide page that is made for the clients of a partner. */
export interface PartnerGuidePage extends GuidePage {
  readonly partner: PagePartner;
}

/**
 * Puts one guide page together.
 *
 * Input: the address of the page; the parsed content of an exchange, all use cases, that of
 * the page, the grade of the guide, and the settings of each use case by its id; the id of
 * the site, where it is not the one that the guide walks through; for a partner's clients
 * their set-up and the number of the key. Output: the page. A closing or
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
  readonly path: string;
  readonly site?: string;
  readonly partner?: { readonly setup: PartnerSetup; readonly keyNumber: number };
}): GuidePage {
  const { exchange, guide, screens, blocks, useCases, useCase, quality } = input;
  const settingsFor = (id: string): PermissionSettings => {
    const settings = input.settings.get(id);
    if (settings === undefined) throw new Error(`[guide] There are no settings for "${id}".`);
    return settings;
  };
  const setup = input.partner?.setup;
  const settings = setup?.settings ?? settingsFor(useCase.id);
  const mode = modeOf(exchange, settings);
  const audience: Audience = setup === undefined ? 'general' : 'partner';
  const useCaseIds = partsOf(useCase);
  return {
    path: input.path,
    site: siteOf(exchange, input.site ?? setup?.site ?? guide.verification.site),
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
    steps: pageSteps(
      mode,
      guide,
      stepsForUseCase(guide.steps, useCaseIds).filter(
        ({ id }) => exchange.status.state !== 'keys-ended' || !stepsWithNewKeys.includes(id),
      ),
      (id) => blocksFor(blocks.get(id) ?? [], useCaseIds, audience),
    ),
    screens: new Map(screens.map((screen) => [screen.id, screen])),
    captures: new Map(guide.captures.map((capture) => [capture.screen, capture])),
    partner: input.partner && pagePartner(input.partner),
  };
}

function pagePartner({
  setup,
  keyNumber,
}: {
  readonly setup: PartnerSetup;
  readonly keyNumber: number;
}): PagePartner {
  // As addresses go out of use, there can be fewer keys than pages: the last one stands for the rest.
  const index = Math.min(keyNumber, setup.keys.length) - 1;
  const key = setup.keys[index] ?? setup.keys[0];
  return { ...setup, keyNumber: index + 1, key, ahead: aheadOf(key, setup) };
}

/** The changes that lie ahead of one key. A range that is written out is told on the page of each. */
function aheadOf(key: KeyToMake, { keys, ahead }: PartnerSetup): AddressChange[] {
  const isOfKey = (address: string): boolean =>
    key.addresses.includes(address) || keys.every(({ addresses }) => !addresses.includes(address));
  return ahead.flatMap((change) => {
    const addresses = change.addresses.filter(isOfKey);
    return addresses.length === 0 ? [] : [{ ...change, addresses }];
  });
}

/** Whether a page is made for the clients of a partner. */
export function isPartnerPage(page: GuidePage): page is PartnerGuidePage {
  return page.partner !== undefined;
}

/** The step of a page that an id belongs to; undefined where this page has none. */
export function stepOnPage(page: Pick<GuidePage, 'steps'>, id: StepId): PageStep | undefined {
  return page.steps.find(({ ids }) => ids.includes(id));
}

/**
 * Path of the guide that a page is a version of: for search engines, and for readers without
 * the partner. Another site of the exchange has guides of its own.
 */
export function canonicalPath(page: GuidePage): string {
  const { exchange, guide, mode, site, useCase } = page;
  const [usual = useCase.id] = partsOf(useCase);
  const other = site.id === guide.verification.site ? undefined : site.id;
  return mode === 'look-after' || usual === guide.defaultUseCase
    ? paths.exchange(exchange.slug, other)
    : paths.guide(exchange.slug, usual, other);
}

function modeOf(exchange: Exchange, settings: PermissionSettings): PageMode {
  if (exchange.status.state !== 'active') return 'look-after';
  return settings.served ? 'create' : 'refused';
}

function pageSteps(
  mode: PageMode,
  guide: Guide,
  steps: readonly GuideStep[],
  blocksOf: (id: StepId) => StepBlock[],
): PageStep[] {
  if (mode === 'refused') return [];
  const groups = guide.groups.flatMap(({ title, steps: ids }) => {
    const shown = ids.flatMap((id) => {
      const step = steps.find((one) => one.id === id);
      return step === undefined || (mode !== 'create' && stepTable[id].phase !== 'look-after')
        ? []
        : [step];
    });
    const [first] = shown;
    return first === undefined ? [] : [{ title: title ?? first.title, first, shown }];
  });
  const numbered = groups.filter(({ first }) => stepTable[first.id].phase === 'create');
  return groups.map((group) => {
    const { title, first, shown } = group;
    const place = numbered.indexOf(group);
    return {
      id: first.id,
      ids: shown.map(({ id }) => id),
      title,
      phase: stepTable[first.id].phase,
      number: place < 0 ? undefined : place + 1,
      ...joinedParts(shown.map(({ id }) => ({ id, blocks: blocksOf(id) }))),
    };
  });
}

/** What stands in steps that are shown as one. Their actions are counted through. */
function joinedParts(
  parts: readonly { readonly id: StepId; readonly blocks: readonly StepBlock[] }[],
): Pick<PageStep, 'ready' | 'actions' | 'screens' | 'warnings' | 'more' | 'rest'> {
  const actions: PageAction[] = [];
  for (const [index, { id, blocks }] of parts.entries()) {
    const items = blocks.flatMap((block) => (block.kind === 'actions' ? block.items : []));
    for (const [place, { nodes, part }] of items.entries())
      actions.push({ anchor: index > 0 && place === 0 ? id : undefined, nodes, part });
  }
  const all = parts.flatMap(({ blocks }) => blocks);
  return {
    actions,
    screens: all.flatMap((block) => (block.kind === 'screen' ? [block.screen] : [])),
    ready: all.flatMap((block) => (block.kind === 'ready' ? block.items : [])),
    warnings: all.flatMap((block) => (block.kind === 'warning' ? [block.blocks] : [])),
    more: all.flatMap((block) => (block.kind === 'more' ? block.blocks : [])),
    rest: all.filter(({ kind }) => kind === 'prose' || kind === 'derived'),
  };
}
