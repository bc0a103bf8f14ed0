import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { testSites } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

interface Expected {
  /** What goes into the field for addresses; written by hand from the profile and the facts. */
  readonly addresses: string;
  /** The name of the key; undefined where the exchange has no documented field. */
  readonly label: string | undefined;
  /** A sentence that only this exchange needs. */
  readonly says?: string;
  /** The exchange's own label of each value, and the partner's. */
  readonly fields: readonly (readonly [string, string])[];
  readonly canonical: string;
  /** A permission that is on, and one that never is. */
  readonly on: string;
}

interface ExpectedPartner {
  readonly name: string;
  readonly host: string;
  readonly contact: string;
  readonly neverAsks: number;
  readonly exchanges: Readonly<Record<string, Expected>>;
}

/** Exchanges that differ in separator, limit, ranges and IPv6. */
const partners: Readonly<Record<string, ExpectedPartner>> = {
  'example-market-maker': {
    name: 'Example Market Maker',
    host: 'desk.market-maker.example.com',
    contact: 'security@market-maker.example.com',
    neverAsks: 8,
    exchanges: {
      // A comma; at most 20; whether ranges are taken is disputed; no IPv6.
      gate: {
        addresses:
          '203.0.113.10,203.0.113.11,203.0.113.16,203.0.113.17,203.0.113.18,203.0.113.19,198.51.100.24',
        label: 'example-desk',
        says: 'No source says for sure that Gate takes ranges: each address of 203.0.113.16/30 is written out.',
        fields: [
          ['Key', 'API key'],
          ['Secret', 'API secret'],
        ],
        canonical: 'gate/',
        on: 'Spot/Margin Trade',
      },
      // A space; at most 30; nothing documented on ranges and IPv6.
      binance: {
        addresses:
          '203.0.113.10 203.0.113.11 203.0.113.16 203.0.113.17 203.0.113.18 203.0.113.19 198.51.100.24',
        label: 'example-desk',
        says: 'each address of 203.0.113.16/30 is written out',
        fields: [
          ['API Key', 'API key'],
          ['Secret Key', 'API secret'],
        ],
        canonical: 'binance/spot-trading/',
        on: 'Enable Spot & Margin & Stock Trading',
      },
      // A comma; at most 20; ranges and IPv6. Names of keys are letters and digits.
      okx: {
        addresses: '203.0.113.10,203.0.113.11,203.0.113.16/30,198.51.100.24,2001:db8:10::/64',
        label: 'exampledesk',
        says: 'This is “example-desk” in the form that OKX takes.',
        fields: [
          ['API key', 'API key'],
          ['Secret key', 'API secret'],
          ['Passphrase', 'Passphrase'],
        ],
        canonical: 'okx/spot-trading/',
        on: 'Trade',
      },
      // A comma; no documented limit; ranges and IPv6. A private key instead of a secret.
      coinbase: {
        addresses: '203.0.113.10,203.0.113.11,203.0.113.16/30,198.51.100.24,2001:db8:10::/64',
        label: 'example-desk',
        says: 'How many addresses Coinbase takes is not documented.',
        fields: [
          ['API key name', 'API key'],
          ['Private key', 'API secret'],
        ],
        canonical: 'coinbase/spot-trading/',
        on: 'Trade (execute trades on your behalf)',
      },
      // Neither separator nor limit, ranges or IPv6 are documented.
      gemini: {
        addresses: '203.0.113.10\n203.0.113.11\n198.51.100.24',
        label: 'example-desk',
        says: 'What stands between two addresses is not documented for Gemini.',
        fields: [
          ['API Key', 'API key'],
          ['API Secret', 'API secret'],
        ],
        canonical: 'gemini/spot-trading/',
        on: 'Trading',
      },
      // A comma; no documented limit; ranges and IPv6. It calls the secret a private key.
      kraken: {
        addresses: '203.0.113.10,203.0.113.11,203.0.113.16/30,198.51.100.24,2001:db8:10::/64',
        label: 'example-desk',
        says: 'How many addresses Kraken takes is not documented.',
        fields: [
          ['API key', 'API key'],
          ['Private key', 'API secret'],
        ],
        canonical: 'kraken/spot-trading/',
        on: 'Create & modify orders',
      },
    },
  },
  'example-portfolio-tracker': {
    name: 'Example Portfolio Tracker',
    host: 'app.tracker.example.org',
    contact: 'tracker.example.org/help',
    neverAsks: 6,
    exchanges: {
      gate: {
        addresses: '192.0.2.44',
        label: 'example-tracker',
        fields: [
          ['Key', 'Key'],
          ['Secret', 'Secret'],
        ],
        canonical: 'gate/read-only/',
        on: 'Wallet',
      },
      binance: {
        addresses: '192.0.2.44',
        label: 'example-tracker',
        fields: [
          ['API Key', 'Key'],
          ['Secret Key', 'Secret'],
        ],
        canonical: 'binance/read-only/',
        on: 'Enable Reading',
      },
      okx: {
        addresses: '192.0.2.44,2001:db8:20::44',
        label: 'exampletracker',
        fields: [
          ['API key', 'Key'],
          ['Secret key', 'Secret'],
          ['Passphrase', 'Passphrase'],
        ],
        canonical: 'okx/read-only/',
        on: 'Read',
      },
      kucoin: {
        addresses: '192.0.2.44,2001:db8:20::44',
        label: 'example-tracker',
        fields: [
          ['Key', 'Key'],
          ['Secret', 'Secret'],
          ['API Passphrase', 'Passphrase'],
        ],
        canonical: 'kucoin/read-only/',
        on: 'General',
      },
      // A field for the name of the key is not documented.
      'kraken-futures': {
        addresses: '192.0.2.44,2001:db8:20::44',
        label: undefined,
        fields: [
          ['API key', 'Key'],
          ['Private key', 'Secret'],
        ],
        canonical: 'kraken-futures/read-only/',
        on: 'General API',
      },
    },
  },
};

