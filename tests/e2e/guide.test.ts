import { requiredStepIds } from '../../src/vocabulary/steps.ts';
import { expect, test } from '../support/test.ts';

interface Expected {
  readonly name: string;
  readonly host: string;
  readonly credentials: readonly string[];
  /** Permissions that every use case leaves alone for good. */
  readonly never: readonly string[];
  /** What each use case switches on, with the level; undefined where it is refused. */
  readonly on: Readonly<Record<UseCaseId, readonly (readonly [string, string])[] | undefined>>;
}

type UseCaseId = keyof typeof purposes;

const purposes = {
  'read-only': 'for reading only',
  'spot-trading': 'for spot trading',
  'futures-trading': 'for futures trading',
} as const;

/** What a reader of each page must find; written by hand from the facts. */
const guides: Readonly<Record<string, Expected>> = {
  gate: {
    name: 'Gate',
    host: 'www.gate.com',
    credentials: ['Key', 'Secret'],
    never: ['Custody', 'Withdraw', 'Subaccount', 'P2P'],
    on: {
      'read-only': [
        ['Spot/Margin Trade', 'Read Only'],
        ['Wallet', 'Read Only'],
      ],
      'spot-trading': [['Spot/Margin Trade', 'Read And Write']],
      'futures-trading': [['Perpetual Contract', 'Read And Write']],
    },
  },
  gemini: {
    name: 'Gemini',
    host: 'exchange.gemini.com',
    credentials: ['API Key', 'API Secret'],
    never: ['Fund Management'],
    on: {
      'read-only': [['Auditor', 'On']],
      'spot-trading': [['Trading', 'On']],
      'futures-trading': [['Trading', 'On']],
    },
  },
  binance: {
    name: 'Binance',
    host: 'www.binance.com',
    credentials: ['API Key', 'Secret Key'],
    never: ['Enable Withdrawals', 'Alpha Withdrawals', 'Enable Prediction Trading'],
    on: {
      'read-only': [['Enable Reading', 'On, cannot be changed']],
      'spot-trading': [
        ['Enable Reading', 'On, cannot be changed'],
        ['Enable Spot & Margin & Stock Trading', 'On'],
      ],
      'futures-trading': [
        ['Enable Reading', 'On, cannot be changed'],
        ['Enable Futures', 'On'],
      ],
    },
  },
  okx: {
    name: 'OKX',
    host: 'www.okx.com',
    credentials: ['API key', 'Secret key', 'Passphrase'],
    never: ['Withdraw'],
    on: {
      'read-only': [['Read', 'On, cannot be changed']],
      'spot-trading': [
        ['Read', 'On, cannot be changed'],
        ['Trade', 'On'],
      ],
      'futures-trading': [
        ['Read', 'On, cannot be changed'],
        ['Trade', 'On'],
      ],
    },
  },
  kraken: {
    name: 'Kraken',
    host: 'www.kraken.com',
    credentials: ['API key', 'Private key'],
    never: ['Withdraw', 'Add withdrawal addresses', 'Update withdrawal addresses'],
    on: {
      'read-only': [
        ['Query', 'On'],
        ['Query open orders & trades', 'On'],
        ['Query closed orders & trades', 'On'],
        ['Query ledger entries', 'On'],
      ],
      'spot-trading': [
        ['Query', 'On'],
        ['Query open orders & trades', 'On'],
        ['Query closed orders & trades', 'On'],
        ['Create & modify orders', 'On'],
      ],
      'futures-trading': undefined,
    },
  },
  'kraken-futures': {
    name: 'Kraken Futures',
    host: 'www.kraken.com',
    credentials: ['API key', 'Private key'],
    never: ['Withdrawal API'],
    on: {
      'read-only': [['General API', 'Read only']],
      'spot-trading': undefined,
      'futures-trading': [['General API', 'Full access']],
    },
  },
  coinbase: {
    name: 'Coinbase',
    host: 'portal.cdp.coinbase.com',
    credentials: ['API key name', 'Private key'],
    never: ['Transfer (initiate transfer of funds)'],
    on: {
      'read-only': [['View (read-only)', 'On, cannot be changed']],
      'spot-trading': [
        ['View (read-only)', 'On, cannot be changed'],
        ['Trade (execute trades on your behalf)', 'On'],
      ],
      'futures-trading': [
        ['View (read-only)', 'On, cannot be changed'],
        ['Trade (execute trades on your behalf)', 'On'],
      ],
    },
  },
  lbank: {
    name: 'LBank',
    host: 'www.lbank.com',
    credentials: ['API Key', 'Secret Key'],
    never: ['Withdraw', 'Transfer'],
    on: {
      'read-only': [['Read only', 'On, cannot be changed']],
      'spot-trading': [
        ['Read only', 'On, cannot be changed'],
        ['Trade', 'On'],
      ],
      'futures-trading': [
        ['Read only', 'On, cannot be changed'],
        ['Futures', 'On'],
      ],
    },
  },
  kucoin: {
    name: 'KuCoin',
    host: 'www.kucoin.com',
    credentials: ['Key', 'Secret', 'API Passphrase'],
    never: ['Withdrawal'],
    on: {
      'read-only': [['General', 'On, cannot be changed']],
      'spot-trading': [
        ['General', 'On, cannot be changed'],
        ['Spot Trading', 'On'],
      ],
      'futures-trading': [
        ['General', 'On, cannot be changed'],
        ['Futures Trading', 'On'],
      ],
    },
  },
};

