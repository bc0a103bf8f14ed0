import type { StepId } from '../vocabulary/steps.ts';
import { paths } from './urls.ts';

/**
 * Everything of the published site that others refer to, one line each: pages, steps
 * as anchors and alone, sources by exchange, and the feeds of partners. A line that was
 * once published never goes.
 */
export function permalinksOf(content: {
  readonly exchanges: readonly {
    readonly slug: string;
    readonly steps: readonly StepId[];
    readonly sourceIds: readonly string[];
  }[];
  readonly useCaseIds: readonly string[];
  readonly conceptSlugs: readonly string[];
  /** Partners that are no examples; `pages` are the steps of each exchange's page. */
  readonly partners: readonly {
    readonly slug: string;
    readonly pages: readonly { readonly exchange: string; readonly steps: readonly StepId[] }[];
  }[];
}): string[] {
  const lines = [
    '/',
    '/concepts/',
    '/contribute/',
    paths.embed,
    '/errors/',
    '/api/v1/errors.json',
    paths.link,
    ...content.conceptSlugs.map((slug) => `/concepts/${slug}/`),
    ...content.exchanges.flatMap(({ slug, steps, sourceIds }) => [
      `/${slug}/`,
      `/errors/${slug}/`,
      ...content.useCaseIds.map((id) => `/${slug}/${id}/`),
      ...steps.map((id) => `/${slug}/#${id}`),
      ...steps.flatMap((id) => [
        paths.embeddedStep(slug, id),
        ...content.useCaseIds.map((useCase) => paths.embeddedStepFor(slug, useCase, id)),
      ]),
      ...sourceIds.map((id) => `/${slug}/#source-${id}`),
    ]),
    ...content.partners.flatMap(({ slug, pages }) => [
      `/for/${slug}/`,
      `/for/${slug}/feed.xml`,
      ...pages.flatMap(({ exchange, steps }) => [
        `/for/${slug}/${exchange}/`,
        ...steps.map((id) => `/for/${slug}/${exchange}/#${id}`),
      ]),
    ]),
  ];
  return [...new Set(lines)].sort();
}
