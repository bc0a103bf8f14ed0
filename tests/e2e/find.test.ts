import type { Page } from 'playwright/test';
import { expect, test } from '../support/test.ts';

/** Finding an exchange on the home page, and on the page for addresses that lead nowhere. */

const heading = (page: Page) => page.locator('#exchanges');
const names = (page: Page) => page.locator('.exchanges > li:not([hidden]) .name');
const field = (page: Page) => page.getByRole('searchbox', { name: 'Which exchange?' });

test('the list follows what is typed: names, former names, addresses', async ({ page }) => {
  await page.goto('./');
  await expect(heading(page)).toHaveText('2 guides');
  await field(page).fill('north');
  await expect(heading(page)).toHaveText('1 guide');
  await expect(names(page)).toHaveText([/Northwind/]);
  await field(page).fill('https://www.northwind.example/account');
  await expect(names(page)).toHaveText([/Northwind/]);
  await field(page).fill('Northwind Coins');
  await expect(names(page)).toHaveText([/Northwind/]);
  await field(page).fill('nortwhind');
  await expect(heading(page)).toHaveText('Did you mean one of these?');
  await field(page).fill('');
  await expect(heading(page)).toHaveText('2 guides');
  await expect(names(page)).toHaveCount(2);
});

test('Enter opens the only guide that is left', async ({ page }) => {
  await page.goto('./');
  await field(page).fill('northwind');
  await field(page).press('Enter');
  await expect(page).toHaveURL(/\/northwind\/$/);
});

test('an exchange without a guide is named, with what to do instead', async ({ page }) => {
  await page.goto('./');
  await field(page).fill('bybit');
  await expect(heading(page)).toHaveText('No guide for Bybit yet');
  await expect(names(page)).toHaveCount(0);
  await expect(page.getByText('What holds everywhere')).toBeVisible();
  await field(page).fill('zzzz <b>');
  await expect(heading(page)).toHaveText('No exchange “zzzz <b>” here');
});

test('an address that leads nowhere names the exchange in it', async ({ page, complaints }) => {
  const wrong = await page.goto('bybit/spot-trading/');
  expect(wrong?.status()).toBe(404);
  await expect(heading(page)).toHaveText('No guide for Bybit yet');
  await page.goto('northwind/no-such-page/');
  await expect(names(page)).toHaveText([/Northwind/]);
  // The browser complains of the status alone.
  expect(complaints.splice(0).filter((complaint) => !complaint.includes('status of 404'))).toEqual(
    [],
  );
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the home page is a plain list, and names what has no guide', async ({ page }) => {
    await page.goto('./');
    await expect(field(page)).toHaveCount(0);
    await expect(names(page)).toHaveCount(2);
    await page.getByText('Exchanges without a guide yet').click();
    await expect(page.getByText('Bybit')).toBeVisible();
  });
});
