import { parseFeed } from 'htmlparser2';
import { z } from 'astro/zod';
import { type BuiltSite, textOf, within } from '../built-site.ts';
import { linkFault } from './links.ts';
import type { SiteCheck } from './site-check.ts';

/** What programs are promised of the list of errors; more may stand there. */
const errorListSchema = z.object({
  version: z.literal(1),
  exchanges: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      guide: z.string(),
      page: z.string(),
      errors: z.array(
        z.object({
          id: z.string(),
          codes: z.array(z.string()).default([]),
          messages: z.array(z.string()).default([]),
          tellApart: z.string().optional(),
          path: z.string(),
          causes: z.array(
            z.object({
              cause: z.string(),
              mend: z.string(),
              step: z.object({ path: z.string() }).optional(),
            }),
          ),
        }),
      ),
      undocumented: z.array(z.object({ text: z.string() })),
    }),
  ),
});

type ErrorList = z.infer<typeof errorListSchema>;
const errorListFile = 'api/v1/errors.json';

/** The list of errors that a site serves. Throws where it has another form. */
export function errorListOf(site: BuiltSite): ErrorList {
  return errorListSchema.parse(JSON.parse(site.text(errorListFile)));
}

/** Every JSON file can be parsed, and schemas say which they are. */
export const json: SiteCheck = (site) =>
  [...site.files]
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      try {
        const value: unknown = JSON.parse(site.text(file));
        const isObject = typeof value === 'object' && value !== null;
        return isObject && (!file.startsWith('schemas/') || '$schema' in value)
          ? []
          : [`${file}: holds something else than expected`];
      } catch (error) {
        return [`${file}: ${String(error)}`];
      }
    });

/** The list of errors that programs read leads to places that exist. */
export const errorList: SiteCheck = (site) => {
  const { exchanges } = errorListOf(site);
  const paths = exchanges.flatMap(({ guide, page, errors }) => [
    guide,
    page,
    ...errors.flatMap((error) => [
      error.path,
      ...error.causes.flatMap(({ step }) => (step === undefined ? [] : [step.path])),
    ]),
  ]);
  return [...new Set(paths)].flatMap((path) => {
    const fault = linkFault(site, site.base, path);
    return fault === undefined ? [] : [`${errorListFile}: ${fault}`];
  });
};

/** The page of an exchange's errors says all that programs get. */
export const errorPages: SiteCheck = (site) =>
  errorListOf(site).exchanges.flatMap((exchange) => {
    const page = site.page(exchange.page);
    if (page === undefined) return [`${errorListFile}: ${exchange.page} does not exist`];
    const missing = (text: string, place: string): string[] =>
      place.includes(plain(text)) ? [] : [`${page.file}: lacks "${text}"`];
    return [
      ...(page.kind === 'exchange-errors' ? [] : [`${page.file}: is no page of errors`]),
      ...missing(exchange.name, textOf(page.all('h1')[0])),
      ...exchange.errors.flatMap((error) => {
        const entry = page.all(`[id="error-${error.id}"]`)[0];
        if (entry === undefined) return [`${page.file}: lacks the error ${error.id}`];
        const causes = within(entry, '.causes > li');
        const codes = within(entry, 'h2 code').map(textOf).join(' ');
        return [
          ...error.codes.flatMap((code) => missing(code, codes)),
          ...error.messages.flatMap((text) => missing(text, textOf(entry))),
          ...missing(error.tellApart ?? '', textOf(entry)),
          ...(causes.length === error.causes.length
            ? []
            : [`${page.file}: ${error.id} has ${causes.length} causes`]),
          ...error.causes.flatMap(({ cause, mend, step }, index) => {
            const item = causes[index];
            const link = item && within(item, '.to-step')[0]?.attribs['href'];
            return [
              ...missing(cause, textOf(item)),
              ...missing(mend, textOf(item)),
              ...(link === step?.path
                ? []
                : [`${page.file}: ${error.id} leads to ${link ?? 'no step'}`]),
            ];
          }),
        ];
      }),
      ...exchange.undocumented.flatMap(({ text }) =>
        missing(text, textOf(page.all('#not-documented ~ *, :has(> #not-documented)')[0])),
      ),
    ];
  });

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Every partner's page has a feed, which readers of feeds understand, and whose entries lead to it. */
export const feeds: SiteCheck = (site) =>
  site.pages
    .filter(({ kind }) => kind === 'partner')
    .flatMap((page) => {
      const link = page.attribute('link[rel="alternate"][type="application/rss+xml"]', 'href');
      if (link !== `${page.address}feed.xml`) return [`${page.file}: names no feed of its own`];
      const file = link.slice(site.base.length);
      if (!site.files.has(file)) return [`${page.file}: has no feed`];
      const feed = parseFeed(site.text(file), { xmlMode: true });
      if (feed?.type !== 'rss') return [`${file}: is no RSS`];
      const ids = feed.items.map(({ id }) => id);
      return [
        ...(feed.title && feed.description && feed.link === site.origin + page.address
          ? []
          : [`${file}: lacks a title, a description or the address of the page`]),
        ...(new Set(ids).size === ids.length ? [] : [`${file}: names an entry twice`]),
        ...feed.items.flatMap(({ link: to = '', id, pubDate, title }) => {
          const fault = linkFault(site, page.address, to);
          return [
            ...(fault === undefined ? [] : [`${file}: ${fault}`]),
            ...(to.startsWith(`${site.origin}${page.address}#`) && id === to
              ? []
              : [`${file}: "${title ?? ''}" leads elsewhere`]),
            ...(pubDate === undefined ? [`${file}: "${title ?? ''}" has no day`] : []),
          ];
        }),
      ];
    });
