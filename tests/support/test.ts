import { existsSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect } from 'playwright/test';
import { serveSite } from '../../src/tools/serve.ts';
import { type TestSiteName, testSites } from './sites.ts';

interface Fixtures {
  /** Which built site the test looks at. */
  siteName: TestSiteName;
  /** Console errors, page errors and requests to elsewhere; must be empty at the end. */
  complaints: string[];
}

interface WorkerFixtures {
  /** Addresses of the built sites. */
  sites: Record<TestSiteName, string>;
}

/**
 * A test in a real browser against a built site; any console error or outside request
 * fails it. The made-up site is where behaviour is looked at, for its facts stay.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  siteName: ['fixture', { option: true }],

  sites: [
    // Playwright reads from this pattern that the fixture needs no other.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const [real, fixture] = await Promise.all([serve('real'), serve('fixture')]);
      await use({ real: real.url, fixture: fixture.url });
      await Promise.all([real.close(), fixture.close()]);
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ sites, siteName }, use) => use(sites[siteName]),

  complaints: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          complaints.push(`console ${message.type()}: ${message.text()}`);
        }
      });
      context.on('weberror', (error) => complaints.push(`page error: ${error.error().message}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        const own = url.origin === new URL(baseURL ?? '').origin || url.protocol === 'data:';
        if (!own) complaints.push(`request to elsewhere: ${request.url()}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

function serve(name: TestSiteName): ReturnType<typeof serveSite> {
  const { base: basePath, build } = testSites[name];
  if (!existsSync(path.join(build.folder, '404.html')))
    throw new Error(`${build.folder} is not built. Run "npm test", or "npm test -- --build" once.`);
  return serveSite(build.folder, basePath, 0);
}
