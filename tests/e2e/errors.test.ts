import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { type ErrorList, isErrorList } from '../../src/derive/error-catalog.ts';
import { testSites } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

const field = (page: Page): Locator => page.getByLabel('From the tool’s log');
const cards = (page: Page): Locator => page.locator('.error-search article');
const status = (page: Page): Locator => page.locator('[data-status]');

const message =
  'ccxt.base.errors.AuthenticationError: okx {"msg":"API key doesn\'t exist","code":"50119"}';

function publishedList(site: 'root' | 'guides' | 'fixture'): ErrorList {
  const file = path.join(testSites[site].build.folder, 'api/v1/errors.json');
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isErrorList(value)) throw new Error(`${file} has another form.`);
  return value;
}

for (const siteName of ['root', 'guides'] as const) {
  test.describe(`the site "${siteName}"`, () => {
    test.use({ siteName });

    test('leads from a pasted message to the step that puts it right', async ({ page }) => {
      await page.goto('errors/');
      await field(page).fill(message);
      await expect(cards(page)).toHaveCount(1);
      const card = cards(page).first();
      await expect(card.locator('h3')).toHaveText('OKX: 50119');
      await expect(card).toContainText("Recognised by: 50119, API key doesn't exist");
      await expect(card.locator('.tell-apart')).toContainText('Sign in on the site');
      await expect(card.locator('.causes > li')).toHaveCount(3);
      await expect(status(page)).toHaveText('One entry fits.');
      await card.getByRole('link', { name: 'Step: Find out which OKX site is yours' }).click();
      await expect(page).toHaveURL(/\/okx\/#check-account$/);
      await expect(page.locator('#check-account')).toBeInViewport();
      await page.goBack();
    });

    test('lists every error for programs, with paths that exist', async ({ page, baseURL }) => {
      const anchors = new Map<string, Set<string>>();
      const broken: string[] = [];
      const { exchanges } = publishedList(siteName);
      expect(exchanges.length).toBeGreaterThan(0);
      for (const exchange of exchanges) {
        const wanted = [
          exchange.guide,
          exchange.page,
          ...exchange.errors.flatMap((error) => [
            error.path,
            ...error.causes.flatMap(({ step }) => (step === undefined ? [] : [step.path])),
          ]),
        ];
        for (const address of new Set(wanted)) {
          const { pathname, hash, href } = new URL(address, baseURL);
          if (!anchors.has(pathname)) {
            const response = await page.goto(href);
            expect(response?.status(), pathname).toBe(200);
            const ids = await page.evaluate(() =>
              [...document.querySelectorAll('[id]')].map(({ id }) => id),
            );
            anchors.set(pathname, new Set(ids));
          }
          if (hash !== '' && anchors.get(pathname)?.has(hash.slice(1)) !== true) broken.push(href);
        }
      }
      expect(broken).toEqual([]);
    });
  });
}

test.describe('what is pasted stays on the device', () => {
  test('nothing is requested but the list, before anything is typed', async ({ page, context }) => {
    await page.goto('errors/', { waitUntil: 'networkidle' });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await field(page).focus();
    await page.waitForLoadState('networkidle');
    expect(requests.map((request) => request.replace(/ http:\/\/[^/]+/, ' '))).toEqual([
      'GET /api/v1/errors.json',
    ]);
    for (const text of [message, 'binance -2015', 'HTTP 403', 'nothing of the kind']) {
      await field(page).fill(text);
      await expect(status(page)).not.toBeEmpty();
    }
    await page.waitForLoadState('networkidle');
    expect(requests).toHaveLength(1);
    expect(await context.cookies()).toEqual([]);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    );
    expect(kept).toBe('[{},{}]');
    expect(page.url()).not.toContain('binance');
  });

  test('the field belongs to no form, has no name, and no checker looks into it', async ({
    page,
  }) => {
    await page.goto('errors/');
    const attributes = await field(page).evaluate((area: HTMLTextAreaElement) => ({
      form: area.form,
      name: area.name,
      autocomplete: area.autocomplete,
      spellcheck: area.spellcheck,
    }));
    expect(attributes).toEqual({ form: null, name: '', autocomplete: 'off', spellcheck: false });
    await expect(page.locator('form')).toHaveCount(0);
  });

  test('a text that may hold a key brings a warning, and another text none', async ({ page }) => {
    const warning = page.getByText('This text may hold a key or a secret.');
    await page.goto('errors/');
    await expect(warning).toBeHidden();
    const hex = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
    for (const secret of [hex, '-----BEGIN EC PRIVATE KEY-----\nabc', `key=${hex}`]) {
      await field(page).fill(`gate INVALID_KEY\n${secret}`);
      await expect(warning).toBeVisible();
      // The error is explained all the same.
      await expect(cards(page).first().locator('h3')).toHaveText('Gate: INVALID_KEY');
      await field(page).fill(message);
      await expect(warning).toBeHidden();
    }
  });
});

