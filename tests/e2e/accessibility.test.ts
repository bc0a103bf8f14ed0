import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { type BuiltPage, type PageKind, pageKinds } from '../support/built-site.ts';
import { builtSite } from '../support/built-sites.ts';
import { type TestSiteName, testSiteNames } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

/**
 * One page of each kind, the longest: pages of a kind are made of the same parts, and
 * what can be read from files is read from the files of all (tests/site).
 */
for (const kind of pageKinds) {
  const { siteName, page: built } = longest(kind);

  test.describe(`a page of the kind "${kind}"`, () => {
    test.use({ siteName });

    test('is accessible in light and dark, fits a narrow screen and sets no cookie', async ({
      page,
      context,
    }) => {
      await page.emulateMedia({ colorScheme: 'light' });
      if (kind === 'moved') await keepFromLeadingOn(page);
      await page.goto(built.path.slice(1));
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

async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** What axe has against the page, by its rules or some of them. */
async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  // Axe describes one element for each rule that holds, instead of every one.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Elements that reach beyond the right edge; code blocks scroll by themselves. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const found = [...document.body.querySelectorAll('*')].filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      const exempt = element.closest('pre, .visually-hidden, thead, .skip') !== null;
      return element.checkVisibility() && width > 0 && right > limit + 0.5 && !exempt;
    });
    const scrolls = document.documentElement.scrollWidth > limit;
    return [
      ...found.map((element) => element.outerHTML.slice(0, 120)),
      ...(scrolls ? ['the page scrolls sideways'] : []),
    ];
  });
}
