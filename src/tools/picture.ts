import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright';
import { readSiteConfig } from '../site/config.ts';
import { browserLaunchOptions, ensureBrowser } from './browser.ts';
import { serveSite, siteFolder } from './serve.ts';

/**
 * Takes the picture of a guide page that the README shows, from the built site:
 * `npm run picture -- gate` for the guide of Gate.
 */

const target = '.github/pictures/guide.png';
const [slug] = process.argv.slice(2);
if (slug === undefined)
  throw new Error('Name the guide, by its folder: npm run picture -- <folder>');

ensureBrowser((line) => console.log(line));
await mkdir('.github/pictures', { recursive: true });
const site = await serveSite(siteFolder, readSiteConfig(process.env).base, 0);
const browser = await chromium.launch(browserLaunchOptions());
const page = await browser.newPage({
  viewport: { width: 1280, height: 860 },
  colorScheme: 'light',
  // Else the page is still scrolling.
  reducedMotion: 'reduce',
});
await page.goto(new URL(`${slug}/`, site.url).href);
await page.locator('#set-permissions').evaluate((step) => step.scrollIntoView());
await page.screenshot({ path: target });
await browser.close();
await site.close();
console.log(`${target} is up to date.`);
