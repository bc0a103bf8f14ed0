import { expect, test } from 'playwright/test';
import { checkContent } from '../../../src/check/check.ts';
import { parseContent } from '../../../src/content/content.ts';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { isPublished } from '../../../src/content/layout.ts';
import { manyExchanges } from '../../../src/tools/bench/generate.ts';
import { weightTable } from '../../../src/tools/bench/page-weights.ts';
import { runTable } from '../../../src/tools/bench/runs.ts';

test('generated exchanges are as many as wanted, and no rule takes one for a copy', async () => {
  const real = await readContentFiles('content');
  const models = parseContent(real).exchanges.filter(({ slug }) => isPublished(slug)).length;
  // Each is copied, and some twice.
  const wanted = models + 3;
  const made = manyExchanges(real, wanted);
  const content = parseContent(made);
  expect(content.exchanges.filter(({ slug }) => isPublished(slug))).toHaveLength(wanted);
  expect(content.partners.length).toBeGreaterThanOrEqual(2);
  expect(checkContent(made).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the table of runs has seconds, memory, pages and goals', () => {
  const usage = { seconds: 10, processorSeconds: 15.25, megabytes: 900 };
  expect(
    runTable([
      { name: 'build', usage, pages: 2_000, goal: { seconds: 12, megabytes: 1_200 } },
      { name: 'check of 40', usage, pages: undefined, goal: { note: 'fast' } },
    ]),
  ).toBe(`             seconds  of processor   MB  pages  ms a page  goal
build           10.0          15.3  900   2000        5.0  under 12 s, under 1200 MB
check of 40     10.0          15.3  900                    fast`);
});

test('the table of weights marks what is over the budget', () => {
  const lines = weightTable([
    { page: '/', requests: 3, bytes: 8_000, isOver: false },
    { page: '/gate/', requests: 6, bytes: 30_000, isOver: true },
  ]).split('\n');
  expect(lines[1]).toBe('       3    8000  /');
  expect(lines[2]).toBe('       6   30000  /gate/  OVER BUDGET');
  expect(lines.at(-1)).toContain('1 of 2 pages over it.');
});
