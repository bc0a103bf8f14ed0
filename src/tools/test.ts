import { rm } from 'node:fs/promises';
import { run } from './run.ts';
import { readOutcome, type Time, timeTable } from './test/report.ts';
import { buildStages, otherStages, type Stage, typeStage } from './test/stages.ts';

/**
 * Runs every check and test: `npm test`. Arguments go to Playwright; `--build` alone
 * builds the test sites and stops. At the end it prints where the time went; the last
 * line counts what passed and failed.
 */

const args = process.argv.slice(2);
const reportFile = '.cache/test-results.json';
const started = performance.now();
const times: Time[] = [];
let passed = 0;
let failed = 0;

if (args.includes('--build')) {
  await inOrder(buildStages);
} else {
  // Two lanes, for machines of two cores; the second is done first, and types go beside the tests.
  await Promise.all([inOrder(buildStages), inOrder(otherStages)]);
  await rm(reportFile, { force: true });
  await Promise.all([inOrder([typeStage]), tests()]);
  const { projects, files, ...counts } = await readOutcome(reportFile);
  passed += counts.passed;
  failed += counts.failed;
  console.log(
    [
      '',
      timeTable('Where the time went (some of it side by side):', [...times, total()]),
      timeTable('Tests by kind, all workers together:', projects),
      timeTable('The slowest files of tests:', files.slice(0, 12)),
      '',
    ].join('\n'),
  );
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Goes through stages one after the other, and counts and times each. */
async function inOrder(stages: readonly Stage[]): Promise<void> {
  for (const { name, work } of stages) {
    const { result: fault, seconds } = await timed(name, work);
    console.log(`${fault === undefined ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
    if (fault === undefined) {
      passed += 1;
      continue;
    }
    failed += 1;
    console.error(fault);
  }
}

/** Runs the tests and shows what they say as they say it. */
async function tests(): Promise<void> {
  await timed('Tests (playwright)', () =>
    run('playwright', ['test', '-c', 'tests/playwright.config.ts', ...args], { show: true }),
  );
}

async function timed<Result>(
  name: string,
  work: () => Promise<Result>,
): Promise<{ result: Result; seconds: number }> {
  const begun = performance.now();
  const result = await work();
  const seconds = (performance.now() - begun) / 1000;
  times.push({ name, seconds });
  return { result, seconds };
}

function total(): Time {
  return { name: 'all together', seconds: (performance.now() - started) / 1000 };
}
