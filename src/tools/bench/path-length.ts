import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium } from 'playwright';
import { mostOverGoal, pathGoals } from '../../site/budgets.ts';
import { stepIds, stepTable } from '../../vocabulary/steps.ts';
import { browserLaunchOptions } from '../browser.ts';
import { serveSite } from '../serve.ts';

/** The screen of a phone on which lengths are measured, in px. */
export const phone = { width: 390, height: 844 } as const;

/** Ids of the steps that make the key. */
export const createSteps: readonly string[] = stepIds.filter(
  (id) => stepTable[id].phase === 'create',
);

/** How far a reader goes on a path, in screens, and how much there is to read. */
export interface PathLength {
  /** Where the first action begins. */
  readonly firstAction: number;
  /** Where the last action that makes the key ends. */
  readonly saved: number;
  readonly whole: number;
  /** Visible words of the content, drawings included. */
  readonly words: number;
  /** Windows that are drawn. */
  readonly windows: number;
}

export type Measure = Exclude<keyof PathLength, 'windows'>;

/** Every measure that has a goal, in the order in which a reader meets it. */
export const measures = [
  'firstAction',
  'saved',
  'whole',
  'words',
] as const satisfies readonly Measure[];

/**
 * Measures the page in which it runs. It is handed to the browser as text, so that it uses
 * nothing from around it. What is in closed entries or hidden from view does not count.
 *
 * Input: ids of the steps that make the key, and the height of a screen in px.
 * Output: the lengths; undefined for a page that has no path to a key.
 */
export function measurePath({
  steps,
  screen,
}: {
  steps: readonly string[];
  screen: number;
}): PathLength | undefined {
  const isShown = (element: Element): boolean => {
    const closed = element.closest('details:not([open])');
    const inClosed = closed !== null && element.closest('summary')?.parentElement !== closed;
    return element.getClientRects().length > 0 && !inClosed;
  };
  const actionsOf = (element: Element | null): Element[] =>
    [...(element?.querySelectorAll('ol > li') ?? [])].filter(isShown);
  const screens = (px: number): number => (px + scrollY) / screen;
  const isSeen = (text: Node): boolean => {
    const element = text.parentElement;
    if (element === null || !isShown(element) || element.closest('script, style') !== null)
      return false;
    const { width, height } = element.getBoundingClientRect();
    return getComputedStyle(element).visibility !== 'hidden' && (width > 1 || height > 1);
  };

  const main = document.querySelector('main');
  const making = steps.flatMap((id) =>
    actionsOf(document.getElementById(id)?.closest('.step') ?? null),
  );
  if (main === null || making.length === 0) return undefined;
  const first = [...main.querySelectorAll('section, article, .step')].flatMap(actionsOf);
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let words = 0;
  while (texts.nextNode() !== null) {
    const text = texts.currentNode;
    if (isSeen(text)) words += text.textContent?.match(/\S+/g)?.length ?? 0;
  }
  return {
    firstAction: screens(Math.min(...first.map((one) => one.getBoundingClientRect().top))),
    saved: screens(Math.max(...making.map((one) => one.getBoundingClientRect().bottom))),
    whole: document.documentElement.scrollHeight / screen,
    words,
    windows: [...main.querySelectorAll('.win')].filter(isShown).length,
  };
}

/** The goal of each measure. Input: how many windows the path draws. */
export function goalsFor(windows: number): Record<Measure, number> {
  const { firstAction, saved, savedWithManyWindows, manyWindows, whole, words } = pathGoals;
  return {
    firstAction,
    saved: windows > manyWindows ? savedWithManyWindows : saved,
    whole,
    words,
  };
}

/** The measures of a path that are further above their goal than can be let pass. */
export function tooLong(length: PathLength): Measure[] {
  const goals = goalsFor(length.windows);
  return measures.filter((measure) => length[measure] > goals[measure] * mostOverGoal);
}

/** A path with its length. */
export interface MeasuredPath {
  readonly page: string;
  readonly length: PathLength;
}

/** Measures every path of a built site at the root of a host, on the screen of a phone. */
export async function measurePaths(folder: string): Promise<MeasuredPath[]> {
  const site = await serveSite(folder, '/', 0);
  const browser = await chromium.launch(browserLaunchOptions());
  try {
    const pages = await pathsBelow(folder);
    const measured: MeasuredPath[] = [];
    for (const page of pages) {
      const length = await measureOne(browser, new URL(page, site.url).href);
      if (length !== undefined) measured.push({ page: `/${page}`, length });
    }
    return measured;
  } finally {
    await browser.close();
    await site.close();
  }
}

/** The table of lengths with the goals beside them, for people. */
export function lengthTable(paths: readonly MeasuredPath[]): string {
  const { firstAction, saved, savedWithManyWindows, manyWindows, whole, words } = pathGoals;
  const long = paths.filter(({ length }) => tooLong(length).length > 0).length;
  return [
    ' first   saved   whole   words  windows  page',
    ...paths.map(lengthRow),
    '',
    `Goals in screens of ${phone.width} × ${phone.height} px: first action ${firstAction}, key saved ${saved} (${savedWithManyWindows} where more than ${manyWindows} windows are drawn), whole page ${whole}; ${words} words. * is above the goal.`,
    `${long} of ${paths.length} paths more than ${mostOverGoal} times above a goal.`,
  ].join('\n');
}

function lengthRow({ page, length }: MeasuredPath): string {
  const goals = goalsFor(length.windows);
  const cells = measures.map((measure) => {
    const value = length[measure];
    const text = measure === 'words' ? String(value) : value.toFixed(2);
    return `${text.padStart(6)}${value > goals[measure] ? '*' : ' '}`;
  });
  const over = tooLong(length).length > 0 ? '  TOO LONG' : '';
  return `${cells.join(' ')}${String(length.windows).padStart(8)}  ${page}${over}`;
}

async function measureOne(browser: Browser, address: string): Promise<PathLength | undefined> {
  const tab = await browser.newPage({ viewport: phone });
  await tab.goto(address);
  const length = await tab.evaluate(measurePath, { steps: createSteps, screen: phone.height });
  await tab.close();
  return length;
}

/** Every page with numbered steps that stands on its own, by its address below the site. */
async function pathsBelow(root: string): Promise<string[]> {
  const files = await readdir(root, { recursive: true });
  const pages = files.filter((file) => path.basename(file) === 'index.html').sort();
  const texts = await Promise.all(pages.map((file) => readFile(path.join(root, file), 'utf8')));
  return pages
    .filter((_, index) => texts[index]?.includes('<ol class="steps"') ?? false)
    .map((file) =>
      file
        .split(path.sep)
        .join('/')
        .replace(/index\.html$/, ''),
    );
}
