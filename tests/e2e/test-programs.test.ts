import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../support/test.ts';
import { testSites } from '../support/sites.ts';

const languages = [
  { label: 'Shell', file: 'test-key.sh', run: 'sh test-key.sh' },
  { label: 'Python', file: 'test-key.py', run: 'python3 test-key.py' },
  { label: 'JavaScript', file: 'test-key.mjs', run: 'node test-key.mjs' },
];

test('step test-key has a tab for each language, with commands to copy and the program to read', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('okx/spot-trading/#test-key');
  const step = page.locator('#test-key');
  for (const { label, file, run } of languages) {
    await step.getByRole('tab', { name: label }).click();
    const panel = step.getByRole('tabpanel', { name: label });
    await expect(step.getByRole('tabpanel')).toHaveCount(1);
    await panel.getByRole('button', { name: 'Copy' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const [fetching = '', running] = copied.split('\n');
    expect(fetching).toMatch(/^curl -fsSO https?:\/\/\S+\/okx\/spot-trading\/test-key\.\w+$/);
    expect(running).toBe(run);
    expect(new URL(fetching.split(' ').at(-1) ?? '').pathname).toBe(
      new URL(`okx/spot-trading/${file}`, page.url().replace(/okx\/.*/, '')).pathname,
    );

    await panel.getByText('Read the program').click();
    const shown = panel.locator('details pre');
    await expect(shown).not.toBeEmpty();
    const built = path.join(testSites.root.build.folder, 'okx/spot-trading', file);
    expect(await shown.textContent()).toBe(await readFile(built, 'utf8'));
    const link = panel.getByRole('link', { name: `Download ${file}` });
    expect(await link.getAttribute('download')).toBe(`okx-${file}`);
    expect((await page.request.get((await link.getAttribute('href')) ?? '')).ok()).toBe(true);
  }
});

test('the tabs work with the arrow keys', async ({ page }) => {
  await page.goto('gate/#test-key');
  const tabs = page.locator('#test-key').getByRole('tab');
  await tabs.first().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(tabs.last()).toBeFocused();
  await expect(tabs.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(tabs.first()).toBeFocused();
  await expect(page.locator('#test-key').getByRole('tabpanel', { name: 'Shell' })).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every language stands there to be downloaded', async ({ page }) => {
    await page.goto('gate/');
    const step = page.locator('#test-key');
    for (const { label, file, run } of languages) {
      await expect(step.getByRole('heading', { name: label })).toBeVisible();
      await expect(step.getByText(run)).toBeVisible();
      await expect(step.getByRole('link', { name: `Download ${file}` })).toBeVisible();
    }
    await expect(step.getByRole('button', { name: 'Copy' })).toHaveCount(0);
  });
});

test('a language that cannot sign says so, and has no file', async ({ page }) => {
  await page.goto('coinbase/#test-key');
  await page.locator('#test-key').getByRole('tab', { name: 'Python' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Python' })).toContainText('cannot make this');
  expect((await page.request.get('/coinbase/test-key.py')).status()).toBe(404);
  expect((await page.request.get('/coinbase/test-key.sh')).ok()).toBe(true);
});

test('the program of the page of an exchange is that of its default use case', async () => {
  const folder = testSites.root.build.folder;
  for (const { file } of languages) {
    const own = await readFile(path.join(folder, 'gate', file), 'utf8');
    expect(own).toBe(await readFile(path.join(folder, 'gate/spot-trading', file), 'utf8'));
    expect(own).toContain('/gate/spot-trading/');
    expect(own).toContain('error-ip-forbidden');
  }
});

test('pages that create no key offer no program', async ({ page }) => {
  for (const address of ['bitmart/', 'kraken/futures-trading/']) {
    await page.goto(address);
    await expect(page.getByText('Download test-key')).toHaveCount(0);
  }
});
