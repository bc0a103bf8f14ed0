import { expect, test } from 'playwright/test';
import { parseYamlText } from '../../../src/content/yaml-text.ts';

const text = `# A comment first
name: Northwind
list:
  - id: a
    tags: [x, y]
  - id: b
group: { inner: 1 }
empty:
`;

test('the value of a text', () => {
  expect(parseYamlText(text).value).toEqual({
    name: 'Northwind',
    list: [{ id: 'a', tags: ['x', 'y'] }, { id: 'b' }],
    group: { inner: 1 },
    empty: null,
  });
});

test('places of values, keys and items', () => {
  const { placeOf } = parseYamlText(text);
  const places: [readonly PropertyKey[], 'key' | 'value', number, number][] = [
    [['name'], 'value', 2, 7],
    [['name'], 'key', 2, 1],
    [['list'], 'key', 3, 1],
    [['list'], 'value', 4, 3],
    [['list', 0], 'value', 4, 5],
    [['list', 0, 'id'], 'value', 4, 9],
    [['list', 0, 'tags'], 'key', 5, 5],
    [['list', 0, 'tags'], 'value', 5, 11],
    [['list', 0, 'tags', 1], 'value', 5, 15],
    [['list', 1, 'id'], 'value', 6, 9],
    [['group', 'inner'], 'value', 7, 17],
    [['group', 'inner'], 'key', 7, 10],
    [['empty'], 'key', 8, 1],
  ];
  for (const [path, target, line, column] of places)
    expect(placeOf(path, target), `${path.join('.')} (${target})`).toEqual({ line, column });
});

test('a part that does not exist has the place of the closest one above it', () => {
  const { placeOf } = parseYamlText(text);
  expect(placeOf(['group', 'outer'])).toEqual({ line: 7, column: 1 });
  expect(placeOf(['list', 0, 'label'])).toEqual({ line: 4, column: 5 });
  expect(placeOf(['list', 1, 'tags', 0])).toEqual({ line: 6, column: 5 });
  expect(placeOf(['list', 7, 'id'])).toEqual({ line: 3, column: 1 });
  expect(placeOf(['nothing', 'at', 'all'])).toEqual({ line: 2, column: 1 });
  expect(placeOf([])).toEqual({ line: 2, column: 1 });
});

test('places in frontmatter count the lines of the file', () => {
  const { placeOf, errors } = parseYamlText('title: x\nsteps:\n  - id: a\n', 1);
  expect(errors).toEqual([]);
  expect(placeOf(['title'])).toEqual({ line: 2, column: 8 });
  expect(placeOf(['steps', 0, 'id'])).toEqual({ line: 4, column: 9 });
  expect(parseYamlText('a: 1\na: 2\n', 1).errors).toEqual([
    { line: 3, column: 1, message: 'Map keys must be unique' },
  ]);
});

test('an empty text', () => {
  const { value, errors, placeOf } = parseYamlText('');
  expect({ value, errors, place: placeOf(['a', 0]) }).toEqual({
    value: null,
    errors: [],
    place: { line: 1, column: 1 },
  });
});

test('Windows line ends and a mark of byte order change no place', () => {
  expect(parseYamlText('a: 1\r\nb: 2\r\n').placeOf(['b'])).toEqual({ line: 2, column: 4 });
  expect(parseYamlText('\uFEFFa: 1\nb: 2\n').value).toEqual({ a: 1, b: 2 });
});

test('a text that cannot be read has errors and no value', () => {
  const texts = [
    'a: 1\na: 2',
    'a: [1',
    'a: "1',
    '\ta: 1',
    'a: *b',
    'a: !!js/function x',
    'a: 1\n---\nb: 2',
    '<<<<<<< HEAD',
    `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${[1, 2, 3, 4]
      .map((n) => `a${n}: &a${n} [${Array.from({ length: 10 }, () => `*a${n - 1}`).join(', ')}]`)
      .join('\n')}`,
  ];
  const read = texts.map((written) => {
    const { value, errors } = parseYamlText(written);
    return { written, value, hasErrors: errors.length > 0 };
  });
  const scalar = '<<<<<<< HEAD';
  expect(read).toEqual(
    texts.map((written) => ({
      written,
      // YAML reads the mark of a conflict as text; the schema refuses that.
      value: written === scalar ? scalar : undefined,
      hasErrors: written !== scalar,
    })),
  );
});

test('messages name no line of their own', () => {
  for (const written of ['x: 1\na: b: c', 'x: 1\na: [1', 'x: 1\n\ta: 1'])
    for (const { message } of parseYamlText(written, 1).errors)
      expect(message).not.toMatch(/line|\n/);
});

test('aliases that stand for something are read', () => {
  const { value, placeOf } = parseYamlText('a: &s [x]\nb: *s\n');
  expect(value).toEqual({ a: ['x'], b: ['x'] });
  expect(placeOf(['b', 0])).toEqual({ line: 2, column: 1 });
});
