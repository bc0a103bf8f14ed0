import { permissionSettings } from '../derive/permission-settings.ts';
import { today } from '../derive/dates.ts';
import {
  type GuidePage,
  guidePage,
  isPartnerPage,
  type PartnerGuidePage,
} from '../derive/guide-page.ts';
import { partnerSetup } from '../derive/partner-setup.ts';
import { onDay } from '../derive/on-day.ts';
import { qualityOf } from '../derive/quality.ts';
import { recordPage, type RecordPage } from '../derive/record.ts';
import type { CcxtErrors } from '../schema/ccxt-errors.ts';
import type { ConceptFrontmatter } from '../schema/concept.ts';
import { type Exchange, sitesLike } from '../schema/exchange.ts';
import type { Guide } from '../schema/guide.ts';
import type { KnownExchange } from '../schema/names.ts';
import type { Partner } from '../schema/partner.ts';
import type { Screen } from '../schema/screens.ts';
import type { UseCase } from '../schema/use-case.ts';
import { readSiteConfig } from '../site/config.ts';
import type { Redirect } from '../site/redirect.ts';
import { type Route, type RouteKind, type RouteOf, routesOf, siteRoutes } from '../site/routes.ts';
import { paths } from '../site/urls.ts';
import type { StepId } from '../vocabulary/steps.ts';
import { blocksByStep, type Content, type ExchangeFolder } from './content.ts';
import { isPublished } from './layout.ts';
import { loadContent } from './load.ts';
import { outlineOf } from './outline.ts';
import type { StepBlock } from '../markdown/step-blocks.ts';

/** An exchange with its guide. */
export interface PublishedExchange {
  /** As it holds today. */
  readonly exchange: Exchange;
  /** With what holds on other days alone, which the record tells and pages of partners are checked by. */
  readonly everyDay: Exchange;
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
  /** Exchanges that have no guide, by name. */
  readonly known: readonly KnownExchange[];
  /** What CCXT knows of refusals, by its ids of exchanges. */
  readonly ccxtErrors: CcxtErrors['exchanges'];
  readonly routes: readonly Route[];
  /** A page for every exchange, by name, and every use case, in their order. */
  readonly guidePages: readonly GuidePage[];
  /** The same for other sites of the exchanges, where a source shows that the form is the same. */
  readonly sitePages: readonly GuidePage[];
  /** A page for every partner, exchange that it serves and key there, with the set-up of today. */
  readonly partnerPages: readonly PartnerGuidePage[];
  /** All of these by their addresses; a usual use case has two. */
  readonly pages: ReadonlyMap<string, GuidePage>;
}

let known: { readonly content: Content; readonly site: SiteContent } | undefined;

/** What pages are made from, put together once. Throws where the content has problems. */
export async function siteContent(): Promise<SiteContent> {
  const content = await loadContent();
  if (known?.content !== content) known = { content, site: siteContentOn(content, today()) };
  return known.site;
}

/** The addresses of one kind. */
export async function routesOfKind<Kind extends RouteKind>(kind: Kind): Promise<RouteOf<Kind>[]> {
  return routesOf((await siteContent()).routes, kind);
}

/** The page of a guide at an address. Throws where there is none. */
export function guidePageAt({ pages }: SiteContent, path: string): GuidePage {
  return found(pages.get(path), `guide at ${path}`);
}

/** The page of a guide for a partner's clients at an address. Throws where there is none. */
export function partnerPageAt(site: SiteContent, path: string): PartnerGuidePage {
  const page = guidePageAt(site, path);
  if (!isPartnerPage(page)) throw new Error(`[content] The page at ${path} is no partner's.`);
  return page;
}

/** The record of an exchange. Throws where there is none. */
export function recordAt(
  { exchanges, guidePages }: SiteContent,
  { exchange }: { readonly exchange: string },
): RecordPage {
  const published = found(
    exchanges.find((one) => one.exchange.slug === exchange),
    `exchange "${exchange}"`,
  );
  return recordPage(
    guidePages.filter((page) => page.exchange.slug === exchange),
    published,
  );
}

/** The page of an exchange that has the address without a use case. Throws where there is none. */
export function mainPageOf(site: SiteContent, { exchange }: PublishedExchange): GuidePage {
  return guidePageAt(site, paths.exchange(exchange.slug));
}

/** Something that must be there. Throws, with its name, where it is not. */
export function found<Item>(item: Item | undefined, name: string): Item {
  if (item === undefined) throw new Error(`[content] There is no ${name}.`);
  return item;
}

/**
 * What the pages of a day are made from.
 *
 * Input: content that has no problems, and the day, `2026-11-20`. Throws where it has some.
 */
