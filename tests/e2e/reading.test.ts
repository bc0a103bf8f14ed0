import type { Page } from 'playwright/test';
import { expect, test } from '../support/test.ts';

/** What a reader does on a guide, on the made-up site. */

const guide = 'northwind/';

test.describe('use cases', () => {
  test('the switch leads from one to another and marks the present one', async ({ page }) => {
    await page.goto(guide);
    const current = page.locator('.use-cases [aria-current="page"]');
    await expect(current).toHaveText('Spot trading');
    await page.getByRole('link', { name: 'Read only' }).click();
    await expect(page).toHaveURL(/\/northwind\/read-only\/$/);
    await expect(current).toHaveText('Read only');
    await expect(page.locator('#accept-terms')).toHaveCount(0);
  });

  test('one that the exchange cannot serve leads back to those that it can', async ({ page }) => {
    await page.goto('northwind/futures-trading/');
    await expect(page.locator('section.step')).toHaveCount(0);
    await page.locator('main').getByRole('link', { name: 'Spot trading' }).last().click();
    await expect(page.locator('section.step').first()).toBeVisible();
  });
});

test.describe('ticks', () => {
  const progress = (page: Page) => page.locator('[data-progress-text]');

  test('survive a reload, count, and belong to one use case', async ({ page }) => {
    await page.goto(guide);
    await expect(progress(page)).toHaveText('0 of 12 done');
    await page.getByLabel('Step 1 is done').check();
    await page.getByLabel('Step 3 is done').check();
    await page.locator('.checklist input').first().check();
    await expect(progress(page)).toHaveText('2 of 12 done');
    await page.reload();
    await expect(progress(page)).toHaveText('2 of 12 done');
    await expect(page.getByLabel('Step 1 is done')).toBeChecked();
    await expect(page.getByLabel('Step 2 is done')).not.toBeChecked();
    await expect(page.locator('.checklist input').first()).toBeChecked();
    await expect(page.locator('progress')).toHaveJSProperty('value', 2);

    await page.goto('northwind/spot-trading/');
    await expect(progress(page), 'the same page at its other address').toHaveText('2 of 12 done');
    for (const other of ['northwind/read-only/', 'for/wingtip-desk/northwind/']) {
      await page.goto(other);
      await expect(progress(page), other).toHaveText(/^0 of /);
    }
  });

  test('can all be cleared', async ({ page }) => {
    await page.goto(guide);
    await page.getByLabel('Step 1 is done').check();
    await page.getByRole('button', { name: 'Clear all ticks' }).click();
    await expect(progress(page)).toHaveText('0 of 12 done');
    await page.reload();
    await expect(page.getByLabel('Step 1 is done')).not.toBeChecked();
  });

  test('do nothing strange when storage holds something else', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('ticks:northwind/spot-trading', '{"not":"a list"}');
      localStorage.setItem('theme', 'purple');
    });
    await page.goto(guide);
    await expect(progress(page)).toHaveText('0 of 12 done');
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  });
});

test.describe('contents', () => {
  test('follow the reader on a wide screen, and name the step to whoever reports', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${guide}#restrict-ip`);
    await expect(page.locator('#restrict-ip')).toBeInViewport();
    await expect(page.locator('.contents li.at a')).toHaveAttribute('href', '#restrict-ip');
    await expect(page.locator('.contents a[href="#restrict-ip"]')).toBeInViewport();

    const report = page.getByRole('link', { name: 'Report a problem' });
    // The link leads elsewhere; only what it would open is of interest.
    await report.evaluate((link: HTMLAnchorElement) => {
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
    });
    const url = new URL((await report.getAttribute('href')) ?? '');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      template: 'page-wrong.yml',
      page: '/guides/northwind/',
      exchange: 'Northwind',
      'use-case': 'Spot trading',
      step: 'restrict-ip',
    });

    await page.locator('.contents a[href="#test-key"]').click();
    await expect(page.locator('.contents li.at a')).toHaveAttribute('href', '#test-key');
  });

  test('open and close on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(guide);
    const link = page.locator('.contents a[href="#save-credentials"]');
    await expect(link).toBeHidden();
    await page.locator('.contents summary').click();
    await link.click();
    await expect(link).toBeHidden();
    await expect(page.locator('#save-credentials h3')).toBeInViewport();
  });
});

