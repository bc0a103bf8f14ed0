import { rules } from '../../src/check/rules/index.ts';
import { expect, test } from '../support/test.ts';

test('the contributing page explains every rule, and its links lead somewhere', async ({
  page,
}) => {
  await page.goto('contribute/');
  await expect(page.locator('h1')).toHaveText('Contributing');
  for (const id of Object.keys(rules)) {
    await expect(page.locator(`h3#${id}`), id).toHaveCount(1);
  }
});

test('a guide shows its grade and what is missing for the next', async ({ page }) => {
  await page.goto('gate/');
  await expect(page.locator('.grade')).toHaveText(
    'Grade of this guide: Silver For the next grade: somebody with an account who walks through it.',
  );
  await page.goto('');
  await expect(page.locator('.exchange-list > li').first()).toContainText(/Bronze|Silver|Gold/);
});

test('the report link names page, exchange and use case, and the step that is being read', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('gate/#restrict-ip');
  await expect(page.locator('.contents li.at a')).toHaveAttribute('href', '#restrict-ip');
  const link = page.getByRole('link', { name: 'Report a problem' });
  // The link leads elsewhere; only what it would open is of interest.
  await page.route('https://github.com/**', (route) => route.abort());
  await link.evaluate((element) =>
    element.addEventListener('click', (event) => event.preventDefault()),
  );
  await link.evaluate((element: HTMLAnchorElement) => element.click());
  const url = new URL((await link.getAttribute('href')) ?? '');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    template: 'page-wrong.yml',
    page: '/gate/',
    exchange: 'Gate',
    'use-case': 'Spot trading',
    step: 'restrict-ip',
  });
});

test('the page about leaks leads to the step that deletes keys, at every exchange', async ({
  page,
}) => {
  await page.goto('');
  const names = await page.locator('.exchange-list h3').allTextContents();
  await page.goto('concepts/if-a-key-leaks/');
  const links = page.locator('.prose .pills a');
  await expect(links).toHaveText(names.map((name) => name.trim()));
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute('href', /^\/[a-z-]+\/#revoke-key$/);
  }
});