const useCaseIds: readonly UseCaseId[] = ['read-only', 'spot-trading', 'futures-trading'];
const pages = Object.entries(guides).flatMap(([slug, { on, ...guide }]) =>
  useCaseIds.map((id) => ({ ...guide, path: `${slug}/${id}/`, purpose: purposes[id], on: on[id] })),
);

test('every published exchange is among those that are looked at here', async ({ page }) => {
  await page.goto('');
  const shown = await page.locator('.exchange-list h3').allTextContents();
  // BitMart is closing; its page has a test of its own below.
  const expected = [...Object.values(guides).map(({ name }) => name), 'BitMart'];
  expect(shown.map((name) => name.trim()).toSorted()).toEqual(expected.toSorted());
});

for (const guide of pages) {
  if (guide.on === undefined) {
    test(`${guide.path} is refused, with the way to a guide that serves it`, async ({ page }) => {
      await page.goto(guide.path);
      await expect(page.locator('h1')).toContainText(`${guide.name} has no key for`);
      await expect(page.locator('#refusal ~ .note a').first()).toBeVisible();
      await expect(page.locator('section.step')).toHaveCount(0);
    });
    continue;
  }
  const { on: wanted } = guide;

  test(`${guide.path} is whole, and its parts agree`, async ({ page }) => {
    await page.goto(guide.path);

    await test.step('says what it is for and which address to trust', async () => {
      await expect(page.locator('h1')).toHaveText(
        `Create an API key on ${guide.name} ${guide.purpose}`,
      );
      await expect(page.locator('.facts .address b')).toHaveText(guide.host);
      await expect(page.locator('.facts')).toContainText(
        'Checked against documentation on 20 November 2026',
      );
    });

    await test.step('has the required steps as anchors, each with a link to itself', async () => {
      const ids = await page
        .locator('section.step')
        .evaluateAll((steps) => steps.map((step) => step.id));
      expect(ids).toEqual(expect.arrayContaining(requiredStepIds));
      for (const id of ids) {
        await expect(page.locator(`#${id} .step-link`)).toHaveAttribute('href', `#${id}`);
        await expect(page.locator(`.contents a[href="#${id}"]`)).toHaveCount(1);
      }
      await page.goto(`${guide.path}#restrict-ip`);
      await expect(page.locator('#restrict-ip')).toBeInViewport();
    });

    await test.step('table, drawing, overview and checklist name the same settings', async () => {
      // The options of a form stand in a table of the same look, with tags of no kind.
      const rows = page.locator(
        '#set-permissions table.stack tbody tr:has(.tag:is(.on, .off, .never))',
      );
      const table = await rows.evaluateAll((elements) =>
        elements.map((row) => ({
          label: row.querySelector('th')?.firstChild?.textContent?.trim() ?? '',
          setting: row.querySelector('.tag')?.textContent?.trim() ?? '',
          kind: row.querySelector('.tag')?.className.replace('tag ', '') ?? '',
        })),
      );
      const on = table.filter(({ kind }) => kind === 'on');
      const never = table.filter(({ kind }) => kind === 'never');
      expect(on.map(({ label, setting }) => [label, setting])).toEqual(
        wanted.map((pair) => [...pair]),
      );
      expect(never.map(({ label }) => label)).toEqual([...guide.never]);

      const drawn = await page.locator('#set-permissions .s-permission').evaluateAll((elements) =>
        elements.map((row) => ({
          label: row.querySelector('.s-permission-label')?.firstChild?.textContent?.trim() ?? '',
          kind: ['on', 'off', 'never'].find((kind) => row.classList.contains(kind)) ?? '',
          level: row.querySelector('.s-levels .chosen')?.textContent?.trim() ?? 'On',
        })),
      );
      expect(drawn.map(({ label, kind }) => ({ label, kind }))).toEqual(
        table.map(({ label, kind }) => ({ label, kind })),
      );
      expect(drawn.filter(({ kind }) => kind === 'on').map(({ level }) => level)).toEqual(
        // A drawing has no words for a plain box that is on.
        wanted.map(([, level]) => (level.startsWith('On') ? 'On' : level)),
      );

      const overview = page.locator('.glance');
      for (const [label] of wanted) await expect(overview).toContainText(label);
      for (const label of guide.never)
        await expect(overview.locator('.never')).toContainText(label);
      const checklist = page.locator('.checklist');
      for (const [label] of wanted) await expect(checklist).toContainText(label);
      for (const label of guide.never) await expect(checklist).toContainText(label);
    });

    await test.step('draws a screen in every step that creates the key', async () => {
      for (const id of [
        'sign-in',
        'open-api-management',
        'create-key',
        'set-permissions',
        'restrict-ip',
        'confirm-identity',
        'save-credentials',
      ]) {
        const drawings = page.locator(`#${id} figure.screen`);
        expect(await drawings.count(), id).toBeGreaterThan(0);
        for (const drawing of await drawings.all()) {
          await expect(drawing.getByRole('img')).toHaveAttribute('aria-label', /\S+ \S+ \S+/);
          await expect(drawing.locator('.screen-bar')).toContainText(
            guide.host.split('.').slice(-2).join('.'),
          );
          await expect(drawing.locator('figcaption')).toContainText('20 November 2026');
          await expect(
            drawing.locator('a, button, input, select, textarea, [tabindex]'),
          ).toHaveCount(0);
        }
      }
    });

    await test.step('drawings show documentation addresses and no credential', async () => {
      const text = (await page.locator('figure.screen .screen-body').allInnerTexts()).join(' ');
      const addresses = text.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? [];
      expect(addresses.length).toBeGreaterThan(0);
      expect(addresses.filter((address) => !address.startsWith('203.0.113.'))).toEqual([]);
      expect(text).toContain('EXAMPLE-KEY-NOT-REAL');
      expect(text.match(/[A-Za-z0-9+/]{24,}/g) ?? []).toEqual([]);
    });

    await test.step('names the credentials to save', async () => {
      const labels = page.locator('#save-credentials table').first().locator('tbody th');
      await expect(labels).toHaveText([...guide.credentials]);
    });

    await test.step('every fact group leads to numbered sources with a day', async () => {
      const refs = page.locator('.source-refs');
      expect(await refs.count()).toBeGreaterThan(0);
      const targets = await refs
        .locator('a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      for (const target of new Set(targets)) {
        await expect(page.locator(target)).toContainText(/read \d+ \w+ 2026/);
      }
    });

    await test.step('every cause of an error leads to a step of the page', async () => {
      const entries = page.locator('#troubleshooting ~ .entry');
      expect(await entries.count()).toBeGreaterThan(0);
      const steps = await entries
        .locator('.causes .to-step')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(steps.length).toBeGreaterThan(0);
      for (const step of new Set(steps))
        await expect(page.locator(`section.step${step}`)).toHaveCount(1);
    });
  });
}

