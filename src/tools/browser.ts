import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';

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
    const found = path.isAbsolute(name) ? (existsSync(name) ? name : undefined) : onPath(name);
    if (found !== undefined) return { path: found, origin: 'the system' };
  }
  return undefined;
}

/** How a browser could be installed here, in the order in which it is tried. */
function installers(): { what: string; command: string; args: string[] }[] {
  const isRoot = process.getuid?.() === 0;
  return [
    {
      what: "Playwright's own Chromium",
      command: process.execPath,
      args: [path.resolve('node_modules/playwright/cli.js'), 'install', 'chromium'],
    },
    ...(isRoot && onPath('apt-get') !== undefined
      ? [
          {
            what: "Debian's Chromium",
            command: 'sh',
            args: [
              '-c',
              'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium',
            ],
          },
        ]
      : []),
  ];
}

/**
 * Finds a Chromium or installs one, and tells what it does.
 *
 * Input: where to tell. Output: the browser. Throws, with what was tried and what to
 * do, where none could be installed.
 */
export function ensureBrowser(tell: (line: string) => void): FoundBrowser {
  const found = findBrowser();
  if (found !== undefined) return found;
  const failures: string[] = [];
  for (const { what, command, args } of installers()) {
    tell(`No Chromium found. Installing ${what} …`);
    const { status, stderr } = spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
    });
    const installed = findBrowser();
    if (status === 0 && installed !== undefined) return installed;
    failures.push(
      `${what}: ${(stderr ?? '').trim().split('\n').at(-1) || `exit status ${status}`}`,
    );
  }
  throw new Error(
    [
      'No Chromium was found, and none could be installed.',
      ...failures.map((failure) => `  ${failure}`),
      'Install Chromium or Chrome, or set CHROME_PATH to one, and run the command again.',
    ].join('\n'),
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

function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
}
