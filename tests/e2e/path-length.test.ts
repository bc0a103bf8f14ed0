import type { Page } from 'playwright/test';
import {
  createSteps,
  measurePath,
  measures,
  goalsFor,
  type PathLength,
  phone,
  tooLong,
} from '../../src/tools/bench/path-length.ts';
import { mostOverGoal } from '../../src/site/budgets.ts';
import { builtSite } from '../support/built-sites.ts';
import { expect, test } from '../support/test.ts';

/**
 * How far a reader scrolls, measured as `npm run bench` does: on the page of each exchange for
 * its usual use, and on every page of the examples of partners.
 */
test.use({ viewport: phone });

const lengthOf = (page: Page): Promise<PathLength | undefined> =>
  page.evaluate(measurePath, { steps: createSteps, screen: phone.height });

test.describe('on the real site', () => {
  test.use({ siteName: 'real' });

  for (const [what, isOne] of [
    ['the usual page of each exchange', /^\/[^/]+\/$/],
    ['each page of a partner', /^\/for\//],
  ] as const)
    test(`${what} is not much longer than its goals`, async ({ page }) => {
      const paths = builtSite('real').pages.filter(
        ({ path, kind }) => isOne.test(path) && (kind === 'guide' || kind === 'partner-guide'),
      );
      expect(paths.length).toBeGreaterThan(2);
      for (const { path } of paths) {
        await page.goto(path.slice(1));
        const length = await lengthOf(page);
        expect(length, path).toBeDefined();
        if (length === undefined) continue;
        const goals = goalsFor(length.windows);
        const faults = tooLong(length).map(
          (measure) =>
            `${measure} of ${path} is ${length[measure].toFixed(2)}, more than ${mostOverGoal} times ${goals[measure]}`,
        );
        expect.soft(faults).toEqual([]);
        for (const measure of measures) expect(length[measure], measure).toBeGreaterThan(0);
      }
    });
});

test.describe('what is measured', () => {
  test('grows with the words and the heights that are seen, and with nothing else', async ({
    page,
  }) => {
    await page.goto('northwind/');
    const before = await lengthOf(page);
    if (before === undefined) throw new Error('The made-up guide has no path.');
    expect(before.windows).toBe(await page.locator('main .win').count());

    // Above the first action one screen more, with four words.
    await page.locator('.lead').evaluate((lead, height) => {
      const words = document.createElement('p');
      words.style.blockSize = `${height}px`;
      words.style.margin = '0';
      words.textContent = 'Four words stand here.';
      const hidden = document.createElement('p');
      hidden.className = 'visually-hidden';
      hidden.textContent = 'Nobody sees this.';
      lead.before(words, hidden);
    }, phone.height);
    const gap = await page
      .locator('.intro')
      .evaluate((intro) => Number.parseFloat(getComputedStyle(intro).rowGap));
    const after = await lengthOf(page);
    const more = 1 + gap / phone.height;
    expect(after?.words).toBe(before.words + 4);
    expect(after?.firstAction).toBeCloseTo(before.firstAction + more, 2);
    expect(after?.saved).toBeCloseTo(before.saved + more, 2);
    expect(after?.whole).toBeCloseTo(before.whole + more, 2);

    // What is opened counts; an action in a row below makes no key.
    await page.goto('about:blank');
    await page.goto('northwind/#rotate-key');
    const opened = await lengthOf(page);
    expect(opened?.words).toBeGreaterThan(before.words);
    expect(opened?.saved).toBeCloseTo(before.saved, 2);
  });

  test('is nothing on pages without a path', async ({ page }) => {
    for (const path of ['northwind/facts/', 'northwind/futures-trading/', 'fabrikam/']) {
      await page.goto(path);
      expect(await lengthOf(page), path).toBeUndefined();
    }
  });
});
