import { permalinksOf } from '../site/permalinks.ts';
import { pagesAmong, splitPath } from '../site/redirect.ts';
import type { Outline } from './outline.ts';
import { slugOf } from './rules/folder-name.ts';
import { closeTo } from './suggest.ts';

/** The file that lists what was published, below the content folder. */
export const permalinkFile = 'permalinks.txt';

/** The file of what moved. */
export const redirectFile = 'redirects.yaml';

/** Several rules ask for the permalinks of one outline, which are listed once. */
const permalinksByOutline = new WeakMap<Outline, readonly string[]>();

/** The permalinks that the present content has; exchanges that cannot be read count as they are listed. */
export function presentPermalinks(outline: Outline): readonly string[] {
  const permalinks = permalinksByOutline.get(outline) ?? listPermalinks(outline);
  permalinksByOutline.set(outline, permalinks);
  return permalinks;
}

function listPermalinks({ exchanges, partners, ...others }: Outline): string[] {
  return permalinksOf({
    ...others,
    exchanges: exchanges.filter(({ slug }) => !slug.startsWith('_')),
    // A deployment leaves examples out, so their pages are no promise.
    partners: partners
      .filter(({ example }) => !example)
      .map(({ slug, served }) => ({
        slug,
        pages: served.map(({ exchange, useCase }) => {
          const found = exchanges.find((other) => other.slug === exchange);
          const steps = (found?.steps ?? []).filter(
            (id) => found?.onlyFor[id]?.includes(useCase) ?? true,
          );
          return { exchange, steps };
        }),
      })),
  });
}

/** The lines of the list, with their numbers. Empty lines and lines that begin with "# " are for people. */
export function listedPermalinks(text: string): { line: number; permalink: string }[] {
  return text
    .split('\n')
    .map((permalink, index) => ({ line: index + 1, permalink: permalink.trim() }))
    .filter(({ permalink }) => permalink !== '' && !permalink.startsWith('# '));
}

/** Tells of which paths nothing can be said, because the files of their exchange or partner have other faults. */
export function unreadPaths({ exchanges, partners }: Outline): (path: string) => boolean {
  const unread = new Set(
    [...exchanges, ...partners].filter(({ isRead }) => !isRead).map(({ slug }) => slug),
  );
  return (path) => path.split(/[/#]/).some((part) => unread.has(part));
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
