import { permissionSettings } from '../derive/permission-settings.ts';
import { today } from '../derive/dates.ts';
import {
  type GuidePage,
  guidePage,
  isPartnerPage,
  type PartnerGuidePage,
} from '../derive/guide-page.ts';
import { partnerSetup, type PartnerSetup } from '../derive/partner-setup.ts';
import { qualityOf } from '../derive/quality.ts';
import { recordPage, type RecordPage } from '../derive/record.ts';
import type { ConceptFrontmatter } from '../schema/concept.ts';
import type { Exchange } from '../schema/exchange.ts';
import type { Guide } from '../schema/guide.ts';
import { type Partner, useCaseAt } from '../schema/partner.ts';
import type { Screen } from '../schema/screens.ts';
import type { UseCase } from '../schema/use-case.ts';
import { readSiteConfig } from '../site/config.ts';
import type { Redirect } from '../site/redirect.ts';
import { type Route, type RouteKind, type RouteOf, routesOf, siteRoutes } from '../site/routes.ts';
import type { StepId } from '../vocabulary/steps.ts';
import { blocksByStep, type Content, type ExchangeFolder } from './content.ts';
import { isPublished } from './layout.ts';
import { loadContent } from './load.ts';
import { outlineOf } from './outline.ts';
import type { StepBlock } from '../markdown/step-blocks.ts';

/** An exchange with its guide. */
export interface PublishedExchange {
  readonly exchange: Exchange;
  readonly guide: Guide;
  readonly screens: readonly Screen[];
  /** What stands in the steps, by their ids. */
  readonly blocks: ReadonlyMap<StepId, readonly StepBlock[]>;
}

/** A concept: what its frontmatter says. */
export interface PublishedConcept extends ConceptFrontmatter {
  readonly slug: string;
}

/** What pages are made from. Everything in it fits its schema. */
export interface SiteContent {
  /** By name. */
  readonly exchanges: readonly PublishedExchange[];
  /** In the order of their file. */
  readonly useCases: readonly UseCase[];
  /** In reading order. */
  readonly concepts: readonly PublishedConcept[];
  /** By name: examples only where the configuration wants them. */
  readonly partners: readonly Partner[];
  readonly redirects: readonly Redirect[];
  readonly routes: readonly Route[];
  /** A page for every exchange, by name, and every use case, in their order. */
  readonly guidePages: readonly GuidePage[];
  /** A page for every partner and exchange that it serves, with the set-up of today. */
  readonly partnerPages: readonly PartnerGuidePage[];
}

let known: { readonly content: Content; readonly site: SiteContent } | undefined;

/** What pages are made from, put together once. Throws where the content has problems. */
export async function siteContent(): Promise<SiteContent> {
  const content = await loadContent();
  if (known?.content !== content) known = { content, site: assemble(content) };
  return known.site;
}

/** The addresses of one kind. */
export async function routesOfKind<Kind extends RouteKind>(kind: Kind): Promise<RouteOf<Kind>[]> {
  return routesOf((await siteContent()).routes, kind);
}

/** The page of a guide. Throws where there is none. */
export function guidePageAt(
  { guidePages }: SiteContent,
  { exchange, useCase }: { readonly exchange: string; readonly useCase: string },
): GuidePage {
  return found(
    guidePages.find((page) => page.exchange.slug === exchange && page.useCase.id === useCase),
    `page for ${exchange} and ${useCase}`,
  );
}

/** The page of a guide for a partner's clients. Throws where there is none. */
export function partnerPageAt(
  { partnerPages }: SiteContent,
  { partner, exchange }: { readonly partner: string; readonly exchange: string },
): PartnerGuidePage {
  return found(
    partnerPages.find(
      (page) => page.exchange.slug === exchange && page.partner.partner.slug === partner,
    ),
    `page for ${exchange} and the partner ${partner}`,
  );
}

/** The record of an exchange. Throws where there is none. */
export function recordAt(
  { exchanges, guidePages }: SiteContent,
  { exchange }: { readonly exchange: string },
): RecordPage {
  const { screens } = found(
    exchanges.find((one) => one.exchange.slug === exchange),
    `exchange "${exchange}"`,
  );
  return recordPage(
    guidePages.filter((page) => page.exchange.slug === exchange),
    screens,
  );
}

