import jsqr from 'jsqr';
import type { Locator, Page } from 'playwright/test';
import sharp from 'sharp';
import { expect, test } from '../support/test.ts';

const choose = async (page: Page, name: string, label: string): Promise<void> => {
  await page.getByRole('combobox', { name, exact: true }).selectOption({ label });
};
const where = 'Where on the page';
const textOf = (page: Page, id: string): Locator => page.locator(`[data-text="${id}"]`);

/** What a camera reads from a picture on the page, by a library apart from the one that draws. */
async function decoded(image: Locator): Promise<string | undefined> {
  const { data, info } = await sharp(await image.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** Choices, the path that they make, and its words; written apart from the code that makes the routes. */
const choices = [
  {
    purpose: 'Spot trading',
    exchange: 'Northwind',
    step: 'The whole page',
    path: 'northwind/spot-trading/',
    words: 'Northwind API key for spot trading',
  },
  {
    purpose: 'Read only',
    exchange: 'Northwind',
    step: 'Bind the key to addresses',
    path: 'northwind/read-only/#restrict-ip',
    words: 'Northwind API key for reading only, step “Bind the key to addresses”',
  },
  {
    purpose: 'Wingtip Desk',
    exchange: 'Ask for the exchange',
    step: 'The whole page',
    path: 'for/wingtip-desk/',
    words: 'API keys for Wingtip Desk',
  },
  {
    purpose: 'Wingtip Desk',
    exchange: 'Northwind, key 1',
    step: 'Save the values',
    path: 'for/wingtip-desk/northwind/#save-credentials',
    words: 'Northwind API key for Wingtip Desk, step “Save the values”',
  },
  {
    purpose: 'Leave an exchange that is closing',
    exchange: 'Fabrikam',
    step: 'Delete the key',
    path: 'fabrikam/#revoke-key',
    words: 'Leave Fabrikam safely, step “Delete the key”',
  },
] as const;

test('a choice makes one link in every form, and it leads there', async ({
  page,
  baseURL,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const { purpose, exchange, step, path, words } of choices)
    await test.step(path, async () => {
      await page.goto('link/');
      await choose(page, 'What it is for', purpose);
      await choose(page, 'Exchange', exchange);
      await choose(page, where, step);
      const url = new URL(path, baseURL).href;
      await expect(textOf(page, 'address')).toHaveText(url);
      await expect(textOf(page, 'email')).toContainText(url);
      await expect(textOf(page, 'email')).toContainText('It never asks for a key');
      await expect(textOf(page, 'chat')).toHaveText(`${words}: ${url}`);
      await expect(textOf(page, 'markdown')).toHaveText(`[${words}](${url})`);
      await expect(textOf(page, 'html')).toHaveText(`<a href="${url}">${words}</a>`);

      for (const id of ['address', 'email', 'chat', 'markdown', 'html']) {
        const box = page.locator('[data-copy-box]').filter({ has: textOf(page, id) });
        await box.getByRole('button').click();
        await expect(box.getByRole('button')).toHaveText(/^Copied /);
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
      if (anchor !== '') await expect(page.locator(`main [id="${anchor}"]`)).toBeVisible();
    });
});

test('a new choice redraws the open code, and what is not offered is not kept', async ({
  page,
  baseURL,
}) => {
  await page.goto('link/');
  await page.locator('[data-qr] summary').click();
  const image = page.locator('[data-qr] img');
  await expect(image).toBeVisible();
  await choose(page, 'What it is for', 'Spot trading');
  await choose(page, where, 'Delete the key');
  const address = new URL('northwind/spot-trading/#revoke-key', baseURL).href;
  await expect(textOf(page, 'address')).toHaveText(address);
  await expect.poll(() => decoded(image)).toBe(address);
  // Northwind is not closing: the first exchange that is takes its place, and has that step.
  await choose(page, 'What it is for', 'Leave an exchange that is closing');
  await expect(textOf(page, 'address')).toHaveText(new URL('fabrikam/#revoke-key', baseURL).href);
  // The page that asks for the exchange has no steps.
  await choose(page, 'What it is for', 'Wingtip Desk');
  await choose(page, 'Exchange', 'Ask for the exchange');
  await expect(textOf(page, 'address')).toHaveText(new URL('for/wingtip-desk/', baseURL).href);
  expect(await page.getByRole('combobox', { name: where }).locator('option').count()).toBe(1);
});

test('a link can lead to a question, an error and a group of facts, of an exchange but not of a partner', async ({
  page,
  baseURL,
}) => {
  await page.goto('link/');
  await choose(page, 'What it is for', 'Spot trading');
  for (const [label, path] of [
    ['Is the key a password?', 'northwind/facts/#question-key-and-password'],
    ['When a key ends', 'northwind/facts/#lifetimes'],
  ] as const) {
    await choose(page, where, label);
    const url = new URL(path, baseURL).href;
    await expect(textOf(page, 'address')).toHaveText(url);
    await expect(textOf(page, 'chat')).toHaveText(`Northwind: ${label}: ${url}`);
    await expect(textOf(page, 'frame')).toBeHidden();
  }
  const errors = page.locator('optgroup[label="Errors"] option');
  const [code = ''] = await errors.allTextContents();
  await choose(page, where, code);
  await expect(textOf(page, 'address')).toHaveText(/\/errors\/northwind\/#error-[a-z-]+$/);
  await choose(page, 'What it is for', 'Wingtip Desk');
  await choose(page, 'Exchange', 'Northwind, key 1');
  await choose(page, where, 'Delete the key');
  await expect(errors).toHaveCount(0);
});

test('the choices stand in the address, from which nothing but choices is read', async ({
  page,
}) => {
  await page.goto('link/');
  await choose(page, 'What it is for', 'Wingtip Desk');
  await choose(page, 'Exchange', 'Northwind, key 2');
  await choose(page, where, 'Save the values');
  const kept = new URL(page.url());
  expect(Object.fromEntries(kept.searchParams)).toEqual({
    for: 'partner-wingtip-desk',
    at: 'northwind/key-2',
    to: 'save-credentials',
  });
  await page.goto('northwind/');
  await page.goto(kept.href);
  await expect(textOf(page, 'address')).toHaveText(/key-2\/#save-credentials$/);
  await page.goto('link/?for=use-case-read-only&at=northwind&to=question-key-and-password');
  await expect(textOf(page, 'address')).toHaveText(/facts\/#question-key-and-password$/);

  const evil = 'https://evil.example/<img src=x onerror=alert(1)>';
  await page.goto(`link/?for=${evil}&at=${evil}&to=${evil}`);
  await expect(textOf(page, 'address')).not.toHaveText('');
  expect(await page.locator('main').innerHTML()).not.toContain('evil.example');
});

test('the code can be saved as SVG and PNG, which cameras read', async ({ page, baseURL }) => {
  await page.goto('link/?for=use-case-spot-trading&at=northwind&to=restrict-ip');
  await page.locator('[data-qr] summary').click();
  for (const kind of ['SVG', 'PNG']) {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: `Save as ${kind}` }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe(
      `guides-northwind-spot-trading-restrict-ip.${kind.toLowerCase()}`,
    );
    const { data, info } = await sharp(await file.path(), { density: 300 })
      .flatten({ background: '#fff' })
      .resize({ width: 600, kernel: 'nearest' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data, kind).toBe(
      new URL('northwind/spot-trading/#restrict-ip', baseURL).href,
    );
  }
});

test('the page is shown as chats show it, opens beside, and a step has its frame', async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto('link/?for=partner-wingtip-desk&at=northwind&to=restrict-ip');
  await expect(page.locator('img[data-picture]')).toHaveAttribute(
    'src',
    '/guides/og/for/wingtip-desk/northwind.png',
  );
  const size = await page.locator('img[data-picture]').evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return image.naturalWidth;
  });
  expect(size).toBe(1200);
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Open the page' }).click();
  const beside = await opened;
  await expect(beside).toHaveURL(new URL('for/wingtip-desk/northwind/#restrict-ip', baseURL).href);
  const frame = new URL('embed/for/wingtip-desk/northwind/restrict-ip/', baseURL).href;
  await expect(textOf(page, 'frame')).toContainText(`src="${frame}"`);
  expect((await page.goto(frame))?.status()).toBe(200);
  // The same on the page for integrators.
  await page.goto('embed/?for=partner-wingtip-desk&at=northwind&to=restrict-ip');
  await expect(textOf(page, 'frame')).toContainText(`src="${frame}"`);
});

test('there is no choice of language while there is one alone, and another appears with its links', async ({
  page,
}) => {
  await page.goto('link/');
  await expect(page.locator('[data-language]')).toBeHidden();
  await page.route(/\/link\/(?:\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      /(<a href=")(\/guides\/northwind\/spot-trading\/")( hreflang=")en("[^>]*>[^<]*<\/a>)/,
      '$1$2$3en$4$1/de$2$3de$4',
    );
    await route.fulfill({ response, body });
  });
  await page.reload();
  await choose(page, 'What it is for', 'Spot trading');
  await choose(page, 'Exchange', 'Northwind');
  await choose(page, 'Language', 'Deutsch');
  await expect(textOf(page, 'address')).toHaveText(/\/de\/guides\/northwind\/spot-trading\/$/);
});

test('the library for the code is fetched when a code is wanted, and nothing is sent', async ({
  page,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await page.goto('link/', { waitUntil: 'networkidle' });
  const before = requests.length;
  await page.locator('[data-qr] summary').click();
  await expect(page.locator('[data-qr] img')).toBeVisible();
  await choose(page, 'What it is for', 'Spot trading');
  await expect(textOf(page, 'address')).toHaveText(/\/northwind\/spot-trading\/$/);
  const later = requests.slice(before).filter((request) => !request.includes(' data:'));
  // Programs, pictures, and the places of an exchange.
  for (const request of later)
    expect(request).toMatch(
      /^GET .*\/(?:_astro\/[^?]+\.js|og\/[^?]+\.png|link\/\w+\.json|favicon\.svg)$/,
    );
  expect(later.length).toBeGreaterThan(0);
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('a plain table of links is all there is', async ({ page }) => {
    await page.goto('northwind/');
    await page.getByRole('link', { name: 'Make a link to send' }).click();
    await expect(page.locator('[data-link-maker]')).toBeHidden();
    await page
      .locator('tr', { hasText: 'Spot trading' })
      .getByRole('link', { name: 'Northwind', exact: true })
      .click();
    await expect(page).toHaveURL(/\/northwind\/spot-trading\/$/);
  });
});