/** What every page of a partner must lead to; kept apart from the code that makes the routes. */
const published = [
  'for/example-market-maker/',
  'for/example-market-maker/feed.xml',
  'for/example-market-maker/#changes',
  'for/example-market-maker/#added-2099-01-01-announced-2026-11-16',
  'for/example-market-maker/#removed-2099-03-31-announced-2026-11-16',
  'for/example-market-maker/binance/',
  'for/example-market-maker/coinbase/',
  'for/example-market-maker/gate/',
  'for/example-market-maker/gate/#check-account',
  'for/example-market-maker/gate/#create-key',
  'for/example-market-maker/gate/#restrict-ip',
  'for/example-market-maker/gate/#set-permissions',
  'for/example-market-maker/gate/#save-credentials',
  'for/example-market-maker/gate/#test-key',
  'for/example-market-maker/gate/#revoke-key',
  'for/example-market-maker/gate/#check-partner',
  'for/example-market-maker/gemini/',
  'for/example-market-maker/kraken/',
  'for/example-market-maker/kraken-futures/',
  'for/example-market-maker/kucoin/',
  'for/example-market-maker/lbank/',
  'for/example-market-maker/okx/#restrict-ip',
  'for/example-portfolio-tracker/',
  'for/example-portfolio-tracker/feed.xml',
  'for/example-portfolio-tracker/binance/#restrict-ip',
  'for/example-portfolio-tracker/coinbase/',
  'for/example-portfolio-tracker/gate/',
  'for/example-portfolio-tracker/gemini/',
  'for/example-portfolio-tracker/kraken/',
  'for/example-portfolio-tracker/kraken-futures/',
  'for/example-portfolio-tracker/kucoin/',
  'for/example-portfolio-tracker/okx/#save-credentials',
];

/** Every text on a page that tells what to enter, in its order. */
async function instructions(page: Page): Promise<string[]> {
  return page
    .locator('.partner-box code, .s-input, .set, #set-permissions tbody, .checklist, h1')
    .evaluateAll((elements) => elements.map((element) => element.textContent));
}

