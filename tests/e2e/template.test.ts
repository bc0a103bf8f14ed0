import { requiredStepIds } from '../../src/vocabulary/steps.ts';
import { templateCopySlug } from '../support/fixture-content.ts';
import { expect, pagesOfSite, test } from '../support/test.ts';

/** The template that contributors copy: a whole guide, published nowhere but on the fixture site. */

test.describe('a copy under a name of its own', () => {
  test.use({ siteName: 'fixture' });

  for (const useCase of ['read-only', 'spot-trading', 'futures-trading']) {
    test(`has the eleven required steps for ${useCase}`, async ({ page }) => {
      await page.goto(`${templateCopySlug}/${useCase}/`);
      await expect(page.locator('h1')).toContainText('Create an API key on Template Exchange');
      const ids = await page
        .locator('section.step')
        .evaluateAll((steps) => steps.map((step) => step.id));
      expect(ids).toHaveLength(11);
      expect(ids.toSorted()).toEqual([...requiredStepIds].toSorted());
    });
  }

  test('shows a drawing in every step that creates the key', async ({ page }) => {
    await page.goto(`${templateCopySlug}/`);
    for (const id of ['sign-in', 'create-key', 'set-permissions', 'save-credentials'])
      await expect(page.locator(`#${id} [role="img"]`).first()).toBeVisible();
  });
});

test.describe('the published site', () => {
  test.use({ siteName: 'root' });

  test('neither has the template nor names it', async ({ page, complaints }) => {
    expect(pagesOfSite('root').filter((path) => path.includes('template'))).toEqual([]);
    await page.goto('');
    await expect(page.locator('body')).not.toContainText('Template Exchange');
    for (const path of ['_template/', 'template/', `${templateCopySlug}/`]) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(404);
    }
    // The browser complains about each page that is not there.
    expect(complaints.splice(0)).toHaveLength(3);
  });
});
