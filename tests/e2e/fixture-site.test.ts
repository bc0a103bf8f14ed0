import { expect, test } from '../support/test.ts';

/** What the real content does not have, on a small made-up site. */
test.use({ siteName: 'fixture' });

test('a use case that the exchange cannot serve is refused with its reason', async ({ page }) => {
  await page.goto('northwind/futures-trading/');
  await expect(page.locator('h1')).toHaveText('Northwind has no key for “Futures trading”');
  await expect(page.locator('main')).toContainText('Northwind has no futures.');
  await expect(page.locator('section.step')).toHaveCount(0);
  await expect(page.locator('.glance')).toHaveCount(0);
  await page.locator('main').getByRole('link', { name: 'Spot trading' }).last().click();
  await expect(page.locator('section.step').first()).toBeVisible();

  await page.goto('');
  await expect(page.locator('.exchange-list')).toContainText('not possible here');
});

test('a step of one use case stands on its pages alone, and the others are numbered without it', async ({
  page,
}) => {
  await page.goto('northwind/spot-trading/');
  await expect(page.locator('section.step')).toHaveCount(12);
  await expect(page.locator('#accept-terms')).toBeVisible();
  await expect(page.locator('#revoke-key .tick-number')).toHaveText('12');
  await page.goto('northwind/read-only/');
  await expect(page.locator('section.step')).toHaveCount(11);
  await expect(page.locator('#accept-terms')).toHaveCount(0);
  await expect(page.locator('#revoke-key .tick-number')).toHaveText('11');
});

test('a capture replaces its drawing in modern formats and several widths', async ({
  page,
  baseURL,
}) => {
  await page.goto('northwind/');
  const figure = page.locator('#save-credentials figure.capture');
  await expect(figure.locator('img')).toHaveAttribute(
    'alt',
    'Copy the three values from the green box before you press Done.',
  );
  await expect(figure.locator('source[type="image/avif"]')).toHaveAttribute('srcset', /360w.+704w/);
  await expect(figure.locator('source[type="image/avif"]')).toHaveAttribute('sizes', /100vw/);
  await expect(figure.locator('figcaption')).toHaveText('Screenshot made on 20 November 2026.');
  await figure.locator('img').scrollIntoViewIfNeeded();
  await expect(figure.locator('img')).toHaveJSProperty('complete', true);
  const source = await figure
    .locator('img')
    .evaluate((image: HTMLImageElement) => image.currentSrc);
  expect((await fetch(new URL(source, baseURL))).headers.get('content-type')).toBe('image/avif');
  await expect(page.locator('#save-credentials [role="img"]')).toHaveCount(0);
});

test('a closing exchange leads with that and keeps only the steps that look after a key', async ({
  page,
}) => {
  await page.goto('fabrikam/');
  await expect(page.locator('h1')).toHaveText('Leave Fabrikam safely');
  await expect(page.locator('.use-cases')).toHaveCount(0);
  await expect(page.locator('.lead .note.stop')).toContainText(
    'Fabrikam is closing; announced for 31 January 2027',
  );
  const ids = await page
    .locator('section.step')
    .evaluateAll((steps) => steps.map((step) => step.id));
  expect(ids).toEqual(['rotate-key', 'revoke-key']);
  await expect(page.locator('.glance, .checklist')).toHaveCount(0);
});

test('folders whose names begin with an underscore are not published', async ({
  page,
  complaints,
}) => {
  const response = await page.goto('_template/');
  expect(response?.status()).toBe(404);
  complaints.splice(0);
});
