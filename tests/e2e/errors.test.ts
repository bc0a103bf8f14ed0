import type { Locator, Page } from 'playwright/test';
import { builtSite } from '../support/built-sites.ts';
import { errorListOf } from '../support/site-checks/data.ts';
import { expect, test } from '../support/test.ts';

const field = (page: Page): Locator => page.getByLabel('From the tool’s log');
const cards = (page: Page): Locator => page.locator('.error-search article');
const status = (page: Page): Locator => page.locator('[data-status]');

const message =
  'ccxt.base.errors.AuthenticationError: northwind {"msg":"The signature does not match.","code":"4001"}';

test('leads from a pasted message to the step that puts it right', async ({ page }) => {
  await page.goto('errors/');
  await field(page).fill(message);
  await expect(cards(page)).toHaveCount(1);
  const card = cards(page).first();
  await expect(card.locator('h3')).toHaveText(/^Northwind: /);
  await expect(card).toContainText('Recognised by: 4001, The signature does not match.');
  await expect(card.locator('.tell-apart')).toContainText('it is the secret');
  await expect(card.locator('.causes > li')).toHaveCount(1);
  await expect(status(page)).toHaveText('Northwind says exactly this:');
  await card.getByRole('link', { name: 'Step: Save the values' }).click();
  await expect(page).toHaveURL(/\/northwind\/#save-credentials$/);
  await expect(page.locator('#save-credentials')).toBeInViewport();
});

test.describe('the real list', () => {
  test.use({ siteName: 'real' });

  test('is searched: the code of an exchange leads to its entry', async ({ page }) => {
    const entries = errorListOf(builtSite('real')).exchanges.flatMap(({ name, errors }) => {
      const code = errors.flatMap(({ codes }) => codes).find((text) => text.length > 3);
      return code === undefined ? [] : [{ name, code }];
    });
    expect(entries.length).toBeGreaterThan(2);
    await page.goto('errors/');
    for (const { name, code } of entries.slice(0, 3)) {
      await field(page).fill(`${name} answered: ${code}`);
      await expect(cards(page).first().locator('h3')).toContainText(`${name}: `);
      await expect(cards(page).first()).toContainText(code);
    }
  });
});

test.describe('what is pasted stays on the device', () => {
  test('nothing is requested but the index, then the file of the exchange that the text names', async ({
    page,
    context,
  }) => {
    await page.goto('errors/', { waitUntil: 'networkidle' });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await field(page).focus();
    await page.waitForLoadState('networkidle');
    const seen = () => requests.map((request) => request.replace(/ http:\/\/[^/]+/, ' '));
    expect(seen()).toEqual(['GET /guides/api/v1/error-index.json']);
    for (const text of [message, 'northwind 4001', 'HTTP 403', 'nothing of the kind']) {
      await field(page).fill(text);
      await expect(status(page)).not.toBeEmpty();
    }
    await page.waitForLoadState('networkidle');
    expect(seen()).toEqual([
      'GET /guides/api/v1/error-index.json',
      'GET /guides/api/v1/ccxt-errors.json',
      'GET /guides/api/v1/errors/northwind.json',
    ]);
    expect(await context.cookies()).toEqual([]);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    );
    expect(kept).toBe('[{},{}]');
    expect(page.url()).not.toContain('northwind');
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
  });

  test('a text that may hold a key brings a warning, and another text none', async ({ page }) => {
    const warning = page.getByText('This text may hold');
    await page.goto('errors/');
    await expect(warning).toBeHidden();
    const hex = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
    for (const secret of [hex, '-----BEGIN EC PRIVATE KEY-----\nabc', `key=${hex}`]) {
      await field(page).fill(`northwind ADDRESS_REFUSED\n${secret}`);
      await expect(warning).toBeVisible();
      await expect(warning).toContainText(/a (?:key|secret) \(“.{6}…”\)/);
      // The error is explained all the same.
      await expect(cards(page).first()).toContainText('ADDRESS_REFUSED');
      await field(page).fill(message);
      await expect(warning).toBeHidden();
    }
  });
});

test.describe('the answer', () => {
  test('follows the text, and goes with it', async ({ page }) => {
    await page.goto('errors/');
    await field(page).pressSequentially('northwind ADDRESS_REFUSED');
    await expect(cards(page).first().locator('h3')).toHaveText('Northwind: ADDRESS_REFUSED');
    await field(page).fill('the weather');
    await expect(cards(page)).toHaveCount(0);
    await expect(status(page)).toContainText('Nothing here is known to us');
    await field(page).fill('');
    await expect(status(page)).toBeEmpty();
  });

  test('a text of an exchange without a guide gets no card of another, but what is wrong', async ({
    page,
  }) => {
    await page.goto('errors/');
    await field(page).fill(
      'Bybit {"code":"ADDRESS_REFUSED","msg":"Your IP is not in the whitelist."}',
    );
    await expect(status(page)).toHaveText('We have no guide for Bybit yet. What holds everywhere:');
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page).locator('h3')).toHaveText('Address not listed');
    await expect(cards(page)).not.toContainText('Northwind');
  });

  test('a text that names nobody is answered in general, and asks for nothing', async ({
    page,
  }) => {
    await page.goto('errors/');
    await field(page).fill(
      'Error: Could not deserialize key data. The data may be in an incorrect format',
    );
    await expect(status(page)).toHaveText(
      'The text does not name the exchange. It is probably this:',
    );
    await expect(cards(page).locator('h3')).toHaveText('A value has the wrong form');
  });

  test('a lone status says that it cannot tell, with the causes and the steps of the exchange', async ({
    page,
  }) => {
    await page.goto('errors/');
    await field(page).fill('northwind 401');
    await expect(status(page)).toContainText('Northwind. It is one of these, the likeliest first:');
    await expect(status(page)).toContainText('The status 401 alone cannot tell why.');
    await expect(cards(page)).not.toHaveCount(0);
    await page.getByRole('link', { name: 'Step: Bind the key to addresses' }).click();
    await expect(page).toHaveURL(/\/northwind\/#restrict-ip$/);
  });

  test('shows markup in the text as text', async ({ page }) => {
    await page.goto('errors/');
    await field(page).fill('<img src=x onerror=alert(1)> northwind 4001');
    await expect(cards(page)).toHaveCount(1);
    await expect(page.locator('.error-search img')).toHaveCount(0);
  });

  test('says so when the list cannot be loaded, and tries again', async ({ page, complaints }) => {
    await page.route('**/error-index.json', (route) => route.abort());
    await page.goto('errors/');
    await field(page).fill(message);
    await expect(status(page)).toContainText('could not be loaded');
    await page.unroute('**/error-index.json');
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
    await page.locator('main').getByRole('link', { name: 'Northwind', exact: true }).click();
    await expect(page).toHaveURL(/\/errors\/northwind\/$/);
    await expect(page.locator('#error-address-refused .causes')).toContainText(/\w/);
  });
});
