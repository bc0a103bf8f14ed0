import { exchangeSchema } from '../../../src/schema/exchange.ts';
import { textKindsOf } from '../../../src/schema/text-kinds.ts';
import type { ExpectedSettings } from '../../../src/schema/expected.ts';
import { type ExchangeFolder, parseContent } from '../../../src/content/content.ts';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { formatDay } from '../../../src/derive/dates.ts';
import { en } from '../../../src/i18n/en/index.ts';
import { plainProse } from '../../../src/markdown/prose.ts';
import { recordGroups } from '../../../src/vocabulary/record-groups.ts';
import { type BuiltPage, type BuiltSite, textOf, within } from '../built-site.ts';
import { linkFault } from './links.ts';
import { onEachPage, type SiteCheck } from './site-check.ts';

/** The folder of content that a record is made of. */
async function foldersOf(site: BuiltSite): Promise<ReadonlyMap<BuiltPage, ExchangeFolder>> {
  const { exchanges } = parseContent(await readContentFiles(site.content));
  return new Map(
    exchanges.flatMap((folder): [BuiltPage, ExchangeFolder][] => {
      const page = site.page(`${site.base}${folder.slug}/facts/`);
      return page === undefined ? [] : [[page, folder]];
    }),
  );
}

/** Every record has each group once, under a heading, and in its contents in the same order. */
export const recordParts: SiteCheck = async (site) =>
  [...(await foldersOf(site))].flatMap(([page, { facts }]) => {
    const wanted = recordGroups.join(' ');
    const groups = page.all('main > .group').map(({ attribs }) => attribs['id'] ?? '');
    const contents = page.all('.bar li a').map(({ attribs }) => attribs['href']?.slice(1) ?? '');
    const heads = page.all('main > .group > h2 a').map(({ attribs }) => attribs['href'] ?? '');
    const anchors = [
      ...(facts?.value?.questions.map(({ id }) => `question-${id}`) ?? []),
      ...(facts?.value?.sources.map(({ id }) => `source-${id}`) ?? []),
    ];
    return [
      ...(groups.join(' ') === wanted ? [] : [`has the groups ${groups.join(' ')}`]),
      ...(contents.join(' ') === wanted ? [] : [`has the contents ${contents.join(' ')}`]),
      ...(heads.join(' ') === recordGroups.map((id) => `#${id}`).join(' ')
        ? []
        : [`has the headings ${heads.join(' ')}`]),
      ...anchors.filter((id) => !page.ids.has(id)).map((id) => `has no anchor ${id}`),
    ].map((fault) => `${page.file}: ${fault}`);
  });

/** Facts and errors lead to sources with the day on which they were read, and causes of errors to steps. */
export const references: SiteCheck = onEachPage((page, site) => {
  if (page.kind !== 'record' && page.kind !== 'exchange-errors') return [];
  const record = page.path.replace(/^\/errors\/([^/]+)\/$/, '/$1/facts/').slice(1);
  const place = page.kind === 'record' ? '' : `${site.base}${record}`;
  const listed = site.page(`${site.base}${record}`);
  const refs = page.all('.ev a').map(({ attribs }) => attribs['href'] ?? '');
  const causes = page.all('.causes .to-step').map(({ attribs }) => attribs['href'] ?? '');
  return [
    ...(refs.length > 0 ? [] : ['names no source']),
    ...[...new Set(refs)].flatMap((href) => {
      const [at, id = ''] = href.split('#');
      if (at !== place) return [`has the source ${href} elsewhere`];
      const source = listed?.all(`li[id="${id}"]`)[0];
      return /read \d{1,2} \w+ \d{4}/.test(textOf(source))
        ? []
        : [`names the source ${href}, which has no day`];
    }),
    ...[...new Set(causes)].flatMap((href) => {
      const fault = linkFault(site, page.address, href);
      return fault === undefined ? [] : [`leads from an error to no step: ${fault}`];
    }),
  ];
});

/** Names within a file, and what stands on other pages. */
const notShown = [
  // Names by which entries of the files refer to each other; the labels of the entries are shown.
  /(?:^|\.)(?:sources|permissions|useCases|keyTypes|excludes|sites)\[\]$/,
  /(?:^|\.)(?:useCase|permission|level|as|main)$/,
  /^(?!connecting).*(?:^|\.)id$/,
  // What programs compare values with, and the brief words of the path for what stands in full.
  /\.forms\[\]\.pattern$/,
  /\.unavoidable\[\]\.brief$/,
  // The errors have a page of their own.
  /^(?:troubleshooting|undocumentedErrors)\b/,
];

