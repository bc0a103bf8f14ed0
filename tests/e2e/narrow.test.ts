import type { Page } from 'playwright/test';
import { builtSite } from '../support/built-sites.ts';
import { lengthenWords, openDetails, overprinted, sticksOut } from '../support/layout.ts';
import type { TestSiteName } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

/** Small screens, large text and long words: nothing may stick out or cover another text. */

const changes = {
  'as it is': () => Promise.resolve(),
  'with text twice as large': (page: Page) =>
    page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    }),
  'with words a third longer': lengthenWords,
} as const;

const sites: Record<TestSiteName, readonly string[]> = {
  fixture: ['northwind/', 'for/wingtip-desk/northwind/', 'northwind/facts/'],
  real: longestPaths(),
};

for (const [siteName, paths] of Object.entries(sites))
  test.describe(`on the site "${siteName}"`, () => {
    test.use({ siteName: siteName === 'real' ? 'real' : 'fixture' });

    for (const [how, change] of Object.entries(changes))
      test(`pages fit 320 and 390 px ${how}, closed and opened`, async ({ page }) => {
        for (const path of paths) {
          await page.goto(path);
          await change(page);
          for (const width of [390, 320]) {
            await page.setViewportSize({ width, height: 700 });
            await closeDetails(page);
            expect(await sticksOut(page), `${path} at ${width}, closed`).toEqual([]);
            await openDetails(page);
            expect(await sticksOut(page), `${path} at ${width}, opened`).toEqual([]);
            expect(await overprinted(page), `${path} at ${width}`).toEqual([]);
          }
        }
      });
  });

test('nothing moves while a path is loaded and scrolled through', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => {
    const shifts: unknown[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({
      type: 'layout-shift',
      buffered: true,
    });
  });
  await page.goto('northwind/', { waitUntil: 'networkidle' });
  const bar = page.locator('[data-bar] summary');
  await expect(bar).toContainText('Before step 1');
  await page.mouse.move(200, 400);
  for (
    let step = 0;
    (await bar.textContent())?.includes('After the last step') !== true;
    step += 1
  ) {
    expect(step).toBeLessThan(60);
    await page.mouse.wheel(0, 500);
    await nextFrame(page);
  }
  const shifts = await page.evaluate(() => Reflect.get(globalThis, 'shifts'));
  expect(shifts).toEqual([]);
});

function closeDetails(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = false;
  });
}

/** Until what was scrolled is drawn. */
function nextFrame(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

/** The longest path and the longest record of the real site. */
function longestPaths(): string[] {
  return (['guide', 'partner-guide', 'record'] as const).flatMap((kind) => {
    const [longest] = builtSite('real')
      .pages.filter((page) => page.kind === kind)
      .toSorted((a, b) => b.html.length - a.html.length);
    return longest === undefined ? [] : [longest.path.slice(1)];
  });
}
