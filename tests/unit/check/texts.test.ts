import { expect, test } from 'playwright/test';
import { parseContent } from '../../../src/content/content.ts';
import { parseMdxText } from '../../../src/content/mdx-text.ts';
import { parseYamlText } from '../../../src/content/yaml-text.ts';
import { textsOf, textsOfBody, textsOfData, textsOfExchange } from '../../../src/check/texts.ts';
import { validFiles } from '../../support/check-cases.ts';

test('every text of a value with its path; other kinds of value hold none', () => {
  expect(textsOf({ a: 'x', b: [1, 'y', { c: 'z' }], d: null, e: true })).toEqual([
    { path: ['a'], text: 'x' },
    { path: ['b', 1], text: 'y' },
    { path: ['b', 2, 'c'], text: 'z' },
  ]);
  expect(textsOf('x', ['at'])).toEqual([{ path: ['at'], text: 'x' }]);
  expect(textsOf(undefined)).toEqual([]);
});

test('texts of data have their places', () => {
  const yaml = parseYamlText('a: x\nb:\n  - y\n');
  const file = {
    path: 'f.yaml',
    errors: [],
    issues: [],
    at: (...where: Parameters<typeof yaml.placeOf>) => ({
      file: 'f.yaml',
      ...yaml.placeOf(...where),
    }),
  };
  const pieces = textsOfData({ ...file, value: yaml.value });
  expect(pieces.map(({ text, line, column }) => [text, line, column])).toEqual([
    ['x', 1, 4],
    ['y', 3, 5],
  ]);
  expect(textsOfData({ ...file, value: undefined })).toEqual([]);
});

test('texts of a body: words, inline code and blocks of code, not attributes', () => {
  const { tree } = parseMdxText(
    '---\na: b\n---\n\n<Only for="x">\n\nA `b` **c**.\n\n```sh\nd\n```\n\n</Only>\n',
  );
  if (tree === undefined) throw new Error('The text above is valid.');
  expect(textsOfBody('f.mdx', tree)).toEqual([
    { file: 'f.mdx', text: 'A ', path: undefined, kind: 'text', line: 7, column: 1 },
    { file: 'f.mdx', text: 'b', path: undefined, kind: 'inlineCode', line: 7, column: 3 },
    { file: 'f.mdx', text: ' ', path: undefined, kind: 'text', line: 7, column: 6 },
    { file: 'f.mdx', text: 'c', path: undefined, kind: 'text', line: 7, column: 9 },
    { file: 'f.mdx', text: '.', path: undefined, kind: 'text', line: 7, column: 12 },
    { file: 'f.mdx', text: 'd', path: undefined, kind: 'code', line: 9, column: 1 },
  ]);
});

test('texts of an exchange come from all its files; those that cannot be read have none', async () => {
  const files = await validFiles();
  const read = (texts: ReadonlyMap<string, string>): Set<string> => {
    const northwind = parseContent({ ...files, texts }).exchanges[1];
    if (northwind === undefined) throw new Error('There is no second exchange.');
    return new Set(
      textsOfExchange(northwind).map(({ file }) => file.split('/').slice(2).join('/')),
    );
  };
  const facts = ['errors.yaml', 'exchange.yaml', 'signing.yaml', 'sources.yaml'];
  const steps = [...files.texts.keys()].flatMap(
    (file) => /^exchanges\/northwind\/(steps\/.*)$/.exec(file)?.[1] ?? [],
  );
  expect([...read(files.texts)].toSorted()).toEqual(
    [...facts, 'screens.yaml', 'guide.mdx', ...steps].toSorted(),
  );
  const broken = new Map(files.texts)
    .set('exchanges/northwind/screens.yaml', 'a: [')
    .set('exchanges/northwind/guide.mdx', '<Note>')
    .set('exchanges/northwind/steps/sign-in.mdx', '<Note>');
  expect([...read(broken)].toSorted()).toEqual(
    [...facts, ...steps].filter((file) => file !== 'steps/sign-in.mdx').toSorted(),
  );
});
