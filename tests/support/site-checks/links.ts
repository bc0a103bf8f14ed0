import type { BuiltPage, BuiltSite } from '../built-site.ts';
import { onEachPage, type SiteCheck } from './site-check.ts';

/**
 * Why an address on a page leads nowhere, or not where it may.
 *
 * Input: the site, the address of the page and what is written there. Output: undefined
 * where it leads to a page, anchor or file of the site, or elsewhere by https.
 */
export function linkFault(site: BuiltSite, from: string, written: string): string | undefined {
  const { origin, base } = site;
  if (!URL.canParse(written, origin + from)) return `"${written}" is no address`;
  const url = new URL(written, origin + from);
  if (url.origin !== origin)
    return url.protocol === 'https:' ? undefined : `"${written}" is not https`;
  if (!url.pathname.startsWith(base)) return `"${written}" leaves the base path`;
  const page = site.page(url.pathname);
  if (page !== undefined)
    return url.hash === '' || page.ids.has(decodeURIComponent(url.hash.slice(1)))
      ? undefined
      : `"${written}" names no anchor of ${page.file}`;
  return site.files.has(decodeURIComponent(url.pathname.slice(base.length)))
    ? undefined
    : `"${written}" does not exist`;
}

/** Links lead to pages and anchors that exist, within the base path, and elsewhere by https alone. */
export const links: SiteCheck = onEachPage((page, site) => {
  const written = [
    ...valuesOf(page, 'a[href], area[href], link[href]', 'href'),
    ...valuesOf(page, '[data-source]', 'data-source'),
    ...valuesOf(page, 'meta[http-equiv="refresh"]', 'content').map((value) =>
      value.replace(/^\d+; *url=/, ''),
    ),
  ];
  return [...new Set(written)].flatMap((value) => linkFault(site, page.address, value) ?? []);
});

/** Whatever a page loads is of the site, and exists. */
export const resources: SiteCheck = (site) => [
  ...site.pages.flatMap((page) =>
    resourcesOf(page).flatMap((value) => {
      const fault = resourceFault(site, page.address, value);
      return fault === undefined ? [] : [`${page.file}: ${fault}`];
    }),
  ),
  ...[...site.files]
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) =>
      [...site.text(file).matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].flatMap(
        ([, url, imported]) => {
          const fault = resourceFault(site, site.base + file, url ?? imported ?? '');
          return fault === undefined ? [] : [`${file}: ${fault}`];
        },
      ),
    ),
];

function resourceFault(site: BuiltSite, from: string, written: string): string | undefined {
  if (written.startsWith('data:')) return undefined;
  if (URL.canParse(written, site.origin + from)) {
    const { origin } = new URL(written, site.origin + from);
    if (origin !== site.origin) return `"${written}" is loaded from elsewhere`;
  }
  return linkFault(site, from, written);
}

function resourcesOf(page: BuiltPage): string[] {
  return [
    ...valuesOf(page, 'script, img, source, iframe, video, audio, track, embed, input', 'src'),
    ...valuesOf(page, 'img, source', 'srcset').flatMap(candidatesOf),
    ...valuesOf(page, 'object', 'data'),
    ...valuesOf(page, 'video', 'poster'),
    ...valuesOf(page, 'use, image', 'href'),
    ...valuesOf(page, 'link[href]:not([rel="canonical"], [rel="alternate"])', 'href'),
    ...page.all('meta[property="og:image"]').map(({ attribs }) => attribs['content'] ?? ''),
  ];
}

/** The addresses in a list such as "a.png 1x, b.png 2x". */
function candidatesOf(srcset: string): string[] {
  return srcset
    .split(',')
    .map((candidate) => candidate.trim().split(/\s/)[0] ?? '')
    .filter((candidate) => candidate !== '');
}

function valuesOf(page: BuiltPage, selector: string, attribute: string): string[] {
  return page.all(selector).flatMap(({ attribs }) => attribs[attribute] ?? []);
}
