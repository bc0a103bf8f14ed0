import type { Outline } from '../site/outline.ts';
import { pagesAmong, splitPath } from '../site/redirect.ts';
import { permalinksOf, siteRoutes } from '../site/routes.ts';
import { slugOf } from './rules/folder-name.ts';
import { closeTo } from './suggest.ts';

/** Several rules ask for the permalinks of one outline, which are listed once. */
const permalinksByOutline = new WeakMap<Outline, readonly string[]>();

/** The permalinks that the content has; of exchanges that cannot be read, what can be told. */
export function presentPermalinks(outline: Outline): readonly string[] {
  const permalinks = permalinksByOutline.get(outline) ?? permalinksOf(siteRoutes(outline));
  permalinksByOutline.set(outline, permalinks);
  return permalinks;
}

/** How the line begins that says that no site was made public with these addresses. */
const undeployed = '# Not deployed yet';

/**
 * Whether the addresses of a list were published. Until then it says "Not deployed yet", and
 * may be made anew; from then on every line stays.
 */
export function isDeployed(text: string): boolean {
  return !text.split('\n').some((line) => line.startsWith(undeployed));
}

/** The list as a file: what it is, for people, and its lines in order. */
export function permalinksFile(permalinks: Iterable<string>, deployed: boolean): string {
  const header = deployed
    ? 'Everything that was ever published. Lines are added by "npm run permalinks" and never removed.'
    : 'Not deployed yet: "npm run permalinks" makes the list anew until the first deployment takes this line away.';
  return `# ${header}\n${[...permalinks].sort().join('\n')}\n`;
}

/** The lines of the list, with their numbers. Empty lines and lines that begin with "# " are for people. */
export function listedPermalinks(text: string): { line: number; permalink: string }[] {
  return text
    .split('\n')
    .map((permalink, index) => ({ line: index + 1, permalink: permalink.trim() }))
    .filter(({ permalink }) => permalink !== '' && !permalink.startsWith('# '));
}

/**
 * Tells of which paths nothing can be said, because the files of their exchange or partner
 * have other faults, or the list of use cases has, by which most paths are made.
 */
export function unreadPaths({ exchanges, partners, unread }: Outline): (path: string) => boolean {
  if (unread.useCases) return () => true;
  const slugs = new Set(
    [...exchanges, ...partners].filter(({ isRead }) => !isRead).map(({ slug }) => slug),
  );
  return (path) => path.split(/[/#]/).some((part) => slugs.has(part));
}

/**
 * Names the redirect that would keep the promise of a permalink that is gone, as a line
 * of redirects.yaml in which only the reason is left to write.
 *
 * Input: the outline of the content. Output: a function of the permalink. The path of the
 * line is that of the highest folder that is gone, so that one line serves all that lies
 * below; the target is what has a similar name or took over a former one, else the page
 * above.
 */
export function redirectSuggestions(outline: Outline): (permalink: string) => string {
  const permalinks = presentPermalinks(outline);
  const pages = pagesAmong(permalinks);
  const isPage = new Set(pages);
  const folders = new Set(pages.flatMap(foldersOf));
  const renamed = new Map(
    outline.exchanges.flatMap(({ slug, formerNames }) =>
      formerNames.map((name): [string, string] => [slugOf(name), slug]),
    ),
  );
  return (permalink) => {
    const { page, anchor } = splitPath(permalink);
    if (anchor !== undefined && isPage.has(page)) {
      const known = permalinks
        .filter((other) => other.startsWith(`${page}#`))
        .map((other) => splitPath(other).anchor ?? '');
      const close = closeTo(anchor, known);
      return lineOf(permalink, close === undefined ? page : `${page}#${close}`);
    }
    const gone = foldersOf(page).find((folder) => !folders.has(folder)) ?? page;
    const above = gone.replace(/[^/]+\/$/, '');
    const missing = gone.slice(above.length, -1);
    const beside = [...folders]
      .filter((folder) => folder.startsWith(above) && /^[^/]+\/$/.test(folder.slice(above.length)))
      .map((folder) => folder.slice(above.length, -1));
    const successor = renamed.get(missing);
    const found =
      successor !== undefined && beside.includes(successor) ? successor : closeTo(missing, beside);
    if (found !== undefined) return lineOf(gone, `${above}${found}/`);
    return lineOf(gone, foldersOf(above).findLast((folder) => isPage.has(folder)) ?? '/');
  };
}

/** A page and the folders above it, the highest first: `/`, `/gate/`, `/gate/read-only/`. */
function foldersOf(page: string): string[] {
  const parts = page.split('/').filter(Boolean);
  return [0, ...parts.keys().map((index) => index + 1)].map((count) =>
    ['', ...parts.slice(0, count), ''].join('/'),
  );
}

function lineOf(from: string, to: string): string {
  return `- { from: ${from}, to: ${to}, why: … }`;
}
