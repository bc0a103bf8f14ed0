import path from 'node:path';
import { expect, test } from 'playwright/test';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { parseContent } from '../../../src/content/content.ts';
import { siteContentOn, type SiteContent } from '../../../src/content/site-content.ts';
import { daysOfChange } from '../../../src/derive/on-day.ts';
import { pathHosts } from '../../../src/derive/path-hosts.ts';
import { stepsWithNewKeys } from '../../../src/vocabulary/steps.ts';

/** What the published content says on the days on which it changes by itself, and on the days before. */

const content = parseContent(await readContentFiles(path.resolve('content')));
const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const atFirst = siteContentOn(content, '2000-01-01');

/** All that the paths of an exchange are made from. */
const saidBy = ({ exchanges, guidePages }: SiteContent, slug: string): string =>
  JSON.stringify([
    exchanges.find(({ exchange }) => exchange.slug === slug)?.exchange,
    ...guidePages
      .filter(({ exchange }) => exchange.slug === slug)
      .map(({ steps, mode, settings, guide }) => [steps, mode, settings, guide.checklist]),
  ]);

const changes = content.exchanges.flatMap(({ slug, facts, guide, steps }) =>
  facts?.value === undefined || guide?.value === undefined
    ? []
    : daysOfChange({
        exchange: { ...facts.value, slug },
        guide: guide.value,
        blocks: new Map(
          steps.flatMap(
            ({ name, blocks }) =>
              guide.value?.steps.flatMap(({ id }) =>
                id === name ? [[id, blocks] as const] : [],
              ) ?? [],
          ),
        ),
      }).map((day) => ({ slug, day, endsOn: facts.value?.lifetimes.endsOn?.date })),
);

for (const { slug, day, endsOn } of changes) {
  test(`${slug}: the ${day} changes what its pages say, and the day before does not`, () => {
    const before = siteContentOn(content, dayBefore(day));
    const after = siteContentOn(content, day);
    expect(saidBy(after, slug)).not.toBe(saidBy(before, slug));
    expect(siteContentOn(content, day).routes).toEqual(atFirst.routes);
    if (day !== endsOn) return;
    const pagesOf = (site: SiteContent) =>
      [...site.pages.values()].filter(({ exchange }) => exchange.slug === slug);
    const made = pagesOf(before).filter(({ mode }) => mode === 'create');
    expect(made.length).toBeGreaterThan(0);
    for (const page of pagesOf(after)) {
      expect(page.mode, page.path).toBe('look-after');
      const ids = page.steps.flatMap((step) => step.ids);
      expect(ids, page.path).toContain('revoke-key');
      expect(
        ids.filter((id) => stepsWithNewKeys.includes(id)),
        page.path,
      ).toEqual([]);
    }
    // Old keys are deleted on the hosts on which they were made.
    for (const { path: at, ...page } of made)
      expect(pathHosts(after.pages.get(at) ?? { ...page })).toEqual(pathHosts(page));
  });
}
