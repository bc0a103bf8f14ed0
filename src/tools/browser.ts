import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';
import { debianInstaller, ensureProgram, findProgram } from './system-program.ts';

/** Chromium browsers that systems bring, by path or by name on the PATH. */
const systemBrowsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where a browser was found. */
export interface FoundBrowser {
  readonly path: string;
  readonly origin: 'CHROME_PATH' | 'Playwright' | 'the system';
}

/**
 * Looks for a Chromium: CHROME_PATH, then Playwright's own, then one of the system.
 *
 * Output: the browser, or undefined. Throws where CHROME_PATH names no file, so that a
 * mistyped path is not silently replaced.
 */
export function findBrowser(): FoundBrowser | undefined {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named))
      throw new Error(`CHROME_PATH is "${named}", but there is no such file.`);
    return { path: named, origin: 'CHROME_PATH' };
  }
  const own = chromium.executablePath();
  if (existsSync(own)) return { path: own, origin: 'Playwright' };
  for (const name of systemBrowsers) {
    const found = path.isAbsolute(name) ? (existsSync(name) ? name : undefined) : findProgram(name);
    if (found !== undefined) return { path: found, origin: 'the system' };
  }
  return undefined;
}

/**
 * Finds a Chromium or installs one (Playwright's own, then Debian's), and tells what it does.
 *
 * Input: where to tell. Output: the browser. Throws, with what was tried and what to
 * do, where none could be installed.
 */
export function ensureBrowser(tell: (line: string) => void): FoundBrowser {
  return ensureProgram(
    {
      name: 'Chromium',
      find: findBrowser,
      installers: [
        {
          what: "Playwright's own Chromium",
          command: process.execPath,
          args: [path.resolve('node_modules/playwright/cli.js'), 'install', 'chromium'],
        },
        ...debianInstaller('chromium'),
      ],
      byHand: 'Install Chromium or Chrome, or set CHROME_PATH to one, and run the command again.',
    },
    tell,
  );
}

/** Launch options for the browser that is found; empty where none is, for unit tests alone. */
export function browserLaunchOptions(): LaunchOptions {
  const found = findBrowser();
  if (found === undefined) return {};
  return {
    executablePath: found.path,
    args: [
      // Chromium refuses its sandbox to root, as in containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  };
}
