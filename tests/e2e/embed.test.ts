import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { isStepId } from '../../src/vocabulary/steps.ts';
import { serveWithNginx } from '../../src/tools/nginx.ts';
import type { RunningSite } from '../../src/tools/serve.ts';
import { testSites, type TestSiteName } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

/** A page of somebody else, on another origin, with this HTML. */
async function foreignPage(html: string): Promise<RunningSite> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Their app</title><meta charset="utf-8">${html}`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // The address of a server on a port is never a path.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Serves a built site as the README describes, on nginx with the files of the build. */
async function withNginx(name: TestSiteName, work: (site: RunningSite) => Promise<void>) {
  const { build, base } = testSites[name];
  const site = await serveWithNginx(build.folder, base);
  try {
    await work(site);
  } finally {
    await site.close();
  }
}

async function withForeignPage(html: string, work: (app: RunningSite) => Promise<void>) {
  const app = await foreignPage(html);
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

/** What the page for integrators tells them to copy, for a site at another origin. */
async function snippets(page: Page, site: string): Promise<Record<string, string>> {
  await page.goto('embed/');
  const texts = await page
    .locator('[data-snippet]')
    .evaluateAll((blocks) =>
      blocks.map((block): [string, string] => [
        block.getAttribute('data-snippet') ?? '',
        block.textContent ?? '',
      ]),
    );
  const origin = new URL(site).origin;
  return Object.fromEntries(
    texts.map(([name, text]) => [name, text.replaceAll('http://localhost:4321', origin)]),
  );
}

for (const siteName of ['root', 'guides'] as const) {
  test.describe(`site "${siteName}", from another origin`, () => {
    test.use({ siteName });

    test('the snippet shows the step, and the browser sizes the frame without any script', async ({
      page,
      complaints,
    }) => {
      await withNginx(siteName, async (site) => {
        const { frame, style } = await snippets(page, site.url);
        await withForeignPage(`<style>${style}</style>${frame}`, async (app) => {
          await page.goto(app.url);
          const element = page.locator('iframe');
          await expect(element).toHaveAttribute('title', /^\S+: \S+/);
          const inside = page.frameLocator('iframe');
          await expect(inside.locator('h1')).toBeVisible();
          await expect(inside.locator('nav, header, footer, input')).toHaveCount(0);
          // This Chromium knows "frame-sizing": the frame is as tall as its content.
          await expect.poll(() => excessOf(page)).toBe(0);
          // It keeps its height when only the width changes; the rest scrolls into view.
          await page.setViewportSize({ width: 360, height: 700 });
          const last = inside.getByText('We never ask for your key.');
          await last.scrollIntoViewIfNeeded();
          await expect(last).toBeInViewport();
        });
      });
      // Requests to the two servers of this test, on purpose.
      complaints.splice(0);
    });

    test('their own listener sizes the frame by message', async ({ page, complaints }) => {
      await withNginx(siteName, async (site) => {
        const { frame, script } = await snippets(page, site.url);
        const style = '.guide-step { width: 100%; height: 10rem; border: 0 }';
        const html = `<style>${style}</style>${frame}<script>${script}</script>`;
        await withForeignPage(html, async (app) => {
          await page.setViewportSize({ width: 1280, height: 800 });
          await page.goto(app.url);
          await expect.poll(() => excessOf(page)).toBe(0);
          const wide = await page.locator('iframe').evaluate((frame_) => frame_.clientHeight);
          expect(wide).toBeGreaterThan(200);
          await page.setViewportSize({ width: 360, height: 700 });
          await expect
            .poll(() => page.locator('iframe').evaluate((frame_) => frame_.clientHeight))
            .toBeGreaterThan(wide);
          await expect.poll(() => excessOf(page)).toBe(0);
        });
      });
      complaints.splice(0);
    });

    test('links inside open in place of the whole page', async ({ page, complaints }) => {
      await withNginx(siteName, async (site) => {
        const frame = `<iframe src="${site.url}embed/gate/restrict-ip/"></iframe>`;
        await withForeignPage(frame, async (app) => {
          for (const [link, to] of [
            [/^The whole guide/, `${site.url}gate/#restrict-ip`],
            ['Source 1', `${site.url}gate/#source-api-docs`],
            ['Address allowlists', `${site.url}concepts/address-allowlists/`],
          ] as const) {
            await page.goto(app.url);
            const inside = page.frameLocator('iframe');
            await inside.getByRole('link', { name: link, exact: true }).first().click();
            await page.waitForURL(to);
          }
        });
      });
      complaints.splice(0);
    });

    test('every other page refuses to be framed', async ({ page, complaints }) => {
      await withNginx(siteName, async (site) => {
        for (const at of [
          '',
          'gate/',
          'gate/read-only/',
          'concepts/',
          'embed/',
          'gate-io/',
          'no-such-page/',
        ]) {
          const { headers } = await fetch(new URL(at, site.url));
          expect(headers.get('content-security-policy'), at).toBe("frame-ancestors 'none'");
          expect(headers.get('x-frame-options'), at).toBe('DENY');
        }
        const { headers } = await fetch(new URL('embed/gate/sign-in/', site.url));
        expect(headers.get('content-security-policy')).toBe('frame-ancestors *');
        expect(headers.get('x-frame-options')).toBe(null);

        await withForeignPage(`<iframe src="${site.url}gate/"></iframe>`, async (app) => {
          await page.goto(app.url);
          await expect.poll(() => complaints.join('\n')).toContain(`frame-ancestors 'none'`);
          // What stands there is the browser's own page.
          await expect(page.frameLocator('iframe').locator('.step')).toHaveCount(0);
          await page.goto(`${site.url}gate/`);
          await expect(page.locator('.step')).toHaveCount(11);
        });
      });
      complaints.splice(0);
    });
  });
}

