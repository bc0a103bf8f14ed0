import { expect, test } from 'playwright/test';
import { type BuiltSite, pageKinds } from '../support/built-site.ts';
import { builtSite } from '../support/built-sites.ts';
import { type SiteCheckName, siteChecks } from '../support/site-checks/index.ts';
import { testSiteNames } from '../support/sites.ts';

/** What must hold on every page, read from the files of the built sites. */

/** Not for the made-up pages: they have one of everything at once. */
const budgets: SiteCheckName = 'every first visit stays within its budget';

for (const name of testSiteNames) {
  test.describe(`the site "${name}"`, () => {
    // One worker parses the pages of a site once.
    test.describe.configure({ mode: 'default' });

    for (const [what, check] of Object.entries(siteChecks)) {
      if (name === 'fixture' && what === budgets) continue;
      test(what, async () => {
        expect(await check(builtSite(name))).toEqual([]);
      });
    }
  });
}

test('the made-up site has a page of every kind, so every check has something to look at', () => {
  const { pages }: BuiltSite = builtSite('fixture');
  expect(pageKinds.filter((kind) => pages.every((page) => page.kind !== kind))).toEqual([]);
});
