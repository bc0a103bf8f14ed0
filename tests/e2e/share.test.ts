import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { pictureReader } from '../../src/check/pictures/recognise.ts';
import { testSites } from '../support/sites.ts';
import { expect, pagesOfSite, test } from '../support/test.ts';

for (const siteName of ['root', 'guides', 'fixture'] as const) {
  const { base, build } = testSites[siteName];
  const origin = 'http://localhost:4321';

  test.describe(`site "${siteName}"`, () => {
    test.use({ siteName, javaScriptEnabled: false });

    test('every page says what to show beside a link to it', async ({ page }) => {
      for (const at of pagesOfSite(siteName)) {
        await page.goto(at);
        const tags = await tagsOf(page);
        const title = await page.title();
        expect(title.startsWith(tags['og:title'] ?? '–'), `${at}: ${title}`).toBe(true);
        expect(tags, at).toMatchObject({
          'og:type': 'website',
          'og:site_name': 'Exchange Setup Guides',
          'og:locale': 'en_GB',
          'og:description': await page.locator('meta[name="description"]').getAttribute('content'),
          // Networks lead to this address: a partner's page must stay that of the partner.
          'og:url': at.startsWith('for/')
            ? `${origin}${base}${at}`
            : await page.locator('link[rel="canonical"]').getAttribute('href'),
          'og:image:type': 'image/png',
          'og:image:width': '1200',
          'og:image:height': '630',
          'twitter:card': 'summary_large_image',
        });
        expect(tags['og:image:alt'], at).toMatch(/\w{3}/);
        const image = tags['og:image'] ?? '';
        expect(image.startsWith(`${origin}${base}og/`), `${at}: ${image}`).toBe(true);
        const file = path.join(build.folder, image.slice(`${origin}${base}`.length));
        const { width, height, format } = await sharp(file).metadata();
        expect({ at, width, height, format }).toEqual({
          at,
          width: 1200,
          height: 630,
          format: 'png',
        });
      }
    });

    test('every picture is small, and a page names it', async ({ page }) => {
      const named = new Set<string>();
      for (const at of pagesOfSite(siteName)) {
        await page.goto(at);
        named.add((await tagsOf(page))['og:image'] ?? '');
        // Pages of the second address of a guide are not in the sitemap.
        for (const link of await page.locator('.use-cases a').all()) {
          const href = await link.getAttribute('href');
          named.add(`${origin}${base}og/${href?.slice(base.length).replace(/\/$/, '')}.png`);
        }
      }
      const folder = path.join(build.folder, 'og');
      const pictures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.png'))
        .map((name) => name.split(path.sep).join('/'));
      expect(pictures.length).toBeGreaterThan(3);
      for (const picture of pictures) {
        expect(readFileSync(path.join(folder, picture)).length, picture).toBeLessThan(100_000);
      }
      const closing = siteName === 'fixture' ? /^fabrikam\// : /^bitmart\//;
      expect(
        pictures.filter(
          (picture) => !named.has(`${origin}${base}og/${picture}`) && !closing.test(picture),
        ),
      ).toEqual([]);
    });
  });
}

/** What each picture must say, written by hand. */
const samples: Readonly<Record<string, readonly string[]>> = {
  'index.png': ['Exchange Setup Guides', 'nothing else', 'We never ask for your key'],
  'gate/spot-trading.png': [
    'Exchange Setup Guides',
    'Gate',
    'Spot trading',
    'Create an API key on',
    '11 steps',
    'Checked against documentation on',
    'November 2026',
    'We never ask for your key',
  ],
  'kraken-futures/read-only.png': ['Kraken Futures', 'Read only', 'for reading only', 'steps'],
  'kraken/futures-trading.png': ['Kraken has no key', 'Futures trading'],
  'bitmart/read-only.png': ['BitMart is closing', 'Leave BitMart safely'],
  'for/example-market-maker.png': [
    'made-up example',
    'API keys for',
    'Market Maker',
    '9 exchanges',
    'Confirmed on',
  ],
  'for/example-market-maker/gate.png': [
    'Spot trading',
    'made-up example',
    'Create an API key on',
    'for Example Market Maker',
    'steps',
  ],
  'concepts/if-a-key-leaks.png': ['Good to know', 'leaks', 'Last read against its sources on'],
};

test('the pictures say it, read by text recognition', async () => {
  test.slow();
  const reader = pictureReader();
  try {
    for (const [picture, texts] of Object.entries(samples)) {
      const bytes = readFileSync(path.join(testSites.root.build.folder, 'og', picture));
      const { rows } = await reader.read(bytes);
      const read = rows.map((row) => row.map(({ text }) => text).join(' ')).join('\n');
      for (const text of texts) expect(read, picture).toContain(text);
    }
  } finally {
    await reader.close();
  }
});

async function tagsOf(page: import('playwright/test').Page): Promise<Record<string, string>> {
  return Object.fromEntries(
    await page
      .locator('meta[property^="og:"], meta[name^="twitter:"]')
      .evaluateAll((tags) =>
        tags.map((tag): [string, string] => [
          tag.getAttribute('property') ?? tag.getAttribute('name') ?? '',
          tag.getAttribute('content') ?? '',
        ]),
      ),
  );
}
