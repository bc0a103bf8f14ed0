import { expect, test } from 'playwright/test';
import { type BuiltPage, textOf, within } from '../support/built-site.ts';
import { builtSite } from '../support/built-sites.ts';
import { testRepository } from '../support/sites.ts';
import { madeUpPartner } from '../support/test-content.ts';

/** What pages say of made-up facts, written by hand beside them (tests/fixtures/content). */

const base = '/guides/';

function page(path: string): BuiltPage {
  const found = builtSite('fixture').page(base + path);
  if (found === undefined) throw new Error(`There is no page ${path}.`);
  return found;
}

function texts(path: string, selector: string): string[] {
  return page(path).all(selector).map(textOf);
}

function text(path: string, selector: string): string {
  return texts(path, selector).join(' ');
}

function hrefs(path: string, selector: string): (string | undefined)[] {
  return page(path)
    .all(selector)
    .map(({ attribs }) => attribs['href']);
}

test.describe('a guide', () => {
  test('says what it is for, which address to trust and how it was checked', () => {
    expect(text('northwind/', 'h1')).toBe('Northwind API key for spot trading');
    expect(text('northwind/read-only/', 'h1')).toBe('Northwind API key for reading only');
    expect(text('northwind/', '.lead .meta')).toBe(
      '8 steps · about 8 minutes · in a browser, not in the app',
    );
    expect(texts('northwind/', '.lead .pill')).toEqual(['www.northwind.example']);
    expect(text('northwind/', '.how')).toMatch(/^Checked on 20 November 2026 against Northwind/);
  });

  test('says what holds today, and the record what holds on other days', () => {
    expect(text('northwind/', '#rotate-key')).toContain('Old keys work for a day');
    expect(text('northwind/', '#rotate-key')).not.toContain('Old keys end at once');
    expect(text('northwind/', '#checklist')).toContain('the trading agreement');
    expect(text('northwind/', '#checklist')).not.toContain('the new trading agreement');
    expect(text('northwind/facts/', '#question-key-and-password')).toContain(
      'Until 1 January 2099:It works like one.',
    );
    expect(text('northwind/facts/', '#question-password-to-come')).toContain(
      'From 1 January 2099 on:From then on it needs',
    );
  });

  test('says what to have ready, without sending the reader away', () => {
    const lines = ['The name of the site that your account is at', 'Your authenticator app'];
    const values = 'A password manager, for 3 values';
    expect(texts('northwind/', '#check-account > ul > li')).toEqual([
      ...lines,
      'Your tool’s IP addresses, from its own website',
      values,
    ]);
    expect(texts(`for/${madeUpPartner.slug}/northwind/`, '#check-account > ul > li')).toEqual([
      ...lines,
      `Your sign-in at ${madeUpPartner.name}`,
      values,
    ]);
  });

  test('switches on what its use case needs', () => {
    const action = (path: string) => textOf(page(path).all('[id="set-permissions"] .do > li')[0]);
    const rows = (path: string) => texts(path, '[id="set-permissions"] table tbody th');
    const rest = '. View profile is on already. Leave every other box empty, above all Withdraw.';
    const off = ['Off: you do not need them', 'Never on'];
    expect(action('northwind/')).toBe(`Tick Spot at View and trade${rest}`);
    expect(rows('northwind/')).toEqual([
      'View profile: on, and cannot be changed',
      'Spot, View and trade',
      ...off,
    ]);
    expect(text('northwind/', '[id="set-permissions"] tbody tr:last-child td')).toBe(
      'Withdraw: can send money away or make further keys.',
    );
    expect(action('northwind/read-only/')).toBe(`Tick Spot at View and History${rest}`);
    expect(rows('northwind/read-only/')).toEqual([
      'View profile: on, and cannot be changed',
      'Spot, View',
      'History',
      ...off,
    ]);
  });

  test('names the values to save, and how tools call them', () => {
    expect(texts('northwind/', '[id="save-credentials"] .why .facts b')).toEqual([
      'Access key',
      'Secret key',
      'Pass phrase',
    ]);
    const tools = page('northwind/facts/').all('[id="tools"] .fact').map(textOf);
    const tool = (name: string) => tools.find((words) => words.startsWith(name)) ?? '';
    expect(tool('CCXT')).toContain('Pass phrase: password');
    expect(tool('CCXT')).toContain('Accounts in the EEA: northwindeu');
    expect(tool('Freqtrade')).toContain('Access key: key');
    expect(tool('Hummingbot')).toMatch(/Not supported\.\s*There is no connector for it\./);
    expect(tool('Variables')).toContain('Pass phrase: NORTHWIND_API_PASSPHRASE');
  });

  test('has a step of one use case on its pages alone, and numbers the others without it', () => {
    expect(texts('northwind/', '.step')).toHaveLength(8);
    expect(text('northwind/', '[id="save-credentials"] .no [aria-hidden]')).toBe('8');
    expect(texts('northwind/read-only/', '.step')).toHaveLength(7);
    expect(texts('northwind/read-only/', '[id="accept-terms"]')).toEqual([]);
    expect(text('northwind/read-only/', '[id="save-credentials"] .no [aria-hidden]')).toBe('7');
  });

  test('replaces a drawing by its capture, in modern formats and several widths', () => {
    const [figure] = page('northwind/').all('[id="save-credentials"] figure.capture');
    const [image] = figure === undefined ? [] : within(figure, 'img');
    const [avif] = figure === undefined ? [] : within(figure, 'source[type="image/avif"]');
    expect(image?.attribs['alt']).toBe(
      'Copy the three values from the green box before you press Done.',
    );
    expect(avif?.attribs['srcset']).toMatch(/360w.+704w/);
    expect(avif?.attribs['sizes']).toMatch(/100vw/);
    expect(figure && textOf(within(figure, 'figcaption')[0])).toBe(
      'Screenshot made on 20 November 2026.',
    );
    expect(texts('northwind/', '[id="save-credentials"] [role="img"]')).toEqual([]);
  });

  test('leads to the file that it is made of, and to the form for reports', () => {
    expect(hrefs('northwind/', '.page-links a')).toEqual([
      expect.stringMatching(
        new RegExp(`^${testRepository}/edit/main/content/exchanges/northwind/`),
      ),
      expect.stringMatching(
        /\/issues\/new\?template=page-wrong\.yml&page=%2Fguides%2Fnorthwind%2F/,
      ),
    ]);
  });

  test('is not made for a use case that the exchange cannot serve, and the reason stands there', () => {
    const path = 'northwind/futures-trading/';
    expect(text(path, 'h1')).toBe('Northwind: no guide for “Futures trading”');
    expect(text(path, 'main')).toContain('Northwind has no futures.');
    expect(hrefs(path, 'main a')).toContain('/guides/northwind/spot-trading/');
    expect(text('', '.exchanges')).toContain('Northwind: no guide for Futures trading');
  });

  test('of a closing exchange leads with that and looks after keys alone', () => {
    expect(text('fabrikam/', 'h1')).toBe('Leave Fabrikam safely');
    expect(text('fabrikam/', '.lead > .care')).toContain(
      'Fabrikam is closing; announced for 31 January 2027',
    );
    const ids = page('fabrikam/')
      .all('.rows > details[open] > .row')
      .map(({ attribs }) => attribs['id']);
    expect(ids).toEqual(['rotate-key', 'revoke-key']);
  });
});

