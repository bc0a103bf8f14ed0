import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect } from 'playwright/test';
import { type RunningSite, serveSite } from '../../src/tools/serve.ts';
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

/** A test in a real browser against a built site; any console error or outside request fails it. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  siteName: ['root', { option: true }],

  sites: [
    // Playwright reads from this pattern that the fixture needs no other.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const running = new Map<TestSiteName, RunningSite>();
      for (const name of siteNames) {
        const { base: basePath, build } = testSites[name];
        requireBuilt(build.folder);
        running.set(name, await serveSite(build.folder, basePath, 0));
      }
      const url = (name: TestSiteName): string => running.get(name)?.url ?? '';
      await use({ root: url('root'), guides: url('guides'), fixture: url('fixture') });
      await Promise.all([...running.values()].map((site) => site.close()));
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

const siteNames = ['root', 'guides', 'fixture'] as const satisfies TestSiteName[];

export { expect };

/**
 * Paths of all pages of a built site, relative to its address: those of the sitemap, those
 * of partners, which search engines do not get, and the 404 page. Read from the folder, so that each page can be a test of its own.
 *
 * Input: the name of the site. Throws where it is not built.
 */
export function pagesOfSite(name: TestSiteName): string[] {
  const { base: basePath, build } = testSites[name];
  requireBuilt(build.folder);
  const sitemap = readFileSync(path.join(build.folder, 'sitemap-0.xml'), 'utf8');
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) =>
    new URL(loc ?? '').pathname.slice(basePath.length),
  );
  return [...pages, ...partnerPages(build.folder), '404.html'];
}

function partnerPages(folder: string): string[] {
  const below = path.join(folder, 'for');
  if (!existsSync(below)) return [];
  return readdirSync(below, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'index.html')
    .map((file) => `for/${path.dirname(file).split(path.sep).join('/')}/`)
    .sort();
}

function requireBuilt(folder: string): void {
  if (existsSync(path.join(folder, '404.html'))) return;
  throw new Error(`${folder} is not built. Run "npm test", or "npm test -- --build" once.`);
}
