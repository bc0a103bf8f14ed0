import { expect, test } from 'playwright/test';
import type { z } from 'astro/zod';
import { type Block, marksOf, screenSchema, screensSchema } from '../../../src/schema/screens.ts';
import { changedAt, issuesOf, openObjects } from '../../support/nested-values.ts';

type BlockInput = z.input<typeof screenSchema>['blocks'][number];

/** One block of each kind with every mark that it can have, and the marks in reading order. */
const marked: { [Type in Block['type']]: [Extract<BlockInput, { type: Type }>, number[]] } = {
  heading: [{ type: 'heading', text: 'Title' }, []],
  text: [{ type: 'text', text: 'Words', mark: 1 }, [1]],
  'address-bar': [{ type: 'address-bar', mark: 1 }, [1]],
  filler: [{ type: 'filler' }, []],
  field: [{ type: 'field', label: 'Name', value: 'bot', hidden: true, mark: 2 }, [2]],
  'key-label': [{ type: 'key-label', mark: 3 }, [3]],
  choice: [
    {
      type: 'choice',
      label: 'Type',
      options: [
        { label: 'A', mark: 5 },
        { label: 'B', chosen: true },
        { label: 'C', mark: 4 },
      ],
    },
    [5, 4],
  ],
  select: [{ type: 'select', label: 'Scope', value: 'Primary', mark: 6 }, [6]],
  permissions: [{ type: 'permissions', label: 'Permissions', mark: 7 }, [7]],
  // The choice stands above the field.
  addresses: [{ type: 'addresses', choiceMark: 1, mark: 2 }, [1, 2]],
  credentials: [{ type: 'credentials', mark: 8 }, [8]],
  notice: [{ type: 'notice', text: 'Careful', mark: 9 }, [9]],
  checkbox: [{ type: 'checkbox', label: 'I agree', mark: 1 }, [1]],
  row: [
    {
      type: 'row',
      label: 'My key',
      actions: [{ label: 'Edit' }, { label: 'Delete', mark: 2 }, { label: 'Copy', mark: 3 }],
    },
    [2, 3],
  ],
  buttons: [
    {
      type: 'buttons',
      items: [
        { label: 'Cancel', mark: 4 },
        { label: 'Save', primary: true, mark: 3 },
      ],
    },
    [4, 3],
  ],
  dialog: [
    {
      type: 'dialog',
      title: 'Sure?',
      blocks: [
        { type: 'field', label: 'Code', mark: 1 },
        { type: 'buttons', items: [{ label: 'Yes', mark: 2 }] },
      ],
    },
    [1, 2],
  ],
  // The menu first, its title before its items, then what is on the page.
  page: [
    {
      type: 'page',
      menu: {
        placement: 'side',
        title: { label: 'Profile', mark: 1 },
        items: [{ label: 'Orders' }, { label: 'API', mark: 2 }],
      },
      title: 'API keys',
      blocks: [
        { type: 'buttons', items: [{ label: 'New', mark: 3 }] },
        { type: 'addresses', mark: 4 },
      ],
    },
    [1, 2, 3, 4],
  ],
};

const screenWith = (blocks: readonly BlockInput[]): z.input<typeof screenSchema> => ({
  id: 'key-form',
  address: 'https://www.northwind.example/keys',
  alt: 'Choose New.',
  blocks: [...blocks],
  note: 'Older forms differ.',
  sources: ['docs'],
});

test.describe('the marks of a screen', () => {
  for (const [type, [block, marks]] of Object.entries(marked)) {
    test(`are found in a block of the kind "${type}"`, () => {
      expect(marksOf(screenSchema.parse(screenWith([block])))).toEqual(marks);
    });
  }

  test('come block after block, repeats included', () => {
    const screen = screenSchema.parse(
      screenWith([marked.text[0], marked.filler[0], marked.page[0], marked.text[0]]),
    );
    expect(marksOf(screen)).toEqual([1, 1, 2, 3, 4, 1]);
  });

  test('are none where nothing is marked', () => {
    const screen = screenSchema.parse(
      screenWith([
        { type: 'addresses' },
        { type: 'page', menu: { placement: 'dropdown', items: [{ label: 'API' }] } },
        { type: 'page' },
        { type: 'permissions' },
      ]),
    );
    expect(marksOf(screen)).toEqual([]);
  });
});

test.describe('a screen', () => {
  const file = { screens: [screenWith(Object.values(marked).map(([block]) => block))] };

  test('fits with a block of each kind', () => {
    expect(issuesOf(screensSchema, file)).toEqual([]);
  });

  test('has no place for keys that the schema does not know', () => {
    expect(openObjects(screensSchema)).toEqual([]);
    for (const [at, block] of file.screens[0]?.blocks.entries() ?? []) {
      const changed = changedAt(file, ['screens', 0, 'blocks', at], () => ({ ...block, src: 'x' }));
      expect(issuesOf(screensSchema, changed)).toEqual([
        `screens.0.blocks.${at}: Unrecognized key: "src"`,
      ]);
    }
  });

  const refused: [string, (string | number)[], unknown][] = [
    ['no source', ['sources'], []],
    ['no block', ['blocks'], []],
    ['an address without https', ['address'], 'http://www.northwind.example/keys'],
    ['a mark below 1', ['blocks', 1, 'mark'], 0],
    ['a mark above 9', ['blocks', 1, 'mark'], 10],
    ['a kind of block that there is not', ['blocks', 0, 'type'], 'image'],
    ['a dialog in a dialog', ['blocks', 15, 'blocks', 0], marked.dialog[0]],
  ];
  for (const [name, path, value] of refused) {
    test(`refuses ${name}`, () => {
      const changed = changedAt(file, ['screens', 0, ...path], () => value);
      expect(issuesOf(screensSchema, changed)).toHaveLength(1);
    });
  }

  test('refuses a choice between fewer than two', () => {
    const choice: BlockInput = { type: 'choice', options: [{ label: 'Only' }] };
    expect(issuesOf(screenSchema, screenWith([choice]))).toHaveLength(1);
  });
});
