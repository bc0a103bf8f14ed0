import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import { firstVisit } from '../site/budgets.ts';
import { browserLaunchOptions, ensureBrowser } from './browser.ts';
import { buildSite } from './build-site.ts';
import { serveSite } from './serve.ts';

/**
 * Measures the site: `npm run bench`. Prints how long a build from scratch takes and,
 * for every page, what a first visit loads: requests, and bytes as a host with brotli
 * sends them. Ends with status 1 where a page is over its budget.
 */

const folder = path.resolve('.cache/bench-site');

ensureBrowser((line) => console.log(line));
await rm(folder, { recursive: true, force: true });
const started = performance.now();
const fault = await buildSite({ folder, env: {} });
if (fault !== undefined) {
  console.error(fault);
  process.exit(1);
}
console.log(`Build from scratch: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);

const site = await serveSite(folder, '/', 0);
const browser = await chromium.launch(browserLaunchOptions());
const rows: { page: string; requests: number; bytes: number; over: boolean }[] = [];
for (const page of await pagesBelow(folder)) {
  // A context of its own is a first visit: nothing is cached.
  const context = await browser.newContext();
  const tab = await context.newPage();
  const paths: string[] = [];
  tab.on('requestfinished', (request) => paths.push(new URL(request.url()).pathname));
  await tab.goto(new URL(page, site.url).href, { waitUntil: 'networkidle' });
  await context.close();
  const bytes = (await Promise.all(paths.map(brotliSize))).reduce((sum, size) => sum + size, 0);
  const over = bytes > firstVisit.bytes || paths.length > firstVisit.requests;
  rows.push({ page: `/${page}`, requests: paths.length, bytes, over });
}
await browser.close();
await site.close();

console.log('requests   bytes  page');
for (const { page, requests, bytes, over } of rows) {
  console.log(
    `${String(requests).padStart(8)} ${String(bytes).padStart(7)}  ${page}${over ? '  OVER BUDGET' : ''}`,
  );
}
const over = rows.filter((row) => row.over).length;
console.log(
  `\nBudget: ${firstVisit.bytes} bytes and ${firstVisit.requests} requests a page. ${over} of ${rows.length} pages over it.`,
);
process.exitCode = over === 0 ? 0 : 1;

/** Every page but those that only lead to another, and the hundreds that show one step of a guide. */
async function pagesBelow(root: string): Promise<string[]> {
  const files = await readdir(root, { recursive: true });
  const redirects = await readFile(path.join(root, '_redirects'), 'utf8');
  const leading = new Set(redirects.split('\n').map((line) => line.split(' ')[0]));
  return files
    .filter((file) => path.basename(file) === 'index.html')
    .map((file) =>
      file
        .split(path.sep)
        .join('/')
        .replace(/index\.html$/, ''),
    )
    .filter((page) => !leading.has(`/${page}`) && !/^embed\/./.test(page))
    .sort();
}

async function brotliSize(urlPath: string): Promise<number> {
  const file = urlPath.endsWith('/') ? `${urlPath}index.html` : urlPath;
  return brotliCompressSync(await readFile(path.join(folder, file))).length;
}
