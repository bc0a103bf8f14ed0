import { expect, test } from 'playwright/test';
import type { GuideGrade } from '../../../src/check/grades.ts';
import type { Problem } from '../../../src/check/problem.ts';
import {
  formatAnnotation,
  formatJson,
  formatProblem,
  formatReport,
} from '../../../src/check/report.ts';

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
1 problem in 1 of 8 files. Each rule is explained in .github/docs/rules.md.`,
  );
});

test('two problems of one file', () => {
  expect(formatReport(problems, 'content', 8)).toBe(
    `content/exchanges/northwind/guide.mdx:27:9  schema  "steps.5.id" is "restrict-ips".  Did you mean "restrict-ip"?
content/exchanges/northwind/guide.mdx:30:1  outside-step  This stands outside every <Step>.  Move it into the step that it belongs to.
2 problems in 1 of 8 files. Each rule is explained in .github/docs/rules.md.`,
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

const [first] = problems;
if (first === undefined) throw new Error('The list above is empty.');
const warning: Problem = { ...first, rule: 'stale-source', severity: 'warning' };

test('what would hide, move or end the line of a report is shown as an escape', () => {
  const odd: Problem = { ...first, message: '"a\u001b[2K\r\u202eb"', help: 'c\u2028d' };
  expect(formatProblem(odd, 'content')).toBe(
    String.raw`content/exchanges/northwind/guide.mdx:27:9  schema  "a\u{1b}[2K\u{d}\u{202e}b"  c\u{2028}d`,
  );
  expect(formatAnnotation(odd, 'content')).toContain(
    String.raw`::"a\u{1b}[2K%0D\u{202e}b" c\u{2028}d`,
  );
});

test('warnings are marked, counted apart, and leave the content in order', () => {
  expect(formatReport([warning], 'content', 8)).toBe(
    `content/exchanges/northwind/guide.mdx:27:9  stale-source (warning)  "steps.5.id" is "restrict-ips".  Did you mean "restrict-ip"?
Content is in order: 8 files read. 1 warning.`,
  );
  expect(formatReport([first, warning, warning], 'content', 8).split('\n').at(-1)).toBe(
    '1 problem in 1 of 8 files. 2 warnings. Each rule is explained in .github/docs/rules.md.',
  );
});

test('an annotation escapes what GitHub reads as its own', () => {
  const odd: Problem = {
    ...warning,
    file: 'exchanges/a,b:c/x%.yaml',
    message: '100 %\r\n::error::x',
    help: 'a, b: c',
  };
  expect([first, odd].map((problem) => formatAnnotation(problem, 'content'))).toEqual([
    '::error file=content/exchanges/northwind/guide.mdx,line=27,col=9,title=schema::"steps.5.id" is "restrict-ips". Did you mean "restrict-ip"?',
    '::warning file=content/exchanges/a%2Cb%3Ac/x%25.yaml,line=27,col=9,title=stale-source::100 %25%0D%0A::error::x a, b: c',
  ]);
});

const grade: GuideGrade = {
  exchange: 'northwind',
  grade: 'bronze',
  missing: [{ kind: 'no-test-program' }],
};

test('JSON holds every field, with whole paths', () => {
  expect(JSON.parse(formatJson([first, warning], [grade], 'content', 8))).toEqual({
    files: 8,
    problems: [first, warning].map((problem) => ({
      ...problem,
      file: 'content/exchanges/northwind/guide.mdx',
    })),
    grades: [grade],
  });
  expect(JSON.parse(formatJson([], [], 'content', 0))).toEqual({
    files: 0,
    problems: [],
    grades: [],
  });
});
