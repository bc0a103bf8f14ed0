import { expect, test } from 'playwright/test';
import { type BuiltSite, withChanges } from '../support/built-site.ts';
import { builtSite } from '../support/built-sites.ts';
import { type Damage, damages } from '../support/site-checks/damages.ts';
import { siteChecks } from '../support/site-checks/index.ts';

/** Every check of built sites reports what it is there for: the made-up site, damaged. */

test.describe('a check of built sites reports damage:', () => {
  test.describe.configure({ mode: 'default' });

  for (const [what, check] of Object.entries(siteChecks)) {
    test(what, async () => {
      const site = builtSite('fixture');
      const reports: { damage: Damage; report: string[] }[] = [];
      for (const damage of damagesOf(what)) {
        const damaged = withDamage(site, damage);
        // HTML is judged page by page, and takes long.
        const some =
          what === 'every page is valid HTML'
            ? { ...damaged, pages: damaged.pages.filter(({ file }) => file === damage.file) }
            : damaged;
        reports.push({ damage, report: await check(some) });
      }
      expect(reports.length).toBeGreaterThan(0);
      expect(
        reports.filter(({ damage, report }) => !report.some((line) => line.includes(damage.says))),
      ).toEqual([]);
    });
  }
});

function damagesOf(what: string): readonly Damage[] {
  return Object.entries(damages).find(([name]) => name === what)?.[1] ?? [];
}

function withDamage(site: BuiltSite, damage: Damage): BuiltSite {
  const { file, find, replace } = damage;
  if (find === undefined) return withChanges(site, new Map([[file, replace]]));
  const text = site.text(file);
  const changed = text.replace(find, replace ?? '');
  if (changed === text) throw new Error(`${file} has no ${String(find)}.`);
  return withChanges(site, new Map([[file, changed], ...Object.entries(damage.with ?? {})]));
}
