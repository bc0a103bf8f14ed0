import type { Way } from './redirect.ts';
import { withBase } from './urls.ts';

/**
 * Files beside the pages that tell hosts what pages cannot. Each host reads its own
 * form; all are made from the same data.
 */

/** Most lines that Cloudflare Pages reads: https://developers.cloudflare.com/pages/configuration/redirects/ (2026-11-21). */
export const mostRedirectLines = 2_000;

const origin = '# Made from content/redirects.yaml when the site is built.';

/**
 * Redirects for hosts that read `_redirects`: Cloudflare Pages, Netlify, GitLab Pages.
 *
 * Input: the ways, the base path of the site, and whether to write Netlify's "!": it
 * leads on only with it where the path is a file too, as the pages for hosts without
 * redirects are; the others do not know it.
 */
export function redirectLines(ways: readonly Way[], base: string, forNetlify: boolean): string {
  const status = forNetlify ? '301!' : '301';
  const lines = hostWays(ways, base).map(({ from, to }) => `${from} ${to} ${status}`);
  return `${[origin, ...lines].join('\n')}\n`;
}

/**
 * Redirects for nginx, to be included in a `server` block. A query goes along, and the
 * address stays relative: nginx behind a proxy does not know its public one.
 */
export function nginxRedirects(ways: readonly Way[], base: string): string {
  const blocks = hostWays(ways, base).map(({ from, to }) => {
    const [page, anchor] = to.split('#');
    const address = `${page}$is_args$args${anchor === undefined ? '' : `#${anchor}`}`;
    return `location = ${from} { absolute_redirect off; return 301 "${address}"; }`;
  });
  return `${[origin, ...blocks].join('\n')}\n`;
}

/** The ways below the base path, each path with and without the slash at its end. */
function hostWays(ways: readonly Way[], base: string): Way[] {
  return ways.flatMap((way) => {
    const from = withBase(way.from, base);
    const to = withBase(way.to, base);
    return [
      { from, to },
      { from: from.slice(0, -1), to },
    ];
  });
}
