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
    expect(text('northwind/', 'h1')).toBe('Create an API key on Northwind for spot trading');
    expect(text('northwind/read-only/', 'h1')).toBe(
      'Create an API key on Northwind for reading only',
    );
    expect(text('northwind/', '.facts .address b')).toBe('www.northwind.example');
    expect(text('northwind/', '.facts')).toContain(
      'Checked against documentation on 20 November 2026',
    );
    expect(text('', '.exchange-list > li')).toMatch(/Bronze|Silver|Gold/);
  });

  test('switches on what its use case needs', () => {
    const rows = (path: string) =>
      page(path)
        .all('[id="set-permissions"] table.stack tbody tr')
        .map((row) => [
          textOf(within(row, 'th')[0]).replace(/Trading$|Wallet$/, ''),
          textOf(within(row, '.tag')[0]),
        ]);
    const rest = [
      ['Margin', 'Leave off'],
      ['History', 'Leave off'],
      ['Withdraw', 'Never'],
    ];
    expect(rows('northwind/')).toEqual([
      ['View profile', 'On, cannot be changed'],
      ['Spot', 'View and trade'],
      ...rest,
    ]);
    expect(rows('northwind/read-only/').slice(0, 2)).toEqual([
      ['View profile', 'On, cannot be changed'],
      ['Spot', 'View'],
    ]);
  });

  test('has a step of one use case on its pages alone, and numbers the others without it', () => {
    expect(texts('northwind/', 'section.step')).toHaveLength(12);
    expect(text('northwind/', '[id="revoke-key"] .tick-number')).toBe('12');
    expect(texts('northwind/read-only/', 'section.step')).toHaveLength(11);
    expect(texts('northwind/read-only/', '[id="accept-terms"]')).toEqual([]);
    expect(text('northwind/read-only/', '[id="revoke-key"] .tick-number')).toBe('11');
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
    expect(text(path, 'h1')).toBe('Northwind has no key for “Futures trading”');
    expect(text(path, 'main')).toContain('Northwind has no futures.');
    expect(hrefs(path, 'main a')).toContain('/guides/northwind/spot-trading/');
    expect(text('', '.exchange-list')).toContain('not possible here');
  });

  test('of a closing exchange leads with that and looks after keys alone', () => {
    expect(text('fabrikam/', 'h1')).toBe('Leave Fabrikam safely');
    expect(text('fabrikam/', '.lead .note.stop')).toContain(
      'Fabrikam is closing; announced for 31 January 2027',
    );
    const ids = page('fabrikam/')
      .all('section.step')
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
    const list = text(`for/${slug}/`, '.exchange-list > li');
    expect(list).toContain('Your address bar must say www.northwind.example');
    expect(list).toContain('eu.northwind.example');
    expect(list).toContain('Spot trading');
    expect(texts(`for/${slug}/`, '.exchange-list h3')).toEqual(['Northwind']);
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
    for (const place of ['section.partner', '[id="restrict-ip"]'])
      expect(texts(`for/${slug}/northwind/`, `${place} .partner-box li`)).toEqual(changes);
    expect(text(`for/${slug}/northwind/`, '.checklist')).toContain(
      'My calendar reminds me to take 9.9.9.2 off the list after 31 March 2099.',
    );
  });

  test('shares addresses out among several keys, with a label for each', () => {
    const path = `for/${slug}/northwind/`;
    expect(text(path, 'section.partner')).toContain('needs 2 keys');
    const shares = ['9.9.9.1,9.9.9.2,9.9.9.64/30', '9.9.9.3,149.112.112.4,149.112.112.5'];
    for (const place of ['section.partner', '[id="restrict-ip"]']) {
      expect(
        texts(path, `${place} .partner-label`).filter((words) => words.startsWith('Under')),
      ).toEqual(['Under “Trusted addresses”, for key 1', 'Under “Trusted addresses”, for key 2']);
      expect(texts(path, `${place} [data-copy-box] code`).slice(0, 2)).toEqual(shares);
    }
    expect(texts(path, 'section.partner [data-copy-box] code').slice(2)).toEqual([
      'wingtip-desk-1',
      'wingtip-desk-2',
    ]);
    expect(text(path, '.checklist')).toContain('3 on key 1 and 3 on key 2');
  });

  test('says how to check that it is really them, and what they never ask for', () => {
    const panel = text(`for/${slug}/northwind/`, 'section.partner');
    expect(panel).toContain('How to check that it is really them');
    expect(panel).toContain('help@desk.wingtiptoys.com');
    expect(panel).toContain(`What stands in boxes marked “From ${name}” is its own word`);
    expect(texts(`for/${slug}/northwind/`, '.never-asks li')).toHaveLength(3);
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
  expect(text('embed/northwind/read-only/accept-terms/', '.step-body')).toBe(without);
  expect(hrefs('embed/northwind/read-only/accept-terms/', '.source a')).toEqual([
    '/guides/northwind/read-only/',
  ]);
  expect(text('embed/northwind/futures-trading/sign-in/', '.step-body')).toBe(without);
  expect(texts('embed/northwind/accept-terms/', '.step-body ol > li')).toHaveLength(2);
  expect(text('embed/fabrikam/revoke-key/', '.note.stop')).toContain('Fabrikam is closing');
});

test('a program names the page that it is of, and where its errors are explained', () => {
  const program = builtSite('fixture').text('northwind/spot-trading/test-key.sh');
  expect(program).toContain('/guides/northwind/spot-trading/');
  expect(program).toContain('error-address-refused');
});
