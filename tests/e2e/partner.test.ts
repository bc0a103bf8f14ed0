import type { Page } from 'playwright/test';
import { madeUpPartner } from '../support/test-content.ts';
import { expect, test } from '../support/test.ts';

const address = `for/${madeUpPartner.slug}/northwind/`;
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Every text on a page that tells what to enter, in its order; the title is the first. */
async function instructions(page: Page): Promise<string[]> {
  return page
    .locator(
      'h1, .do > li, .copy code, .win mark, .win .on, #set-permissions tbody, #checklist, .map',
    )
    .evaluateAll((elements) => elements.map((element) => element.textContent));
}

test('the page of a partner leads to its page for the exchange', async ({ page }) => {
  await page.goto(`for/${madeUpPartner.slug}/`);
  await page.locator('.choose').getByRole('link', { name: 'Northwind' }).click();
  await expect(page).toHaveURL(/\/for\/wingtip-desk\/northwind\/$/);
});

test('each value of the partner stands in the action that needs it, behind one button', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // The addresses are more than one key takes: a path for each key.
  for (const [path, values] of [
    [address, { 'create-key': 'wingtip-desk-1', 'restrict-ip': '9.9.9.1,9.9.9.2,9.9.9.64/30' }],
    [
      `${address}key-2/`,
      { 'create-key': 'wingtip-desk-2', 'restrict-ip': '9.9.9.3,149.112.112.4,149.112.112.5' },
    ],
  ] as const) {
    await page.goto(path);
    await expect(page.locator('.steps [data-copy-box]')).toHaveCount(Object.keys(values).length);
    for (const [step, value] of Object.entries(values)) {
      const box = page.locator(`[id="${step}"] .do > li > [data-copy-box]`);
      await expect(box).toContainText('From Wingtip Desk');
      await expect(box.locator('code')).toHaveText(value);
      const button = box.getByRole('button', { name: /^Copy \S/ });
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await button.click();
      await expect(box.getByRole('button')).toHaveText(/^Copied/);
      await expect(page.locator('button[data-said]')).toHaveCount(1);
      expect(await clipboard(page)).toBe(value);
    }
  }
});

test('the end of the first key leads to the second, and that of the second to nothing more', async ({
  page,
}) => {
  await page.goto(address);
  await page.locator('#done').getByRole('link', { name: 'Then make key 2' }).click();
  await expect(page).toHaveURL(/\/northwind\/key-2\/$/);
  await expect(page.locator('.meta')).toContainText('Key 2 of 2');
  await expect(page.locator('#done').getByRole('link')).toHaveCount(0);
  await page.getByRole('link', { name: 'Another exchange for Wingtip Desk' }).click();
  await expect(page).toHaveURL(/\/for\/wingtip-desk\/$/);
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
      const box = page.locator('#restrict-ip [data-copy-box]');
      await box.getByRole('button').click();
      await expect(page.locator('button[data-said]')).toHaveCount(1);
      expect(await clipboard(page)).toBe('9.9.9.1,9.9.9.2,9.9.9.64/30');
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
