import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import { firstVisit } from '../../site/budgets.ts';
import { browserLaunchOptions } from '../browser.ts';
import { serveSite } from '../serve.ts';

/** What a first visit of a page loads. */
export interface PageWeight {
  readonly page: string;
  readonly requests: number;
  readonly bytes: number;
  /** Whether it is over the budget. */
  readonly isOver: boolean;
}

/** Weighs every page of a built site but those that only lead on, and the steps alone. */
export async function weighPages(folder: string): Promise<PageWeight[]> {
  const site = await serveSite(folder, '/', 0);
  const browser = await chromium.launch(browserLaunchOptions());
  const weights: PageWeight[] = [];
  for (const page of await pagesBelow(folder)) {
    // A context of its own is a first visit: nothing is cached.
    const context = await browser.newContext();
    const tab = await context.newPage();
    const loaded: string[] = [];
    tab.on('requestfinished', (request) => loaded.push(new URL(request.url()).pathname));
    await tab.goto(new URL(page, site.url).href, { waitUntil: 'networkidle' });
    await context.close();
    const sizes = await Promise.all(loaded.map((loadedPath) => brotliSize(folder, loadedPath)));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    const isOver = bytes > firstVisit.bytes || loaded.length > firstVisit.requests;
    weights.push({ page: `/${page}`, requests: loaded.length, bytes, isOver });
  }
  await browser.close();
  await site.close();
  return weights;
}

/** The table of weights, for people. */
export function weightTable(weights: readonly PageWeight[]): string {
  const over = weights.filter(({ isOver }) => isOver).length;
  return [
    'requests   bytes  page',
    ...weights.map(
      ({ page, requests, bytes, isOver }) =>
        `${String(requests).padStart(8)} ${String(bytes).padStart(7)}  ${page}${isOver ? '  OVER BUDGET' : ''}`,
    ),
    '',
    `Budget: ${firstVisit.bytes} bytes and ${firstVisit.requests} requests a page. ${over} of ${weights.length} pages over it.`,
  ].join('\n');
}

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

async function brotliSize(folder: string, urlPath: string): Promise<number> {
  const file = urlPath.endsWith('/') ? `${urlPath}index.html` : urlPath;
  return brotliCompressSync(await readFile(path.join(folder, file))).length;
}
