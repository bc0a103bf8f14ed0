import { type DocName, docNames } from '../vocabulary/docs.ts';
import type { StepId } from '../vocabulary/steps.ts';
import type { Outline, OutlinedExchange, OutlinedPartner } from './outline.ts';
import { recordGroups } from '../vocabulary/record-groups.ts';
import { questionAnchor, sourceAnchor } from './anchors.ts';
import { pageWays } from './redirect.ts';
import { paths } from './urls.ts';

/**
 * Every address of the site: the only list of pages. What is built, linked, promised,
 * drawn, framed and kept out of search engines all follows from it.
 */

/** What every address has in common. */
interface RouteShape {
  /** Path below the base path of the site. */
  readonly path: string;
  /** Ids on the page that others link to, for ever. */
  readonly anchors: readonly string[];
  /** Whether the address, once published, never goes. */
  readonly isPromised: boolean;
  /** Whether search engines are told of it. */
  readonly isInSitemap: boolean;
  /** Whether other sites may show it in a frame. */
  readonly mayBeFramed: boolean;
  /** Whether a picture is drawn for links to it. */
  readonly hasPicture: boolean;
}

/** Pages of which there is one, by their names in the table of paths. */
export const singlePages = ['home', 'concepts', 'errors', 'contribute', 'link', 'embed'] as const;
export type SinglePage = (typeof singlePages)[number];

/** An address of the site, with what tells which page of its kind it is. */
export type Route = RouteShape &
  (
    | { readonly kind: 'single'; readonly page: SinglePage }
    | { readonly kind: 'concept'; readonly concept: string }
    | {
        readonly kind: 'guide';
        readonly exchange: string;
        readonly useCase: string;
        /** Another site of the exchange; undefined for the one that the guide walks through. */
        readonly site: string | undefined;
        /** Whether it is the address without a use case, which is the one that search engines see. */
        readonly isDefault: boolean;
      }
    | {
        readonly kind: 'embedded-step';
        /** Path of the guide that it is a step of. */
        readonly guide: string;
        readonly step: StepId;
      }
    /** The record of an exchange: everything that is known. */
    | { readonly kind: 'facts'; readonly exchange: string }
    | { readonly kind: 'exchange-errors'; readonly exchange: string }
    | { readonly kind: 'contribute-doc'; readonly doc: DocName }
    | { readonly kind: 'partner'; readonly partner: string }
    | {
        readonly kind: 'partner-guide';
        readonly partner: string;
        readonly exchange: string;
        /** Which of the keys that its clients make, counted from 1. */
        readonly key: number;
      }
    | { readonly kind: 'partner-feed'; readonly partner: string }
    | { readonly kind: 'error-list' }
    | { readonly kind: 'error-index' }
    | { readonly kind: 'ccxt-errors' }
    | { readonly kind: 'error-list-of'; readonly exchange: string }
    | { readonly kind: 'link-targets'; readonly exchange: string }
    /** Leads on to where its page has moved. */
    | { readonly kind: 'moved'; readonly to: string }
  );

export type RouteKind = Route['kind'];
export type RouteOf<Kind extends RouteKind> = Extract<Route, { kind: Kind }>;

/** How addresses usually are; each kind says what differs. */
const usual = {
  anchors: [],
  isPromised: true,
  isInSitemap: true,
  mayBeFramed: false,
  hasPicture: false,
} as const satisfies Omit<RouteShape, 'path'>;

/** Not for search engines: the same text stands elsewhere, or it is no page for readers. */
const unlisted = { ...usual, isInSitemap: false } as const;

/** Every address of the site, those that lead on last. */
export function siteRoutes(outline: Outline): Route[] {
  const routes = presentRoutes(outline);
  const pages = routes.map(({ path }) => path);
  return [
    ...routes,
    ...pageWays(outline.redirects, pages).map(({ from, to }): Route => ({
      ...unlisted,
      kind: 'moved',
      path: from,
      to,
      isPromised: false,
    })),
  ];
}

/** The routes of one kind. */
export function routesOf<Kind extends RouteKind>(
  routes: readonly Route[],
  kind: Kind,
): RouteOf<Kind>[] {
  return routes.filter((route): route is RouteOf<Kind> => route.kind === kind);
}

/** Whether a route is a page that a browser shows, and not a file for programs. */
export function isPage({ path }: Pick<Route, 'path'>): boolean {
  return path.endsWith('/');
}

