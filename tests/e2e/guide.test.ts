import { requiredStepIds } from '../../src/model/steps.ts';
import { expect, test } from '../support/test.ts';

/** What a reader of each page must find; written by hand from the facts. */
const guides = [
  {
    path: 'gate/',
    title: 'Create an API key on Gate for spot trading',
    host: 'www.gate.com',
    on: [['Spot/Margin Trade', 'Read And Write']],
    never: ['Custody', 'Withdraw', 'Subaccount', 'P2P'],
    credentials: ['Key', 'Secret'],
  },
  {
    path: 'gate/read-only/',
    title: 'Create an API key on Gate for reading only',
    host: 'www.gate.com',
    on: [
      ['Spot/Margin Trade', 'Read Only'],
      ['Wallet', 'Read Only'],
    ],
    never: ['Custody', 'Withdraw', 'Subaccount', 'P2P'],
    credentials: ['Key', 'Secret'],
  },
  {
    path: 'gate/futures-trading/',
    title: 'Create an API key on Gate for futures trading',
    host: 'www.gate.com',
    on: [['Perpetual Contract', 'Read And Write']],
    never: ['Custody', 'Withdraw', 'Subaccount', 'P2P'],
    credentials: ['Key', 'Secret'],
  },
  {
    path: 'gemini/',
    title: 'Create an API key on Gemini for reading only',
    host: 'exchange.gemini.com',
    on: [['Auditor', 'On']],
    never: ['Fund Management'],
    credentials: ['API Key', 'API Secret'],
  },
  {
    path: 'gemini/spot-trading/',
    title: 'Create an API key on Gemini for spot trading',
    host: 'exchange.gemini.com',
    on: [['Trading', 'On']],
    never: ['Fund Management'],
    credentials: ['API Key', 'API Secret'],
  },
  {
    path: 'gemini/futures-trading/',
    title: 'Create an API key on Gemini for futures trading',
    host: 'exchange.gemini.com',
    on: [['Trading', 'On']],
    never: ['Fund Management'],
    credentials: ['API Key', 'API Secret'],
  },
] as const;

for (const guide of guides) {
  test.describe(guide.path, () => {
    test.beforeEach(async ({ page }) => {
      await page.goto(guide.path);
    });

    test('says what it is for and which address to trust', async ({ page }) => {
      await expect(page.locator('h1')).toHaveText(guide.title);
      await expect(page.locator('.facts .address b')).toHaveText(guide.host);
      await expect(page.locator('.facts')).toContainText(
        'Checked against documentation on 20 November 2026',
      );
    });

    test('has the required steps as anchors, each with a link to itself', async ({ page }) => {
      const ids = await page
        .locator('section.step')
        .evaluateAll((steps) => steps.map((step) => step.id));
      expect(ids.toSorted()).toEqual(requiredStepIds.toSorted());
      for (const id of ids) {
        await expect(page.locator(`#${id} .step-link`)).toHaveAttribute('href', `#${id}`);
        await expect(page.locator(`.contents a[href="#${id}"]`)).toHaveCount(1);
      }
      await page.goto(`${guide.path}#restrict-ip`);
      await expect(page.locator('#restrict-ip')).toBeInViewport();
    });

    test('table, drawing, overview and checklist name the same settings', async ({ page }) => {
      const rows = page.locator('#set-permissions table.stack tbody tr');
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
        guide.on.map((pair) => [...pair]),
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
        guide.on.map(([, level]) => level),
      );

      const overview = page.locator('.glance');
      for (const [label] of guide.on) await expect(overview).toContainText(label);
      for (const label of guide.never)
        await expect(overview.locator('.never')).toContainText(label);
      const checklist = page.locator('.checklist');
      for (const [label] of guide.on) await expect(checklist).toContainText(label);
      for (const label of guide.never) await expect(checklist).toContainText(label);
    });

    test('draws a screen in every step that creates the key', async ({ page }) => {
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

    test('drawings show documentation addresses and no credential', async ({ page }) => {
      const text = (await page.locator('figure.screen .screen-body').allInnerTexts()).join(' ');
      const addresses = text.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? [];
      expect(addresses.length).toBeGreaterThan(0);
      expect(addresses.filter((address) => !address.startsWith('203.0.113.'))).toEqual([]);
      expect(text).toContain('EXAMPLE-KEY-NOT-REAL');
      expect(text.match(/[A-Za-z0-9+/]{24,}/g) ?? []).toEqual([]);
    });

    test('names the credentials to save', async ({ page }) => {
      const labels = page.locator('#save-credentials table tbody th');
      await expect(labels).toHaveText([...guide.credentials]);
    });

    test('every fact group leads to numbered sources with a day', async ({ page }) => {
      const refs = page.locator('.source-refs');
      expect(await refs.count()).toBeGreaterThan(10);
      const targets = await refs
        .locator('a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      for (const target of new Set(targets)) {
        await expect(page.locator(target)).toContainText(/read \d+ \w+ 2026/);
      }
    });

    test('every cause of an error leads to a step of the page', async ({ page }) => {
      const entries = page.locator('#troubleshooting ~ .entry');
      expect(await entries.count()).toBeGreaterThanOrEqual(10);
      const steps = await entries
        .locator('.causes .to-step')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(steps.length).toBeGreaterThanOrEqual(10);
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