test.describe('a record', () => {
  const path = 'northwind/facts/';

  function row(group: string, name: string): string {
    const rows = page(path)
      .all(`[id="${group}"] .known`)
      .filter((known) => textOf(within(known, 'dt')[0]) === name);
    return rows.map(textOf).join(' ');
  }

  test('says what it is of, and how it was checked', () => {
    expect(text(path, 'h1')).toBe('API keys at Northwind');
    expect(text(path, '#checked')).toContain('Checked on 20 November 2026');
    expect(text(path, '.grade')).toMatch(/^Grade of this guide: \w+\. For the next grade: /);
    expect(hrefs(path, '.uses a')).toEqual([
      '/guides/northwind/read-only/',
      '/guides/northwind/spot-trading/',
      '/guides/errors/northwind/',
    ]);
  });

  test('has all use cases in one table, refused ones with their reason', () => {
    expect(texts(path, '.matrix thead th')).toEqual([
      'Permission',
      'Read only',
      'Spot trading',
      'Futures trading',
    ]);
    const rows = page(path)
      .all('.matrix tr:has(> th[scope="row"])')
      .map((one) => within(one, 'th, td').map(textOf));
    expect(rows).toEqual([
      ['View profile', 'on', 'on', 'not possible'],
      ['Spot', 'View', 'View and trade', 'not possible'],
      ['Margin', 'off', 'off', 'not possible'],
      ['History', 'on', 'off', 'not possible'],
      ['Withdraw', 'never', 'never', 'not possible'],
    ]);
    expect(row('permissions', 'Futures trading: not possible')).toContain(
      'Northwind has no futures.',
    );
  });

  test('names the values to save, and how tools call them', () => {
    expect(texts(path, '[id="credentials"] dt').slice(0, 3)).toEqual([
      'Access key',
      'Secret key',
      'Pass phrase',
    ]);
    expect(row('tools', 'CCXT')).toContain('Pass phrase: password');
    expect(row('tools', 'CCXT')).toContain('Accounts in the EEA: northwindeu');
    expect(row('tools', 'Freqtrade')).toContain('Access key: key');
    expect(row('tools', 'Hummingbot')).toMatch(/Not supported\.\s*There is no connector for it\./);
    expect(row('tools', 'Variables')).toContain('Pass phrase: NORTHWIND_API_PASSPHRASE');
  });

  test('names what is not documented', () => {
    expect(text('fabrikam/facts/', '#tools')).toContain('No names in tools are documented.');
    expect(text('fabrikam/facts/', '#programs')).toContain('no recipe for signing');
  });

  test('of a closing exchange leads with that and makes no keys', () => {
    expect(text('fabrikam/facts/', 'main > header .care')).toContain(
      'Fabrikam is closing; announced for 31 January 2027',
    );
    expect(hrefs('fabrikam/facts/', '.uses a')).toEqual([
      '/guides/fabrikam/',
      '/guides/errors/fabrikam/',
    ]);
  });
});

