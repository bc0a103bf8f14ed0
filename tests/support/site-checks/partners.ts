import { parseContent } from '../../../src/content/content.ts';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { en } from '../../../src/i18n/en/index.ts';
import { type BuiltPage, textOf, within } from '../built-site.ts';
import { partnerTexts } from './drawings.ts';
import { exchangeOf, isFolded } from './paths.ts';
import { onEachPage, type SiteCheck } from './site-check.ts';

/**
 * A partner's page says the same in its actions, drawings and checklist, marks what is the
 * partner's own word, and leads nowhere else between the first step and the last.
 */
export const partnerPages: SiteCheck = onEachPage((page) => {
  if (page.kind !== 'partner-guide') return [];
  const name = nameOf(page);
  const inStep = page.all(
    '[id="restrict-ip"] .copy.theirs code, li:has(> [id="restrict-ip"]) code',
  );
  const copied = partnerTexts(page);
  const drawn = page
    .all('main .steps .shot .fld.theirs')
    .map((field) => textOf(within(field, 'mark, span')[0]));
  const entries = inStep.flatMap((text) => textOf(text).split(/[\s,;]+/));
  const checklist = textOf(page.all('[id="checklist"]')[0]);
  return [
    ...(name !== '' && textOf(page.all('h1')[0]).includes(` for ${name}`)
      ? []
      : ['does not say who asks']),
    ...(entries.length > 0 ? [] : ['has no addresses to copy']),
    // Where each address has a field of its own, one field of the drawing stands for all.
    ...(entriesOf(copied) === entriesOf(drawn)
      ? []
      : [`has ${copied.join(' and ')} to copy, and draws ${drawn.join(' and ')}`]),
    ...(checklist.includes(
      entries.length === 1 ? 'exactly the one address' : `exactly the ${entries.length} addresses`,
    )
      ? []
      : [`counts other addresses than its ${entries.length} in its checklist`]),
    ...(checklist.includes(`This key is for ${name} alone.`)
      ? []
      : ['does not bind the key to the partner in its checklist']),
    ...page
      .all('.copy.theirs')
      .filter((box) => textOf(within(box, 'small')[0]) !== en.partner.from(name))
      .map(() => 'has words of the partner without its name'),
    ...(page.all('main .steps .copy').length === copied.length
      ? []
      : ['has something to copy that is not the partner’s']),
    ...(textOf(page.all('.lead > .stop')[0]) === en.path.neverAsks(name)
      ? []
      : ['does not say that nobody needs withdrawals']),
    ...(/your tool/i.exec(page.html) === null ? [] : ['speaks of "your tool"']),
    ...wayFaults(page),
  ];
});

function entriesOf(texts: readonly string[]): string {
  return texts.join('\n').replaceAll(/\s+/g, '\n');
}

/** Links that lead a reader away from the partner's values. */
function wayFaults(page: BuiltPage): string[] {
  const records = ['data-record', 'data-errors'].map((name) => page.attribute('.page', name));
  const [own = ''] = /^.*\/for\/[^/]+\//.exec(page.address) ?? [];
  return page.all('main a').flatMap((link) => {
    const { attribs, parent } = link;
    const href = attribs['href'] ?? '';
    const isRow = parent !== null && 'attribs' in parent && parent.attribs['class'] === 'rows';
    // Rows lead to other pages of the exchange, and anchors that have moved to where they are.
    if (href.startsWith('#') || href.startsWith(own) || isRow || 'data-moved' in attribs) return [];
    // Below the end card and in folds, the ways to the record, to errors and to a report are offered.
    const isOffered = records.includes(href.split('#')[0]) || /\/issues\/new\?/.test(href);
    const isInStep = page.all('main .steps a, main .done a, main .lead a').includes(link);
    return isFolded(link) && (isOffered || !isInStep) ? [] : [`leads away to ${href}`];
  });
}

/** A partner's page has the reader hand over the key where, and in the fields, that its profile names. */
export const handovers: SiteCheck = async (site) => {
  const { exchanges, partners } = parseContent(await readContentFiles(site.content));
  return site.pages
    .filter(({ kind }) => kind === 'partner-guide')
    .flatMap((page) => {
      const [, slug] = /^\/for\/([^/]+)\//.exec(page.path) ?? [];
      const profile = partners.find((partner) => partner.slug === slug)?.value;
      const folder = exchanges.find((one) => one.slug === exchangeOf(page));
      const credentials = folder?.facts?.value?.credentials.items ?? [];
      if (profile === undefined) return [`${page.file}: is of no partner`];
      const short = (url: string): string => url.replace(/^https:\/\//, '').replace(/\/$/, '');
      const texts = (selector: string): string[] => page.all(selector).map(textOf);
      const wanted: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
        'the address to hand over at': [
          texts('.done .pill'),
          [
            profile.keyPage.where.length === 0
              ? short(profile.keyPage.url)
              : new URL(profile.keyPage.url).host,
          ],
        ],
        'values to hand over': [texts('.done .map dt'), credentials.map(({ label }) => label)],
        'fields to hand over in': [
          texts('.done .map dd'),
          credentials.map(({ role, label }) => profile.fields[role] ?? label),
        ],
        'its own name': [[nameOf(page)], [profile.name]],
      };
      const check = texts('[id="check-partner"]').join(' ');
      const host = new URL(profile.keyPage.url).host;
      return [
        ...Object.entries(wanted)
          .filter(([, [found, expected]]) => found.join('\n') !== expected.join('\n'))
          .map(
            ([what, [found, expected]]) =>
              `has ${found.join(', ')} as ${what}, not ${expected.join(', ')}`,
          ),
        ...[
          ...profile.domains,
          ...(profile.published === undefined ? [] : [short(profile.published)]),
          ...[
            profile.contact.email ?? [],
            profile.contact.page?.replace(/^https:\/\/|\/$/g, '') ?? [],
          ].flat(),
          ...profile.neverAsks.map((request) => en.partner.neverAsks[request]),
        ]
          .filter((words) => !check.includes(words))
          .map((words) => `lacks "${words}" where readers find out who asks`),
        ...(texts('[id="checklist"]').join(' ').includes(` at ${host}`)
          ? []
          : [`does not name ${host} in its checklist`]),
      ].map((fault) => `${page.file}: ${fault}`);
    });
};

/** Who asks, as the question above the steps has it. */
function nameOf(page: BuiltPage): string {
  const [before = '', after = ''] = en.path.real('\n').split('\n');
  return textOf(page.all('[id="check-partner"] > summary')[0]).slice(before.length, -after.length);
}
