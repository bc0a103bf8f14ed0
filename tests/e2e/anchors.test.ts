import { errorAnchor, questionAnchor, sourceAnchor } from '../../src/site/anchors.ts';
import { expect, test } from '../support/test.ts';

/** Where a hash leads: into what is closed, and on from pages that have no such part any more. */

const partnerGuide = 'for/wingtip-desk/northwind/';

test('a hash opens the row that it names, on a fresh load and in an open page', async ({
  page,
}) => {
  for (const [path, id] of [
    ['northwind/', 'test-key'],
    ['northwind/', 'checklist'],
    ['northwind/read-only/', 'rotate-key'],
    ['northwind/', 'revoke-key'],
    [partnerGuide, 'revoke-key'],
    [partnerGuide, 'check-partner'],
  ] as const) {
    const target = page.locator(`[id="${id}"]`);
    const entry = page
      .locator('details')
      .filter({ has: target })
      .or(page.locator(`details#${id}`));
    await page.goto('about:blank');
    await page.goto(`${path}#${id}`);
    await expect(entry).toHaveAttribute('open');
    await expect(target).toBeInViewport();

    await page.goto('about:blank');
    await page.goto(path);
    await expect(entry).not.toHaveAttribute('open');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, id);
    await expect(entry).toHaveAttribute('open');
    await expect(target).toBeInViewport();
  }
});

test('a link on the page opens the row that it leads to, as often as it is followed', async ({
  page,
}) => {
  await page.goto('northwind/#rotate-key');
  const entry = page.locator('details').filter({ has: page.locator('#revoke-key') });
  for (const _time of [1, 2]) {
    await page.locator('#rotate-key').getByRole('link', { name: 'Delete the old one' }).click();
    await expect(page).toHaveURL(/#revoke-key$/);
    await expect(entry).toHaveAttribute('open');
    await expect(page.locator('#revoke-key')).toBeInViewport();
    await entry.locator('> summary').click();
    await expect(entry).not.toHaveAttribute('open');
  }

  // From a row to a step above, which is open already.
  await page.goto('northwind/#test-key');
  await page.locator('#test-key').getByRole('link', { name: 'the addresses' }).click();
  await expect(page).toHaveURL(/#restrict-ip$/);
  await expect(page.locator('#restrict-ip h2')).toBeInViewport({ ratio: 1 });
});

test('an entry within another opens with it', async ({ page }) => {
  await page.goto('northwind/');
  const inner = page.locator('#test-key details.why').last();
  await inner.evaluate((details) => {
    details.id = 'inner';
  });
  await page.evaluate(() => {
    location.hash = 'inner';
  });
  await expect(inner).toHaveAttribute('open');
  await expect(inner).toBeInViewport();
});

const record = 'northwind/facts/';
const errors = 'errors/northwind/';
/** Anchors of the time before path and record parted, and where their texts stand now. */
const old = [
  [sourceAnchor('help'), record],
  [questionAnchor('key-and-password'), record],
  ['limits', record],
  ['permissions', record],
  ['sources', record],
  [errorAnchor('address-refused'), errors],
] as const;

for (const path of [
  'northwind/',
  'northwind/read-only/',
  'northwind/futures-trading/',
  partnerGuide,
])
  test(`anchors that ${path} had lead on to record and errors`, async ({ page, baseURL }) => {
    for (const [anchor, to] of old) {
      await page.goto('concepts/');
      await page.goto(`${path}#${anchor}`);
      await page.waitForURL(`${baseURL}${to}#${anchor}`);
      await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
      // The page that had it is not in the history.
      await page.goBack();
      await expect(page).toHaveURL(`${baseURL}concepts/`);
    }
  });

test('an old anchor leads on from an open page too, and an unknown one stays', async ({
  page,
  baseURL,
}) => {
  await page.goto('northwind/#nothing-of-the-kind');
  await expect(page.locator('h1')).toBeVisible();
  await expect(page).toHaveURL(`${baseURL}northwind/#nothing-of-the-kind`);
  await page.evaluate(() => {
    location.hash = 'limits';
  });
  await page.waitForURL(`${baseURL}northwind/facts/#limits`);

  // At an exchange that is closing.
  await page.goto('fabrikam/#source-notice');
  await page.waitForURL(`${baseURL}fabrikam/facts/#source-notice`);
  await expect(page.locator('#source-notice')).toBeInViewport();
});
