import { expect, test } from 'playwright/test';
import { z } from 'astro/zod';
import { parseContent } from '../../../src/content/content.ts';
import {
  joinedFile,
  readData,
  readDocument,
  usualReaders,
} from '../../../src/content/data-file.ts';
import { placeOfText, validFiles } from '../../support/check-cases.ts';

const valid = await validFiles();

function filesWith(text: string): typeof valid {
  return { root: 'content', texts: new Map([['a.yaml', text]]), others: new Set() };
}

const schema = z.strictObject({ a: z.string() });
const read = (text: string) => readData(filesWith(text), 'a.yaml', schema, usualReaders);

test('a file that fits has its value; one that does not has issues; one that is no YAML has errors', () => {
  expect(read('a: x')).toMatchObject({ value: { a: 'x' }, errors: [], issues: [] });
  expect(read('a: 1')).toMatchObject({ value: undefined, errors: [] });
  expect(read('a: 1')?.issues).toHaveLength(1);
  expect(read('a: [')).toMatchObject({ value: undefined, issues: [] });
  expect(read('a: [')?.errors).toHaveLength(1);
});

test('a file that is not there, or too long, is not read', () => {
  expect(readData(filesWith('a: x'), 'b.yaml', schema, usualReaders)).toBeUndefined();
  expect(read(`a: ${'x'.repeat(120_001)}`)).toBeUndefined();
});

test('a document without frontmatter has neither value nor problems of its own', () => {
  const file = readDocument(filesWith('Words.'), 'a.yaml', schema, usualReaders);
  expect(file).toMatchObject({ value: undefined, errors: [], issues: [] });
  expect(file?.at(['a'])).toEqual({ file: 'a.yaml', line: 1, column: 1 });
  expect(file?.mdx.tree?.children).toHaveLength(1);
});

test.describe('files that are read as one', () => {
  const first = read('b: 1');
  if (first === undefined) throw new Error('The file is there.');
  const second = { ...first, at: () => ({ file: 'second.yaml', line: 7, column: 3 }) };

  test('have no problems of their own', () => {
    expect(joinedFile(first, undefined, {})).toMatchObject({
      path: 'a.yaml',
      value: undefined,
      errors: [],
      issues: [],
    });
  });

  test('are looked up where they stand, by their keys', () => {
    const joined = joinedFile(first, {}, { part: { file: second, path: ['inner'] } });
    expect(joined.at(['b'])).toEqual({ file: 'a.yaml', line: 1, column: 4 });
    expect(joined.at(['part', 0])).toMatchObject({ file: 'second.yaml' });
    const asked: unknown[] = [];
    const watched = {
      ...second,
      at: (...where: unknown[]) => {
        asked.push(where);
        return second.at();
      },
    };
    joinedFile(first, {}, { part: { file: watched, path: ['inner'] } }).at(['part', 0], 'key');
    expect(asked).toEqual([[['inner', 0], 'key']]);
  });

  test('are looked up in the first where the other is not there', () => {
    const joined = joinedFile(first, {}, { part: { file: undefined, path: [] } });
    expect(joined.at(['part', 0]).file).toBe('a.yaml');
  });
});

test('every place in the facts and the guide of an exchange is in the file that holds it', () => {
  const northwind = parseContent(valid).exchanges[1];
  const { facts, guide } = northwind ?? {};
  if (facts === undefined || guide === undefined) throw new Error('The exchange has its files.');
  const folder = 'exchanges/northwind';
  const placed: [ReturnType<typeof facts.at>, string, string][] = [
    [facts.at(['names', 'name']), 'exchange.yaml', 'Northwind\n  former'],
    [facts.at(['troubleshooting', 1, 'id']), 'errors.yaml', 'address-refused'],
    [facts.at(['troubleshooting', 0, 'causes', 0, 'step']), 'errors.yaml', 'save-credentials'],
    [facts.at(['undocumentedErrors', 0, 'kind']), 'errors.yaml', 'clock\n'],
    [facts.at(['sources', 1, 'id']), 'sources.yaml', 'help\n  title'],
    [facts.at(['signing', 'tolerance']), 'signing.yaml', '20\n'],
    [facts.at(['signing', 'send'], 'key'), 'signing.yaml', 'send:'],
    [guide.at(['minutes']), 'guide.mdx', '8\n'],
    [guide.at(['order', 5]), 'guide.mdx', 'restrict-ip'],
    [guide.at(['steps'], 'key'), 'guide.mdx', 'steps:'],
    [guide.at(['steps', 6, 'title']), 'steps/accept-terms.mdx', 'Accept the trading agreement'],
    [guide.at(['steps', 6, 'useCases', 0]), 'steps/accept-terms.mdx', 'spot-trading'],
    [guide.at(['captures', 0, 'screen']), 'guide.mdx', 'key-created\n'],
  ];
  for (const [place, name, text] of placed) {
    const file = `${folder}/${name}`;
    expect(place, `${name}: ${text}`).toEqual({
      file,
      ...placeOfText(valid.texts.get(file) ?? '', text, name),
    });
  }
});
