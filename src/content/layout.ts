/**
 * Where what stands below the content folder: the only module that knows names of content
 * files. Paths have forward slashes and begin below the content folder.
 */

/** Folder of the exchange that contributors copy. It is checked and never published. */
export const templateSlug = '_template';

/** Files that every exchange has, that an active one has besides, and that it may have. */
export const exchangeFileNames = {
  facts: 'exchange.yaml',
  errors: 'errors.yaml',
  sources: 'sources.yaml',
  screens: 'screens.yaml',
  guide: 'guide.mdx',
} as const;
export const activeExchangeFileNames = { expected: 'expected.yaml' } as const;
export const optionalExchangeFileNames = {
  signing: 'signing.yaml',
  answers: 'answers.yaml',
} as const;

/** Files beside the exchanges. */
export const rootFiles = {
  useCases: 'use-cases.yaml',
  redirects: 'redirects.yaml',
  powers: 'powers.yaml',
  domains: 'domains.yaml',
  names: 'names.yaml',
  requests: 'requests.yaml',
  ccxtErrors: 'ccxt-errors.yaml',
  permalinks: 'permalinks.txt',
} as const;

/** Those without which nothing can be checked, or less than is thought. */
export const requiredRootFiles = [
  rootFiles.useCases,
  rootFiles.domains,
  rootFiles.names,
  rootFiles.requests,
  rootFiles.permalinks,
] as const;

/**
 * What stands outside of the folders of exchanges so that nobody vouches for their own guide:
 * its owners look at every line (.github/CODEOWNERS).
 */
export const reviewedPaths = [
  rootFiles.domains,
  rootFiles.names,
  rootFiles.requests,
  rootFiles.powers,
  rootFiles.redirects,
  rootFiles.permalinks,
  'partners/',
] as const;

/** Path of a file in the folder of an exchange. */
export function inExchange(slug: string, name: string): string {
  return `exchanges/${slug}/${name}`;
}

/** Path of the file of a step. */
export function stepFile(slug: string, step: string): string {
  return inExchange(slug, `steps/${step}.mdx`);
}

/** Folder of the exchange that a path lies in; undefined outside of such folders. */
export function exchangeOf(path: string): string | undefined {
  return /^exchanges\/([^/]+)\//.exec(path)?.[1];
}

/** Name of the step whose file a path is; undefined for every other file. */
export function stepOf(path: string): string | undefined {
  return /^exchanges\/[^/]+\/steps\/([^/]+)\.mdx$/.exec(path)?.[1];
}

/** Name of the concept whose file a path is; undefined for every other file. */
export function conceptOf(path: string): string | undefined {
  return /^concepts\/([^/]+)\.mdx$/.exec(path)?.[1];
}

/** Name of the partner whose profile a path is; undefined for every other file. */
export function partnerOf(path: string): string | undefined {
  return /^partners\/([^/]+)\.yaml$/.exec(path)?.[1];
}

/** Whether a path is that of a file of data or text that is read; captures are told apart elsewhere. */
export function isRead(path: string): boolean {
  const slug = exchangeOf(path);
  const known: readonly string[] =
    slug === undefined
      ? Object.values(rootFiles)
      : Object.values({
          ...exchangeFileNames,
          ...activeExchangeFileNames,
          ...optionalExchangeFileNames,
        }).map((name) => inExchange(slug, name));
  return (
    known.includes(path) || [stepOf, conceptOf, partnerOf].some((of) => of(path) !== undefined)
  );
}

/** Whether an exchange has pages: a folder whose name begins with "_" has none. */
export function isPublished(slug: string): boolean {
  return !slug.startsWith('_');
}
