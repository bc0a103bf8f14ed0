import { defineConfig } from 'playwright/test';
import { browserLaunchOptions } from '../src/tools/browser.ts';

/**
 * Unit tests mirror src. Tests of the site read the files of built sites; end-to-end
 * tests drive a real Chromium against them. Neither of the first two needs a browser.
 * `npm test` builds the sites once beforehand (src/tools/test.ts).
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../.cache/test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // A guard against tests that hang, not a measure of speed: machines may be slow or busy.
  timeout: 120_000,
  // Each browser uses about one core; more workers than cores only wait for each other.
  workers: 2,
  reporter: [['list'], ['json', { outputFile: '../.cache/test-results.json' }]],
  projects: [
    { name: 'unit', testDir: 'unit', testMatch: '**/*.test.ts' },
    { name: 'site', testDir: 'site', testMatch: '**/*.test.ts' },
    {
      name: 'e2e',
      testDir: 'e2e',
      testMatch: '**/*.test.ts',
      use: {
        browserName: 'chromium',
        launchOptions: browserLaunchOptions(),
        // A test that ends while one page blends into the next would be told of it as an error.
        contextOptions: { reducedMotion: 'reduce' },
      },
    },
  ],
});