for (const [slug, partner] of Object.entries(partners)) {
  for (const [exchange, wanted] of Object.entries(partner.exchanges)) {
    test(`for/${slug}/${exchange}/ says the same in text, drawing, table and clipboard`, async ({
      page,
      context,
      baseURL,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(`for/${slug}/${exchange}/`);
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

      await test.step('who asks, and that search engines get the guide', async () => {
        await expect(page.locator('h1')).toContainText(`for ${partner.name}`);
        await expect(page.locator('.lead .who')).toContainText(
          `${partner.name} asks you for a key`,
        );
        await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
        const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
        // The usual use case stands at the address of the exchange.
        expect([wanted.canonical, `${exchange}/`]).toContain(
          new URL(canonical ?? '').pathname.slice(1),
        );
        await page.goto(wanted.canonical);
        await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
          'href',
          canonical ?? '',
        );
        await page.goto(`for/${slug}/${exchange}/`);
      });

      await test.step('addresses in the overview and in the step, each behind one button', async () => {
        for (const place of ['section.partner', '#restrict-ip']) {
          const box = page.locator(`${place} [data-copy-box]`).first();
          await expect(box.locator('code')).toHaveText(wanted.addresses, { useInnerText: false });
          expect(await box.locator('code').textContent()).toBe(wanted.addresses);
          await page.evaluate(() => navigator.clipboard.writeText(''));
          await box.getByRole('button').click();
          await expect(box.getByRole('button')).toHaveText('Copied');
          expect(await clipboard()).toBe(wanted.addresses);
        }
        await expect(page.locator('button[data-said]')).toHaveCount(1);
        if (wanted.says !== undefined)
          await expect(page.locator('section.partner')).toContainText(wanted.says);
        // Addresses for documentation are no examples beside those of the partner.
        await expect(page.locator('#restrict-ip')).not.toContainText('reserved for documentation');
      });

      await test.step('addresses and label in the drawings', async () => {
        const drawn = await page
          .locator('.s-input')
          .evaluateAll((fields) => fields.map((field) => field.querySelector('span')?.textContent));
        expect(drawn).toContain(wanted.addresses);
        if (wanted.label !== undefined) expect(drawn).toContain(wanted.label);
      });

      await test.step('the label in the overview and in its step', async () => {
        const labels = page.locator('[data-copy-box]', { hasText: /^example-?/ });
        await expect(labels).toHaveCount(wanted.label === undefined ? 0 : 2);
        for (const box of await labels.all()) {
          await expect(box.locator('code')).toHaveText(wanted.label ?? '');
          await box.getByRole('button').click();
          await expect(box.getByRole('button')).toHaveText('Copied');
          expect(await clipboard()).toBe(wanted.label);
        }
      });

      await test.step('the fields of the partner beside the values', async () => {
        const rows = page.locator('#save-credentials table tbody th');
        await expect(rows).toHaveCount(wanted.fields.length);
        for (const [index, [label, field]] of wanted.fields.entries()) {
          await expect(rows.nth(index)).toContainText(label);
          await expect(rows.nth(index).locator('.partner-field')).toHaveText(
            `Goes into “${field}” in the form of ${partner.name}`,
          );
        }
      });

      await test.step('the permissions of the use case, and the checklist of the partner', async () => {
        await expect(page.locator('.glance .on')).toContainText(wanted.on);
        const checklist = page.locator('.checklist');
        await expect(checklist).toContainText(`This key is for ${partner.name} alone.`);
        await expect(checklist).toContainText(`the form at ${partner.host}, which I opened myself`);
        const count = wanted.addresses.split(/[, \n]/).length;
        await expect(checklist).toContainText(
          `exactly the ${count} ${count === 1 ? 'entry' : 'entries'} of ${partner.name}, and no other.`,
        );
      });

      await test.step('how to check who asks, what they never ask for, and what is ours', async () => {
        const panel = page.locator('section.partner');
        await expect(panel).toContainText('How to check that it is really them');
        await expect(panel).toContainText(partner.contact);
        await expect(panel.locator('.never-asks li')).toHaveCount(partner.neverAsks);
        await expect(panel).toContainText('a permission to withdraw');
        await expect(panel).toContainText(
          `What stands in boxes marked “From ${partner.name}” is its own word`,
        );
        for (const box of await page.locator('.partner-box').all())
          await expect(box.locator('.from')).toHaveText(`From ${partner.name}`);
        // Overview, label (where there is a field) and addresses.
        await expect(page.locator('.partner-box')).toHaveCount(wanted.label === undefined ? 2 : 3);
      });

      await test.step('sources are listed on the guide, one click away', async () => {
        const refs = await page
          .locator('.source-refs a')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
        expect(refs.length).toBeGreaterThan(10);
        expect(new Set(refs.map((href) => href.split('#')[0])).size).toBe(1);
        expect(refs[0]?.split('#')[0]).not.toBe(new URL(page.url()).pathname);
        expect(refs[0]).toMatch(/^\/[a-z]/);
      });

      await test.step('links to the partner lead to its own domain, over https', async () => {
        const own = new URL(baseURL ?? '').origin;
        const links = await page
          .locator('section.partner a')
          .evaluateAll((found) =>
            found.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')),
          );
        const elsewhere = links.filter((href) => new URL(href).origin !== own);
        expect(elsewhere.length).toBeGreaterThan(0);
        const domain = partner.host.split('.').slice(1).join('.');
        for (const href of elsewhere)
          expect(`.${new URL(href).host}`).toMatch(
            new RegExp(`\\.${domain.replaceAll('.', '\\.')}$`),
          );
      });
    });
  }
}

