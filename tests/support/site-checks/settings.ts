import type { ExchangeFacts } from '../../../src/schema/exchange.ts';
import { parseContent } from '../../../src/content/content.ts';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { en } from '../../../src/i18n/en/index.ts';
import { type BuiltPage, type PageElement, textOf, within } from '../built-site.ts';
import { actionsOf, exchangeOf, isGuide, numberedStepOf } from './paths.ts';
import type { SiteCheck } from './site-check.ts';

/** What one place of a page says: labels that are on, with their levels, and those that never are. */
interface Said {
  readonly on: readonly string[];
  readonly never: readonly string[];
}

type Permission = ExchangeFacts['permissions']['items'][number];

/** Action, drawing, table and checklist of a path name the same permissions, at the same levels. */
export const settings: SiteCheck = async (site) => {
  const { exchanges } = parseContent(await readContentFiles(site.content));
  return site.pages.filter(isGuide).flatMap((page) => {
    const slug = exchangeOf(page);
    const items = exchanges.find((folder) => folder.slug === slug)?.facts?.value?.permissions.items;
    const step = numberedStepOf(page, 'set-permissions');
    const faults =
      items === undefined || step === undefined
        ? ['has no step about permissions']
        : settingsFaults(page, step, items);
    return faults.map((fault) => `${page.file}: ${fault}`);
  });
};

function settingsFaults(
  page: BuiltPage,
  step: PageElement,
  items: readonly Permission[],
): string[] {
  const table = inTable(step, items);
  const drawn = inDrawing(step, items);
  const checklist = inChecklist(page, items);
  const on = table.on.join(' · ');
  const never = table.never.join(' · ');
  return [
    ...table.faults,
    ...checklist.faults,
    ...(table.on.length > 0 ? [] : ['switches nothing on']),
    ...(drawn.on.join(' · ') === on ? [] : [`draws ${drawn.on.join(' · ')}, and lists ${on}`]),
    ...drawn.never
      .filter((label) => !table.never.includes(label))
      .map((label) => `draws "never" of ${label}, and lists ${never}`),
    ...table.never
      .filter((label) => drawn.all.includes(label) && !drawn.never.includes(label))
      .map((label) => `does not draw "never" of ${label}`),
    ...(checklist.on.join(' · ') === on
      ? []
      : [`has ${checklist.on.join(' · ')} in its checklist, and lists ${on}`]),
    ...(checklist.never.join(' · ') === never
      ? []
      : [`has never ${checklist.never.join(' · ')} in its checklist, and lists ${never}`]),
    ...actionFaults(step, items, table),
    ...pictureFaults(step, items, table),
  ];
}

/** A permission at a level, as this check writes it. */
function at(label: string, level: string | undefined): string {
  return level === undefined ? label : `${label} (${level})`;
}

/** Every permission without a level and at each of its own. */
function everyBox(items: readonly Permission[]): { label: string; level: string | undefined }[] {
  return items.flatMap(({ label, levels = [] }) => [
    { label, level: undefined },
    ...levels.map((level) => ({ label, level: level.label })),
  ]);
}

function inTable(
  step: PageElement,
  items: readonly Permission[],
): Said & { readonly faults: string[] } {
  const { table } = en.path;
  const on: string[] = [];
  const never: string[] = [];
  const faults: string[] = [];
  for (const row of within(step, '.why table tr:has(> th[scope="row"])')) {
    const head = textOf(within(row, 'th')[0]);
    const text = textOf(within(row, 'td')[0]);
    const box = everyBox(items).find(
      ({ label, level }) =>
        head === table.on(label, level) || (level === undefined && head === table.fixed(label)),
    );
    const isKnown = everyBox(items).some(
      ({ label, level }) => head === table.ifAsked(label, level),
    );
    if (head === table.never) {
      const [list = ''] = text.split(table.neverMove(['\n']).slice(1));
      never.push(...(listed(list, labelsOf(items)) ?? []));
      if (never.length === 0) faults.push(`has "${text}" under "${head}"`);
    } else if (box !== undefined) on.push(at(box.label, box.level));
    else if (head !== table.off && !isKnown) faults.push(`lists "${head}", which is no permission`);
  }
  return { on, never, faults };
}

function inDrawing(
  step: PageElement,
  items: readonly Permission[],
): Said & { readonly all: readonly string[] } {
  const on: string[] = [];
  const never: string[] = [];
  const all: string[] = [];
  const rows = within(step, '.shot .sw, .shot .opts');
  for (const [place, row] of rows.entries()) {
    const classes = (row.attribs['class'] ?? '').split(' ');
    const isRowOfChoices = classes.includes('opts');
    const name = textOf(within(row, isRowOfChoices ? 'small' : 'span')[0]);
    const item = items.find(({ label }) => label === name);
    if (item === undefined) continue;
    const levels = isRowOfChoices ? row : rows[place + 1];
    const chosen = levels && textOf(within(levels, '.chosen')[0]);
    const level = item.levels?.find(({ label }) => label === chosen)?.label;
    if (isRowOfChoices ? level !== undefined : classes.includes('on'))
      on.push(at(item.label, item.levels === undefined ? undefined : level));
    if (classes.includes('never')) never.push(item.label);
    // Of a row of choices, the one that says off is as good.
    if (item.off === undefined || chosen !== item.off) all.push(item.label);
  }
  return { on: inOrder(on, items), never, all };
}