/** Everything of the site that is there, without what leads on. */
function presentRoutes(outline: Outline): Route[] {
  const { exchanges, partners, useCaseIds, conceptSlugs } = outline;
  return [
    ...singlePages.map((page): Route => ({
      ...usual,
      kind: 'single',
      page,
      path: paths[page],
      hasPicture: page === 'home',
    })),
    ...docNames.map((doc): Route => ({
      ...usual,
      kind: 'contribute-doc',
      doc,
      path: paths.contributeDoc(doc),
    })),
    { ...unlisted, kind: 'error-list', path: paths.errorList },
    { ...unlisted, kind: 'error-index', path: paths.errorIndex },
    { ...unlisted, kind: 'ccxt-errors', path: paths.ccxtErrors },
    ...conceptSlugs.map((concept): Route => ({
      ...usual,
      kind: 'concept',
      concept,
      path: paths.concept(concept),
      hasPicture: true,
    })),
    ...exchanges.flatMap((exchange) => routesOfExchange(exchange, useCaseIds)),
    ...partners.flatMap((partner) => routesOfPartner(partner, exchanges)),
  ];
}

function routesOfExchange(exchange: OutlinedExchange, useCaseIds: readonly string[]): Route[] {
  const { slug, steps, questionIds, sourceIds, defaultUseCase, otherSites, isActive } = exchange;
  const anchors = steps.map(({ id }) => id);
  const sites = [undefined, ...(isActive ? otherSites : [])];
  return [
    ...sites.flatMap((site): Route[] => [
      {
        ...usual,
        kind: 'guide',
        exchange: slug,
        useCase: defaultUseCase,
        site,
        isDefault: true,
        path: paths.exchange(slug, site),
        anchors,
      },
      ...useCaseIds.map((useCase): Route => ({
        ...usual,
        kind: 'guide',
        exchange: slug,
        useCase,
        site,
        isDefault: false,
        path: paths.guide(slug, useCase, site),
        // At a closing exchange every use case says the same.
        isInSitemap: isActive && useCase !== defaultUseCase,
        hasPicture: true,
      })),
    ]),
    {
      ...usual,
      kind: 'facts',
      exchange: slug,
      path: paths.facts(slug),
      anchors: [
        ...recordGroups,
        ...questionIds.map(questionAnchor),
        ...sourceIds.map(sourceAnchor),
      ],
      hasPicture: true,
    },
    { ...usual, kind: 'exchange-errors', exchange: slug, path: paths.exchangeErrors(slug) },
    { ...unlisted, kind: 'error-list-of', exchange: slug, path: paths.errorListOf(slug) },
    // Only the link maker reads it, which comes with it.
    {
      ...unlisted,
      kind: 'link-targets',
      exchange: slug,
      path: paths.linkTargets(slug),
      isPromised: false,
    },
    ...[paths.exchange(slug), ...useCaseIds.map((useCase) => paths.guide(slug, useCase))].flatMap(
      (guide) => steps.map(({ id }) => embeddedRoute(guide, id)),
    ),
  ];
}

function embeddedRoute(guide: string, step: StepId): Route {
  return {
    ...unlisted,
    kind: 'embedded-step',
    guide,
    step,
    path: paths.embeddedStep(guide, step),
    mayBeFramed: true,
  };
}

function routesOfPartner(
  { slug, example, served }: OutlinedPartner,
  exchanges: readonly OutlinedExchange[],
): Route[] {
  // A deployment leaves examples out, so their pages are no promise.
  const shape = { ...unlisted, isPromised: !example };
  return [
    { ...shape, kind: 'partner', partner: slug, path: paths.partner(slug), hasPicture: true },
    { ...shape, kind: 'partner-feed', partner: slug, path: paths.partnerFeed(slug) },
    ...served.flatMap(({ exchange, useCases, keys }): Route[] => {
      const steps = exchanges.find((other) => other.slug === exchange)?.steps ?? [];
      const anchors = steps.flatMap(({ id, useCases: only }) =>
        (only?.some((useCase) => useCases.includes(useCase)) ?? true) ? id : [],
      );
      return Array.from({ length: keys }, (_, index) => {
        const path = paths.partnerGuide(slug, exchange, index + 1);
        return [
          {
            ...shape,
            kind: 'partner-guide' as const,
            partner: slug,
            exchange,
            key: index + 1,
            path,
            anchors,
            hasPicture: true,
          },
          ...steps.map(({ id }) => ({ ...embeddedRoute(path, id), ...shape })),
        ];
      }).flat();
    }),
  ];
}

/**
 * Everything of the site that others refer to, one line each: pages, steps as anchors and
 * alone, groups of facts, questions and sources by exchange, and the feeds of partners. A
 * line that was once published never goes.
 */
export function permalinksOf(routes: readonly Route[]): string[] {
  const lines = routes
    .filter(({ isPromised }) => isPromised)
    .flatMap(({ path, anchors }) => [path, ...anchors.map((anchor) => `${path}#${anchor}`)]);
  return [...new Set(lines)].sort();
}