test('every published address of the partners exists, with its anchor', async ({ page }) => {
  for (const address of published.filter((entry) => !entry.endsWith('.xml'))) {
    const response = await page.goto(address.split('#')[0] ?? '');
    expect(response?.status(), address).toBe(200);
    const anchor = address.split('#')[1];
    if (anchor !== undefined) await expect(page.locator(`[id="${anchor}"]`)).toHaveCount(1);
  }
  for (const address of published.filter((entry) => entry.endsWith('.xml')))
    expect((await page.request.get(address)).status()).toBe(200);
});

test('the page of a partner asks for the exchange, and tells the sites apart', async ({ page }) => {
  await page.goto('for/example-market-maker/');
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  const names = await page.locator('.exchange-list h3').allTextContents();
  expect(names.map((name) => name.trim())).toEqual([
    'Binance',
    'Coinbase',
    'Gate',
    'Gemini',
    'Kraken',
    'Kraken Futures',
    'KuCoin',
    'LBank',
    'OKX',
  ]);
  const okx = page.locator('.exchange-list > li', { hasText: 'OKX' });
  await expect(okx).toContainText('Your address bar must say www.okx.com');
  await expect(okx).toContainText('my.okx.com');
  await expect(page.locator('.exchange-list > li', { hasText: 'Kraken Futures' })).toContainText(
    'Futures trading',
  );

  const rows = await page.locator('#addresses ~ .partner-box tbody tr').allInnerTexts();
  expect(rows.map((row) => row.split(/\s*[\t\n]+\s*/))).toEqual([
    ['203.0.113.10', 'In use'],
    ['203.0.113.11', 'In use until 31 March 2099'],
    ['203.0.113.16/30', 'In use'],
    ['198.51.100.24', 'In use from 1 January 2099'],
    ['2001:db8:10::/64', 'In use'],
  ]);
  await expect(page.locator('#changes ~ .partner-box')).toContainText(
    'From 1 January 2099: 198.51.100.24 in use.',
  );
  await page.locator('.exchange-list').getByRole('link', { name: 'Gate', exact: true }).click();
  await expect(page).toHaveURL(/\/for\/example-market-maker\/gate\/$/);
});

test('search engines are not led to the pages of partners', async ({ page }) => {
  const sitemap = await (await page.request.get('sitemap-0.xml')).text();
  expect(sitemap).toContain('/gate/');
  expect(sitemap).not.toContain('/for/');
});

test('the old and the new address stand there with their days', async ({ page }) => {
  await page.goto('for/example-market-maker/kraken/');
  for (const place of ['section.partner', '#restrict-ip'])
    await expect(page.locator(`${place} .partner-box li`)).toHaveText([
      /^From 1 January 2099: 198\.51\.100\.24 in use\. Already among the addresses above/,
      /^After 31 March 2099: 203\.0\.113\.11 no longer in use\. Take it off/,
    ]);
  await expect(page.locator('.checklist')).toContainText(
    'My calendar reminds me to take 203.0.113.11 off the list after 31 March 2099.',
  );
});

test.describe('nothing in the address changes an instruction', () => {
  const evil = '198.51.100.66';
  const attempts = [
    `?addresses=${evil}`,
    `?address=${evil}&label=evil&useCase=futures-trading`,
    `?ip=${evil}&ips=${evil}&allowlist=${evil}`,
    '?partner=evil&exchange=binance&use-case=futures-trading',
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
  ];

  for (const attempt of attempts)
    test(attempt, async ({ page, complaints }) => {
      const address = 'for/example-market-maker/gate/';
      await page.goto(address);
      const title = await page.title();
      const honest = await instructions(page);
      expect(honest.length).toBeGreaterThan(10);
      await page.goto('about:blank');
      await page.goto(`${address}${attempt}`);
      expect(await instructions(page)).toEqual(honest);
      expect(await page.title()).toBe(title);
      await expect(page.locator('main')).not.toContainText(/evil|198\.51\.100\.66/);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.locator('section.partner [data-copy-box] button').first().click();
      await expect(page.locator('button[data-said]')).toHaveCount(1);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(honest[1]);
      expect(complaints).toEqual([]);
    });

  test('and what is copied as the link of the page has neither query nor fragment', async ({
    page,
    context: browser,
  }) => {
    await browser.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`for/example-market-maker/gate/?addresses=${evil}#restrict-ip`);
    await page.getByRole('button', { name: 'Copy the link to this page' }).click();
    await expect(page.locator('button[data-copy-page]')).toHaveText('Link copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /\/for\/example-market-maker\/gate\/$/,
    );
  });
});