/** The page of an exchange that has the address without a use case. Throws where there is none. */
export function mainPageOf(site: SiteContent, { exchange, guide }: PublishedExchange): GuidePage {
  return guidePageAt(site, { exchange: exchange.slug, useCase: guide.defaultUseCase });
}

/** Something that must be there. Throws, with its name, where it is not. */
export function found<Item>(item: Item | undefined, name: string): Item {
  if (item === undefined) throw new Error(`[content] There is no ${name}.`);
  return item;
}

function assemble(content: Content): SiteContent {
  const { examplePartners } = readSiteConfig(process.env);
  const exchanges = content.exchanges
    .filter(({ slug }) => isPublished(slug))
    .map(published)
    .sort((a, b) => a.exchange.names.name.localeCompare(b.exchange.names.name, 'en'));
  const profiles = content.partners
    .map(({ slug, path, value }) => ({ ...whole(value, path), slug }))
    .filter(({ example }) => examplePartners || !example)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const useCases = whole(content.useCases?.value, 'use-cases.yaml');
  const day = today();
  const outline = outlineOf(content);
  const shown = new Set(profiles.map(({ slug }) => slug));
  const pageOf = pageMaker(exchanges, useCases, day);
  return {
    exchanges,
    useCases,
    concepts: content.concepts
      .map(({ slug, path, value }) => ({ ...whole(value, path), slug }))
      .sort((a, b) => a.order - b.order),
    partners: profiles,
    redirects: content.redirects?.value ?? [],
    routes: siteRoutes({
      ...outline,
      partners: outline.partners.filter(({ slug }) => shown.has(slug)),
    }),
    guidePages: exchanges.flatMap((one) => useCases.map((useCase) => pageOf(one, useCase))),
    partnerPages: profiles.flatMap((partner) =>
      partner.exchanges.map((served) => {
        const one = found(
          exchanges.find(({ exchange }) => exchange.slug === served.exchange),
          `exchange "${served.exchange}", which partners/${partner.slug}.yaml names`,
        );
        const result = partnerSetup(partner, served, one.exchange, useCases, day);
        const useCase = useCases.find(({ id }) => id === useCaseAt(partner, served));
        if (!result.ok || useCase === undefined)
          throw new Error(
            `[content] partners/${partner.slug} cannot be followed at ${served.exchange}. Run "npm run check".`,
          );
        return partnerPage(pageOf(one, useCase, result.setup));
      }),
    ),
  };
}

function partnerPage(page: GuidePage): PartnerGuidePage {
  if (!isPartnerPage(page)) throw new Error('[content] A page for a partner has no set-up.');
  return page;
}

/** Makes pages; what all pages of an exchange have in common is worked out once. */
function pageMaker(
  exchanges: readonly PublishedExchange[],
  useCases: readonly UseCase[],
  day: string,
): (published: PublishedExchange, useCase: UseCase, partner?: PartnerSetup) => GuidePage {
  const common = new Map(
    exchanges.map((one) => [
      one,
      {
        quality: qualityOf(one.exchange, one.guide, one.blocks, day),
        settings: new Map(
          useCases.map((useCase) => [
            useCase.id,
            permissionSettings(one.exchange.permissions, useCase),
          ]),
        ),
      },
    ]),
  );
  return (one, useCase, partner) => {
    const { quality, settings } = found(common.get(one), `exchange ${one.exchange.slug}`);
    return guidePage({
      ...one,
      useCases,
      useCase,
      quality,
      settings,
      ...(partner === undefined ? {} : { partner }),
    });
  };
}

function published({ slug, facts, guide, screens, steps }: ExchangeFolder): PublishedExchange {
  return {
    exchange: { ...whole(facts?.value, `exchanges/${slug}`), slug },
    guide: whole(guide?.value, `exchanges/${slug}/guide.mdx`),
    screens: whole(screens?.value, `exchanges/${slug}/screens.yaml`).screens,
    blocks: blocksByStep(steps),
  };
}

/** A value that fits its schema. Throws, with the name of the file, where it does not. */
function whole<Value>(value: Value | undefined, file: string): Value {
  if (value === undefined)
    throw new Error(`[content] ${file} is missing or has problems. Run "npm run check".`);
  return value;
}
