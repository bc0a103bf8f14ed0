import path from 'node:path';
import type { SiteBuild } from '../../src/tools/build-site.ts';
import { testContent } from './test-content.ts';

/** The repository that the pages of the test sites name. */
export const testRepository = 'https://github.com/example-org/exchange-setup-guides';

/** The origin that the test sites are built for; nothing listens there. */
export const testOrigin = 'https://guides.example.org';

/** The sites that the tests look at. `npm test` builds each once. */
export const testSites = {
  /** The real content and one made-up exchange more, at the root of a host, with the examples of partners. */
  real: { base: '/', content: testContent.real, build: site('real', testContent.real, {}) },
  /**
   * Small made-up content, which has one of everything, below a base path and without
   * examples of partners, as a deployment is built.
   */
  fixture: {
    base: '/guides/',
    content: testContent.fixture,
    build: site('fixture', testContent.fixture, {
      BASE_PATH: '/guides/',
      EXAMPLE_PARTNERS: 'no',
    }),
  },
} as const satisfies Record<string, { base: string; content: string; build: SiteBuild }>;

export type TestSiteName = keyof typeof testSites;
export const testSiteNames = ['real', 'fixture'] as const satisfies readonly TestSiteName[];

function site(name: string, content: string, env: Record<string, string>): SiteBuild {
  return {
    folder: path.resolve(`.cache/test-sites/${name}`),
    // The origin that the tests expect, whatever SITE_URL and PORT say.
    env: { SITE_URL: testOrigin, REPOSITORY_URL: testRepository, CONTENT_DIR: content, ...env },
  };
}