test('the feed is RSS 2.0 that announces both changes', async ({ page, baseURL }) => {
  await page.goto('for/example-market-maker/');
  const link = page.locator('link[rel="alternate"][type="application/rss+xml"]');
  await expect(link).toHaveAttribute('href', '/for/example-market-maker/feed.xml');
  const text = await (await page.request.get('for/example-market-maker/feed.xml')).text();
  const feed = await page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'application/xml');
    const of = (element: Element, name: string) =>
      [...element.children].find(({ tagName }) => tagName === name)?.textContent ?? '';
    const channel = parsed.querySelector('rss > channel');
    return {
      error: parsed.querySelector('parsererror')?.textContent,
      version: parsed.documentElement.getAttribute('version'),
      channel: ['title', 'link', 'description', 'language'].map((name) =>
        channel === null ? '' : of(channel, name),
      ),
      items: [...parsed.querySelectorAll('channel > item')].map((item) =>
        ['title', 'link', 'guid', 'pubDate', 'description'].map((name) => of(item, name)),
      ),
    };
  }, text);
  expect(feed.error).toBeUndefined();
  expect(feed.version).toBe('2.0');
  // The feed names the published origin, not this server.
  const home = 'http://localhost:4321/for/example-market-maker/';
  expect(feed.channel).toEqual([
    'Example Market Maker: changes of addresses',
    home,
    'Addresses from which Example Market Maker uses API keys: what is new, and what is given up.',
    'en',
  ]);
  expect(feed.items.map(([title]) => title)).toEqual([
    'After 31 March 2099: 203.0.113.11 no longer in use.',
    'From 1 January 2099: 198.51.100.24 in use.',
  ]);
  for (const [, address = '', guid, date = '', description] of feed.items) {
    expect(guid).toBe(address);
    expect(address.startsWith(`${home}#`)).toBe(true);
    await page.goto(new URL(new URL(address).pathname.slice(1), baseURL).href);
    await expect(page.locator(`[id="${new URL(address).hash.slice(1)}"]`)).toHaveCount(1);
    // RFC 822, as RSS asks for.
    expect(date).toBe('Mon, 16 Nov 2026 00:00:00 GMT');
    expect(description).toContain('Concerns keys at Binance, Gate, Gemini');
  }
  expect(new Set(feed.items.map(([, , guid]) => guid)).size).toBe(2);
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('addresses and label can be read and selected, and no button is shown', async ({ page }) => {
    await page.goto('for/example-market-maker/gate/');
    const box = page.locator('#restrict-ip [data-copy-box]');
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
  await page.goto('for/example-market-maker/gate/');
  await page.locator('#create-key [data-copy-box] button').click();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('example-desk');
});

test('ticks of a partner’s page are its own', async ({ page }) => {
  await page.goto('for/example-market-maker/gate/');
  await page.getByLabel('Step 1 is done').check();
  await page.goto('gate/');
  await expect(page.getByLabel('Step 1 is done')).not.toBeChecked();
  await page.goto('for/example-market-maker/gate/');
  await expect(page.getByLabel('Step 1 is done')).toBeChecked();
});

test('a deployment without examples has no trace of them', () => {
  const { folder } = testSites.guides.build;
  expect(existsSync(path.join(folder, 'gate/index.html'))).toBe(true);
  expect(existsSync(path.join(folder, 'for'))).toBe(false);
  expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).not.toContain('Example Market');
});

test.describe('a partner that needs two keys', () => {
  test.use({ siteName: 'fixture' });

  test('has its addresses shared out among them, with a label for each', async ({ page }) => {
    await page.goto('for/example-desk/northwind/');
    await expect(page.locator('section.partner')).toContainText('needs 2 keys');
    for (const place of ['section.partner', '#restrict-ip']) {
      await expect(page.locator(`${place} .partner-label`, { hasText: 'Under' })).toHaveText([
        'Under “Trusted addresses”, for key 1',
        'Under “Trusted addresses”, for key 2',
      ]);
      const texts = await page.locator(`${place} [data-copy-box] code`).allTextContents();
      expect(texts.slice(0, 2)).toEqual([
        '203.0.113.1,203.0.113.2,203.0.113.64/30',
        '203.0.113.3,198.51.100.4,198.51.100.5',
      ]);
    }
    await expect(page.locator('section.partner [data-copy-box] code').nth(2)).toHaveText(
      'example-desk-1',
    );
    await expect(page.locator('.checklist')).toContainText('3 on key 1 and 3 on key 2');
  });
});
