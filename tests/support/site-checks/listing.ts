import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BuiltPage, BuiltSite } from '../built-site.ts';
import { isWithoutStep } from './embeds.ts';
import { canonicalOf, isNoindex } from './head.ts';
import { linkFault } from './links.ts';
import { onEachPage, type SiteCheck } from './site-check.ts';

/** The sitemap lists the pages that name themselves as the address to keep and are open to search engines, and no others. */
export const sitemap: SiteCheck = (site) => {
  const listed = locationsOf(site, 'sitemap-index.xml').flatMap((address) =>
    locationsOf(site, address.slice(`${site.origin}${site.base}`.length)),
  );
  const wanted = site.pages
    .filter((page) => canonicalOf(page) === site.origin + page.address && !isNoindex(page))
    .map(({ address }) => site.origin + address);
  return [
    ...listed
      .filter((address) => !wanted.includes(address))
      .map((address) => `sitemap: lists ${address}`),
    ...wanted
      .filter((address) => !listed.includes(address))
      .map((address) => `sitemap: lacks ${address}`),
    ...(listed.length === new Set(listed).size ? [] : ['sitemap: lists a page twice']),
  ];
};

function locationsOf(site: BuiltSite, file: string): string[] {
  return [...site.text(file).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
}

/** The address to keep is that of a page which names itself. */
export const canonicals: SiteCheck = onEachPage((page, site) => {
  // Whoever follows a former address comes to a page, which names the one to keep.
  if (page.kind === 'moved') return [];
  const target = targetOf(page, site);
  if (target === undefined) return ['names an address to keep that does not exist'];
  return target === page || targetOf(target, site) === target
    ? []
    : [`names ${target.file}, which names another`];
});

function targetOf(page: BuiltPage, site: BuiltSite): BuiltPage | undefined {
  const canonical = canonicalOf(page);
  return canonical === undefined ? undefined : site.page(new URL(canonical).pathname);
}

interface Way {
  readonly from: string;
  readonly to: string;
}

/**
 * Pages that only lead on, and what the two kinds of hosts are told, are about the same
 * paths, and lead to the same pages and anchors, which exist.
 */
export const redirects: SiteCheck = (site) => {
  const told: Readonly<Record<string, Way[]>> = {
    _redirects: waysIn(site.text('_redirects'), /^(\/\S*) (\S+) 301$/gm),
    'redirects.nginx.conf': waysIn(
      site.text('redirects.nginx.conf').replaceAll('$is_args$args', ''),
      /^location = (\S+) \{ absolute_redirect off; return 301 "([^"]+)"; \}$/gm,
    ),
  };
  const moved = site.pages.filter(({ kind }) => kind === 'moved');
  const ofPages = moved.map((page) => {
    const refresh = page.attribute('meta[http-equiv="refresh"]', 'content') ?? '';
    return { page, from: page.address, to: refresh.replace(/^0; *url=/, '') };
  });
  return [
    ...Object.entries(told).flatMap(([file, ways]) => {
      const lines = new Map(ways.map(({ from, to }) => [from, to]));
      return [
        ...ways
          .filter(({ from }) => site.page(from.replace(/\/?$/, '/'))?.kind !== 'moved')
          .map(({ from }) => `${file}: ${from} has no page that leads on`),
        ...ofPages.flatMap(({ from, to }) =>
          [from, from.slice(0, -1)]
            .filter((written) => lines.get(written) !== to)
            .map((written) => `${file}: does not lead ${written} to ${to}`),
        ),
      ];
    }),
    ...ofPages.flatMap(({ page, to }) => {
      const fault = linkFault(site, page.address, to);
      const target = site.page(new URL(to, site.origin).pathname);
      return [
        ...(fault === undefined ? [] : [`${page.file}: ${fault}`]),
        ...(target?.kind === 'moved' ? [`${page.file}: leads to a page that leads on`] : []),
        ...(canonicalOf(page) === site.origin + to
          ? []
          : [`${page.file}: leads to ${to} and names ${canonicalOf(page) ?? ''}`]),
        ...(page.attribute('a[data-moved]', 'href') === to
          ? []
          : [`${page.file}: its link is another than ${to}`]),
      ];
    }),
  ];
};

function waysIn(text: string, pattern: RegExp): Way[] {
  return [...text.matchAll(pattern)].map(([, from = '', to = '']) => ({ from, to }));
}

/** Hosts are told that embedded steps may be framed, and no other page. */
export const frames: SiteCheck = (site) => {
  const rules = site
    .text('_headers')
    .split(/\n(?=\/)/)
    .filter((rule) => rule.startsWith('/'))
    .map((rule) => {
      const [pattern = '', ...lines] = rule.trim().split('\n');
      return { pattern: patternOf(pattern), lines: lines.map((line) => line.trim()) };
    });
  return site.pages.flatMap((page) => {
    const said = new Map<string, string>();
    for (const { lines } of rules.filter((rule) => rule.pattern.test(page.address)))
      for (const line of lines) {
        if (line.startsWith('! ')) said.delete(line.slice(2));
        else said.set(line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2));
      }
    const open = page.kind === 'embedded-step';
    const wanted = open ? 'frame-ancestors *' : "frame-ancestors 'none'";
    return said.get('Content-Security-Policy') === wanted &&
      said.get('X-Frame-Options') === (open ? undefined : 'DENY')
      ? []
      : [`${page.file}: hosts are told "${[...said].join('; ')}" of frames`];
  });
};

/** A pattern of `_headers`: ":name" is one part of a path, "*" is the rest. */
function patternOf(written: string): RegExp {
  const parts = written.split(/(:\w+|\*)/).map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}

/**
 * Everything in the list of what was published has a page and its anchor, or a page that
 * leads on. A step may be missing on the page where a use case or a closing exchange is
 * without it; then it has a page of its own still, which says so.
 */
export const permalinks: SiteCheck = (site) => {
  const lines = readFileSync(path.join(site.content, 'permalinks.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('/'));
  return [
    ...(lines.length > 10 ? [] : ['permalinks.txt: lists next to nothing']),
    ...lines.flatMap((line) => {
      const address = site.base + line.slice(1);
      const [place = '', anchor = ''] = address.split('#');
      const page = site.page(place);
      const alone = site.page(`${site.base}embed/${place.slice(site.base.length)}${anchor}/`);
      if (anchor !== '' && alone !== undefined && isWithoutStep(alone)) return [];
      // The browser takes the anchor along; that it exists there is for the redirects to say.
      const fault = page?.kind === 'moved' ? undefined : linkFault(site, site.base, address);
      return fault === undefined ? [] : [`permalinks.txt: ${fault}`];
    }),
  ];
};