/** Drawings have what is on above what is off; tables have the order of the exchange. */
function inOrder(said: readonly string[], items: readonly Permission[]): string[] {
  const boxes = everyBox(items).map(({ label, level }) => at(label, level));
  return said.toSorted((a, b) => boxes.indexOf(a) - boxes.indexOf(b));
}

function inChecklist(
  page: BuiltPage,
  items: readonly Permission[],
): Said & { readonly faults: string[] } {
  const point = (id: string): string =>
    page.all(`[id="checklist"] label:has([data-tick="checklist-${id}"])`).map(textOf).join(' ');
  const [, on = ''] =
    /^On: (.+?)\. Every other permission is off/.exec(point('only-these-on')) ?? [];
  const [, never = ''] = /^Off, and never to be switched on: (.+)\.$/.exec(point('never-on')) ?? [];
  const boxes = everyBox(items).map(({ label, level }) => at(label, level));
  return {
    on: listed(on, boxes) ?? [],
    never: never === '' ? [] : (listed(never, labelsOf(items)) ?? []),
    faults: [
      ...(listed(on, boxes) === undefined ? [`has "${on}" on in its checklist`] : []),
      ...(never !== '' && listed(never, labelsOf(items)) === undefined
        ? [`has never "${never}" in its checklist`]
        : []),
    ],
  };
}

/** The sentence of the action: what is on, at its level, and what must stay off. */
function actionFaults(step: PageElement, items: readonly Permission[], table: Said): string[] {
  const actions = actionsOf(step).map((action) => {
    const apart = within(action, 'small b');
    const bold = within(action, 'b').filter((word) => !apart.includes(word));
    return { text: textOf(action), bold };
  });
  const labels = labelsOf(items);
  const found = actions.find(({ bold }) => bold.some((word) => labels.includes(textOf(word))));
  if (found === undefined) return ['has no action about permissions'];
  const isNever = (word: PageElement): boolean => word.attribs['class'] === 'never';
  const never = found.bold.filter(isNever).map(textOf);
  const named = found.bold.filter((word) => !isNever(word)).map(textOf);
  const cleared =
    found.text.match(/(?:Switch off|Untick) .+?\.|See that .+? (?:is|are) off\./g)?.join(' ') ?? '';
  const boxes = everyBox(items).filter(({ label, level }) => table.on.includes(at(label, level)));
  const rest = items.flatMap(({ label, off }) => (off === undefined ? [] : [{ label, off }]));
  const known = [
    ...boxes.flatMap(({ label, level }) => [label, level]),
    ...rest.map(({ off }) => off),
  ];
  return [
    ...boxes
      .filter(({ label, level }) =>
        level === undefined
          ? !named.includes(label)
          : !found.text.includes(`${label} at ${level}`) &&
            !found.text.includes(`${label} to ${level}`),
      )
      .map(({ label, level }) => `does not set ${at(label, level)} in its action`),
    ...named
      .filter((word) => !known.includes(word) && !cleared.includes(word))
      .map((word) => `sets ${word} in its action, and lists ${table.on.join(' · ')}`),
    ...table.never
      .filter((label) => !never.includes(label))
      .map((label) => `does not say "never" of ${label} in its action`),
    ...never
      .filter((label) => !table.never.includes(label))
      .filter((label) => !rest.some((row) => row.label === label && setsOff(found.text, row)))
      .map((label) => `says "never" of ${label} in its action alone`),
  ];
}

function setsOff(text: string, { label, off }: { label: string; off: string }): boolean {
  return text.includes(`Set ${label} to ${off}.`);
}

/** The words of the drawing, for those who do not see it. */
function pictureFaults(step: PageElement, items: readonly Permission[], table: Said): string[] {
  const words = within(step, '.shot')
    .map(({ attribs }) => attribs['aria-label'] ?? '')
    .join(' ');
  return everyBox(items)
    .filter(({ label, level }) => table.on.includes(at(label, level)))
    .filter(
      ({ label, level }) =>
        !words.includes(level === undefined ? `${label} is on.` : `${label} is on, at ${level}.`),
    )
    .map(
      ({ label, level }) =>
        `does not say in the words of its drawing that ${at(label, level)} is on`,
    );
}

function labelsOf(items: readonly Permission[]): string[] {
  return items.map(({ label }) => label);
}

/**
 * The parts of a list in a sentence, such as "Spot, Margin and Futures".
 *
 * Input: the list and every part that it may have; parts may have "and" in them. Output:
 * the parts in their order; undefined where something else stands there.
 */
function listed(text: string, parts: readonly string[]): string[] | undefined {
  const longestFirst = parts.toSorted((a, b) => b.length - a.length);
  for (const part of longestFirst) {
    if (!text.startsWith(part)) continue;
    const after = text.slice(part.length);
    if (after === '') return [part];
    const gap = /^(?:, and |, | and )/.exec(after)?.[0];
    const rest = gap === undefined ? undefined : listed(after.slice(gap.length), parts);
    if (rest !== undefined) return [part, ...rest];
  }
  return undefined;
}
