import type { Page } from 'playwright/test';
import { madeUpPartner } from '../support/test-content.ts';
import { expect, test } from '../support/test.ts';

const address = `for/${madeUpPartner.slug}/northwind/`;
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Every text on a page that tells what to enter, in its order. */
async function instructions(page: Page): Promise<string[]> {
  return page
    .locator('.partner-box code, .s-input, .set, #set-permissions tbody, .checklist, h1')
    .evaluateAll((elements) => elements.map((element) => element.textContent));
}

test('the page of a partner leads to its page for the exchange', async ({ page }) => {
  await page.goto(`for/${madeUpPartner.slug}/`);
  await page.locator('.exchange-list').getByRole('link', { name: 'Northwind' }).click();
  await expect(page).toHaveURL(/\/for\/wingtip-desk\/northwind\/$/);
});

test('addresses and labels are copied as they stand, each behind one button', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address);
  const boxes = page.locator('[data-copy-box]').filter({ has: page.locator('code') });
  const texts = await boxes.locator('code').allTextContents();
  // Two keys: addresses and labels, in the overview and in their steps.
  expect(texts.filter((text) => text === '9.9.9.1,9.9.9.2,9.9.9.64/30')).toHaveLength(2);
  expect(texts.filter((text) => text === 'wingtip-desk-2')).toHaveLength(2);
  expect(texts).toHaveLength(8);
  for (const [index, text] of texts.entries()) {
    const button = boxes.nth(index).getByRole('button');
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await button.click();
    await expect(button).toHaveText('Copied');
    await expect(page.locator('button[data-said]')).toHaveCount(1);
    expect(await clipboard(page)).toBe(text);
  }
});

test('nothing in the address changes an instruction', async ({ page, context, complaints }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const evil = '198.51.100.66';
  await page.goto(address);
  const title = await page.title();
  const honest = await instructions(page);
  expect(honest.length).toBeGreaterThan(10);

  for (const attempt of [
    `?addresses=${evil}`,
    `?address=${evil}&label=evil&useCase=futures-trading`,
    `?ip=${evil}&ips=${evil}&allowlist=${evil}`,
    '?partner=evil&exchange=fabrikam&use-case=futures-trading',
    '?keyLabel=evil&key-label=evil&name=evil',
    `?data=${encodeURIComponent(JSON.stringify({ addresses: [evil] }))}`,
    '?__proto__[addresses]=evil&constructor.prototype.label=evil',
    `?%3Cscript%3Edocument.title='x'%3C/script%3E`,
    '?permissions=withdraw&set=all',
    `#addresses=${evil}`,
    '#restrict-ip?addresses=evil',
    `#:~:text=${evil}`,
    '#<img src=x onerror=alert(1)>',
    `?a=1#restrict-ip&addresses=${evil}`,
    '#step=create-key&partner=evil',
    '#__proto__',
    '#%E0%A4%A',
  ]) {
    await test.step(attempt, async () => {
      await page.goto('about:blank');
      await page.goto(`${address}${attempt}`);
      expect(await instructions(page)).toEqual(honest);
      expect(await page.title()).toBe(title);
      await expect(page.locator('main')).not.toContainText(/evil|198\.51\.100\.66/);
      await page.locator('section.partner [data-copy-box] button').first().click();
      await expect(page.locator('button[data-said]')).toHaveCount(1);
      expect(await clipboard(page)).toBe(honest[1]);
      await page.getByRole('button', { name: 'Copy the link to this page' }).click();
      await expect(page.locator('button[data-copy-page]')).toHaveText('Link copied');
      expect(await clipboard(page)).toMatch(/\/for\/wingtip-desk\/northwind\/$/);
      expect(complaints).toEqual([]);
    });
  }
});

test('the feed is well-formed', async ({ page }) => {
  await page.goto(`for/${madeUpPartner.slug}/`);
  const text = await (await page.request.get(`for/${madeUpPartner.slug}/feed.xml`)).text();
  const fault = await page.evaluate(
    (xml) =>
      new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')
        ?.textContent,
    text,
  );
  expect(fault).toBeUndefined();
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('addresses and label can be read and selected, and no button is shown', async ({ page }) => {
    await page.goto(address);
    const box = page.locator('#restrict-ip [data-copy-box]').first();
    await expect(box.locator('code')).toBeVisible();
    await expect(box.locator('button')).toBeHidden();
    const style = await box.locator('code').evaluate((code) => getComputedStyle(code).userSelect);
    expect(style).toBe('all');
  });
});

test('without a clipboard the text is selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto(address);
  await page.locator('#create-key [data-copy-box] button').first().click();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('wingtip-desk-1');
});
