import { type BuiltPage, type BuiltSite, textOf } from '../built-site.ts';
import { errorListOf } from './data.ts';
import { isGuide } from './paths.ts';
import type { SiteCheck } from './site-check.ts';

/** The exchanges of a site by the folder of their pages: those that have a page of their own below the root. */
export function exchangesOf({ pages }: BuiltSite): string[] {
  const slugs = pages
    .filter(({ kind }) => kind === 'guide' || kind === 'refused' || kind === 'closing')
    .map(({ path }) => path.split('/')[1] ?? '');
  return [...new Set(slugs)].sort();
}

/** Every exchange stands wherever exchanges are listed: no list is kept by hand. */
export const exchangeLists: SiteCheck = (site) => {
  const slugs = exchangesOf(site);
  const at = (file: string): ((selector: string, attribute?: string) => string[]) => {
    const page = site.page(`${site.base}${file}`);
    return (selector, attribute = 'href') =>
      page?.all(selector).flatMap(({ attribs }) => attribs[attribute] ?? []) ?? [];
  };
  const whole = (slug: string): string => `${site.base}${slug}/`;
  const links = at('link/')('a[data-link]', 'data-exchange');
  const lists: Readonly<Record<string, (slug: string) => boolean>> = {
    'the home page': (slug) => at('')('.exchanges .name').includes(whole(slug)),
    'the list of errors': (slug) =>
      errorListOf(site).exchanges.some((entry) => entry.slug === slug),
    'the page of errors': (slug) => at('errors/')('a').includes(`${site.base}errors/${slug}/`),
    'the link maker': (slug) => links.includes(slug),
    'the list of embedded steps': (slug) =>
      at('embed/')('a').some((href) => href.startsWith(`${site.base}embed/${slug}/`)),
  };
  return Object.entries(lists).flatMap(([name, has]) =>
    slugs.filter((slug) => !has(slug)).map((slug) => `${slug}: is not on ${name}`),
  );
};

/** A concept that leads to a step leads there at every exchange that has the step. */
export const conceptLinks: SiteCheck = (site) =>
  site.pages
    .filter(({ kind }) => kind === 'concept')
    .flatMap((page) => {
      const hrefs = page.all('.prose .pills a').map(({ attribs }) => attribs['href'] ?? '');
      const steps = new Set(hrefs.map((href) => href.split('#')[1]));
      return [...steps].flatMap((step) =>
        exchangesOf(site)
          .map((slug) => `${site.base}${slug}/`)
          .filter((address) => step !== undefined && site.page(address)?.ids.has(step) === true)
          .filter((address) => !hrefs.includes(`${address}#${step}`))
          .map((address) => `${page.file}: does not lead to ${address}#${step}`),
      );
    });

/** Every choice of the link maker leads to a page of that title, with the steps that it names. */
export const linkChoices: SiteCheck = (site) => {
  const page = site.pages.find(({ kind }) => kind === 'link');
  const choices = page?.all('a[data-link]') ?? [];
  const offered = new Set(choices.map(({ attribs }) => attribs['href']));
  return [
    ...choices.flatMap(({ attribs }) => {
      const target = site.page(attribs['href'] ?? '');
      const title = textOf(target?.all('h1')[0]);
      return [
        ...(title === attribs['data-title'] ? [] : [`${attribs['href']} is titled "${title}"`]),
        ...(attribs['data-steps'] ?? '')
          .split(' ')
          .filter((step) => step !== '' && target?.ids.has(step) !== true)
          .map((step) => `${attribs['href']} has no step ${step}`),
      ];
    }),
    ...site.pages
      .filter((guide) => isGuide(guide) && !offered.has(guide.address))
      // The address of the exchange is that of its usual use case, which is offered.
      .filter(({ path }) => !/^\/[^/]+\/$/.test(path))
      // The guide of the exchange leads on to those of its other sites.
      .filter((guide) => !isOfOtherSite(guide, site))
      .map(({ address }) => `${address} is not offered`),
  ].map((fault) => `link/index.html: ${fault}`);
};

/** Whether a guide is for another site of its exchange, to which the one of the exchange leads. */
function isOfOtherSite({ path }: BuiltPage, site: BuiltSite): boolean {
  const [, exchange = '', other = ''] = path.split('/');
  const place = `${site.base}${exchange}/${other}/`;
  const ways = site.page(`${site.base}${exchange}/`)?.all('.intro > .ready a') ?? [];
  return ways.some(({ attribs }) => attribs['href']?.startsWith(place));
}
