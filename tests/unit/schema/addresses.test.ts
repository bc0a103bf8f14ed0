import { expect, test } from 'playwright/test';
import { textsOf } from '../../../src/check/texts.ts';
import { addressOf } from '../../../src/schema/addresses.ts';
import { realContent } from '../../support/content.ts';

const file = {
  label: 'Top',
  items: [
    { id: 'a', note: 'First.', levels: [{ id: 'low', label: 'Low' }] },
    { id: 'b', note: 'Second.', plain: ['x', 'y'] },
  ],
  values: [{ role: 'secret', looksLike: 'Long.' }],
  others: [{ domain: 'old.example.com', why: 'Retired.' }],
};

test('an address is made of keys and of the names of entries', () => {
  expect(addressOf(file, ['label'])).toBe('label');
  expect(addressOf(file, ['items', 1, 'note'])).toBe('items.b.note');
  expect(addressOf(file, ['items', 0, 'levels', 0, 'label'])).toBe('items.a.levels.low.label');
  expect(addressOf(file, ['values', 0, 'looksLike'])).toBe('values.secret.looksLike');
  expect(addressOf(file, ['others', 0, 'why'])).toBe('others.old-example-com.why');
});

test('an address stays when entries are moved', () => {
  const moved = { ...file, items: file.items.toReversed() };
  expect(addressOf(moved, ['items', 0, 'note'])).toBe(addressOf(file, ['items', 1, 'note']));
});

test('a text in a list of texts has none, and neither has an entry without a name of its own', () => {
  expect(addressOf(file, ['items', 1, 'plain', 0])).toBeUndefined();
  expect(addressOf({ list: [{ text: 'One.' }] }, ['list', 0, 'text'])).toBeUndefined();
  const twice = {
    list: [
      { id: 'a', text: 'One.' },
      { id: 'a', text: 'Two.' },
    ],
  };
  expect(addressOf(twice, ['list', 0, 'text'])).toBeUndefined();
  expect(addressOf(file, ['label', 'more'])).toBeUndefined();
});

/** Lists of labels, answers and names of an exchange, and parts of requests: no words of ours. */
const notOurs = [
  /^names\.former\./,
  /\bwhere\.\d+$/,
  /^screens\.\d+\.blocks\./,
  /\.(?:codes|messages)\.\d+$/,
  /^(?:values|rights|checked)\./,
];

test('every text of ours in the content has an address', async () => {
  const { exchanges, concepts } = await realContent();
  const files = [
    ...exchanges.flatMap(({ dataFiles, documents }) => [...dataFiles, ...documents]),
    ...concepts,
  ];
  // Answers are for the tests alone, and are the exchange's own.
  const read = files.filter(({ path }) => !path.endsWith('/answers.yaml'));
  const without = read.flatMap(({ path, value }) =>
    textsOf(value)
      // What has no space is an id, a label, an address or a day.
      .filter(({ text }) => text.includes(' '))
      .filter((text) => addressOf(value, text.path) === undefined)
      .map((text) => text.path.map(String).join('.'))
      .filter((place) => !notOurs.some((pattern) => pattern.test(place)))
      .map((place) => `${path}: ${place}`),
  );
  expect(without).toEqual([]);
});
