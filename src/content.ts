import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { parse } from 'yaml';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder } from './check/content-folder.ts';
import { today } from './model/dates.ts';
import type { Exchange } from './model/exchange.ts';
import { type GuidePage, guidePage } from './model/guide-page.ts';
import { permalinksOf } from './model/permalinks.ts';
import {
  pagesAmong,
  pageWays,
  type Redirect,
  redirectsSchema,
  type Way,
} from './model/redirect.ts';
import { type UseCase, useCasesSchema } from './model/use-case.ts';

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
  const [redirects, exchanges, useCases, concepts] = await Promise.all([
    allRedirects(),
    allExchanges(),
    allUseCases(),
    allConcepts(),
  ]);
  const permalinks = permalinksOf({
    exchanges: exchanges.map(({ exchange, guide }) => ({
      slug: exchange.slug,
      steps: guide.data.steps.map((step) => step.id),
      sourceIds: [],
    })),
    useCaseIds: useCases.map((useCase) => useCase.id),
    conceptSlugs: concepts.map(({ id }) => id),
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
