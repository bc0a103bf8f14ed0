import path from 'node:path/posix';
import { requiredStepIds } from '../../../src/vocabulary/steps.ts';
import { type BuiltPage, type PageElement, textOf, within, wordsOf } from '../built-site.ts';
import { canonicalOf } from './head.ts';
import { onEachPage, type SiteCheck } from './site-check.ts';

/** Whether a page walks through making a key. */
export function isGuide({ kind }: BuiltPage): boolean {
  return kind === 'guide' || kind === 'partner-guide';
}

/** Every guide has the required steps, each with a link to itself and one in the contents. */
export const steps: SiteCheck = onEachPage((page) => {
  if (!isGuide(page)) return [];
  const ids = page.all('section.step').map(({ attribs }) => attribs['id'] ?? '');
  const contents = page.all('.contents a').map(({ attribs }) => attribs['href']);
  const numbers = page.all('section.step .tick-number').map(textOf);
  return [
    ...requiredStepIds.filter((id) => !ids.includes(id)).map((id) => `lacks the step ${id}`),
    ...ids
      .filter((id) => page.attribute(`[id="${id}"] .step-link`, 'href') !== `#${id}`)
      .map((id) => `has no link to the step ${id} beside its title`),
    ...ids
      .filter((id) => contents.filter((href) => href === `#${id}`).length !== 1)
      .map((id) => `has not one link to ${id} among its contents`),
    ...(numbers.join() === ids.map((_, index) => index + 1).join()
      ? []
      : [`numbers its steps ${numbers.join(', ')}`]),
  ];
});

/** Every step of a guide that has a permanent picture of its form shows one. */
const drawnSteps = [
  'sign-in',
  'open-api-management',
  'create-key',
  'set-permissions',
  'restrict-ip',
  'confirm-identity',
  'save-credentials',
];

/**
 * Every step that creates the key shows a drawing or a capture. Drawings say what they
 * show, bear the address of the exchange and the day of their sources, can be neither
 * pressed nor reached by keyboard, and hold neither real addresses nor credentials.
 */
export const drawings: SiteCheck = onEachPage((page) => {
  if (!isGuide(page)) return [];
  const host = textOf(page.all('.facts .address b')[0]);
  const domain = host.split('.').slice(-2).join('.');
  const figures = page.all('figure.screen');
  const shown = figures
    .flatMap((figure) => within(figure, '.screen-body'))
    .map(wordsOf)
    .join(' ');
  const addresses = shown.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? [];
  const own = partnerAddresses(page);
  return [
    ...drawnSteps
      .filter((id) => page.all(`[id="${id}"] :is(figure.screen, figure.capture)`).length === 0)
      .map((id) => `shows no picture in ${id}`),
    ...figures.flatMap((figure) => {
      const says = saidBy(within(figure, '[role="img"], img')[0]);
      return [
        ...(/\S+ \S+ \S+/.test(says) ? [] : ['has a drawing without words']),
        ...within(figure, '.screen-bar')
          .map(textOf)
          .filter((bar) => !bar.includes(domain))
          .map((bar) => `draws the address ${bar}, not one of ${domain}`),
        ...(/\d{1,2} \w+ \d{4}/.test(within(figure, 'figcaption').map(textOf).join(' '))
          ? []
          : [`does not say of when "${says}" is`]),
        ...within(figure, 'a, button, input, select, textarea, [tabindex]').map(
          ({ name }) => `has a <${name}> in "${says}"`,
        ),
      ];
    }),
    ...addresses
      .filter((address) => !address.startsWith('203.0.113.') && !own.includes(address))
      .map((address) => `draws ${address}, which is no address for documentation`),
    ...(shown.match(/[A-Za-z0-9+/]{24,}/g) ?? []).map((text) => `draws "${text}"`),
  ];
});

/** The words that stand for a picture. */
function saidBy(picture: PageElement | undefined): string {
  return picture?.attribs['aria-label'] ?? picture?.attribs['alt'] ?? '';
}

/** What the partner of a page has the reader enter; ranges count as their addresses. */
function partnerAddresses(page: BuiltPage): string {
  return page.all('section.partner [data-copy-box] code').map(textOf).join(' ');
}

interface Row {
  readonly label: string;
  readonly kind: string;
  /** The level or word that it is set to. */
  readonly setting: string;
}

