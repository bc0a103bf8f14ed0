import { z } from 'astro/zod';
import { codeUpTo, wordsSchema } from '../schema/text.ts';

const pathSchema = codeUpTo(200).regex(
  /^\/(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*(?:#[a-z0-9-]+)?$/,
  'Expected a path of the site such as "/gate/" or "/gate/#restrict-ip": lowercase words between slashes, joined by ".", "-" or "_".',
);

export const redirectSchema = z.strictObject({
  from: pathSchema.describe(
    'Path that was published, or that people type. What lies below it goes along.',
  ),
  to: pathSchema.describe('Path that takes its place.'),
  why: wordsSchema.describe('Why it moved.'),
});

/** The content of redirects.yaml. */
export const redirectsSchema = z.array(redirectSchema);

export type Redirect = z.infer<typeof redirectSchema>;

/** The way of one path; both without the base path of the site. */
export type Way = Pick<Redirect, 'from' | 'to'>;

/** A path in its two parts: `/gate/` and `restrict-ip` of `/gate/#restrict-ip`. */
export function splitPath(path: string): { page: string; anchor: string | undefined } {
  const [page = '', anchor] = path.split('#');
  return { page, anchor };
}

/** The pages among permalinks, which also name steps and sources. */
export function pagesAmong(permalinks: Iterable<string>): string[] {
  return [...permalinks].filter((permalink) => !permalink.includes('#'));
}

/**
 * Every path that a host or a page of its own leads elsewhere. A line of redirects.yaml
 * covers its path and what lies below; of two lines the longer path decides.
 *
 * Input: the lines, and all pages of the site. Output: one way for each path, in the
 * order of paths; none from a page that exists or to one that does not.
 */
export function pageWays(redirects: readonly Redirect[], pages: readonly string[]): Way[] {
  const exists = new Set(pages);
  const ways = new Map<string, string>();
  const lines = redirects
    .filter(({ from }) => !from.includes('#'))
    .toSorted((a, b) => b.from.length - a.from.length);
  for (const { from, to } of lines) {
    const target = splitPath(to);
    if (exists.has(target.page) && !exists.has(from)) ways.set(from, to);
    // Below the home page lies everything: that would be a copy of the whole site.
    if (target.anchor !== undefined || target.page === '/') continue;
    for (const page of pages) {
      if (!page.startsWith(to) || page === to) continue;
      const below = from + page.slice(to.length);
      if (!exists.has(below) && !ways.has(below)) ways.set(below, page);
    }
  }
  return [...ways]
    .map(([from, to]) => ({ from, to }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * The anchors of a page that lead elsewhere.
 *
 * Input: the lines, the page, the page of its exchange, whose anchors every use-case page
 * has, and whether the page has an anchor: one that refuses a use case lacks the steps.
 * Output: a way for each, `from` being the name of the anchor; what leads to an anchor of
 * the exchange stays on the page that has it.
 */
export function anchorWays(
  redirects: readonly Redirect[],
  page: string,
  home = page,
  has: (anchor: string) => boolean = () => true,
): Way[] {
  const ways = redirects.flatMap(({ from, to }): Way[] => {
    const source = splitPath(from);
    if (source.anchor === undefined || ![page, home].includes(source.page)) return [];
    const target = splitPath(to);
    const stays =
      target.anchor !== undefined && [page, home].includes(target.page) && has(target.anchor);
    return [{ from: source.anchor, to: stays ? `#${target.anchor}` : to }];
  });
  // A line for the page itself may stand beside one for its exchange.
  return [...new Map(ways.map((way) => [way.from, way])).values()];
}

/**
 * Whether a path exists. Use-case pages have the steps and sources of their exchange,
 * which are listed at the page of the exchange alone.
 */
export function isPlace(path: string, permalinks: ReadonlySet<string>): boolean {
  if (permalinks.has(path)) return true;
  const { page, anchor } = splitPath(path);
  const above = page.replace(/[^/]+\/$/, '');
  return anchor !== undefined && permalinks.has(page) && permalinks.has(`${above}#${anchor}`);
}

/** Answers about all lines of redirects.yaml together. */
export interface Redirection {
  /**
   * Where a path leads in the end, anchors included: browsers keep the anchor where a
   * redirect names none. The path itself, if it exists; undefined where it leads nowhere.
   */
  destinationOf(path: string): string | undefined;
  /**
   * The paths that a path passes from line to line, the last one last (none where no line
   * leads it on), and whether it goes on without end: to the same line again, or to more
   * lines than anybody means.
   */
  passedBy(path: string): { passed: string[]; endless: boolean };
}

/** Longer ways from line to line are not followed. */
const mostLinesPassed = 10;

/** Prepares the answers. Input: the lines, and every permalink of the site. */
export function redirection(
  redirects: readonly Redirect[],
  permalinks: ReadonlySet<string>,
): Redirection {
  const lines = new Map(redirects.map((line) => [line.from, line]));
  const ways = new Map(
    pageWays(redirects, pagesAmong(permalinks)).map(({ from, to }) => [from, to]),
  );

  const destinationOf = (path: string): string | undefined => {
    if (isPlace(path, permalinks)) return path;
    const named = lines.get(path)?.to;
    if (named !== undefined && isPlace(named, permalinks)) return named;
    const { page, anchor } = splitPath(path);
    const to = ways.get(page);
    if (to === undefined || anchor === undefined || to.includes('#')) return to;
    return destinationOf(`${to}#${anchor}`);
  };

  const passedBy = (path: string): { passed: string[]; endless: boolean } => {
    const passed: string[] = [];
    const used = new Set<Redirect>();
    for (let at = path; !isPlace(at, permalinks); at = passed.at(-1) ?? '') {
      const line = lineFor(at, lines);
      if (line === undefined) break;
      if (used.has(line) || used.size === mostLinesPassed) return { passed, endless: true };
      used.add(line);
      passed.push(line.to.includes('#') ? line.to : line.to + at.slice(line.from.length));
    }
    return { passed, endless: false };
  };

  return { destinationOf, passedBy };
}

/** The line that decides about a path: its own, else that of the nearest page above. */
function lineFor(path: string, lines: ReadonlyMap<string, Redirect>): Redirect | undefined {
  const own = lines.get(path);
  if (own !== undefined) return own;
  let above = splitPath(path).page;
  while (above !== '') {
    const line = lines.get(above);
    if (line !== undefined) return line;
    above = above.replace(/[^/]*\/$/, '');
    if (above === '/') return lines.get(above);
  }
  return undefined;
}
