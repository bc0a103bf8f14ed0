import { expect, test } from 'playwright/test';
import { parseMdxText } from '../../../src/content/mdx-text.ts';

const head = '---\ntitle: x\n---\n';

test('frontmatter and body', () => {
  const { frontmatter, tree, error } = parseMdxText(`${head}\nA *word*.\n`);
  expect(frontmatter?.value).toEqual({ title: 'x' });
  expect(frontmatter?.placeOf(['title'])).toEqual({ line: 2, column: 8 });
  expect(tree?.children.map(({ type, position }) => [type, position?.start.line])).toEqual([
    ['yaml', 1],
    ['paragraph', 5],
  ]);
  expect(error).toBeUndefined();
});

test('frontmatter with Windows line ends, a mark of byte order or dashes in a value', () => {
  for (const text of [
    '---\r\ntitle: x\r\n---\r\n\r\nA word.\r\n',
    `\uFEFF${head}`,
    '---\ntitle: x\n---  \n',
    '---\ntitle: x\n---',
  ])
    expect(parseMdxText(text).frontmatter?.value, JSON.stringify(text)).toEqual({ title: 'x' });
  expect(parseMdxText('---\ntitle: >-\n  ---\n---\n').frontmatter?.value).toEqual({ title: '---' });
});

test('texts without frontmatter', () => {
  for (const text of [
    '',
    'A word.',
    '\n---\ntitle: x\n---\n',
    '---\ntitle: x\n',
    '----\nx\n----\n',
  ])
    expect(parseMdxText(text).frontmatter, JSON.stringify(text)).toBeUndefined();
});

test('frontmatter that cannot be read does not hide the body', () => {
  const { frontmatter, tree } = parseMdxText('---\ntitle: [\n---\n\nA word.\n');
  expect(frontmatter?.errors.length).toBeGreaterThan(0);
  expect(tree?.children).toHaveLength(2);
});

test('a body that is not valid MDX has an error with its place', () => {
  const cases: [string, number, number, RegExp][] = [
    ['\n<Note>\n\nA word.\n', 5, 1, /^Expected a closing tag for `<Note>`/],
    ['\nA {word.\n', 5, 9, /^Unexpected end of file in expression/],
    ['\nA <word.\n', 5, 9, /^Unexpected end of file before member name/],
    ['\nSee <https://x.example>.\n', 5, 12, /to create a link in MDX/],
    ['\n</Note>\n', 5, 2, /^Unexpected closing slash/],
    ['\n<!-- x -->\n', 5, 2, /to create a comment in MDX/],
  ];
  for (const [body, line, column, message] of cases) {
    const { tree, error, frontmatter } = parseMdxText(`${head}${body}`);
    expect({ line: error?.line, column: error?.column, tree }, body).toEqual({
      line,
      column,
      tree: undefined,
    });
    expect(error?.message).toMatch(message);
    expect(frontmatter?.value).toEqual({ title: 'x' });
  }
});

test('quotes that stand in one another too deeply are an error', () => {
  expect(parseMdxText(`${head}\n${'>'.repeat(8_000)} x\n`).error).toEqual({
    line: 1,
    column: 1,
    message: 'Quotes or lists stand in one another too deeply',
  });
});