test('the switch leads from one use case to another and marks the present one', async ({
  page,
}) => {
  await page.goto('gate/');
  const current = page.locator('.use-cases [aria-current="page"]');
  await expect(current).toHaveText('Spot trading');
  await page.getByRole('link', { name: 'Read only' }).click();
  await expect(page).toHaveURL(/\/gate\/read-only\/$/);
  await expect(current).toHaveText('Read only');
  await expect(page.locator('#set-permissions')).toContainText('Read Only');
});

test('the default use case stands at the address of the exchange, which is canonical', async ({
  page,
}) => {
  await page.goto('gate/spot-trading/');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/gate\/$/);
  await page.goto('gate/read-only/');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    /\/gate\/read-only\/$/,
  );
});

test('edit and report links name the file and the page', async ({ page }) => {
  await page.goto('gate/');
  await expect(page.getByRole('link', { name: 'Edit this page' })).toHaveAttribute(
    'href',
    'https://github.com/example-org/exchange-setup-guides/edit/main/content/exchanges/gate/guide.mdx',
  );
  await expect(page.getByRole('link', { name: 'Report a problem' })).toHaveAttribute(
    'href',
    /issues\/new\?template=page-wrong\.yml&page=%2Fgate%2F/,
  );
});

test('the page of BitMart leads with the closing, and teaches no new key', async ({ page }) => {
  await page.goto('bitmart/');
  await expect(page.locator('.lead .note.stop')).toContainText('BitMart is closing; announced for');
  const ids = await page.locator('section.step').evaluateAll((steps) => steps.map(({ id }) => id));
  expect(ids).toEqual(['withdraw-funds', 'export-history', 'revoke-key']);
  await expect(page.locator('.glance, .use-cases, .checklist')).toHaveCount(0);
});
