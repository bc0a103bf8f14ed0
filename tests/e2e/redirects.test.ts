import { readFileSync } from 'node:fs';
import path from 'node:path';
import { serveWithNginx } from '../../src/tools/nginx.ts';
import { testSites } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

/** What people type and where it must lead, written by hand: kept apart from redirects.yaml. */
const ways: readonly (readonly [typed: string, to: string])[] = [
  ['gate-io/', 'gate/'],
  ['gateio/', 'gate/'],
  ['gate.io/', 'gate/'],
  ['gate-io/spot-trading/', 'gate/spot-trading/'],
  ['gate-io/#restrict-ip', 'gate/#restrict-ip'],
  ['gate-io/read-only/?from=mail#save-credentials', 'gate/read-only/?from=mail#save-credentials'],
  ['okex/', 'okx/'],
  ['okex/futures-trading/', 'okx/futures-trading/'],
  ['binance-com/', 'binance/'],
  ['coinbase-pro/', 'coinbase/'],
  ['coinbase-advanced/', 'coinbase/'],
  ['gdax/', 'coinbase/'],
  ['kraken-pro/', 'kraken/'],
  ['krakenfutures/', 'kraken-futures/'],
  ['cryptofacilities/read-only/', 'kraken-futures/read-only/'],
  ['kucoin-futures/', 'kucoin/futures-trading/'],
  ['l-bank/', 'lbank/'],
  ['bit-mart/', 'bitmart/'],
];

for (const siteName of ['root', 'guides'] as const) {
  test.describe(`site "${siteName}"`, () => {
    test.use({ siteName });

    test('a page for each path leads on, with anchor and query', async ({ page, baseURL }) => {
      for (const [typed, to] of ways) {
        await page.goto(typed);
        await page.waitForURL(`${baseURL}${to}`);
        await expect(page.locator('h1')).not.toHaveText('This page has moved');
        await page.goto('about:blank');
      }
    });

    test('the page in between is not in the history', async ({ page, baseURL }) => {
      await page.goto('concepts/');
      await page.goto('gate-io/#restrict-ip');
      await page.waitForURL(`${baseURL}gate/#restrict-ip`);
      await page.goBack();
      await expect(page).toHaveURL(`${baseURL}concepts/`);
    });

    test('a real nginx leads on, with anchor and query', async ({ page, complaints }) => {
      const { build, base } = testSites[siteName];
      const nginx = await serveWithNginx(build.folder, base);
      try {
        for (const [typed, to] of ways) {
          const address = new URL(typed, nginx.url);
          for (const written of [address.href, address.href.replace(/\/(?=[?#]|$)/, '')]) {
            const response = await fetch(written, { redirect: 'manual' });
            expect(response.status, written).toBe(301);
            const expected = new URL(to, nginx.url);
            expect(response.headers.get('location'), written).toBe(
              expected.pathname + expected.search,
            );
          }
          // The anchor never reaches the server: the browser keeps it.
          await page.goto(address.href);
          await expect(page).toHaveURL(new URL(to, nginx.url).href);
        }
        expect((await fetch(new URL('no-such-page/', nginx.url))).status).toBe(404);
        expect((await fetch(new URL('gate-io/no-such-page/', nginx.url))).status).toBe(404);
        expect((await fetch(nginx.url)).status).toBe(200);
      } finally {
        await nginx.close();
      }
      // Another origin than that of the fixtures, on purpose.
      complaints.splice(0);
    });

    test('pages that lead on are not listed, and name the page as the one to keep', async ({
      page,
      request,
    }) => {
      const { base, build } = testSites[siteName];
      const sitemap = readFileSync(path.join(build.folder, 'sitemap-0.xml'), 'utf8');
      expect(sitemap).toContain(`${base}gate/<`);
      expect(sitemap).not.toContain('gate-io');
      const html = await (await request.get('gate-io/spot-trading/')).text();
      await page.goto('about:blank');
      await page.setContent(html);
      await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
        'href',
        `http://localhost:4321${base}gate/spot-trading/`,
      );
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
    });

    test('hosts that read _redirects find every path', () => {
      const { base, build } = testSites[siteName];
      const lines = readFileSync(path.join(build.folder, '_redirects'), 'utf8').split('\n');
      for (const [typed, to] of ways.filter(([written]) => !/[?#]/.test(written))) {
        expect(lines).toContain(`${base}${typed} ${base}${to} 301`);
        expect(lines).toContain(`${base}${typed.slice(0, -1)} ${base}${to} 301`);
      }
    });
  });
}

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('a page leads on all the same', async ({ page, baseURL }) => {
    await page.goto('gate-io/read-only/');
    await page.waitForURL(`${baseURL}gate/read-only/`);
  });
});

test.describe('on the made-up site', () => {
  test.use({ siteName: 'fixture' });

  test('a line to a step leads there, whatever anchor was typed', async ({ page, baseURL }) => {
    await page.goto('wide-world/#sign-in');
    await page.waitForURL(`${baseURL}fabrikam/#rotate-key`);
  });

  test('an anchor that moved leads on, on every page that had it', async ({ page, baseURL }) => {
    await page.goto('northwind/#name-key');
    await page.waitForURL(`${baseURL}northwind/#create-key`);
    await page.goto('about:blank');
    await page.goto('northwind/read-only/#name-key');
    await page.waitForURL(`${baseURL}northwind/read-only/#create-key`);
    await page.goto('about:blank');
    await page.goto('northwind-coins/#words');
    await page.waitForURL(`${baseURL}concepts/example-addresses/`);
    await page.goto('northwind/');
    await expect(page.locator('.moved')).toHaveCount(2);
    for (const moved of await page.locator('.moved').all()) await expect(moved).toBeHidden();
  });

  test.describe('with scripts off', () => {
    test.use({ javaScriptEnabled: false });

    test('an anchor that moved shows where it leads', async ({ page, baseURL }) => {
      await page.goto('northwind/#words');
      const moved = page.locator('#words');
      await expect(moved).toBeInViewport();
      await expect(moved).toHaveText('This part has moved. Go there');
      await moved.getByRole('link').click();
      await expect(page).toHaveURL(`${baseURL}concepts/example-addresses/`);
    });
  });
});