/** Table, drawing, overview and checklist of a guide name the same permissions. */
export const settings: SiteCheck = onEachPage((page) => {
  if (!isGuide(page)) return [];
  // The options of a form stand in a table of the same look, with tags of no kind.
  const table = page
    .all('[id="set-permissions"] table.stack tbody tr:has(.tag:is(.on, .if-asked, .off, .never))')
    .map((row): Row => {
      const tag = within(row, '.tag')[0];
      return { label: ownText(within(row, 'th')[0]), setting: textOf(tag), kind: kindOf(tag) };
    });
  const drawn = page.all('[id="set-permissions"] .s-permission').map((row): Row => ({
    label: ownText(within(row, '.s-permission-label')[0]),
    kind: kindOf(row),
    // A drawing has no words for a plain box that is on.
    setting: textOf(within(row, '.s-levels .chosen')[0]) || 'On',
  }));
  const labels = (kind: string): string[] =>
    table.filter((row) => row.kind === kind).map(({ label }) => label);
  const overview = page.all('.glance .on > li').map(ownText);
  const never = page.all('.glance .never').map(textOf).join(' ');
  const checklist = page.all('.checklist').map(textOf).join(' ');
  const said = ({ label, kind, setting }: Row): string =>
    `${label}: ${kind}${kind === 'on' && !setting.startsWith('On') ? ` at ${setting}` : ''}`;
  return [
    ...(labels('on').length > 0 ? [] : ['switches nothing on']),
    ...(drawn.map(said).join(' · ') === table.map(said).join(' · ')
      ? []
      : [`draws ${drawn.map(said).join(' · ')}, and lists ${table.map(said).join(' · ')}`]),
    ...(overview.join() === labels('on').join()
      ? []
      : [`has ${overview.join(', ')} in its overview, and lists ${labels('on').join(', ')}`]),
    ...labels('never')
      .filter((label) => !never.includes(label))
      .map((label) => `does not say "never" of ${label} in its overview`),
    ...[...labels('on'), ...labels('never')]
      .filter((label) => !checklist.includes(label))
      .map((label) => `does not name ${label} in its checklist`),
  ];
});

/** The words of an element before its first child element. */
function ownText(element: PageElement | undefined): string {
  const first = element?.children[0];
  return first !== undefined && 'data' in first ? first.data.replace(/\s+/g, ' ').trim() : '';
}

function kindOf(element: PageElement | undefined): string {
  const classes = (element?.attribs['class'] ?? '').split(/\s+/);
  return ['on', 'if-asked', 'off', 'never'].find((kind) => classes.includes(kind)) ?? '';
}

/** Pages that teach no new key lead to what can be done, and to nothing else. */
export const withoutKey: SiteCheck = onEachPage((page) => {
  const { kind } = page;
  if (kind !== 'refused' && kind !== 'closing') return [];
  const stray =
    kind === 'refused'
      ? '.glance, .checklist, section.step, .programs'
      : '.glance, .checklist, .use-cases, .programs, .step[id="create-key"]';
  return [
    ...(kind === 'refused' && page.all('#refusal ~ .note a').length === 0
      ? ['leads to no guide that serves the reader']
      : []),
    ...(kind === 'closing' && page.all('.lead .note.stop').length === 0
      ? ['does not lead with the closing']
      : []),
    ...page.all(stray).map(({ name, attribs }) => `has a <${name} class="${attribs['class']}">`),
  ];
});

/** The programs beside the page of an exchange are those of its usual use case. */
export const programs: SiteCheck = (site) => {
  const fileOf = (address: string): string => address.slice(site.base.length);
  return site.pages
    .filter(({ kind }) => kind === 'guide')
    .flatMap((page) => {
      const kept = (canonicalOf(page) ?? '').slice(site.origin.length);
      if (kept === page.address) return [];
      const own = [...site.files].filter(
        (file) => path.dirname(file) === path.dirname(page.file) && file.includes('test-key.'),
      );
      return own
        .map((file) => [file, fileOf(kept) + path.basename(file)] as const)
        .filter(([file, same]) => !site.files.has(same) || site.text(file) !== site.text(same))
        .map(([file, same]) => `${file}: is another than ${same}`);
    });
};
