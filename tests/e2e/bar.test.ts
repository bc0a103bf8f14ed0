import type { Locator, Page } from 'playwright/test';
import { phone } from '../../src/tools/bench/path-length.ts';
import { builtSite } from '../support/built-sites.ts';
import { expect, test } from '../support/test.ts';

/** The bar of a path, which tells on a phone where the reader is. */

const guide = 'northwind/';
const bar = (page: Page): Locator => page.locator('[data-bar]');
const place = (page: Page): Locator => bar(page).locator('summary small');
const title = (page: Page): Locator => bar(page).locator('summary b');
const arrow = (page: Page, name: 'Previous step' | 'Next step'): Locator =>
  bar(page).getByRole('link', { name });
const colourOf = (element: Locator): Promise<string> =>
  element.evaluate((one) => getComputedStyle(one).backgroundColor);

test.describe('on a phone', () => {
  test.use({ viewport: phone });

  test('the arrows lead through every step to the end, which is green, and back', async ({
    page,
  }) => {
    await page.goto(guide);
    await expect(place(page)).toHaveText('Before step 1');
    await expect(arrow(page, 'Previous step')).toBeDisabled();
    const plain = await colourOf(bar(page));

    const titles = await page.locator('.step h2 > span').allTextContents();
    expect(titles.length).toBeGreaterThan(2);
    for (const [index, words] of titles.entries()) {
      await arrow(page, 'Next step').click();
      await expect(place(page)).toHaveText(`Step ${index + 1} of ${titles.length}`);
      await expect(title(page)).toHaveText(words);
      await expect(page.locator('.step h2').nth(index)).toBeInViewport({ ratio: 1 });
      await expect(bar(page).locator('[aria-current="step"]')).toHaveText(words);
      expect(await colourOf(bar(page))).toBe(plain);
    }
    await arrow(page, 'Next step').click();
    await expect(place(page)).toHaveText('After the last step');
    await expect(page.locator('#done h2')).toBeInViewport({ ratio: 1 });
    await expect(arrow(page, 'Next step')).toBeDisabled();
    const green = await colourOf(page.locator('#done'));
    expect(green).not.toBe(plain);
    expect(await colourOf(bar(page))).toBe(green);

    await arrow(page, 'Previous step').click();
    await expect(place(page)).toHaveText(`Step ${titles.length} of ${titles.length}`);
    expect(await colourOf(bar(page))).toBe(plain);
  });

  test('it follows whoever scrolls, and grows with the way', async ({ page }) => {
    await page.goto(guide);
    const width = (): Promise<number> =>
      bar(page).evaluate((one) => Number.parseFloat(getComputedStyle(one, '::before').inlineSize));
    const widths: number[] = [];
    for (const [id, words] of [
      ['create-key', 'Step 3 of 8'],
      ['restrict-ip', 'Step 5 of 8'],
      ['done', 'After the last step'],
    ] as const) {
      await page.locator(`[id="${id}"]`).evaluate((step) => step.scrollIntoView());
      await expect(place(page)).toHaveText(words);
      widths.push(await width());
    }
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(widths.at(-1)).toBeCloseTo(phone.width, 0);
    await page.evaluate(() => scrollTo(0, 0));
    await expect(place(page)).toHaveText('Before step 1');
    expect(await width()).toBe(0);
  });

  test('its list opens, leads to a step, and closes when one is chosen or with Escape', async ({
    page,
  }) => {
    await page.goto(guide);
    const summary = bar(page).locator('summary');
    const entry = bar(page).getByRole('link', { name: 'Save the values' });
    await expect(entry).toBeHidden();
    await summary.click();
    await entry.click();
    await expect(entry).toBeHidden();
    await expect(page).toHaveURL(/#save-credentials$/);
    await expect(page.locator('#save-credentials h2')).toBeInViewport({ ratio: 1 });
    await expect(place(page)).toHaveText('Step 8 of 8');

    await summary.click();
    await entry.focus();
    await page.keyboard.press('Escape');
    await expect(entry).toBeHidden();
    await expect(summary).toBeFocused();
  });

  test('it has no steps of another use case, and stays away where no key is made', async ({
    page,
  }) => {
    await page.goto('northwind/read-only/#set-permissions');
    await expect(place(page)).toHaveText('Step 4 of 7');
    for (const path of ['northwind/futures-trading/', 'fabrikam/']) {
      await page.goto(path);
      await expect(page.locator('main')).toBeVisible();
      await expect(bar(page)).toHaveCount(0);
    }
  });
});

test.describe('on the real site', () => {
  test.use({ siteName: 'real', viewport: phone });

  test('the next arrow passes over no step of any path, however short', async ({ page }) => {
    const paths = builtSite('real').pages.filter(
      ({ path, kind }) => kind === 'guide' && /^\/[^/]+\/$/.test(path),
    );
    expect(paths.length).toBeGreaterThan(2);
    for (const { path } of paths) {
      await page.goto(path.slice(1));
      const titles = await page.locator('.step h2 > span').allTextContents();
      for (const words of titles) {
        await arrow(page, 'Next step').click();
        await expect(title(page), path).toHaveText(words);
      }
    }
  });
});

for (const height of [800, 1_400])
  test.describe(`on a wide screen of ${height} px`, () => {
    test.use({ viewport: { width: 1_280, height } });

    test('every step stands in it, the present one marked, to the end', async ({ page }) => {
      await page.goto(guide);
      const current = bar(page).locator('[aria-current="step"]');
      await expect(current).toHaveText('Have ready');
      await expect(bar(page).locator('summary')).toBeHidden();
      await expect(arrow(page, 'Next step')).toHaveCount(0);
      for (const id of ['set-permissions', 'done']) {
        const link = bar(page).locator(`a[href="#${id}"]`);
        await link.click();
        await expect(page).toHaveURL(new RegExp(`#${id}$`));
        await expect(current).toHaveAttribute('href', `#${id}`);
        await expect(link).toBeInViewport({ ratio: 1 });
      }
    });
  });

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('it is a plain list of the steps', async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto(guide);
    await expect(bar(page).locator('summary')).toHaveText('All steps');
    for (const one of await bar(page).locator('.go').all()) await expect(one).toBeHidden();
    const entry = bar(page).getByRole('link', { name: 'Bind the key to addresses' });
    await expect(entry).toBeHidden();
    await bar(page).locator('summary').click();
    await entry.click();
    await expect(page).toHaveURL(/#restrict-ip$/);
    await expect(page.locator('#restrict-ip h2')).toBeInViewport({ ratio: 1 });

    await page.setViewportSize({ width: 1_280, height: 800 });
    await page.goto(guide);
    await expect(entry).toBeVisible();
  });
});
