import path from 'node:path';
import type { SiteBuild } from '../../src/tools/build-site.ts';
import { fixtureSiteContent } from './fixture-content.ts';

/** The sites that end-to-end tests look at. `npm test` builds each once. */
export const testSites = {
  /** The site as it is published at the root of a host. */
  root: { base: '/', build: site('root', {}) },
  /** The same below a base path, as a deployment is built: without examples of partners. */
  guides: {
    base: '/guides/',
    build: site('guides', { BASE_PATH: '/guides/', EXAMPLE_PARTNERS: 'no' }),
  },
  /** Small made-up content with what the real content lacks: a capture, a refusal, a closing exchange, the template. */
  fixture: { base: '/', build: site('fixture', { CONTENT_DIR: fixtureSiteContent }) },
} as const satisfies Record<string, { base: string; build: SiteBuild }>;

export type TestSiteName = keyof typeof testSites;

function site(name: string, env: Record<string, string>): SiteBuild {
  return {
    folder: path.resolve(`.cache/test-sites/${name}`),
    env: {
      // The origin that the tests expect, whatever SITE_URL and PORT say.
      SITE_URL: 'http://localhost:4321',
      REPOSITORY_URL: 'https://github.com/example-org/exchange-setup-guides',
      ...env,
    },
  };
}
