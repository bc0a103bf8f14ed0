import jsqr from 'jsqr';
import type { Locator, Page } from 'playwright/test';
import sharp from 'sharp';
import { expect, test } from '../support/test.ts';

const choose = async (page: Page, name: string, label: string): Promise<void> => {
  await page.getByRole('combobox', { name, exact: true }).selectOption({ label });
};
const textOf = (page: Page, id: string): Locator => page.locator(`[data-text="${id}"]`);

/** What a camera reads from a picture on the page, by a library apart from the one that draws. */
async function decoded(image: Locator): Promise<string | undefined> {
  const { data, info } = await sharp(await image.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** Choices and the path that they make; written apart from the code that makes the routes. */
const choices = [
  [
    'Spot trading',
    'Gate',
    'The whole page',
    'gate/spot-trading/',
    'Create an API key on Gate for spot trading',
  ],
  [
    'Read only',
    'OKX',
    'Bind addresses',
    'okx/read-only/#restrict-ip',
    'Create an API key on OKX for reading only, step “Bind addresses”',
  ],
  [
    'Futures trading',
    'Kraken Futures',
    'Delete the key',
    'kraken-futures/futures-trading/#revoke-key',
    undefined,
  ],
  [
    'Example Market Maker',
    'Ask for the exchange',
    'The whole page',
    'for/example-market-maker/',
    'API keys for Example Market Maker',
  ],
  [
    'Example Market Maker',
    'Coinbase',
    'Save the key and the secret',
    'for/example-market-maker/coinbase/#save-credentials',
    undefined,
  ],
  [
    'Example Portfolio Tracker',
    'KuCoin',
    'The whole page',
    'for/example-portfolio-tracker/kucoin/',
    undefined,
  ],
  [
    'Leave an exchange that is closing',
    'BitMart',
    'Take the funds out',
    'bitmart/#withdraw-funds',
    undefined,
  ],
] as const;

for (const [purpose, exchange, step, path, title] of choices) {
  test(`${purpose}, ${exchange}, ${step}: one link in every form, and it leads there`, async ({
    page,
    baseURL,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('link/');
    await choose(page, 'What it is for', purpose);
    await choose(page, 'Exchange', exchange);
    await choose(page, 'Step', step);
    const url = new URL(path, baseURL).href;
    await expect(textOf(page, 'address')).toHaveText(url);
    await expect(textOf(page, 'email')).toContainText(url);
    await expect(textOf(page, 'email')).toContainText('It never asks for a key');
    const chat = (await textOf(page, 'chat').textContent()) ?? '';
    expect(chat.endsWith(`: ${url}`)).toBe(true);
    const words = chat.slice(0, -url.length - 2);
    if (title !== undefined) expect(words).toBe(title);
    await expect(textOf(page, 'markdown')).toHaveText(`[${words}](${url})`);
    await expect(textOf(page, 'html')).toHaveText(`<a href="${url}">${words}</a>`);

    for (const id of ['address', 'email', 'chat', 'markdown', 'html']) {
      const box = page.locator('[data-copy-box]').filter({ has: textOf(page, id) });
      await box.getByRole('button').click();
      await expect(box.getByRole('button')).toHaveText('Copied');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        await textOf(page, id).textContent(),
      );
    }

    await page.locator('[data-qr] summary').click();
    const image = page.getByRole('img', { name: 'QR code of the address above' });
    await expect(image).toBeVisible();
    expect(await decoded(image)).toBe(url);

    const response = await page.goto(url);
    expect(response?.status() ?? 200).toBe(200);
    const anchor = new URL(url).hash.slice(1);
    if (anchor !== '') await expect(page.locator(`section.step[id="${anchor}"]`)).toBeVisible();
  });
}

test('a new choice redraws the open code, and what is not offered is not kept', async ({
  page,
  baseURL,
}) => {
  await page.goto('link/');
  await page.locator('[data-qr] summary').click();
  const image = page.locator('[data-qr] img');
  await expect(image).toBeVisible();
  await choose(page, 'What it is for', 'Futures trading');
  await choose(page, 'Exchange', 'Kraken Futures');
  await choose(page, 'Step', 'Bind addresses');
  const address = new URL('kraken-futures/futures-trading/#restrict-ip', baseURL).href;
  await expect(textOf(page, 'address')).toHaveText(address);
  await expect.poll(() => decoded(image)).toBe(address);
  // Kraken Futures has no spot trading: the first exchange that does takes its place.
  await choose(page, 'What it is for', 'Spot trading');
  await expect(textOf(page, 'address')).toHaveText(
    new URL('binance/spot-trading/#restrict-ip', baseURL).href,
  );
  // The page that asks for the exchange has no steps.
  await choose(page, 'What it is for', 'Example Market Maker');
  await choose(page, 'Exchange', 'Ask for the exchange');
  await expect(textOf(page, 'address')).toHaveText(
    new URL('for/example-market-maker/', baseURL).href,
  );
  expect(await page.getByRole('combobox', { name: 'Step' }).locator('option').count()).toBe(1);
});

test('every choice of purpose and exchange leads to a page, with the steps that it has', async ({
  page,
}) => {
  await page.goto('link/');
  const links = await page.locator('a[data-link]').evaluateAll((found) =>
    found.map((link) => ({
      href: link.getAttribute('href') ?? '',
      steps: (link.getAttribute('data-steps') ?? '').split(' ').filter(Boolean),
      title: link.getAttribute('data-title'),
    })),
  );
  expect(links.length).toBeGreaterThan(40);
  for (const { href, steps, title } of links) {
    const html = await (await page.request.get(href)).text();
    for (const step of steps) expect(html, `${href}#${step}`).toContain(`id="${step}"`);
    const heading = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'text/html').querySelector('h1')?.textContent,
      html,
    );
    expect(heading?.trim()).toBe(title);
  }
});