test('the link of a step and of the page are copied', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.goto(guide);
  await page.locator('#restrict-ip .step-link').click();
  await expect(page.locator('#restrict-ip .step-link')).toHaveClass(/copied/);
  expect(await clipboard()).toBe(new URL('northwind/#restrict-ip', baseURL).href);
  for (const path of [guide, 'northwind/read-only/', 'fabrikam/']) {
    await page.goto(`${path}?from=mail#revoke-key`);
    await page.getByRole('button', { name: 'Copy the link to this page' }).click();
    await expect(page.locator('button[data-copy-page]')).toHaveText('Link copied');
    expect(await clipboard()).toBe(new URL(path, baseURL).href);
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
    for (const element of await page.locator('.needs-scripts').all())
      await expect(element).toBeHidden();
    await expect(page.locator('section.step')).toHaveCount(12);
    await expect(page.locator('#set-permissions table')).toBeVisible();
    await expect(page.locator('.contents a[href="#sign-in"]')).toBeVisible();
    const entry = page.locator('#troubleshooting ~ .entry').first();
    await entry.locator('summary').click();
    await expect(entry.locator('.causes')).toBeVisible();
    const tick = page.locator('#set-permissions .tick input');
    await tick.check();
    await expect(tick).toBeChecked();
  });
});

test('with the keyboard alone: skip link, switch, tick, error entry', async ({ page }) => {
  await page.goto(guide);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Read only' })).toBeFocused();

  const tick = page.getByLabel('Step 1 is done');
  let presses = 0;
  while (!(await tick.evaluate((element) => element === document.activeElement)) && presses < 80) {
    await page.keyboard.press('Tab');
    presses += 1;
  }
  await expect(tick).toBeFocused();
  const outline = await page
    .locator('#check-account .tick')
    .evaluate((label) => getComputedStyle(label).outlineStyle);
  expect(outline).toBe('solid');
  await page.keyboard.press('Space');
  await expect(tick).toBeChecked();

  const summary = page.locator('#troubleshooting ~ .entry summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#troubleshooting ~ .entry').first()).toHaveAttribute('open');
});

test('a link to an error opens its entry', async ({ page }) => {
  await page.goto(`${guide}#error-address-refused`);
  await expect(page.locator('#error-address-refused .causes')).toBeVisible();
  await expect(page.locator('#error-address-refused')).toBeInViewport();
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

test('on paper: steps, table and errors, and empty boxes instead of ticks', async ({ page }) => {
  await page.goto(guide);
  await page.locator('.checklist input').first().check();
  await page.emulateMedia({ media: 'print' });
  for (const gone of [
    '.contents',
    '.use-cases',
    '.theme-switch',
    '.site-header nav',
    '.page-links',
  ]) {
    await expect(page.locator(gone)).toBeHidden();
  }
  await expect(page.locator('#troubleshooting ~ .entry .causes').first()).toBeVisible();
  const box = page.locator('.checklist input').first();
  expect(await box.evaluate((element) => getComputedStyle(element).appearance)).toBe('none');
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
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
  for (const link of ['See all exchanges', 'Look up an error message']) {
    const response = await page.goto('no-such-exchange/');
    expect(response?.status()).toBe(404);
    await page.getByRole('link', { name: link }).click();
    await expect(page.locator('h1')).not.toHaveText('There is no page at this address');
  }
  // The browser complains about each page that is not there.
  expect(complaints.splice(0)).toHaveLength(2);
});

test('below a base path: pages, links in text and the way home carry it', async ({ page }) => {
  await page.goto('');
  await page.getByRole('link', { name: 'Northwind', exact: true }).click();
  await expect(page).toHaveURL(/\/guides\/northwind\/$/);
  await page.goto('concepts/example-addresses/');
  await page.locator('main').getByRole('link', { name: 'Northwind' }).click();
  await expect(page).toHaveURL(/\/guides\/northwind\/#restrict-ip$/);
  await page.getByRole('link', { name: 'Exchange Setup Guides' }).click();
  await expect(page).toHaveURL(/\/guides\/$/);
});