/** By how many whole pixels the content of the only frame differs from it in height. */
async function excessOf(page: Page): Promise<number> {
  const outside = await page.locator('iframe').evaluate((frame) => frame.clientHeight);
  const inside = await page
    .frameLocator('iframe')
    .locator('body')
    .evaluate((body) => body.getBoundingClientRect().height);
  return Math.abs(Math.trunc(inside - outside));
}

test('every embedded step has links out of the frame alone, and the guide as its canonical page', () => {
  for (const siteName of ['root', 'guides', 'fixture'] as const) {
    const { base, build } = testSites[siteName];
    const folder = path.join(build.folder, 'embed');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => path.basename(file) === 'index.html' && file !== 'index.html',
    );
    expect(files.length).toBeGreaterThan(60);
    for (const file of files) {
      const html = readFileSync(path.join(folder, file), 'utf8');
      expect(html, file).toContain('<base target="_top">');
      expect(html, file).toContain('<meta name="robots" content="noindex">');
      expect(html, file).not.toContain('href="#');
      const [, canonical = ''] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
      const slug = file.split(path.sep)[0] ?? '';
      const guide = `http://localhost:4321${base}${slug}/`;
      expect(canonical.startsWith(guide), `${file}: ${canonical}`).toBe(true);
    }
    const sitemap = readFileSync(path.join(build.folder, 'sitemap-0.xml'), 'utf8');
    expect(sitemap).toContain(`${base}embed/<`);
    expect(sitemap).not.toMatch(/embed\/[a-z]/);
  }
});

test('an embedded step is the step of the guide', async ({ page }) => {
  for (const [address, guide, id] of [
    ['embed/gate/restrict-ip/', 'gate/', 'restrict-ip'],
    ['embed/gate/read-only/set-permissions/', 'gate/read-only/', 'set-permissions'],
    ['embed/okx/save-credentials/', 'okx/', 'save-credentials'],
    ['embed/bitmart/revoke-key/', 'bitmart/', 'revoke-key'],
  ] as const) {
    await page.goto(guide);
    const actions = await page.locator(`#${id} ol:not([class]) > li`).allTextContents();
    const drawings = await page.locator(`#${id} .screen [role="img"]`).count();
    await page.goto(address);
    expect(await page.locator('.step-body ol:not([class]) > li').allTextContents()).toEqual(
      actions,
    );
    expect(actions.length).toBeGreaterThan(0);
    await expect(page.locator('.screen [role="img"]')).toHaveCount(drawings);
  }
  await expect(page.locator('.note.stop')).toContainText('BitMart is closing');
});

for (const [siteName, slug] of [
  ['root', 'gate'],
  ['fixture', 'northwind'],
] as const) {
  const folder = path.join(testSites[siteName].build.folder, 'embed', slug);
  const steps = readdirSync(folder).filter(isStepId);

  test.describe(`embedded steps of ${slug}`, () => {
    test.use({ siteName });

    for (const step of steps) {
      test(`${step} is accessible in light and dark, and fits 280 px`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(`embed/${slug}/${step}/`);
        await expect(page.locator('h1')).toHaveCount(1);
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        // Only contrast depends on the colours.
        const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
        expect(dark.violations).toEqual([]);
        await page.setViewportSize({ width: 280, height: 640 });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(280);
      });
    }
  });
}

test.describe('on the made-up site', () => {
  test.use({ siteName: 'fixture' });

  test('a step that a use case is without says so and leads to the guide', async ({ page }) => {
    await page.goto('embed/northwind/read-only/accept-terms/');
    await expect(page.locator('.step-body')).toHaveText(
      'This step is not part of this guide, or no longer. The whole guide has the way.',
    );
    await expect(page.getByRole('link', { name: /^The whole guide/ })).toHaveAttribute(
      'href',
      '/northwind/read-only/',
    );
    await page.goto('embed/northwind/futures-trading/sign-in/');
    await expect(page.locator('.step-body')).toContainText('not part of this guide');
    await page.goto('embed/northwind/accept-terms/');
    await expect(page.locator('.step-body ol > li').first()).toBeVisible();
  });
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('a step can be read', async ({ page }) => {
    await page.goto('embed/gate/set-permissions/');
    await expect(page.locator('table')).toBeVisible();
    await expect(page.locator('h1')).toBeVisible();
  });
});
