import { en } from '../../../src/i18n/en/index.ts';
import { pathGoals, stepLimits } from '../../../src/site/budgets.ts';
import { requiredStepIds, type StepId, stepTable } from '../../../src/vocabulary/steps.ts';
import { type BuiltPage, type PageElement, textOf, within } from '../built-site.ts';
import { onEachPage, type SiteCheck } from './site-check.ts';

/** Whether a page walks through making a key. */
export function isGuide({ kind }: BuiltPage): boolean {
  return kind === 'guide' || kind === 'partner-guide';
}

/** The folder of the exchange that a path is about. */
export function exchangeOf(page: BuiltPage): string {
  return /([^/]+)\/facts\/$/.exec(page.attribute('.page', 'data-record') ?? '')?.[1] ?? '';
}

/** The numbered steps of a path. */
export function numberedSteps(page: BuiltPage): PageElement[] {
  return page.all('main > .steps > .step');
}

/** The numbered step that an id leads to: its own, or that of an action within. */
export function numberedStepOf(page: BuiltPage, id: StepId): PageElement | undefined {
  return numberedSteps(page).find(
    (step) => idOf(step) === id || within(step, `[id="${id}"]`).length > 0,
  );
}

/** The actions of a step, which the numbers of its drawings stand for. */
export function actionsOf(step: PageElement): PageElement[] {
  return within(step, '.txt > .do > li');
}

function idOf({ attribs }: PageElement): string {
  return attribs['id'] ?? '';
}

function hrefOf({ attribs }: PageElement): string {
  return attribs['href'] ?? '';
}

/**
 * Every path has the required steps, each as an anchor once and where its phase belongs;
 * counts those that create the key, and leads to each from the bar.
 */
export const steps: SiteCheck = onEachPage((page) => {
  if (!isGuide(page)) return [];
  const numbered = numberedSteps(page);
  const count = numbered.length;
  const places = {
    prepare: page.all('main .intro > .ready[id]').map(idOf),
    create: numbered.flatMap((step) => [idOf(step), ...within(step, '.do > li[id]').map(idOf)]),
    prove: page.all('main .rows > details > .row[id]').map(idOf),
  } as const;
  const placeOf = (id: StepId): readonly string[] => {
    const { phase } = stepTable[id];
    return places[phase === 'look-after' ? 'prove' : phase];
  };
  const titles = numbered.map((step) => textOf(within(step, 'h2 > span')[0]));
  const wanted = [
    `#check-account  ${en.path.ready}`,
    ...numbered.map((step, at) => `#${idOf(step)} ${at + 1} ${titles[at] ?? ''}`),
    `#done ✓ ${en.path.done}`,
  ];
  const bar = page
    .all('.bar li a')
    .map((link) => `${hrefOf(link)} ${link.attribs['data-i'] ?? ''} ${textOf(link)}`);
  const numbers = numbered.map((step) => textOf(within(step, 'h2 > .no > [aria-hidden]')[0]));
  return [
    ...requiredStepIds
      .filter((id) => page.all(`[id="${id}"]`).length !== 1)
      .map((id) => `has the anchor ${id} ${page.all(`[id="${id}"]`).length} times`),
    ...requiredStepIds
      .filter((id) => !placeOf(id).includes(id))
      .map((id) => `lacks the step ${id} where it belongs`),
    ...(count > 0 && numbers.join() === numbered.map((_, at) => at + 1).join()
      ? []
      : [`numbers its steps ${numbers.join(', ')}`]),
    ...numbered
      .filter((step) => within(step, 'h2 > .no').map(hrefOf).join() !== `#${idOf(step)}`)
      .map((step) => `has no link to the step ${idOf(step)} beside its title`),
    ...(bar.join('\n') === wanted.join('\n') ? [] : [`has the bar ${bar.join(' · ')}`]),
    ...(page.attribute('.bar', 'data-at') === en.path.stepAt(count)
      ? []
      : [`counts other steps than ${count} in its bar`]),
    ...(textOf(page.all('.lead .meta')[0]).includes(en.path.meta(count, 1)[0] ?? '')
      ? []
      : [`promises another count of steps than ${count}`]),
  ];
});

/**
 * A path holds what a reader does and nothing else: a few actions a step, one fold with the
 * way to the record, one card at the end, the rows below; sources stand in folds.
 */