test.describe('errors', () => {
  test('that are not documented have their place', () => {
    expect(text('errors/northwind/', ':has(> #not-documented)')).toContain(
      'Wrong clock. No source says what Northwind answers to a wrong clock.',
    );
    expect(text('errors/northwind/', '#error-bad-signature h2')).toContain('BAD_SIGNATURE 4001');
  });

  test('of a closed exchange are there', () => {
    expect(texts('errors/fabrikam/', '.error')).toHaveLength(1);
  });
});

test.describe('a page of a partner', () => {
  const { slug, name } = madeUpPartner;

  test('asks for the exchange, and tells its sites apart', () => {
    expect(texts(`for/${slug}/`, '.choose .name')).toEqual([
      expect.stringMatching(/Northwind\s*Spot trading · www\.northwind\.example$/),
    ]);
    expect(text(`for/${slug}/`, '.choose details')).toContain('eu.northwind.example');
  });

  test('has every address with its days, and announces each change', () => {
    const rows = page(`for/${slug}/`)
      .all('[id="addresses"] ~ .partner-box tbody tr')
      .map((row) => row.children.flatMap((cell) => ('attribs' in cell ? textOf(cell) : [])));
    expect(rows).toEqual([
      ['9.9.9.1', 'In use'],
      ['9.9.9.2', 'In use until 31 March 2099'],
      ['9.9.9.64/30', 'In use'],
      ['9.9.9.3', 'In use from 1 January 2099'],
      ['149.112.112.4', 'In use'],
      ['149.112.112.5', 'In use'],
      ['2620:fe::5', 'In use'],
    ]);
    const changes = [
      /^From 1 January 2099: 9\.9\.9\.3 in use\. Already among the addresses above/,
      /^After 31 March 2099: 9\.9\.9\.2 no longer in use\. Take it off/,
    ].map((pattern) => expect.stringMatching(pattern));
    const [added, removed] = changes;
    const reminder = 'My calendar reminds me to take 9.9.9.2 off the list after 31 March 2099.';
    const first = `for/${slug}/northwind/`;
    const second = `${first}key-2/`;
    // Each key has the changes of its own addresses.
    const ahead = '[id="restrict-ip"] .why li:has(> b)';
    expect(texts(first, ahead)).toEqual([removed]);
    expect(texts(second, ahead)).toEqual([added]);
    expect(text(first, '[id="checklist"]')).toContain(reminder);
    expect(text(second, '[id="checklist"]')).not.toContain(reminder);
  });

  test('shares addresses out among several keys, with a page and a label for each', () => {
    const first = `for/${slug}/northwind/`;
    const second = `${first}key-2/`;
    const shares = {
      [first]: ['wingtip-desk-1', '9.9.9.1,9.9.9.2,9.9.9.64/30'],
      [second]: ['wingtip-desk-2', '9.9.9.3,149.112.112.4,149.112.112.5'],
    };
    for (const [path, share] of Object.entries(shares)) {
      expect(texts(path, '.steps .copy code')).toEqual(share);
      expect(texts(path, '.steps .copy small')).toEqual([`From ${name}`, `From ${name}`]);
      expect(text(path, '[id="checklist"]')).toContain(`exactly the 3 addresses of ${name}`);
    }
    expect(text(first, '.meta')).toMatch(/^Key 1 of 2 · /);
    expect(text(second, '.meta')).toMatch(/^Key 2 of 2 · /);
    expect(hrefs(first, '.done a')).toEqual([`/guides/${second}`]);
    expect(hrefs(second, '.done a')).toEqual([]);
  });

  test('says how to check that it is really them, and what they never ask for', () => {
    const path = `for/${slug}/northwind/`;
    expect(text(path, '.lead > .stop')).toBe(`${name} never asks for withdrawal.`);
    const panel = text(path, '[id="check-partner"]');
    expect(panel).toMatch(/^Is this really Wingtip Desk\?/);
    expect(panel).toContain('help@desk.wingtiptoys.com');
    expect(panel).toContain('your password, at the exchange or anywhere else');
    expect(panel).toContain('Purple boxes hold its own words, confirmed on 20 November 2026');
  });

  test('says where the key goes, and in which fields', () => {
    const path = `for/${slug}/northwind/`;
    expect(text(path, '.done .pill')).toBe('app.desk.wingtiptoys.com');
    expect(texts(path, '.done dt')).toEqual(['Access key', 'Secret key', 'Pass phrase']);
    expect(texts(path, '.done dd')).toEqual(['Key', 'Secret', 'Passphrase']);
  });

  test('of an example is not on a deployment without examples', () => {
    const { files, pages } = builtSite('fixture');
    expect([...files].filter((file) => file.includes('example-desk'))).toEqual([]);
    expect(pages.filter(({ html }) => html.includes('Example Desk'))).toEqual([]);
    expect([...files].filter((file) => file.startsWith(`for/${slug}/`)).length).toBeGreaterThan(2);
  });
});