export function siteContentOn(content: Content, day: string): SiteContent {
  const { examplePartners } = readSiteConfig(process.env);
  const exchanges = content.exchanges
    .filter(({ slug }) => isPublished(slug))
    .map((folder) => onDay(published(folder), day))
    .sort((a, b) => a.exchange.names.name.localeCompare(b.exchange.names.name, 'en'));
  const profiles = content.partners
    .map(({ slug, path, value }) => ({ ...whole(value, path), slug }))
    .filter(({ example }) => examplePartners || !example)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const useCases = whole(content.useCases?.value, 'use-cases.yaml');
  const outline = outlineOf(content);
  const shown = new Set(profiles.map(({ slug }) => slug));
  const pageOf = pageMaker(exchanges, useCases, day);
  const pagesAt = (one: PublishedExchange, site?: string): GuidePage[] =>
    useCases.map((useCase) =>
      pageOf(one, useCase, {
        path: paths.guide(one.exchange.slug, useCase.id, site),
        ...(site === undefined ? {} : { site }),
      }),
    );
  const guidePages = exchanges.flatMap((one) => pagesAt(one));
  const sitePages = exchanges.flatMap((one) =>
    one.exchange.status.state === 'active'
      ? sitesLike(one.exchange, one.guide.verification.site).flatMap(({ id }) => pagesAt(one, id))
      : [],
  );
  const partnerPages = pagesForPartners(profiles, exchanges, useCases, day, pageOf);
  return {
    exchanges,
    useCases,
    concepts: content.concepts
      .map(({ slug, path, value }) => ({ ...whole(value, path), slug }))
      .sort((a, b) => a.order - b.order),
    partners: profiles,
    redirects: content.redirects?.value ?? [],
    known: content.names?.value ?? [],
    ccxtErrors: content.ccxtErrors?.value?.exchanges ?? {},
    routes: siteRoutes({
      ...outline,
      partners: outline.partners.filter(({ slug }) => shown.has(slug)),
    }),
    guidePages,
    sitePages,
    partnerPages,
    pages: new Map(
      [...guidePages, ...sitePages, ...partnerPages].flatMap((page) =>
        [page.path, ...(isPartnerPage(page) ? [] : usualAddress(page))].map(
          (path) => [path, page] as const,
        ),
      ),
    ),
  };
}

/** The address without a use case, of the page that has it too. */
function usualAddress({ exchange, guide, site, useCase }: GuidePage): string[] {
  if (useCase.id !== guide.defaultUseCase) return [];
  return [paths.exchange(exchange.slug, site.id === guide.verification.site ? undefined : site.id)];
}

/** Pages for the clients of partners: one for each key that they make at an exchange. */
function pagesForPartners(
  profiles: readonly Partner[],
  exchanges: readonly PublishedExchange[],
  useCases: readonly UseCase[],
  day: string,
  pageOf: ReturnType<typeof pageMaker>,
): PartnerGuidePage[] {
  return profiles.flatMap((partner) =>
    partner.exchanges.flatMap((served) => {
      const one = found(
        exchanges.find(({ exchange }) => exchange.slug === served.exchange),
        `exchange "${served.exchange}", which partners/${partner.slug}.yaml names`,
      );
      const result = partnerSetup(partner, served, one.everyDay, useCases, day);
      if (!result.ok)
        throw new Error(
          `[content] partners/${partner.slug} cannot be followed at ${served.exchange}. Run "npm run check".`,
        );
      const { setup } = result;
      return Array.from({ length: served.keys ?? 1 }, (_, index) => {
        const keyNumber = index + 1;
        const path = paths.partnerGuide(partner.slug, served.exchange, keyNumber);
        const page = pageOf(one, setup.useCase, { path, partner: { setup, keyNumber } });
        if (!isPartnerPage(page)) throw new Error(`[content] ${path} has no set-up.`);
        return page;
      });
    }),
  );
}

/** Makes pages; what all pages of an exchange have in common is worked out once. */
function pageMaker(
  exchanges: readonly PublishedExchange[],
  useCases: readonly UseCase[],
  day: string,
): (
  published: PublishedExchange,
  useCase: UseCase,
  place: Pick<Parameters<typeof guidePage>[0], 'path' | 'site' | 'partner'>,
) => GuidePage {
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
  return (one, useCase, place) => {
    const { quality, settings } = found(common.get(one), `exchange ${one.exchange.slug}`);
    return guidePage({ ...one, ...place, useCases, useCase, quality, settings });
  };
}

function published({ slug, facts, guide, screens, steps }: ExchangeFolder): PublishedExchange {
  const exchange = { ...whole(facts?.value, `exchanges/${slug}`), slug };
  return {
    exchange,
    everyDay: exchange,
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