export const pathParts: SiteCheck = onEachPage((page, site) => {
  if (!isGuide(page)) return [];
  const record = page.attribute('.page', 'data-record') ?? '';
  const sources = new Set(
    site.page(record)?.all('li[id^="source-"] a[href^="https:"]').map(hrefOf),
  );
  const done = page.all('[id="done"]');
  const checklist = page.all('main .rows > details:not([open]) > .row[id="checklist"]');
  const actions = done.flatMap((card) => within(card, '.do > li'));
  return [
    ...numberedSteps(page).flatMap((step) =>
      stepFaults(step, record).map((fault) => `${idOf(step)} ${fault}`),
    ),
    ...page
      .all('main .do')
      .map((list) => within(list, 'li').filter(({ parent }) => parent === list).length)
      .filter((count) => count > stepLimits.actions)
      .map((count) => `has a list of ${count} actions`),
    ...(done.length === 1 && page.all('main > .bottom > section.done[id="done"]').length === 1
      ? []
      : ['has not one card at its end']),
    ...(actions.length > 0 ? [] : ['does not say at its end what to do with the key']),
    ...(checklist.length === 1 &&
    checklist.every((row) => within(row, 'label > [data-tick]').length > 4)
      ? []
      : ['has no row with the checklist']),
    ...page.all('main .rows > details[open] > summary').map((row) => `opens "${textOf(row)}"`),
    ...page
      .all('main a')
      .filter((link) => !isFolded(link))
      .map(hrefOf)
      .filter((href) => href.includes('#source-') || sources.has(href))
      .map((href) => `leads to the source ${href} outside of a fold`),
  ];
});

/** What is wrong with a numbered step. */
function stepFaults(step: PageElement, record: string): string[] {
  const count = actionsOf(step).length;
  const folds = within(step, 'details');
  const own = folds.filter(
    ({ parent, attribs }) => parent === step && attribs['class'] === 'why' && !('open' in attribs),
  );
  const warnings = within(step, '.care').filter((care) => !isFolded(care)).length;
  return [
    ...(count > 0 && within(step, '.txt > .do').length === 1
      ? []
      : [`has ${count} actions in ${within(step, '.txt > .do').length} lists`]),
    ...(folds.length === 1 && own.length === 1 ? [] : ['has not one closed fold']),
    ...(own.some((fold) => within(fold, 'a').some((link) => hrefOf(link).startsWith(`${record}#`)))
      ? []
      : ['has no way to the record in its fold']),
    ...(warnings <= 1 ? [] : [`has ${warnings} warnings`]),
  ];
}

/** Whether an element stands in something closed. */
export function isFolded(element: PageElement): boolean {
  for (let at = element.parent; at !== null; at = at.parent)
    if ('attribs' in at && at.name === 'details' && at.attribs['open'] === undefined) return true;
  return false;
}

/** How much above the goal a path may be: the goal is for those of usual length. */
const wordsAllowed = 1.2;

/** A path has few words before anything is opened, those of its drawings among them. */
export const pathWords: SiteCheck = onEachPage((page) => {
  if (!isGuide(page)) return [];
  const most = Math.floor(wordsAllowed * pathGoals.words);
  const count = page
    .all('main')
    .flatMap((main) => visibleText(main).match(/\S*[\p{L}\p{N}]\S*/gu) ?? []).length;
  return [
    ...(count > 150 ? [] : [`shows next to nothing: ${count} words`]),
    ...(count <= most ? [] : [`shows ${count} words, more than ${most}`]),
  ];
});

/** The text that is seen while nothing is opened. */
function visibleText(element: PageElement): string {
  const isClosed = element.name === 'details' && element.attribs['open'] === undefined;
  return element.children
    .map((child) => {
      if ('data' in child) return child.data;
      if (
        !('attribs' in child) ||
        /\b(?:visually-hidden|moved)\b/.test(child.attribs['class'] ?? '')
      )
        return '';
      if (child.name === 'script' || (isClosed && child.name !== 'summary')) return '';
      return ['wbr', 'b', 'strong', 'em', 'code'].includes(child.name)
        ? visibleText(child)
        : ` ${visibleText(child)} `;
    })
    .join('');
}
