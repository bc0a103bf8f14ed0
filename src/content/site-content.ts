import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { parse } from 'yaml';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder } from './content-folder.ts';
import { today } from '../derive/dates.ts';
import type { Exchange } from '../schema/exchange.ts';
import { type GuidePage, guidePage, type PartnerGuidePage } from '../derive/guide-page.ts';
import { type Partner, useCaseAt } from '../schema/partner.ts';
import { partnerSetup } from '../derive/partner-setup.ts';
import { permalinksOf } from '../site/permalinks.ts';
import {
  pagesAmong,
  pageWays,
  type Redirect,
  redirectsSchema,
  type Way,
} from '../site/redirect.ts';
import { readSiteConfig } from '../site/config.ts';
import { type UseCase, useCasesSchema } from '../schema/use-case.ts';

/** The only module that reads the content store; pages ask it, components get props. */

/** An exchange with its guide. */
export interface PublishedExchange {
  readonly exchange: Exchange;
  readonly guide: CollectionEntry<'guides'>;
  readonly screens: CollectionEntry<'screens'>['data']['screens'];
}

/** Every use case, in the order of its file, which the content store would not keep. */
export async function allUseCases(): Promise<UseCase[]> {
  return useCasesSchema.parse(
    parse(await readFile(path.join(contentFolder(), 'use-cases.yaml'), 'utf8')),
  );
}

/** The lines of redirects.yaml; none where a content folder has no such file. */
export async function allRedirects(): Promise<Redirect[]> {
  const file = path.join(contentFolder(), 'redirects.yaml');
  return existsSync(file) ? redirectsSchema.parse(parse(await readFile(file, 'utf8'))) : [];
}

/** Every path that has no page of its own and leads to one. */
export async function allPageWays(): Promise<Way[]> {
  const [redirects, exchanges, useCases, concepts, partners] = await Promise.all([
    allRedirects(),
    allExchanges(),
    allUseCases(),
    allConcepts(),
    allPartners(),
  ]);
  const permalinks = permalinksOf({
    exchanges: exchanges.map(({ exchange, guide }) => ({
      slug: exchange.slug,
      steps: guide.data.steps.map((step) => step.id),
      sourceIds: [],
    })),
    useCaseIds: useCases.map((useCase) => useCase.id),
    conceptSlugs: concepts.map(({ id }) => id),
    partners: partners
      .filter(({ example }) => !example)
      .map(({ slug, exchanges: served }) => ({
        slug,
        pages: served.map(({ exchange }) => ({ exchange, steps: [] })),
      })),
  });
  return pageWays(redirects, pagesAmong(permalinks));
}

/** Every published exchange, by name. Throws where one lacks its guide or its screens. */
export async function allExchanges(): Promise<PublishedExchange[]> {
  const entries = await getCollection('exchanges');
  const published = await Promise.all(
    entries.map(async ({ id, data }) => {
      const [guide, screens] = await Promise.all([getEntry('guides', id), getEntry('screens', id)]);
      if (guide === undefined || screens === undefined) {
        throw new Error(
          `[content] exchanges/${id} needs a guide.mdx and a screens.yaml beside exchange.yaml.`,
        );
      }
      return { exchange: { ...data, slug: id }, guide, screens: screens.data.screens };
    }),
  );
  return published.sort((a, b) => a.exchange.names.name.localeCompare(b.exchange.names.name, 'en'));
}

/** One guide page for every exchange and use case. */
export async function allGuidePages(): Promise<
  { page: GuidePage<ImageMetadata>; entry: CollectionEntry<'guides'> }[]
> {
  const [exchanges, useCases] = await Promise.all([allExchanges(), allUseCases()]);
  return exchanges.flatMap(({ exchange, guide, screens }) =>
    useCases.map((useCase) => ({
      page: guidePage({
        exchange,
        guide: guide.data,
        screens,
        useCases,
        useCase,
        body: guide.body ?? '',
        today: today(),
      }),
      entry: guide,
    })),
  );
}

/** Every published exchange with its guide pages, by name. */
export async function allExchangePages(): Promise<
  { exchange: Exchange; pages: GuidePage<ImageMetadata>[] }[]
> {
  const bySlug = Map.groupBy(await allGuidePages(), ({ page }) => page.exchange.slug);
  return [...bySlug.values()].flatMap((group) => {
    const pages = group.map(({ page }) => page);
    return pages.slice(0, 1).map(({ exchange }) => ({ exchange, pages }));
  });
}

/** Every concept, in reading order. */
export async function allConcepts(): Promise<CollectionEntry<'concepts'>[]> {
  return (await getCollection('concepts')).sort((a, b) => a.data.order - b.data.order);
}

/** Every partner that has pages, by name: examples only where the configuration wants them. */
export async function allPartners(): Promise<Partner[]> {
  const { examplePartners } = readSiteConfig(process.env);
  return (await getCollection('partners'))
    .filter(({ data }) => examplePartners || !data.example)
    .map(({ id, data }) => ({ ...data, slug: id }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/**
 * One guide page for every partner and exchange that it serves, with the partner's set-up
 * as of today. Throws where a profile cannot be followed, which the checks find first.
 */
export async function allPartnerPages(): Promise<
  { page: PartnerGuidePage<ImageMetadata>; entry: CollectionEntry<'guides'> }[]
> {
  const [partners, exchanges, useCases] = await Promise.all([
    allPartners(),
    allExchanges(),
    allUseCases(),
  ]);
  return partners.flatMap((partner) =>
    partner.exchanges.map((served) => {
      const published = exchanges.find(({ exchange }) => exchange.slug === served.exchange);
      if (published === undefined)
        throw new Error(`[content] partners/${partner.slug}: no exchange "${served.exchange}".`);
      const { exchange, guide, screens } = published;
      const result = partnerSetup(partner, served, exchange, useCases, today());
      const useCase = useCases.find(({ id }) => id === useCaseAt(partner, served));
      if (!result.ok || useCase === undefined)
        throw new Error(
          `[content] partners/${partner.slug} cannot be followed at ${exchange.slug}. Run "npm run check".`,
        );
      const page = guidePage({
        exchange,
        guide: guide.data,
        screens,
        useCases,
        useCase,
        body: guide.body ?? '',
        today: today(),
        partner: result.setup,
      });
      return { page: { ...page, partner: result.setup }, entry: guide };
    }),
  );
}
