import { expect, test } from 'playwright/test';
import type { Problem } from '../../../src/check/problem.ts';
import { formatProblem, formatReport } from '../../../src/check/report.ts';

const problems: Problem[] = [
  {
    file: 'exchanges/northwind/guide.mdx',
    line: 27,
    column: 9,
    rule: 'schema',
    severity: 'error',
    message: '"steps.5.id" is "restrict-ips".',
    help: 'Did you mean "restrict-ip"?',
  },
  {
    file: 'exchanges/northwind/guide.mdx',
    line: 30,
    column: 1,
    rule: 'outside-step',
    severity: 'error',
    message: 'This stands outside every <Step>.',
    help: 'Move it into the step that it belongs to.',
  },
];

test('no problem', () => {
  expect(formatReport([], 'content', 8)).toBe('Content is in order: 8 files read.');
});

test('one problem', () => {
  expect(formatReport(problems.slice(0, 1), 'content', 8)).toBe(
    `content/exchanges/northwind/guide.mdx:27:9  schema  "steps.5.id" is "restrict-ips".  Did you mean "restrict-ip"?
1 problem in 1 of 8 files. Each rule is explained in CONTRIBUTING.md.`,
  );
});

test('two problems of one file', () => {
  expect(formatReport(problems, 'content', 8)).toBe(
    `content/exchanges/northwind/guide.mdx:27:9  schema  "steps.5.id" is "restrict-ips".  Did you mean "restrict-ip"?
content/exchanges/northwind/guide.mdx:30:1  outside-step  This stands outside every <Step>.  Move it into the step that it belongs to.
2 problems in 1 of 8 files. Each rule is explained in CONTRIBUTING.md.`,
  );
});

test('the folder is named as it was given', () => {
  const [problem] = problems;
  if (problem === undefined) throw new Error('The list above is empty.');
  expect(
    ['', '../other', '/srv/content'].map((root) => formatProblem(problem, root).split(':')[0]),
  ).toEqual([
    'exchanges/northwind/guide.mdx',
    '../other/exchanges/northwind/guide.mdx',
    '/srv/content/exchanges/northwind/guide.mdx',
  ]);
});