/** Days, which are shown as readers write them. */
const days = /(?:^|\.)(?:date|from|until|checked)$/;

/** A text or number that is stored, as the record shows it. */
interface Stored {
  readonly path: string;
  readonly shown: string;
}

/** Everything that is stored of an exchange and has words, names, addresses or numbers. */
function storedIn(facts: unknown): Stored[] {
  const kinds = new Map(textKindsOf(exchangeSchema).map(({ path, kind }) => [path, kind]));
  const walk = (value: unknown, path: string): Stored[] => {
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      return items.flatMap((item) => walk(item, `${path}[]`));
    }
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([key, item]) => {
        const below = path === '' ? key : `${path}.${key}`;
        return kinds.has(`${path}{}`)
          ? [{ path: `${path}{key}`, shown: key }, ...walk(item, `${path}{}`)]
          : walk(item, below);
      });
    if (notShown.some((pattern) => pattern.test(path))) return [];
    if (typeof value === 'number') return [{ path, shown: value.toLocaleString(en.locale) }];
    // A word of a closed list has no kind; the dictionary has a sentence for each.
    const kind = kinds.get(path);
    if (typeof value !== 'string' || kind === undefined) return [];
    if (days.test(path)) return [{ path, shown: formatDay(value, en.locale) }];
    return [{ path, shown: kind === 'prose' ? plainProse(value) : value.replaceAll('\n', '\\n') }];
  };
  return walk(facts, '');
}

/** The record of an exchange shows everything that its files hold, letter for letter. */
export const recordTexts: SiteCheck = async (site) =>
  [...(await foldersOf(site))].flatMap(([page, { slug, facts, screens }]) => {
    const main = page.all('main')[0];
    const hrefs = page.all('main a').map(({ attribs }) => attribs['href'] ?? '');
    const close = (text: string): string => text.replaceAll(/\s+/g, '');
    const words = close(textOf(main));
    const stored = [
      ...storedIn(facts?.value),
      ...(screens?.value?.screens ?? []).flatMap(({ address, note = '' }) =>
        [address, note].map((shown) => ({ path: 'screens', shown })),
      ),
    ];
    return [
      ...(stored.length > 20 ? [] : [`${page.file}: next to nothing is stored of ${slug}`]),
      ...stored
        .filter(({ shown }) => !words.includes(close(shown)) && !hrefs.includes(shown))
        .map(({ path, shown }) => `${page.file}: lacks ${path} "${shown}"`),
    ];
  });

/** The matrix of a record says what people expect that readers set (expected.yaml). */
export const matrices: SiteCheck = async (site) => {
  const { useCases } = parseContent(await readContentFiles(site.content));
  return [...(await foldersOf(site))].flatMap(([page, { facts, expected }]) => {
    const items = facts?.value?.permissions.items ?? [];
    const rows = page.all('.matrix tbody tr:has(> th[scope="row"])');
    const cells = rows.map((row) => within(row, 'td').map((cell) => textOf(cell)));
    return (useCases?.value ?? []).flatMap(({ id, label }, column) => {
      const settings = expected?.value?.[id];
      const head = textOf(page.all('.matrix thead th')[column + 1]);
      return [
        ...(head === label ? [] : [`has "${head}" over the column of ${id}`]),
        ...items.flatMap((permission, index) => {
          const wanted = settings && wordsOf(permission, settings);
          const found = cells[index]?.[column];
          return found === wanted
            ? []
            : [`sets ${permission.label} to "${found}" for ${id}, expected "${wanted}"`];
        }),
      ].map((fault) => `${page.file}: ${fault}`);
    });
  });
};

type Permission = NonNullable<
  NonNullable<ExchangeFolder['facts']>['value']
>['permissions']['items'][number];

function wordsOf({ id, levels }: Permission, settings: ExpectedSettings): string {
  const { cells } = en.record;
  if (settings.refused === true) return cells.refused;
  const at = (level: string | true | undefined): string | undefined =>
    levels?.find((one) => one.id === level)?.label;
  if (id in settings.on) return at(settings.on[id]) ?? cells.on;
  if (id in settings.ifAsked) {
    const level = at(settings.ifAsked[id]);
    return level === undefined ? cells['if-asked'] : en.record.ifAskedAt(level);
  }
  return settings.never.includes(id) ? cells.never : cells.off;
}
