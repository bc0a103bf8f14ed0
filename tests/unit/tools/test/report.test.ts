import { writeFile } from 'node:fs/promises';
import { expect, test } from 'playwright/test';
import { readOutcome, timeTable } from '../../../../src/tools/test/report.ts';

const spec = (file: string, projectName: string, ...durations: number[]) => ({
  file,
  tests: [{ projectName, results: durations.map((duration) => ({ duration })) }],
});

test('counts what passed and failed, and sums up times by kind and file', async () => {
  const file = test.info().outputPath('report.json');
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 },
    errors: [{ message: 'A file cannot be read.' }],
    suites: [
      {
        specs: [spec('unit/a.test.ts', 'unit', 1000)],
        suites: [{ specs: [spec('unit/a.test.ts', 'unit', 500, 1500)] }],
      },
      { specs: [spec('e2e/b.test.ts', 'e2e', 4000)] },
    ],
  };
  await writeFile(file, JSON.stringify(report));
  expect(await readOutcome(file)).toEqual({
    passed: 4,
    failed: 3,
    projects: [
      { name: 'e2e', seconds: 4 },
      { name: 'unit', seconds: 3 },
    ],
    files: [
      { name: 'e2e/b.test.ts', seconds: 4 },
      { name: 'unit/a.test.ts', seconds: 3 },
    ],
  });
});

test('a run that left no report counts as one failure', async () => {
  const { passed, failed } = await readOutcome(test.info().outputPath('none.json'));
  expect({ passed, failed }).toEqual({ passed: 0, failed: 1 });
});

test('times stand below each other', () => {
  const lines = timeTable('Times:', [
    { name: 'long', seconds: 123.44 },
    { name: 'short', seconds: 1 },
  ]);
  expect(lines).toBe('Times:\n   123.4 s  long\n     1.0 s  short');
});
