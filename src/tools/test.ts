import { readFile, rm } from 'node:fs/promises';
import { layOutFixtureContent } from '../../tests/support/fixture-content.ts';
import { testSites } from '../../tests/support/sites.ts';
import { ensureBrowser } from './browser.ts';
import { buildSite } from './build-site.ts';
import { ensureNginx } from './nginx.ts';
import { run } from './run.ts';
import { debianInstaller, ensureProgram, findProgram } from './system-program.ts';

/**
 * Runs every check and test: `npm test`. Arguments go to Playwright; `--build` alone
 * builds the test sites and stops. The last line counts what passed and failed.
 */

interface Stage {
  readonly name: string;
  /** Output: undefined, or what went wrong. */
  work(): Promise<string | undefined>;
}

const args = process.argv.slice(2);
const reportFile = '.cache/test-results.json';

const buildStage: Stage = { name: 'Build the sites that the tests look at', work: buildTestSites };
const stages: Stage[] = [
  { name: 'Find or install a browser', work: () => prepare(describeBrowser) },
  { name: 'Find or install nginx', work: () => prepare(ensureNginx) },
  { name: 'Find or install what readers run programs with', work: () => prepare(ensureReaders) },
  { name: 'Formatting (prettier)', work: () => passes('prettier', ['--check', '.']) },
  { name: 'Lint (oxlint)', work: () => passes('oxlint', ['--deny-warnings']) },
  { name: 'Types (astro check)', work: () => passes('astro', ['check']) },
  {
    name: 'Content (npm run check)',
    work: () => passes('node', ['src/check/cli.ts']),
  },
  buildStage,
];

if (args.includes('--build')) {
  const fault = await buildStage.work();
  if (fault !== undefined) console.error(fault);
  process.exit(fault === undefined ? 0 : 1);
}

let passed = 0;
let failed = 0;
for (const { name, work } of stages) {
  const started = performance.now();
  const fault = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${fault === undefined ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (fault === undefined) {
    passed += 1;
  } else {
    failed += 1;
    console.error(fault);
  }
}

await rm(reportFile, { force: true });
await run('playwright', ['test', '-c', 'tests/playwright.config.ts', ...args], { show: true });
const counts = await readCounts();
passed += counts.passed;
failed += counts.failed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * Finds or installs what the programs for readers are run with, and what looks over them.
 * Output: their files. Throws, with what to do, where one is missing.
 */
function ensureReaders(tell: (line: string) => void): string {
  return ['curl', 'openssl', 'dash', 'bash', 'python3', 'shellcheck']
    .map((name) =>
      ensureProgram(
        {
          name,
          find: () => findProgram(name),
          installers: debianInstaller(name),
          byHand: `Install ${name} and run the tests again.`,
        },
        tell,
      ),
    )
    .join(', ');
}

async function passes(program: string, programArgs: string[]): Promise<string | undefined> {
  const { status, output } = await run(program, programArgs);
  return status === 0 ? undefined : output;
}

function describeBrowser(tell: (line: string) => void): string {
  const { path, origin } = ensureBrowser(tell);
  return `${path} (of ${origin})`;
}

/** Finds or installs a program that the tests use, and says which. */
async function prepare(
  ensure: (tell: (line: string) => void) => string,
): Promise<string | undefined> {
  const tell = (line: string): void => console.log(`     ${line}`);
  try {
    tell(ensure(tell));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function buildTestSites(): Promise<string | undefined> {
  await layOutFixtureContent();
  // One after the other: builds share the generated types below .astro.
  for (const { build } of Object.values(testSites)) {
    const fault = await buildSite(build);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Tests by outcome. A run that left no report counts as one failure. */
async function readCounts(): Promise<{ passed: number; failed: number }> {
  try {
    const report: unknown = JSON.parse(await readFile(reportFile, 'utf8'));
    const stats = property(report, 'stats');
    const errors = property(report, 'errors');
    const outside = Array.isArray(errors) ? errors.length : 0;
    return {
      passed: numberOf(property(stats, 'expected')),
      failed:
        numberOf(property(stats, 'unexpected')) + numberOf(property(stats, 'flaky')) + outside,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number')
    throw new Error('The report of the tests has another form than expected.');
  return value;
}