test('there is no choice of language while there is one alone, and another appears with its links', async ({
  page,
}) => {
  await page.goto('link/');
  await expect(page.locator('[data-language]')).toBeHidden();
  await page.route('**/link/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      /(<a href=")(\/gate\/spot-trading\/")( hreflang=")en("[^>]*>[^<]*<\/a>)/,
      '$1$2$3en$4$1/de$2$3de$4',
    );
    await route.fulfill({ response, body });
  });
  await page.reload();
  await choose(page, 'What it is for', 'Spot trading');
  await choose(page, 'Exchange', 'Gate');
  await choose(page, 'Language', 'Deutsch');
  await expect(textOf(page, 'address')).toHaveText(/\/de\/gate\/spot-trading\/$/);
});

test('the library for the code is fetched when a code is wanted, and nothing is sent', async ({
  page,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await page.goto('link/', { waitUntil: 'networkidle' });
  const before = requests.length;
  expect(before).toBeLessThanOrEqual(6);
  await page.locator('[data-qr] summary').click();
  await expect(page.locator('[data-qr] img')).toBeVisible();
  await choose(page, 'Exchange', 'Gate');
  await expect(textOf(page, 'address')).toHaveText(/\/gate\/read-only\/$/);
  const later = requests.slice(before).filter((request) => !request.includes(' data:'));
  for (const request of later) expect(request).toMatch(/^GET .*\/_astro\/[^?]+\.js$/);
  expect(later.length).toBeGreaterThan(0);
});

test('the page is offered at the foot of every page, and listed for search engines', async ({
  page,
}) => {
  await page.goto('gate/');
  await page.getByRole('link', { name: 'Make a link to send' }).click();
  await expect(page.locator('h1')).toHaveText('Make a link');
  expect(await (await page.request.get('sitemap-0.xml')).text()).toContain('/link/</loc>');
});

test('each guide and use case has a control that copies its link', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const path of ['gate/', 'gate/read-only/', 'okx/futures-trading/', 'bitmart/']) {
    await page.goto(`${path}?from=mail#test-key`);
    await page.getByRole('button', { name: 'Copy the link to this page' }).click();
    await expect(page.locator('button[data-copy-page]')).toHaveText('Link copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      new URL(path, baseURL).href,
    );
  }
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('a plain table of links is all there is', async ({ page }) => {
    await page.goto('link/');
    await expect(page.locator('[data-link-maker]')).toBeHidden();
    await page
      .locator('tr', { hasText: 'Spot trading' })
      .getByRole('link', { name: 'Gate', exact: true })
      .click();
    await expect(page).toHaveURL(/\/gate\/spot-trading\/$/);
  });
});

test.describe('below a base path, without partners', () => {
  test.use({ siteName: 'guides' });

  test('links carry it', async ({ page, baseURL }) => {
    await page.goto('link/');
    await choose(page, 'What it is for', 'Spot trading');
    await choose(page, 'Exchange', 'Gate');
    await expect(textOf(page, 'address')).toHaveText(new URL('gate/spot-trading/', baseURL).href);
    await expect(page.locator('main')).not.toContainText('Example');
  });
});
