import type { Page } from 'playwright/test';
import { expect, test } from '../support/test.ts';

/**
 * What pages have in common looks the same on every kind of page: a sheet that declares its
 * layers in another order, or the style of one page that reaches others, shows here.
 */

/** A page of each kind. */
const pages = [
  './',
  'northwind/',
  'northwind/futures-trading/',
  'fabrikam/',
  'northwind/facts/',
  'errors/',
  'errors/northwind/',
  'for/wingtip-desk/',
  'for/wingtip-desk/northwind/',
  'concepts/',
  'concepts/example-addresses/',
  'link/',
  'embed/',
  'contribute/',
  'contribute/rules/',
  'changes/no-such-page/',
] as const;

/** What is shared, wherever it stands. */
const parts = [
  'body',
  '.top',
  '.brand',
  '.top nav a',
  'h1',
  '.part > h2',
  '.part > p:not([class])',
  '.foot',
  '.foot > p',
  '.foot nav a',
  '.theme label',
  'details.why > summary',
  '.quiet-button',
] as const;

const properties = [
  'color',
  'background-color',
  'font-family',
  'font-size',
  'font-weight',
  'line-height',
  'letter-spacing',
  'text-decoration-line',
  'padding-block-start',
  'padding-inline-start',
  'border-block-start-width',
  'border-radius',
] as const;

/** The style of the first of each part that the page shows. */
function stylesOf(page: Page): Promise<[part: string, style: string][]> {
  return page.evaluate(
    ({ selectors, names }) =>
      selectors.flatMap((selector): [string, string][] => {
        const shown = [...document.querySelectorAll(selector)].find((element) =>
          element.checkVisibility(),
        );
        if (shown === undefined) return [];
        const style = getComputedStyle(shown);
        return [[selector, names.map((name) => style.getPropertyValue(name)).join(' | ')]];
      }),
    { selectors: parts, names: properties },
  );
}

for (const { width, colorScheme } of [
  { width: 390, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)
  test(`shared parts look the same on every kind of page, ${width} px, ${colorScheme}`, async ({
    page,
    complaints,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const seen = new Map<string, Map<string, string[]>>();
    for (const path of pages) {
      await page.goto(path);
      for (const [part, style] of await stylesOf(page)) {
        const styles = seen.get(part) ?? new Map<string, string[]>();
        seen.set(part, styles.set(style, [...(styles.get(style) ?? []), path]));
      }
    }
    const differing = [...seen].filter(([, styles]) => styles.size > 1);
    expect(differing.map(([part, styles]) => [part, Object.fromEntries(styles)])).toEqual([]);
    expect([...seen.keys()].toSorted()).toEqual([...parts].toSorted());
    // The page that is not there is one of them.
    expect(complaints.splice(0)).toHaveLength(1);
  });

test('the header of a phone is one row of 48 px, and what is tapped is 44 px high', async ({
  page,
  complaints,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const found: string[] = [];
  for (const path of pages) {
    await page.goto(path);
    expect((await page.locator('.top').boundingBox())?.height, path).toBe(48);
    const low = await page.evaluate(() =>
      [...document.querySelectorAll('button, select, input, summary, .button, .pills a, nav a')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        // A box stands in its label, and an empty list takes no tap.
        .map((element) => element.closest('label') ?? element)
        .filter((element) => element.getBoundingClientRect().height > 0)
        .filter((element) => element.getBoundingClientRect().height < 43.5)
        .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 30)}`),
    );
    found.push(...low.map((what) => `${path}: ${what}`));
  }
  expect(found).toEqual([]);
  complaints.splice(0);
});
