import { builtSite } from '../support/built-sites.ts';
import { overprinted } from '../support/layout.ts';
import { expect, test } from '../support/test.ts';

/** Widths of a page of paper between its margins, in px. */
const papers = [
  { format: 'A4', width: 680 },
  { format: 'Letter', width: 703 },
] as const;

const mostPages = 4;

/** Pages of a PDF, each of which is an object of its own. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

for (const { siteName, path } of [
  { siteName: 'fixture', path: 'northwind/' },
  { siteName: 'fixture', path: 'for/wingtip-desk/northwind/' },
  { siteName: 'real', path: longestGuide() },
] as const)
  test.describe(`${path} on paper`, () => {
    test.use({ siteName });

    for (const { format, width } of papers)
      test(`is at most ${mostPages} pages of ${format}, with no text over another`, async ({
        page,
      }) => {
        await page.goto(path);
        const pages = pagesOf(await page.pdf({ format }));
        expect(pages).toBeGreaterThan(0);
        expect(pages).toBeLessThanOrEqual(mostPages);
        await page.emulateMedia({ media: 'print' });
        await page.setViewportSize({ width, height: 1000 });
        expect(await overprinted(page)).toEqual([]);
      });
  });

test('paper has the steps, the end and the checklist with empty boxes, and no fold', async ({
  page,
}) => {
  await page.goto('northwind/#checklist');
  const box = page.locator('#checklist input').first();
  await box.check();
  const fold = page.locator('#restrict-ip details.why');
  await fold.locator('summary').click();
  await expect(fold.locator('.facts')).toBeVisible();
  await page.reload();
  await expect(box).toBeChecked();

  await page.emulateMedia({ media: 'print' });
  for (const gone of [
    '[data-bar]',
    '.uses',
    '.theme',
    '.top nav',
    '.foot nav',
    '[data-clear-ticks]',
    'details.why',
    '#test-key',
    '#revoke-key',
  ])
    for (const element of await page.locator(gone).all())
      await expect(element, gone).not.toBeVisible();
  for (const there of ['#sign-in .do', '#restrict-ip .shot', '#save-credentials', '#done'])
    await expect(page.locator(there), there).toBeVisible();
  const boxes = await page.locator('#checklist input').all();
  expect(boxes.length).toBeGreaterThan(2);
  for (const one of boxes) {
    await expect(one).toBeVisible();
    const { appearance, border, background } = await one.evaluate((element) => {
      const style = getComputedStyle(element);
      return {
        appearance: style.appearance,
        border: style.borderStyle,
        background: style.backgroundImage,
      };
    });
    // What the browser draws into a ticked box goes with its appearance.
    expect({ appearance, border, background }).toEqual({
      appearance: 'none',
      border: 'solid',
      background: 'none',
    });
  }
});

test('the checklist is printed though nobody opened it', async ({ page }) => {
  await page.goto('northwind/');
  const item = page.locator('#checklist label').first();
  await expect(item).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(item).toBeVisible();
  expect((await item.boundingBox())?.height).toBeGreaterThan(5);
});

/** The guide of the real site with the most HTML. */
function longestGuide(): string {
  const [longest] = builtSite('real')
    .pages.filter(({ kind }) => kind === 'guide')
    .toSorted((a, b) => b.html.length - a.html.length);
  if (longest === undefined) throw new Error('The real site has no guide.');
  return longest.path.slice(1);
}
