import { expect, test } from 'playwright/test';
import { run } from '../../src/tools/run.ts';
import { requiredStepIds } from '../../src/vocabulary/steps.ts';
import { textOf } from '../support/built-site.ts';
import { builtSite } from '../support/built-sites.ts';
import { errorListOf } from '../support/site-checks/data.ts';
import { exchangesOf } from '../support/site-checks/exchanges.ts';
import { titleOf } from '../support/site-checks/head.ts';
import { testContent, addedExchange } from '../support/test-content.ts';

/**
 * The site "real" has an exchange that no line of code knows: it was added to a copy of the
 * content with `npm run new` and `npm run permalinks` before the build. That it stands on
 * every list, and all that holds of every page, is checked in built-sites.test.ts.
 */

const { slug, name } = addedExchange;

test('the content with an exchange more is in order', async () => {
  const { status, output } = await run('node', ['src/check/cli.ts'], {
    env: { CONTENT_DIR: testContent.real },
  });
  expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('in order') });
});

test('an exchange more has its pages, steps, errors, links and pictures', () => {
  const site = builtSite('real');
  expect(exchangesOf(site)).toContain(slug);
  const guide = site.page(`/${slug}/`);
  expect(guide?.kind).toBe('guide');
  expect(textOf(guide?.all('h1')[0])).toContain(`${name} API key `);
  expect([...(guide?.ids ?? [])]).toEqual(expect.arrayContaining([...requiredStepIds]));
  const of = (start: string): string[] =>
    site.pages.map(({ path }) => path).filter((path) => path.startsWith(start));
  // The page of the exchange, one for each use case, and the record.
  const pages = of(`/${slug}/`);
  const guides = pages.filter((path) => path !== `/${slug}/facts/`);
  expect(guides.length).toBeGreaterThan(1);
  expect(pages).toHaveLength(guides.length + 1);
  expect(of(`/errors/${slug}/`)).toHaveLength(1);
  // Each step on the page of the exchange and on each of its use cases.
  const embedded = of(`/embed/${slug}/`);
  for (const id of requiredStepIds)
    expect(embedded.filter((path) => path.endsWith(`/${id}/`))).toHaveLength(guides.length);
  expect(errorListOf(site).exchanges.map((entry) => entry.slug)).toContain(slug);
  expect(site.text('sitemap-0.xml')).toContain(`/${slug}/<`);
  // One for each use case and for the record; the address without a use case has none of its own.
  expect([...site.files].filter((file) => file.startsWith(`og/${slug}/`))).toHaveLength(
    pages.length - 1,
  );
});

test('the exchanges that were there are there, beside it', () => {
  const home = builtSite('real').page('/');
  const names = home?.all('.exchanges .name > span:last-child').map(textOf) ?? [];
  expect(names).toContain(name);
  expect(names.length).toBeGreaterThan(3);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
});

test('the template is published on no site, and nothing names it', () => {
  // On the made-up site it lies beside the exchanges; on the real one its copy has its place.
  for (const site of [builtSite('fixture'), builtSite('real')]) {
    expect([...site.files].filter((file) => file.includes('template'))).toEqual([]);
    const naming = site.pages.filter(
      (page) => page.kind !== 'contribute' && /Template Exchange/i.test(page.html),
    );
    expect(naming.map(titleOf)).toEqual([]);
  }
});
