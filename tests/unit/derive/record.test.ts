import { expect, test } from 'playwright/test';
import {
  levelPowers,
  permissionMatrix,
  readingDays,
  recordPage,
  shownScreens,
  useCaseLabels,
} from '../../../src/derive/record.ts';
import { type Exchange, exchangeSchema } from '../../../src/schema/exchange.ts';
import { screensSchema } from '../../../src/schema/screens.ts';
import { sampleExchangeFile } from '../../support/sample-exchange.ts';
import { sampleGuide } from '../../support/sample-guide.ts';
import { samplePage } from '../../support/sample-page.ts';
import { box, levelled, useCaseThat } from '../../support/sample-permissions.ts';

const reading = { ...useCaseThat(['read-balances']), id: 'reading', label: 'Reading' };
const trading = { ...useCaseThat(['trade-spot']), id: 'trading', label: 'Trading' };
const options = { ...useCaseThat(['trade-options']), id: 'options', label: 'Options' };
const useCases = [reading, trading, options];

const items = [
  { ...box('read', ['read-balances'], { fixed: true }), group: 'Account' },
  levelled('spot', { view: ['read-orders'], trade: ['read-orders', 'trade-spot'] }),
  box('notes', ['read-ledger'], {
    asked: [{ id: 'bot', by: 'tool', name: 'Bot', useCases: ['reading'] }],
  }),
  box('withdraw', ['withdraw']),
];

function exchangeWith(permissions: typeof items): Exchange {
  const facts = exchangeSchema.parse(sampleExchangeFile);
  return { ...facts, slug: 'northwind', permissions: { ...facts.permissions, items: permissions } };
}

const record = recordPage(
  useCases.map((useCase) =>
    samplePage(useCase, {
      exchange: exchangeWith(items),
      useCases,
    }),
  ),
  { everyDay: exchangeWith(items), screens: [] },
);

test('all use cases stand side by side, in the order of the exchange and of the use cases', () => {
  const rows = permissionMatrix(record).map(({ permission, cells }) => [
    permission.id,
    ...cells.map(({ state, level }) => [state, level?.id].filter(Boolean).join(' ')),
  ]);
  expect(rows).toEqual([
    ['read', 'on', 'on', 'refused'],
    ['spot', 'off', 'on trade', 'refused'],
    ['notes', 'if-asked', 'off', 'refused'],
    ['withdraw', 'never', 'never', 'refused'],
  ]);
});

test('a heading stands over the first row of its group', () => {
  const groups = ['Funds', 'Funds', undefined, 'Funds'];
  const grouped = items.map((item, index) => {
    const { group: _none, ...plain } = { group: undefined, ...item };
    const group = groups[index];
    return group === undefined ? plain : { ...plain, group };
  });
  const exchange = exchangeWith(items);
  const rows = permissionMatrix({
    ...record,
    exchange: { ...exchange, permissions: { ...exchange.permissions, items: grouped } },
  });
  expect(rows.map(({ heading }) => heading)).toEqual(['Funds', undefined, undefined, 'Funds']);
});

test('a stronger level tells what it adds; one that does not include the weaker tells all', () => {
  const powers = (levels: Parameters<typeof levelled>[1]): unknown =>
    levelPowers(levelled('x', levels)).map(({ level, isMore, capabilities }) => [
      level?.id,
      isMore,
      capabilities,
    ]);
  expect(powers({ view: ['read-orders'], trade: ['read-orders', 'trade-spot'] })).toEqual([
    ['view', false, ['read-orders']],
    ['trade', true, ['trade-spot']],
  ]);
  expect(powers({ view: ['read-orders'], trade: ['trade-spot', 'borrow'] })).toEqual([
    ['view', false, ['read-orders']],
    ['trade', false, ['trade-spot', 'borrow']],
  ]);
  expect(powers({ none: [], view: ['read-orders'] })).toEqual([
    ['none', false, []],
    ['view', false, ['read-orders']],
  ]);
  expect(levelPowers(box('y', ['withdraw']))).toEqual([
    { level: undefined, isMore: false, capabilities: ['withdraw'] },
  ]);
});

test('screens come in the order of the steps, with the words on them, each once', () => {
  const address = 'https://www.northwind.example/keys';
  const screen = { address, alt: 'Press it.', sources: ['docs'] };
  const { screens } = screensSchema.parse({
    screens: [
      { ...screen, id: 'left-over', blocks: [{ type: 'filler' }] },
      {
        ...screen,
        id: 'second',
        blocks: [
          {
            type: 'dialog',
            title: 'Confirm',
            blocks: [
              { type: 'select', label: 'Kind', value: 'V2' },
              { type: 'buttons', items: [{ label: 'Confirm' }, { label: 'Cancel' }] },
            ],
          },
        ],
      },
      {
        ...screen,
        id: 'first',
        blocks: [
          {
            type: 'page',
            title: 'Keys',
            menu: { placement: 'side', title: { label: 'Menu' }, items: [{ label: 'API' }] },
            blocks: [{ type: 'row', label: 'My key', actions: [{ label: 'Delete' }] }],
          },
        ],
      },
    ],
  });
  const guide = {
    ...sampleGuide(),
    steps: [
      { id: 'create-key', title: 'Start', screens: ['first'] },
      { id: 'revoke-key', title: 'End', screens: ['second', 'first'] },
    ],
  } as const;
  expect(
    shownScreens({ guide, screens }).map((shown) => [shown.screen.id, shown.step, shown.labels]),
  ).toEqual([
    ['first', 'Start', ['Menu', 'API', 'Keys', 'My key', 'Delete']],
    ['second', 'End', ['Confirm', 'Kind', 'V2', 'Cancel']],
    ['left-over', undefined, []],
  ]);
});

test('days of reading and labels of use cases', () => {
  expect(readingDays([{ checked: '2026-11-20' }, { checked: '2026-01-02' }])).toEqual({
    first: '2026-01-02',
    last: '2026-11-20',
  });
  expect(useCaseLabels(record, ['trading', 'reading', 'unknown'])).toEqual(['Reading', 'Trading']);
});

test('there is no record without a guide', () => {
  expect(() => recordPage([], { everyDay: exchangeWith(items), screens: [] })).toThrow('no record');
});
