import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect, pagesOfSite, test } from '../support/test.ts';

for (const siteName of ['root', 'fixture'] as const) {
  test.describe(`site "${siteName}"`, () => {
    test.use({ siteName });

    for (const path of pagesOfSite(siteName)) {
      test(`/${path} is accessible in light and dark, fits 320 px, and has its head`, async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(path);
        await openDetails(page);
        await expect(page.locator('h1')).toHaveCount(1);
        await expect(page).toHaveTitle(/\S{3}/);
        await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /\S{3}/);
        await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /^http/);

        expect(await violationsOf(new AxeBuilder({ page }))).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        // Only contrast depends on the colours.
        expect(await violationsOf(new AxeBuilder({ page }).withRules(['color-contrast']))).toEqual(
          [],
        );

        await page.setViewportSize({ width: 320, height: 640 });
        // A narrow page closes its contents.
        await openDetails(page);
        expect(await sticksOut(page)).toEqual([]);
      });
    }

    test('no two pages share a title, but for the two addresses of a default use case', async ({
      page,
    }) => {
      const canonicalByTitle = new Map<string, string>();
      for (const path of pagesOfSite(siteName)) {
        await page.goto(path);
        const title = await page.title();
        const canonical = (await page.locator('link[rel="canonical"]').getAttribute('href')) ?? '';
        expect(canonicalByTitle.get(title) ?? canonical, `${path}: ${title}`).toBe(canonical);
        canonicalByTitle.set(title, canonical);
      }
    });
  });
}

async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
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

for (const siteName of ['root', 'guides'] as const) {
  test.describe(`links of the site "${siteName}"`, () => {
    test.use({ siteName });

    test('lead to pages and anchors that exist, and nowhere without https', async ({
      page,
      baseURL,
    }) => {
      const home = new URL(baseURL ?? '');
      const anchors = new Map<string, Set<string>>();
      const links: { from: string; to: URL }[] = [];
      for (const path of pagesOfSite(siteName)) {
        await page.goto(path);
        const here = new URL(page.url()).pathname;
        const found = await page.evaluate(() => ({
          ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
          hrefs: [...document.querySelectorAll('a[href], link[href]')].map((element) =>
            String(new URL(element.getAttribute('href') ?? '', document.baseURI)),
          ),
        }));
        anchors.set(here, new Set(found.ids));
        // Canonical links name the published origin, not this server.
        links.push(
          ...found.hrefs
            .map((href) => ({ from: here, to: new URL(href) }))
            .filter(({ to }) => to.origin !== 'http://localhost:4321'),
        );
      }
      const broken: string[] = [];
      const files = new Map<string, boolean>();
      for (const { from, to } of links) {
        if (to.origin !== home.origin) {
          if (to.protocol !== 'https:') broken.push(`${from} -> ${to.href} is not https`);
          continue;
        }
        const ids = anchors.get(to.pathname);
        if (ids === undefined) {
          if (!files.has(to.pathname)) files.set(to.pathname, (await fetch(to)).ok);
          if (files.get(to.pathname) !== true)
            broken.push(`${from} -> ${to.pathname} does not exist`);
        } else if (to.hash !== '' && !ids.has(to.hash.slice(1))) {
          broken.push(`${from} -> ${to.pathname}${to.hash} has no such anchor`);
        }
        if (!to.pathname.startsWith(home.pathname))
          broken.push(`${from} -> ${to.pathname} leaves the base path`);
      }
      expect(links.length).toBeGreaterThan(100);
      expect(broken).toEqual([]);
    });
  });
}