test.describe('the answer', () => {
  test('follows the text, and goes with it', async ({ page }) => {
    await page.goto('errors/');
    await field(page).pressSequentially('binance -2015');
    await expect(cards(page).first().locator('h3')).toHaveText('Binance: -2015');
    await expect(status(page)).toHaveText('2 entries fit, the likeliest first.');
    await field(page).fill('the weather');
    await expect(cards(page)).toHaveCount(0);
    await expect(status(page)).toContainText('No documented error fits.');
    await field(page).fill('');
    await expect(status(page)).toBeEmpty();
  });

  test('asks for the exchange where several fit', async ({ page }) => {
    await page.goto('errors/');
    await field(page).fill('{"error":["EAPI:Invalid key"]}');
    await expect(cards(page)).toHaveCount(2);
    await expect(status(page)).toContainText('add its name');
    await field(page).fill('kraken {"error":["EAPI:Invalid key"]}');
    await expect(cards(page).first().locator('h3')).toHaveText('Kraken: EAPI:Invalid key');
    await expect(status(page)).not.toContainText('add its name');
  });

  test('shows markup in the text as text', async ({ page }) => {
    await page.goto('errors/');
    await field(page).fill('<img src=x onerror=alert(1)> okx 50119');
    await expect(cards(page)).toHaveCount(1);
    await expect(page.locator('.error-search img')).toHaveCount(0);
  });

  test('says so when the list cannot be loaded, and tries again', async ({ page, complaints }) => {
    await page.route('**/errors.json', (route) => route.abort());
    await page.goto('errors/');
    await field(page).fill(message);
    await expect(status(page)).toContainText('could not be loaded');
    await page.unroute('**/errors.json');
    await field(page).fill(`${message} `);
    await expect(cards(page)).toHaveCount(1);
    expect(complaints.splice(0).join()).toContain('ERR_FAILED');
  });
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no field, and every error can be read', async ({ page }) => {
    await page.goto('errors/');
    await expect(page.locator('textarea')).toBeHidden();
    const binance = page.locator('details', { hasText: 'Errors of Binance' });
    await binance.locator('summary').click();
    await binance.getByRole('link', { name: '-1021' }).click();
    await expect(page).toHaveURL(/\/errors\/binance\/#error-timestamp$/);
    await expect(page.locator('#error-timestamp .causes')).toBeInViewport();
  });

  for (const { slug, page: address, name, errors, undocumented } of publishedList('root')
    .exchanges) {
    test(`the page of ${slug} has all that programs get`, async ({ page }) => {
      await page.goto(address.slice(1));
      await expect(page.locator('h1')).toHaveText(`Errors of ${name}`);
      for (const error of errors) {
        const entry = page.locator(`#error-${error.id}`);
        for (const code of error.codes ?? []) {
          await expect(entry.locator('h2 code', { hasText: code }).first()).toBeVisible();
        }
        for (const text of error.messages ?? []) await expect(entry).toContainText(text);
        if (error.tellApart !== undefined) await expect(entry).toContainText(error.tellApart);
        await expect(entry.locator('.causes > li')).toHaveCount(error.causes.length);
        for (const [index, { cause, mend, step }] of error.causes.entries()) {
          const item = entry.locator('.causes > li').nth(index);
          await expect(item).toContainText(cause);
          await expect(item).toContainText(mend);
          if (step !== undefined)
            await expect(item.locator('.to-step')).toHaveAttribute('href', step.path);
        }
      }
      for (const { text } of undocumented)
        await expect(page.locator('#not-documented')).toContainText(text);
    });
  }
});

test.describe('is found from', () => {
  const ways = [
    ['the home page', '', 'all errors of all exchanges'],
    ['a guide', 'gate/', 'Or paste the whole message.'],
    ['the page of an exchange', 'errors/gate/', 'Paste a whole message'],
  ] as const;
  for (const [name, from, link] of ways) {
    test(name, async ({ page }) => {
      await page.goto(from);
      await page.getByRole('link', { name: link }).click();
      await expect(page).toHaveURL(/\/errors\/$/);
      await expect(field(page)).toBeVisible();
    });
  }

  test('an address without a page', async ({ page, complaints }) => {
    await page.goto('no-such-exchange/');
    await page.getByRole('link', { name: 'Look up an error message' }).click();
    await expect(page).toHaveURL(/\/errors\/$/);
    complaints.splice(0, 1);
  });
});

test.describe('the tools that readers use', () => {
  test('have the names of their fields beside the values to save', async ({ page }) => {
    await page.goto('okx/');
    const tools = page.locator('#save-credentials details', { hasText: 'CCXT' });
    await tools.locator('summary').click();
    const row = (name: string): Locator => tools.getByRole('row', { name });
    await expect(row('CCXT')).toContainText('Passphrase: password');
    await expect(row('CCXT')).toContainText('myokx EEA (my.okx.com)');
    await expect(row('Freqtrade')).toContainText('API key: key');
    await expect(row('Hummingbot')).toContainText('Secret key: okx_secret_key');
    await expect(row('Variables')).toContainText('Passphrase: OKX_API_PASSPHRASE');
  });

  test('that cannot use the key are named with the reason', async ({ page }) => {
    await page.goto('lbank/');
    const tools = page.locator('#save-credentials details', { hasText: 'CCXT' });
    await tools.locator('summary').click();
    await expect(tools.getByRole('row', { name: 'Hummingbot' })).toContainText(
      /Not supported\s*Hummingbot has no connector for LBank\./,
    );
  });
});

test.describe('in the made-up content', () => {
  test.use({ siteName: 'fixture' });

  test('a closed exchange, and what is not documented, have their place', async ({ page }) => {
    await page.goto('errors/northwind/');
    await expect(page.locator('#not-documented')).toContainText(
      'Wrong clock. No source says what Northwind answers to a wrong clock.',
    );
    await expect(page.locator('#error-bad-signature h2')).toContainText('BAD_SIGNATURE 4001');
    await page.goto('errors/fabrikam/');
    await expect(page.locator('.error')).toHaveCount(1);
  });
});
