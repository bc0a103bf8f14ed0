import type { Page } from 'playwright/test';
import { phone } from '../../src/tools/bench/path-length.ts';
import { expect, test } from '../support/test.ts';

test.use({ viewport: phone });

/** What has the focus. */
interface Focused {
  readonly href: string | null;
  readonly step: string | null;
  readonly inMain: boolean;
  /** Whether all of it stands between the top of the window and the bar. */
  readonly isSeen: boolean;
  readonly name: string;
}

/** What has the focus; undefined once it has left the page. */
function focused(page: Page): Promise<Focused | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return undefined;
    const { top, bottom } = element.getBoundingClientRect();
    const bar = document.querySelector('[data-bar]');
    const end = bar?.getBoundingClientRect().top ?? innerHeight;
    const isSeen = bar?.contains(element) === true || (top >= -0.5 && bottom <= end + 0.5);
    return {
      href: element.getAttribute('href'),
      step: element.closest('.step')?.id ?? null,
      inMain: element.closest('main') !== null,
      isSeen,
      name: (element.textContent ?? '').trim(),
    };
  });
}

/** Everything that the Tab key reaches from where the focus is. */
async function tabThrough(page: Page): Promise<Focused[]> {
  const found: Focused[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const one = await focused(page);
    if (one === undefined) return found;
    found.push(one);
    if (found.length > 200) throw new Error('The Tab key never leaves the page.');
  }
}

test('the first link skips to step 1, and the next stop is there', async ({ page }) => {
  await page.goto('northwind/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to step 1' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#sign-in$/);
  await expect(page.locator('#sign-in h2')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Tab');
  await expect(page.locator('#sign-in .no')).toBeFocused();
  const outline = await page
    .locator('#sign-in .no')
    .evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).toBe('solid');
});

for (const path of ['northwind/', 'for/wingtip-desk/northwind/'])
  test(`the Tab key goes through ${path} step by step, past no source, and nothing is hidden`, async ({
    page,
  }) => {
    await page.goto(path);
    const stops = await tabThrough(page);
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
    const steps = stops.flatMap(({ step }) => step ?? []);
    const order = await page.locator('.step').evaluateAll((all) => all.map(({ id }) => id));
    expect([...new Set(steps)]).toEqual(order);
    // The page of facts as a whole stands below the steps; a single fact or source nowhere.
    const inMain = stops.filter(({ inMain: is }) => is).flatMap(({ href }) => href ?? []);
    expect(inMain.length).toBeGreaterThan(order.length);
    expect(inMain.filter((href) => /^https?:|\/facts\/#|#source-/.test(href))).toEqual([]);
  });

test('with every fold open nothing that has the focus is hidden either', async ({ page }) => {
  await page.goto('northwind/');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details'))
      if (details instanceof HTMLDetailsElement) details.open = true;
  });
  const stops = await tabThrough(page);
  // What is taller than the window cannot be seen as a whole.
  expect(stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name.slice(0, 60))).toEqual([]);
});

test('folds, ticks and the list of steps work without a mouse', async ({ page }) => {
  await page.goto('northwind/#checklist');
  const box = page.locator('#checklist input').first();
  await box.focus();
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();

  const fold = page.locator('#set-permissions details.why');
  await fold.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(fold).toHaveAttribute('open');
  await expect(fold.locator('table')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(fold.getByRole('link', { name: 'How we know' })).toBeFocused();

  await page.locator('[data-bar] summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#sign-in$/);
  await expect(page.locator('[data-bar] ol')).toBeHidden();
});
