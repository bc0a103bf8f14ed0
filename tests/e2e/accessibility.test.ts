import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { type BuiltPage, type PageKind, pageKinds } from '../support/built-site.ts';
import { builtSite } from '../support/built-sites.ts';
import { openDetails, sticksOut } from '../support/layout.ts';
import { type TestSiteName, testSiteNames } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

/**
 * One page of each kind, the longest: pages of a kind are made of the same parts, and
 * what can be read from files is read from the files of all (tests/site).
 */
for (const kind of pageKinds) {
  const { siteName, page: built } = longest(kind);
  const isPath = kind === 'guide' || kind === 'partner-guide' || kind === 'closing';

  test.describe(`a page of the kind "${kind}"`, () => {
    test.use({ siteName });

    test('is accessible in light and dark, fits a narrow screen and sets no cookie', async ({
      page,
      context,
    }) => {
      await page.emulateMedia({ colorScheme: 'light' });
      if (kind === 'moved') await keepFromLeadingOn(page);
      await page.goto(built.path.slice(1));
      // A path is read closed; opened, it is another page.
      if (isPath) expect(await violationsOf(page)).toEqual([]);
      await openDetails(page);
      expect(await violationsOf(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      // Only contrast depends on the colours.
      expect(await violationsOf(page, ['color-contrast'])).toEqual([]);

      await page.setViewportSize({ width: kind === 'embedded-step' ? 280 : 320, height: 640 });
      // A narrow page closes its contents.
      await openDetails(page);
      expect(await sticksOut(page)).toEqual([]);
      expect(await context.cookies()).toEqual([]);
    });
  });
}

/** The page of a kind with the most HTML, of all sites. Throws where no site has one. */
function longest(kind: PageKind): { siteName: TestSiteName; page: BuiltPage } {
  const [first] = testSiteNames
    .flatMap((siteName) =>
      builtSite(siteName)
        .pages.filter((page) => page.kind === kind)
        .map((page) => ({ siteName, page })),
    )
    .toSorted((a, b) => b.page.html.length - a.page.html.length);
  if (first === undefined) throw new Error(`No site has a page of the kind "${kind}".`);
  return first;
}

/** Takes away the script by which a page that has moved leads on before anybody sees it. */
async function keepFromLeadingOn(page: Page): Promise<void> {
  await page.route('**/', async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(/<script type="module"[\s\S]*?<\/script>/g, '');
    await route.fulfill({ response, body: html });
  });
}

/** What axe has against the page, by its rules or some of them. */
async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  // Axe describes one element for each rule that holds, instead of every one.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('with forced colours, what is set, ringed or urgent is told by more than its colour', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('northwind/');
  const styleOf = (selector: string, pseudo?: string): Promise<Record<string, string>> =>
    page
      .locator(selector)
      .first()
      .evaluate((element, which) => {
        const { borderStyle, outlineStyle, backgroundColor } = getComputedStyle(element, which);
        return { borderStyle, outlineStyle, backgroundColor };
      }, pseudo);
  expect(await styleOf('.win mark')).toMatchObject({ outlineStyle: 'solid' });
  expect(await styleOf('.mk')).toMatchObject({ outlineStyle: 'solid' });
  for (const [selector, pseudo] of [
    ['.care', undefined],
    ['.done', undefined],
    ['.shot', undefined],
    ['.do > li', '::before'],
    ['[data-n]', '::before'],
  ] as const)
    expect(await styleOf(selector, pseudo), selector).toMatchObject({ borderStyle: 'solid' });
  const on = await styleOf('.sw.on i');
  const off = await styleOf('.sw:not(.on) i');
  expect(on['backgroundColor']).not.toBe(off['backgroundColor']);
  const chosen = await styleOf('.opts .chosen i');
  const other = await styleOf('.opts span:not(.chosen) i');
  expect(chosen['backgroundColor']).not.toBe(other['backgroundColor']);
});
