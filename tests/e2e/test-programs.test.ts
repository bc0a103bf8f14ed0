import { builtSite } from '../support/built-sites.ts';
import { testOrigin } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

const folder = 'northwind/spot-trading';
const languages = [
  { label: 'Shell', file: 'test-key.sh', run: 'sh test-key.sh' },
  { label: 'Python', file: 'test-key.py', run: 'python3 test-key.py' },
  { label: 'JavaScript', file: 'test-key.mjs', run: 'node test-key.mjs' },
];

test('the row test-key has a tab for each language, with commands to copy and the program to read', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${folder}/`);
  const step = page.locator('#test-key');
  await expect(step).toBeHidden();
  await page.getByText('Test the key on a computer').click();
  for (const { label, file, run } of languages) {
    await step.getByRole('tab', { name: label }).click();
    const panel = step.getByRole('tabpanel', { name: label });
    await expect(step.getByRole('tabpanel')).toHaveCount(1);
    await panel.getByRole('button', { name: 'Copy' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`curl -fsSO ${testOrigin}/guides/${folder}/${file}\n${run}`);

    await panel.getByText('Read the program').click();
    const shown = panel.locator('details pre');
    await expect(shown).not.toBeEmpty();
    expect(await shown.textContent()).toBe(builtSite('fixture').text(`${folder}/${file}`));
    const link = panel.getByRole('link', { name: `Download ${file}` });
    expect(await link.getAttribute('download')).toBe(`northwind-${file}`);
  }
});

test('the tabs work with the arrow keys', async ({ page }) => {
  await page.goto('northwind/#test-key');
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
    await page.goto('northwind/');
    const step = page.locator('#test-key');
    await page.getByText('Test the key on a computer').click();
    for (const { label, file, run } of languages) {
      await expect(step.getByText(label, { exact: true })).toBeVisible();
      await expect(step.getByText(run)).toBeVisible();
      await expect(step.getByRole('link', { name: `Download ${file}` })).toBeVisible();
    }
    await expect(step.getByRole('button', { name: 'Copy' })).toHaveCount(0);
    await expect(step.getByText('Read the program').first()).toBeHidden();
  });
});
