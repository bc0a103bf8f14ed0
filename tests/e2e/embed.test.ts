import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright/test';
import { serveWithNginx } from '../../src/tools/nginx.ts';
import type { RunningSite } from '../../src/tools/serve.ts';
import { testOrigin, testSites } from '../support/sites.ts';
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
async function withNginx(work: (site: RunningSite) => Promise<void>) {
  const { build, base } = testSites.fixture;
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
    texts.map(([name, text]) => [name, text.replaceAll(testOrigin, origin)]),
  );
}

test.describe('from another origin', () => {
  test('the snippet shows the step, and the browser sizes the frame without any script', async ({
    page,
    complaints,
  }) => {
    await withNginx(async (site) => {
      const { frame = '', style } = await snippets(page, site.url);
      // A step with a fold.
      const html = `<style>${style}</style>${frame.replace('/check-account/', '/restrict-ip/')}`;
      await withForeignPage(html, async (app) => {
        await page.goto(app.url);
        const element = page.locator('iframe');
        await expect(element).toHaveAttribute('title', /^\S+: \S+/);
        const inside = page.frameLocator('iframe');
        await expect(inside.locator('h1')).toBeVisible();
        await expect(inside.locator('nav, header, footer, input')).toHaveCount(0);
        // This Chromium knows "frame-sizing": the frame is as tall as its content.
        await expect.poll(() => excessOf(page)).toBe(0);
        // It follows a fold that is opened.
        const closed = await element.evaluate((frame_) => frame_.clientHeight);
        await inside.locator('details.why summary').click();
        await expect
          .poll(() => element.evaluate((frame_) => frame_.clientHeight))
          .toBeGreaterThan(closed);
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
    await withNginx(async (site) => {
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

  test('links inside open beside the page', async ({ page, context, complaints }) => {
    await withNginx(async (site) => {
      const frame = `<iframe src="${site.url}embed/northwind/restrict-ip/"></iframe>`;
      await withForeignPage(frame, async (app) => {
        for (const [link, to] of [
          [/^The whole guide/, `${site.url}northwind/#restrict-ip`],
          ['How we know', `${site.url}northwind/facts/#addresses`],
        ] as const) {
          await page.goto(app.url);
          const inside = page.frameLocator('iframe');
          await inside.locator('details.why summary').click();
          const opened = context.waitForEvent('page');
          await inside.getByRole('link', { name: link, exact: true }).click();
          const beside = await opened;
          await beside.waitForURL(to);
          await beside.close();
          expect(page.url()).toBe(app.url);
        }
      });
    });
    complaints.splice(0);
  });

  test('every other page refuses to be framed', async ({ page, complaints }) => {
    await withNginx(async (site) => {
      for (const at of [
        '',
        'northwind/',
        'concepts/',
        'embed/',
        'wide-world/',
        'no-such-page/',
        'embed/northwind/no-such-step/',
      ]) {
        const { headers } = await fetch(new URL(at, site.url));
        expect(headers.get('content-security-policy'), at).toBe("frame-ancestors 'none'");
        expect(headers.get('x-frame-options'), at).toBe('DENY');
      }
      const { headers } = await fetch(new URL('embed/northwind/sign-in/', site.url));
      expect(headers.get('content-security-policy')).toBe('frame-ancestors *');
      expect(headers.get('x-frame-options')).toBe(null);

      await withForeignPage(`<iframe src="${site.url}northwind/"></iframe>`, async (app) => {
        await page.goto(app.url);
        await expect.poll(() => complaints.join('\n')).toContain(`frame-ancestors 'none'`);
        // What stands there is the browser's own page.
        await expect(page.frameLocator('iframe').locator('.step')).toHaveCount(0);
        await page.goto(`${site.url}northwind/`);
        await expect(page.locator('.step').first()).toBeVisible();
      });
    });
    complaints.splice(0);
  });
});

/** By how many whole pixels the content of the only frame differs from it in height. */
async function excessOf(page: Page): Promise<number> {
  const outside = await page.locator('iframe').evaluate((frame) => frame.clientHeight);
  const inside = await page
    .frameLocator('iframe')
    .locator('body')
    .evaluate((body) => body.getBoundingClientRect().height);
  return Math.abs(Math.trunc(inside - outside));
}

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('a step can be read, and its fold opens', async ({ page }) => {
    await page.goto('embed/northwind/set-permissions/');
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('.do > li').first()).toBeVisible();
    await expect(page.locator('.shot')).toBeVisible();
    await expect(page.locator('table')).toBeHidden();
    await page.locator('details.why summary').click();
    await expect(page.locator('table')).toBeVisible();
  });
});
