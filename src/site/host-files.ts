import type { Way } from './redirect.ts';
import { paths, withBase } from './urls.ts';

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

/** Pages that other sites may show in a frame lie below this folder, one level down or deeper. */
const framed = paths.embed;

/** What browsers are told about frames: by pages that refuse them, and by those that do not. */
const refusing = { 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Frame-Options': 'DENY' };
const allowing = { 'Content-Security-Policy': 'frame-ancestors *' };

/**
 * Headers for hosts that read `_headers`: every page refuses to be framed, but for the
 * embedded steps.
 *
 * Input: every page of the site, the base path, and whether Netlify reads the file.
 * Cloudflare Pages joins what several rules say, and takes "!" to begin anew; what
 * Netlify does then is not documented, so its rules do not overlap.
 */
export function headerRules(pages: readonly string[], base: string, forNetlify: boolean): string {
  const open = withBase(`${framed}:exchange/*`, base);
  const names = Object.keys(refusing).map((name) => `  ! ${name}`);
  if (!forNetlify) {
    const rules = [rule('/*', refusing), [open, ...names, ...headerLines(allowing)].join('\n')];
    return `${[headersOrigin, ...rules].join('\n')}\n`;
  }
  const tops = new Set(pages.map((page) => page.split('/')[1] ?? '').filter(Boolean));
  tops.delete(framed.split('/')[1] ?? '');
  const closed = ['/', '/404.html', framed, ...[...tops].sort().map((top) => `/${top}/*`)];
  const rules = closed.map((path) => rule(withBase(path, base), refusing));
  return `${[headersOrigin, ...rules, rule(open, allowing)].join('\n')}\n`;
}

/** The same for nginx, to be included in a `server` block. */
export function nginxHeaders(base: string): string {
  const lines = [
    `set $frame_ancestors "'none'";`,
    'set $frame_options DENY;',
    `if ($uri ~ "^${withBase(framed, base)}[^/]+/") { set $frame_ancestors "*"; set $frame_options ""; }`,
    'add_header Content-Security-Policy "frame-ancestors $frame_ancestors" always;',
    // nginx leaves out a header whose value is empty.
    'add_header X-Frame-Options $frame_options always;',
  ];
  return `${[headersOrigin, ...lines].join('\n')}\n`;
}

const headersOrigin =
  '# Made when the site is built. Only embedded steps may be shown in frames of other sites.';

function rule(path: string, headers: Readonly<Record<string, string>>): string {
  return [path, ...headerLines(headers)].join('\n');
}

function headerLines(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
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
