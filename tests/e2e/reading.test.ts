import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../support/test.ts';

/** What a reader does on a guide, on the made-up site. */

const guide = 'northwind/';

test.describe('use cases', () => {
  test('one leads to another, which has its own steps', async ({ page }) => {
    await page.goto(guide);
    await expect(page.locator('#accept-terms')).toBeVisible();
    const others = page.getByRole('navigation', { name: 'What the key is for' });
    await others.getByRole('link', { name: 'Read only' }).click();
    await expect(page).toHaveURL(/\/northwind\/read-only\/$/);
    await expect(page.locator('h1')).toHaveText('Northwind API key for reading only');
    await expect(page.locator('#accept-terms')).toHaveCount(0);
    await others.getByRole('link', { name: 'Spot trading' }).click();
    await expect(page.locator('h1')).toHaveText('Northwind API key for spot trading');
  });

  test('one that the exchange cannot serve leads back to those that it can', async ({ page }) => {
    await page.goto('northwind/futures-trading/');
    await expect(page.locator('.step')).toHaveCount(0);
    await page.locator('main').getByRole('link', { name: 'Spot trading' }).last().click();
    await expect(page.locator('.step').first()).toBeVisible();
  });
});

test.describe('ticks of the checklist', () => {
  const boxes = (page: Page): Locator => page.locator('#checklist input');
  const ticked = (page: Page): Locator => page.locator('#checklist input:checked');

  test('survive a reload, and belong to one use case or partner', async ({ page }) => {
    await page.goto(guide);
    await page.getByText('Security checklist').click();
    await boxes(page).nth(0).check();
    await page.getByText('This key is for one tool alone.').click();
    await expect(ticked(page)).toHaveCount(2);
    await page.reload();
    await expect(ticked(page)).toHaveCount(2);
    await expect(boxes(page).nth(0)).toBeChecked();
    await expect(page.getByLabel('This key is for one tool alone.')).toBeChecked();

    await page.goto('northwind/spot-trading/');
    await expect(ticked(page), 'the same page at its other address').toHaveCount(2);
    for (const other of [
      'northwind/read-only/',
      'for/wingtip-desk/northwind/',
      'for/wingtip-desk/northwind/key-2/',
    ]) {
      await page.goto(`${other}#checklist`);
      await expect(boxes(page).first(), other).toBeVisible();
      await expect(ticked(page), other).toHaveCount(0);
    }
  });

  test('can all be cleared', async ({ page }) => {
    await page.goto(`${guide}#checklist`);
    await boxes(page).nth(0).check();
    await boxes(page).nth(2).check();
    await page.getByRole('button', { name: 'Clear all ticks' }).click();
    await expect(ticked(page)).toHaveCount(0);
    await page.reload();
    await expect(boxes(page).first()).toBeVisible();
    await expect(ticked(page)).toHaveCount(0);
  });

  test('do nothing strange when storage holds something else', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('ticks:northwind/spot-trading', '{"not":"a list"}');
      localStorage.setItem('theme', 'purple');
    });
    await page.goto(`${guide}#checklist`);
    await expect(ticked(page)).toHaveCount(0);
    await boxes(page).first().check();
    await expect(ticked(page)).toHaveCount(1);
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  });
});

test('the number of a step copies the address of the step', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const said = (id: string): Promise<string> =>
    page.locator(`#${id} .no`).evaluate((link) => getComputedStyle(link, '::after').content);
  for (const path of [guide, 'northwind/read-only/', 'for/wingtip-desk/northwind/']) {
    await page.goto(path);
    for (const [id, other] of [
      ['restrict-ip', 'sign-in'],
      ['sign-in', 'restrict-ip'],
    ] as const) {
      await page
        .getByRole('link', { name: /^Step \d+$/ })
        .and(page.locator(`#${id} a`))
        .click();
      await expect.poll(() => said(id)).toBe('"Link copied"');
      expect(await said(other)).toBe('none');
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(new URL(`${path}#${id}`, baseURL).href);
      await expect(page).toHaveURL(copied);
    }
  }
});

test('the colours follow the system until some are chosen, and the choice stays', async ({
  page,
}) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(guide);
  const dark = await paper();
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await paper();
  expect(light).not.toBe(dark);
  await page.getByLabel('Dark').check();
  expect(await paper()).toBe(dark);
  await page.goto('concepts/');
  expect(await paper()).toBe(dark);
  await expect(page.getByLabel('Dark')).toBeChecked();
  await page.getByLabel('As the system').check();
  expect(await paper()).toBe(light);
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('everything can be read, and nothing is shown that needs scripts', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(guide);
    const steps = await page.locator('.step').all();
    expect(steps.length).toBeGreaterThan(2);
    for (const step of steps) await expect(step.locator('.do')).toBeVisible();
    const table = page.locator('#set-permissions table');
    await expect(table).toBeHidden();
    await page.locator('#set-permissions .why summary').click();
    await expect(table).toBeVisible();
    await page.getByText('Security checklist').click();
    const box = page.locator('#checklist input').first();
    await box.check();
    await expect(box).toBeChecked();
    await page.getByText('Replace the key').click();
    await expect(page.locator('#rotate-key .do')).toBeVisible();
    for (const element of await page.locator('.needs-scripts').all())
      await expect(element).toBeHidden();
  });
});

test('a capture is loaded in a modern format when it comes into view', async ({ page }) => {
  await page.goto(guide);
  const image = page.locator('#save-credentials figure.capture img');
  await image.scrollIntoViewIfNeeded();
  await expect(image).toHaveJSProperty('complete', true);
  const source = await image.evaluate((element: HTMLImageElement) => element.currentSrc);
  const response = await page.request.get(source);
  expect(response.headers()['content-type']).toBe('image/avif');
});

test('the content security policy stops a foreign script', async ({ page, complaints }) => {
  await page.goto(guide);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script);
  });
  await expect(page).not.toHaveTitle('taken over');
  expect(complaints.splice(0).join()).toContain('Content Security Policy');
});

test('an address without a page leads to exchanges and errors', async ({ page, complaints }) => {
  for (const link of [/^Northwind/, /^An error message\?/]) {
    const response = await page.goto('no-such-exchange/');
    expect(response?.status()).toBe(404);
    await page.getByRole('link', { name: link }).first().click();
    await expect(page.locator('h1')).not.toHaveText('There is no page at this address');
  }
  // The browser complains about each page that is not there.
  expect(complaints.splice(0)).toHaveLength(2);
});

test('below a base path: pages, links in text and the way home carry it', async ({ page }) => {
  await page.goto('');
  await page.getByRole('link', { name: 'Northwind was' }).click();
  await expect(page).toHaveURL(/\/guides\/northwind\/$/);
  await page.goto('concepts/example-addresses/');
  await page.locator('main').getByRole('link', { name: 'Northwind' }).click();
  await expect(page).toHaveURL(/\/guides\/northwind\/#restrict-ip$/);
  await page.getByRole('link', { name: 'Exchange Setup Guides' }).click();
  await expect(page).toHaveURL(/\/guides\/$/);
});
