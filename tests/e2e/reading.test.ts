import { expect, pagesOfSite, test } from '../support/test.ts';

test.describe('ticks', () => {
  test('survive a reload, count, and belong to one use case', async ({ page }) => {
    await page.goto('gate/');
    const progress = page.locator('[data-progress-text]');
    await expect(progress).toHaveText('0 of 11 done');
    await page.getByLabel('Step 1 is done').check();
    await page.getByLabel('Step 3 is done').check();
    await page.locator('.checklist input').first().check();
    await expect(progress).toHaveText('2 of 11 done');
    await page.reload();
    await expect(progress).toHaveText('2 of 11 done');
    await expect(page.getByLabel('Step 1 is done')).toBeChecked();
    await expect(page.getByLabel('Step 2 is done')).not.toBeChecked();
    await expect(page.locator('.checklist input').first()).toBeChecked();
    await expect(page.locator('progress')).toHaveJSProperty('value', 2);

    await page.goto('gate/spot-trading/');
    await expect(progress, 'the same page at its other address').toHaveText('2 of 11 done');
    await page.goto('gate/read-only/');
    await expect(progress).toHaveText('0 of 11 done');
    await page.goto('gemini/');
    await expect(progress).toHaveText('0 of 11 done');
  });

  test('can all be cleared', async ({ page }) => {
    await page.goto('gate/');
    await page.getByLabel('Step 1 is done').check();
    await page.getByRole('button', { name: 'Clear all ticks' }).click();
    await expect(page.locator('[data-progress-text]')).toHaveText('0 of 11 done');
    await page.reload();
    await expect(page.getByLabel('Step 1 is done')).not.toBeChecked();
  });

  test('do nothing strange when storage holds something else', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('ticks:gate/spot-trading', '{"not":"a list"}');
      localStorage.setItem('theme', 'purple');
    });
    await page.goto('gate/');
    await expect(page.locator('[data-progress-text]')).toHaveText('0 of 11 done');
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  });
});

test.describe('contents', () => {
  test('follow the reader on a wide screen', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('gate/#restrict-ip');
    await expect(page.locator('.contents li.at a')).toHaveAttribute('href', '#restrict-ip');
    await expect(page.locator('.contents a[href="#restrict-ip"]')).toBeInViewport();
    await page.locator('.contents a[href="#test-key"]').click();
    await expect(page.locator('.contents li.at a')).toHaveAttribute('href', '#test-key');
  });

  test('open and close on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('gemini/');
    const link = page.locator('.contents a[href="#save-credentials"]');
    await expect(link).toBeHidden();
    await page.locator('.contents summary').click();
    await link.click();
    await expect(link).toBeHidden();
    await expect(page.locator('#save-credentials h3')).toBeInViewport();
  });
});

test('the link of a step is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('gate/');
  await page.locator('#restrict-ip .step-link').click();
  await expect(page.locator('#restrict-ip .step-link')).toHaveClass(/copied/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /\/gate\/#restrict-ip$/,
  );
});

test.describe('theme', () => {
  const paper = (page: import('playwright/test').Page) =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = 'rgb(251, 250, 248)';
  const dark = 'rgb(18, 20, 23)';

  test('follows the system until one is chosen, and the choice stays', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('gate/');
    expect(await paper(page)).toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await paper(page)).toBe(light);
    await page.getByLabel('Dark').check();
    expect(await paper(page)).toBe(dark);
    await page.goto('gemini/');
    expect(await paper(page)).toBe(dark);
    await expect(page.getByLabel('Dark')).toBeChecked();
    await page.getByLabel('As the system').check();
    expect(await paper(page)).toBe(light);
  });
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('everything can be read, and nothing is shown that needs scripts', async ({ page }) => {
    for (const path of ['gate/', 'gemini/']) {
      await page.goto(path);
      for (const element of await page.locator('.needs-scripts').all())
        await expect(element).toBeHidden();
      await expect(page.locator('section.step')).toHaveCount(11);
      await expect(page.locator('#set-permissions table')).toBeVisible();
      const entry = page.locator('#troubleshooting ~ .entry').first();
      await entry.locator('summary').click();
      await expect(entry.locator('.causes')).toBeVisible();
      await page.locator('#set-permissions .tick input').check();
      await expect(page.locator('#set-permissions .tick input')).toBeChecked();
    }
  });

  test('the contents are open on a wide screen', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('gate/');
    await expect(page.locator('.contents a[href="#sign-in"]')).toBeVisible();
  });
});

test('with the keyboard alone: skip link, switch, tick, error entry', async ({ page }) => {
  await page.goto('gate/');
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
  await page.goto('gate/');
  const id = await page.locator('#troubleshooting ~ .entry').nth(2).getAttribute('id');
  await page.goto('about:blank');
  await page.goto(`gate/#${id}`);
  await expect(page.locator(`#${id} .causes`)).toBeVisible();
  await expect(page.locator(`#${id}`)).toBeInViewport();
});

test('on paper: steps, table and errors, and empty boxes instead of ticks', async ({ page }) => {
  await page.goto('gate/');
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

test.describe('content security policy', () => {
  test('has no unsafe-inline and stops a foreign script', async ({ page, complaints }) => {
    await page.goto('gate/');
    const policy = await page
      .locator('meta[http-equiv="content-security-policy"]')
      .getAttribute('content');
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain("default-src 'none'");
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
    });
    await expect(page).not.toHaveTitle('taken over');
    expect(complaints.splice(0).join()).toContain('Content Security Policy');
  });

  test('no page sets a cookie or has a field for a secret', async ({ page, context }) => {
    for (const path of pagesOfSite('root')) {
      await page.goto(path);
      // The one field for text is for error messages, belongs to no form and sends nothing.
      const texts = path === 'errors/' ? 1 : 0;
      await expect(page.locator('textarea'), path).toHaveCount(texts);
      await expect(
        page.locator('form, [contenteditable], input:not([type="checkbox"], [type="radio"])'),
        path,
      ).toHaveCount(0);
    }
    expect(await context.cookies()).toEqual([]);
  });
});

test('an address without a page leads to the list of exchanges', async ({ page, complaints }) => {
  const response = await page.goto('no-such-exchange/');
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'See all exchanges' }).click();
  await expect(page.locator('h2#exchanges')).toBeVisible();
  complaints.splice(0, 1);
});

test.describe('below a base path', () => {
  test.use({ siteName: 'guides' });

  test('pages, links in text and files carry it', async ({ page, baseURL }) => {
    expect(new URL(baseURL ?? '').pathname).toBe('/guides/');
    await page.goto('');
    await page.getByRole('link', { name: 'Gate', exact: true }).click();
    await expect(page).toHaveURL(/\/guides\/gate\/$/);
    const inText = page.locator('.step-body a[href*="/concepts/"]').first();
    await expect(inText).toHaveAttribute('href', /^\/guides\/concepts\//);
    await inText.click();
    await expect(page.locator('h1')).toBeVisible();
    await page.getByRole('link', { name: 'Exchange Setup Guides' }).click();
    await expect(page).toHaveURL(/\/guides\/$/);
  });
});
