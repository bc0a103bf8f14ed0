import { stepsForUseCase } from '../model/guide.ts';
import { permalinksOf } from '../model/permalinks.ts';
import type { Content } from './content.ts';

/** The file that lists what was published, below the content folder. */
export const permalinkFile = 'permalinks.txt';

/** The permalinks that the present content has; exchanges that cannot be read count as they are listed. */
export function presentPermalinks({ exchanges, useCases, concepts, partners }: Content): string[] {
  return permalinksOf({
    exchanges: exchanges
      .filter(({ slug }) => !slug.startsWith('_'))
      .map(({ slug, facts, guide }) => ({
        slug,
        steps: guide?.value?.steps.map((step) => step.id) ?? [],
        sourceIds: facts?.value?.sources.map((source) => source.id) ?? [],
      })),
    useCaseIds: useCases?.value?.map((useCase) => useCase.id) ?? [],
    // A deployment leaves examples out, so their pages are no promise.
    partners: partners
      .filter(({ value }) => value !== undefined && !value.example)
      .map(({ slug, value }) => ({
        slug,
        pages: (value?.exchanges ?? []).map((served) => ({
          exchange: served.exchange,
          steps: stepsForUseCase(
            exchanges.find((exchange) => exchange.slug === served.exchange)?.guide?.value?.steps ??
              [],
            served.useCase ?? value?.useCase ?? '',
          ).map((step) => step.id),
        })),
      })),
    conceptSlugs: concepts.map(({ path }) => path.replace(/^concepts\/|\.mdx$/g, '')),
  });
}

/** The lines of the list, with their numbers. Empty lines and lines that begin with "# " are for people. */
export function listedPermalinks(text: string): { line: number; permalink: string }[] {
  return text
    .split('\n')
    .map((permalink, index) => ({ line: index + 1, permalink: permalink.trim() }))
    .filter(({ permalink }) => permalink !== '' && !permalink.startsWith('# '));
}
