import path from 'node:path';
import { expect, test } from 'playwright/test';
import { checkContent, checkFolder } from '../../../src/check/check.ts';
import type { Readers } from '../../../src/content/data-file.ts';
import { requiredRootFiles, rootFiles } from '../../../src/content/layout.ts';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { parseMdxText } from '../../../src/content/mdx-text.ts';
import { compareProblems } from '../../../src/check/problem.ts';
import { parseYamlText, type YamlText } from '../../../src/content/yaml-text.ts';
import { casesDay, validFiles } from '../../support/check-cases.ts';

test('the published content has no problem but, in time, old sources', async () => {
  const { problems, content } = await checkFolder(path.resolve('content'));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(content.files.texts.size).toBeGreaterThan(0);
});

test('the content of the tests has no problem', async () => {
  const files = await validFiles();
  expect(checkContent(files, casesDay)).toEqual([]);
  expect([...files.others]).toEqual(['exchanges/northwind/captures/key-created.png']);
});

test('every problem of several files is reported at once, sorted', async () => {
  const files = await validFiles();
  const texts = new Map(files.texts);
  const edit = (file: string, find: string, replace: string): void => {
    const text = texts.get(file) ?? '';
    expect(text.split(find), `${file}: ${find}`).toHaveLength(2);
    texts.set(file, text.replace(find, replace));
  };
  edit('use-cases.yaml', 'label: Read only\n', 'label: 1\n');
  edit('exchanges/northwind/guide.mdx', 'minutes: 8', 'minutes: 800');
  edit(
    'exchanges/northwind/steps/test-key.mdx',
    'It places no order.',
    'It {places} no <b>order</b>.',
  );
  edit(
    'exchanges/northwind/screens.yaml',
    'text: Your key is ready.',
    'text: https://evil.example',
  );
  edit('exchanges/fabrikam/exchange.yaml', 'label: Note', 'label: Note\n  label: Note');
  texts.delete('exchanges/fabrikam/screens.yaml');
  texts.set('concepts/empty.mdx', '');
  const problems = checkContent({ ...files, texts }, casesDay);
  expect(
    problems.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`),
  ).toEqual([
    'concepts/empty.mdx:1:1 mdx-syntax',
    'exchanges/fabrikam/exchange.yaml:44:3 yaml-syntax',
    'exchanges/fabrikam/screens.yaml:1:1 file-missing',
    'exchanges/northwind/guide.mdx:4:10 schema',
    'exchanges/northwind/screens.yaml:154:15 link-domain',
    'exchanges/northwind/steps/test-key.mdx:17:23 mdx-only-content',
    'exchanges/northwind/steps/test-key.mdx:17:35 mdx-only-content',
    'use-cases.yaml:3:10 schema',
  ]);
  expect(problems.toSorted(compareProblems)).toEqual(problems);
});

test('content without any file lacks those without which little can be checked', () => {
  expect(checkContent({ root: 'content', texts: new Map(), others: new Set() })).toEqual(
    requiredRootFiles.toSorted().map((file) => ({
      file,
      line: 1,
      column: 1,
      rule: 'file-missing',
      severity: 'error',
      message: 'This file is missing.',
      help:
        file === rootFiles.permalinks
          ? 'Bring it back as it is on the main branch, and run "npm run permalinks" for what is new.'
          : 'Add it: the template has a complete one to copy.',
    })),
  );
});

test('no text makes a check throw', async () => {
  const files = await validFiles();
  const texts = [
    '',
    '---',
    '---\n---',
    '---\n[]\n---\n',
    'null',
    '- x',
    '{',
    '\0',
    '\uFEFF',
    '&a [*a]',
    '? [a]\n: b',
    '__proto__: { id: 1 }',
    `a: ${'['.repeat(2_000)}`,
    '<Step id="x" {...y}',
    '---\ntitle: x\n---\n<Only><Note><Screen /></Note></Only>',
  ];
  const paths = [...files.texts.keys()].filter((file) => !file.includes('fabrikam'));
  for (const file of paths)
    for (const text of texts) {
      const problems = checkContent({ ...files, texts: new Map(files.texts).set(file, text) });
      expect(problems.length, `${file}: ${JSON.stringify(text.slice(0, 40))}`).toBeGreaterThan(0);
    }
});

test('Windows line ends make no problem', async () => {
  const files = await validFiles();
  const texts = new Map(
    [...files.texts].map(([file, text]): [string, string] => [file, text.replaceAll('\n', '\r\n')]),
  );
  expect(checkContent({ ...files, texts }, casesDay)).toEqual([]);
});

test('time alone brings warnings, and nothing but warnings', async () => {
  const problems = checkContent(await validFiles(), '2036-11-20');
  expect(new Set(problems.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(
    new Set(['stale-source warning', 'day-passed warning']),
  );
});

test('no place in YAML is looked up where nothing is wrong: that takes longer than all else', async () => {
  const asked: string[] = [];
  const watched = (yaml: YamlText): YamlText => ({
    ...yaml,
    placeOf: (at, target) => {
      asked.push(at.map(String).join('.'));
      return yaml.placeOf(at, target);
    },
  });
  const readers: Readers = {
    yaml: (text) => watched(parseYamlText(text)),
    mdx: (text) => {
      const mdx = parseMdxText(text);
      return mdx.frontmatter === undefined
        ? mdx
        : { ...mdx, frontmatter: watched(mdx.frontmatter) };
    },
  };
  // The real content, with the template that all of it is compared with.
  checkContent(await readContentFiles(path.resolve('content')), undefined, readers);
  // A picture that is too old is a warning, which has a place.
  const sought = () => asked.filter((at) => !at.endsWith('.seen'));
  expect(sought()).toEqual([]);
  const files = await validFiles();
  const file = 'exchanges/northwind/guide.mdx';
  const text = (files.texts.get(file) ?? '').replace('minutes: 8', 'minutes: 800');
  checkContent({ ...files, texts: new Map(files.texts).set(file, text) }, casesDay, readers);
  expect(sought()).toEqual(['minutes']);
});
