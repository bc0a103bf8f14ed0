import { serveWithNginx } from '../../src/tools/nginx.ts';
import { testSites } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

/** What people type on the made-up site and where it must lead, written by hand. */
const ways: readonly (readonly [typed: string, to: string])[] = [
  ['northwind-coins/', 'northwind/'],
  ['northwind-coins/spot-trading/', 'northwind/spot-trading/'],
  ['northwind-coins/#restrict-ip', 'northwind/#restrict-ip'],
  [
    'northwind-coins/read-only/?from=mail#save-credentials',
    'northwind/read-only/?from=mail#save-credentials',
  ],
  ['wide-world/', 'fabrikam/#rotate-key'],
];

test('a page for each path leads on, with anchor and query, and is not in the history', async ({
  page,
  baseURL,
}) => {
  for (const [typed, to] of ways) {
    await page.goto('concepts/');
    await page.goto(typed);
    await page.waitForURL(`${baseURL}${to}`);
    await expect(page.locator('h1')).not.toHaveText('This page has moved');
    await page.goBack();
    await expect(page).toHaveURL(`${baseURL}concepts/`);
  }
});

test('a line to a step leads there, whatever anchor was typed', async ({ page, baseURL }) => {
  await page.goto('wide-world/#sign-in');
  await page.waitForURL(`${baseURL}fabrikam/#rotate-key`);
});

test('a real nginx leads on, with anchor and query', async ({ page, complaints }) => {
  const { build, base } = testSites.fixture;
  const nginx = await serveWithNginx(build.folder, base);
  try {
    for (const [typed, to] of ways) {
      const address = new URL(typed, nginx.url);
      for (const written of [address.href, address.href.replace(/\/(?=[?#]|$)/, '')]) {
        const response = await fetch(written, { redirect: 'manual' });
        expect(response.status, written).toBe(301);
        const { pathname, search, hash } = new URL(to, nginx.url);
        // An anchor that was typed never reaches the server; the browser keeps it.
        const told = pathname + search + (address.hash === '' ? hash : '');
        expect(response.headers.get('location'), written).toBe(told);
      }
      await page.goto(address.href);
      await expect(page).toHaveURL(new URL(to, nginx.url).href);
    }
    expect((await fetch(new URL('no-such-page/', nginx.url))).status).toBe(404);
    expect((await fetch(new URL('northwind-coins/no-such-page/', nginx.url))).status).toBe(404);
    expect((await fetch(nginx.url)).status).toBe(200);
  } finally {
    await nginx.close();
  }
  // Another origin than that of the fixtures, on purpose.
  complaints.splice(0);
});

test('an anchor that moved leads on, on every page that had it', async ({ page, baseURL }) => {
  for (const [from, to] of [
    ['northwind/#name-key', 'northwind/#create-key'],
    ['northwind/read-only/#name-key', 'northwind/read-only/#create-key'],
    // The page that refuses a use case has no steps.
    ['northwind/futures-trading/#name-key', 'northwind/#create-key'],
    ['northwind-coins/#words', 'concepts/example-addresses/'],
  ]) {
    await page.goto(from ?? '');
    await page.waitForURL(`${baseURL}${to}`);
    await page.goto('about:blank');
  }
  await page.goto('northwind/');
  await expect(page.locator('.moved')).toHaveCount(2);
  for (const moved of await page.locator('.moved').all()) await expect(moved).toBeHidden();
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('a page leads on all the same', async ({ page, baseURL }) => {
    await page.goto('northwind-coins/read-only/');
    await page.waitForURL(`${baseURL}northwind/read-only/`);
  });

  test('an anchor that moved shows where it leads', async ({ page, baseURL }) => {
    await page.goto('northwind/#words');
    const moved = page.locator('#words');
    await expect(moved).toBeInViewport();
    await expect(moved).toHaveText('This part has moved. Go there');
    await moved.getByRole('link').click();
    await expect(page).toHaveURL(`${baseURL}concepts/example-addresses/`);
  });
});
