import type { BuiltPage, PageKind } from '../built-site.ts';
import { textOf } from '../built-site.ts';
import { onEachPage, type SiteCheck } from './site-check.ts';

/** Kinds of pages that search engines must not list. */
export const unlistedKinds: readonly PageKind[] = [
  'partner',
  'partner-guide',
  'embedded-step',
  'moved',
  'not-found',
];

export function titleOf(page: BuiltPage): string {
  return textOf(page.all('head > title')[0]);
}

export function canonicalOf(page: BuiltPage): string | undefined {
  return page.attribute('link[rel="canonical"]', 'href');
}

export function isNoindex(page: BuiltPage): boolean {
  return page.attribute('meta[name="robots"]', 'content') === 'noindex';
}

/** Every page is of a known kind; a new one gets a line in tests/support/built-site.ts. */
export const kinds: SiteCheck = onEachPage(({ kind, path }) =>
  kind === undefined ? [`${path} is of no known kind`] : [],
);

/** Title, description, language, canonical address, and whether search engines may list the page. */
export const head: SiteCheck = onEachPage((page, { origin, base }) => {
  const canonical = canonicalOf(page);
  const unlisted = page.kind !== undefined && unlistedKinds.includes(page.kind);
  return [
    ...(/\S{3}/.test(titleOf(page)) ? [] : ['has no title']),
    ...(/\S{3}/.test(page.attribute('meta[name="description"]', 'content') ?? '')
      ? []
      : ['has no description']),
    ...(/^[a-z]{2}/.test(page.attribute('html', 'lang') ?? '') ? [] : ['has no language']),
    ...(page.attribute('meta[name="viewport"]', 'content')?.includes('width=device-width') === true
      ? []
      : ['has no viewport']),
    ...(canonical?.startsWith(origin + base) === true
      ? []
      : [`names "${canonical ?? ''}" as the address to keep`]),
    ...(isNoindex(page) === unlisted
      ? []
      : [unlisted ? 'is open to search engines' : 'is closed to search engines']),
  ];
});

/** No two pages share a title, but for those that name one address as the one to keep. */
export const titles: SiteCheck = ({ pages }) => {
  const own = pages.filter(({ kind }) => kind !== 'moved');
  return [...Map.groupBy(own, titleOf)].flatMap(([title, same]) => {
    const kept = new Set(same.map(canonicalOf));
    return kept.size < 2 ? [] : [`${same.map(({ file }) => file).join(', ')}: share "${title}"`];
  });
};

/** What a page tells networks to show beside a link to it. */
export const sharing: SiteCheck = onEachPage((page, { origin, base }) => {
  // Embedded steps are shown in a frame; what people send is the guide.
  if (page.kind === 'embedded-step') return [];
  const tags = new Map(
    page
      .all('meta[property^="og:"], meta[name^="twitter:"]')
      .map(({ attribs }) => [attribs['property'] ?? attribs['name'], attribs['content'] ?? '']),
  );
  // Networks lead to this address: a partner's page must stay that of the partner.
  const ofPartner = page.kind === 'partner' || page.kind === 'partner-guide';
  const wanted = {
    'og:type': 'website',
    'og:url': ofPartner ? origin + page.address : canonicalOf(page),
    'og:image:type': 'image/png',
    'og:image:width': '1200',
    'og:image:height': '630',
    'twitter:card': 'summary_large_image',
    ...(page.kind === 'moved'
      ? {}
      : { 'og:description': page.attribute('meta[name="description"]', 'content') }),
  };
  const title = tags.get('og:title') ?? '–';
  return [
    ...Object.entries(wanted)
      .filter(([name, value]) => tags.get(name) !== value)
      .map(([name, value]) => `says ${name} "${tags.get(name) ?? ''}", not "${value ?? ''}"`),
    ...(page.kind === 'moved' || titleOf(page).startsWith(title)
      ? []
      : [`is titled "${titleOf(page)}" and shared as "${title}"`]),
    ...['og:site_name', 'og:locale', 'og:image:alt']
      .filter((name) => !/\w{3}/.test(tags.get(name) ?? ''))
      .map((name) => `has no ${name}`),
    ...(tags.get('og:image')?.startsWith(`${origin}${base}og/`) === true
      ? []
      : ['has no picture of its own site']),
  ];
});
