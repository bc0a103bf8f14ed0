import { expect, test } from 'playwright/test';
import { checkContent } from '../../../src/check/check.ts';
import { mostCharacters } from '../../../src/content/limits.ts';
import { parseContent } from '../../../src/content/content.ts';
import { casesDay, validFiles } from '../../support/check-cases.ts';

test('a file of five megabytes is refused at once and not parsed', async () => {
  const files = await validFiles();
  const flood = '> '.repeat(2_500_000);
  for (const file of files.texts.keys()) {
    const flooded = { ...files, texts: new Map(files.texts).set(file, flood) };
    const started = performance.now();
    const problems = checkContent(flooded, casesDay);
    expect(performance.now() - started, file).toBeLessThan(2_000);
    expect(problems.filter((problem) => problem.file === file)).toEqual([
      {
        file,
        line: 1,
        column: 1,
        rule: 'file-size',
        severity: 'error',
        message: 'This file has 5,000,000 characters; at most 120,000 are allowed.',
        help: 'Shorten it.',
      },
    ]);
  }
  const content = parseContent({
    ...files,
    texts: new Map(files.texts).set('exchanges/northwind/guide.mdx', flood),
  });
  expect(content.exchanges[1]?.guide).toBeUndefined();
});

test('no text as long as is allowed keeps a check busy', async () => {
  const files = await validFiles();
  const fill = (part: string): string => part.repeat(Math.floor(100_000 / part.length));
  const parts = [
    'a',
    'a.',
    'a@',
    'eyJ',
    'key ',
    'key deleted ',
    '7 days key ends ',
    'up to 1',
    '1.1.',
    ':',
    'f:',
    'http://',
    'abandon ',
    'Kraken.',
    '*a ',
    '-----BEGIN ',
  ];
  const guide = files.texts.get('exchanges/northwind/guide.mdx') ?? '';
  for (const part of parts) {
    const text = guide.replace('It places no order.', () => fill(part));
    const started = performance.now();
    checkContent(
      { ...files, texts: new Map(files.texts).set('exchanges/northwind/guide.mdx', text) },
      casesDay,
    );
    expect(performance.now() - started, part).toBeLessThan(4_000);
    expect(text.length).toBeLessThan(mostCharacters);
  }
});

test('no redirects as many as are allowed keep a check busy', async () => {
  const files = await validFiles();
  const gone = Array.from({ length: 4_000 }, (_, index) => `/gone-${index}/`).join('\n');
  const kinds: Record<string, (index: number) => string> = {
    'to a page': () => '/northwind/',
    'to no page': () => '/nowhere/',
    'to one another': (index) => `/f${index + 1}/`,
    'in circles': (index) => `/f${(index + 1) % 2_000}/`,
    'ever deeper': (index) => `/f${index}/deeper/`,
  };
  for (const [kind, to] of Object.entries(kinds)) {
    const redirects = Array.from(
      { length: 2_000 },
      (_, index) => `- { from: /f${index}/, to: ${to(index)}, why: A test. }\n`,
    ).join('');
    const texts = new Map(files.texts).set('redirects.yaml', redirects).set('permalinks.txt', gone);
    const started = performance.now();
    checkContent({ ...files, texts }, casesDay);
    expect(performance.now() - started, kind).toBeLessThan(8_000);
    expect(redirects.length).toBeLessThan(mostCharacters);
  }
});