test('the feed of a partner announces both changes', () => {
  const feed = builtSite('fixture').text(`for/${madeUpPartner.slug}/feed.xml`);
  const titles = [...feed.matchAll(/<item><title>([^<]+)/g)].map(([, title]) => title);
  expect(feed).toContain('<rss version="2.0">');
  expect(titles).toEqual([
    'After 31 March 2099: 9.9.9.2 no longer in use.',
    'From 1 January 2099: 9.9.9.3 in use.',
  ]);
  // RFC 822, as RSS asks for.
  expect(feed).toContain('<pubDate>Sun, 01 Nov 2026 00:00:00 GMT</pubDate>');
  expect(feed).toContain('Concerns keys at Northwind');
});

test('an embedded step says so where the guide is without it', () => {
  const without = 'This step is not part of this guide, or no longer. The whole guide has the way.';
  expect(text('embed/northwind/read-only/accept-terms/', 'main > p:not([class])')).toBe(without);
  expect(hrefs('embed/northwind/read-only/accept-terms/', '.source a')).toEqual([
    '/guides/northwind/read-only/',
  ]);
  expect(text('embed/northwind/futures-trading/sign-in/', 'main > p:not([class])')).toBe(without);
  expect(texts('embed/northwind/accept-terms/', '.do > li')).toHaveLength(2);
  expect(text('embed/fabrikam/revoke-key/', '.care')).toContain('Fabrikam is closing');
});

test('a program names the page that it is of, and where its errors are explained', () => {
  const program = builtSite('fixture').text('northwind/spot-trading/test-key.sh');
  expect(program).toContain('/guides/northwind/spot-trading/');
  expect(program).toContain('error-address-refused');
});
