import type { StepId } from '../vocabulary/steps.ts';

/** A part of a path with its slash, where there is one. */
function below(part: string | undefined): string {
  return part === undefined ? '' : `${part}/`;
}

/** Paths of the site's pages and data, without the base path. Those of pages end with a slash. */
export const paths = {
  home: '/',
  concepts: '/concepts/',
  errors: '/errors/',
  errorList: '/api/v1/errors.json',
  /** The errors of one exchange, as in the list of all. */
  errorListOf: (slug: string) => `/api/v1/errors/${slug}.json`,
  /** By what errors are recognised, without what to do about them. */
  errorIndex: '/api/v1/error-index.json',
  /** Codes of exchanges without a guide. */
  ccxtErrors: '/api/v1/ccxt-errors.json',
  contribute: '/contribute/',
  contributeDoc: (name: string) => `/contribute/${name}/`,
  concept: (slug: string) => `/concepts/${slug}/`,
  /** A guide for the usual use case; with the id of another site of the exchange, for that one. */
  exchange: (slug: string, site?: string) => `/${slug}/${below(site)}`,
  guide: (slug: string, useCaseId: string, site?: string) => `/${slug}/${below(site)}${useCaseId}/`,
  /** The record: everything that is known, with its sources. */
  facts: (slug: string) => `/${slug}/facts/`,
  exchangeErrors: (slug: string) => `/errors/${slug}/`,
  /** An entry on the page of all errors of an exchange. */
  error: (slug: string, entry: string) => `/errors/${slug}/#error-${entry}`,
  link: '/link/',
  /** Where links to an exchange can lead, for the link maker. */
  linkTargets: (slug: string) => `/link/${slug}.json`,
  /** Below this stand the pages of partners; it is no page itself. */
  partners: '/for/',
  partner: (slug: string) => `/for/${slug}/`,
  /** With the number of the key, where a client makes several. */
  partnerGuide: (slug: string, exchange: string, key = 1) =>
    `/for/${slug}/${exchange}/${below(key === 1 ? undefined : `key-${key}`)}`,
  partnerFeed: (slug: string) => `/for/${slug}/feed.xml`,
  step: (slug: string, step: StepId) => `/${slug}/#${step}`,
  embed: '/embed/',
  /** One step of the guide at an address, alone. */
  embeddedStep: (guide: string, step: StepId) => `/embed${guide}${step}/`,
  /** Below it stands each step of that guide, alone. */
  embeddedSteps: (guide: string) => `/embed${guide}`,
} as const;

/**
 * A path of the site as browsers need it.
 *
 * Input: a path that starts with "/", and the base path of the site ("/" or
 * "/guides" or "/guides/"). Output: the path under the base. Throws where the path
 * does not start with "/".
 */
export function withBase(path: string, base: string): string {
  if (!path.startsWith('/')) throw new Error(`[urls] "${path}" does not start with "/".`);
  return `${base.replace(/\/$/, '')}${path}`;
}
