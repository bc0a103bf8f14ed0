import { expect, test } from 'playwright/test';
import type { Exchange } from '../../../src/schema/exchange.ts';
import {
  canonicalPath,
  type GuidePage,
  guidePage,
  labelStepOf,
} from '../../../src/derive/guide-page.ts';
import { permissionSettings } from '../../../src/derive/permission-settings.ts';
import { type Screen, screenSchema } from '../../../src/schema/screens.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { sampleGuide } from '../../support/sample-guide.ts';
import { samplePage } from '../../support/sample-page.ts';
import { useCaseThat } from '../../support/sample-permissions.ts';

const trading = { ...useCaseThat(['read-balances', 'trade-spot']), id: 'trading' };
const reading = { ...useCaseThat(['read-balances'], ['trade-spot']), id: 'reading' };
// The sample exchange trades no futures.
const futures = { ...useCaseThat(['trade-futures']), id: 'futures' };

const screens: Screen[] = ['sign-in-page', 'start-key'].map((id) =>
  screenSchema.parse({
    id,
    address: 'https://www.northwind.example/login',
    alt: 'Choose Sign in.',
    blocks: [{ type: 'heading', text: 'Sign in' }],
    sources: ['docs'],
  }),
);

function pageOf(
  useCase: typeof trading,
  exchange: Exchange = sampleExchange(),
  guide = sampleGuide(),
): GuidePage {
  // A page that is no use case of the list has its settings all the same.
  const useCases = [...new Set([reading, trading, futures, useCase])];
  return samplePage(useCase, { exchange, guide, screens, useCases });
}

test('steps are counted from 1 over the page, and each phase starts once', () => {
  expect(
    pageOf(trading).steps.map(({ number, id, phase, startsPhase }) => [
      number,
      id,
      phase,
      startsPhase,
    ]),
  ).toEqual([
    [1, 'check-account', 'prepare', true],
    [2, 'sign-in', 'create', true],
    // `enable-product` is for futures only: no number is lost to it.
    [3, 'create-key', 'create', false],
    [4, 'test-key', 'prove', true],
    [5, 'rotate-key', 'look-after', true],
    [6, 'revoke-key', 'look-after', false],
  ]);
  expect(pageOf(trading).steps[0]?.title).toBe('Check your account');
});

test('a step for one use case stands on its page and on no other', () => {
  const guide = sampleGuide({
    steps: sampleGuide().steps.map((step) =>
      step.id === 'enable-product' ? { ...step, useCases: ['trading'] } : step,
    ),
  });
  const idsOn = (useCase: typeof trading): string[] =>
    pageOf(useCase, sampleExchange(), guide).steps.map(({ id }) => id);
  expect(idsOn(trading)).toContain('enable-product');
  expect(idsOn(reading)).not.toContain('enable-product');
});

for (const state of ['closing', 'closed'] as const) {
  const exchange = sampleExchange({
    status: { state, date: '2027-01-31', note: 'Take your funds out.', sources: ['docs'] },
  });
  for (const useCase of [trading, futures]) {
    const served = useCase === trading;
    test(`on a ${state} exchange a ${served ? 'served' : 'refused'} use case keeps only the steps that look after a key`, () => {
      const page = pageOf(useCase, exchange);
      expect(page.mode).toBe('look-after');
      expect(page.steps.map(({ number, id, startsPhase }) => [number, id, startsPhase])).toEqual([
        [1, 'rotate-key', true],
        [2, 'revoke-key', false],
      ]);
      expect(page.settings.served).toBe(served);
    });
  }
}

test('on an active exchange a served use case is for creating a key', () => {
  expect(pageOf(trading).mode).toBe('create');
});

test('on an active exchange a refused use case has no steps, and its settings carry the reason', () => {
  const page = pageOf(futures);
  expect(page.mode).toBe('refused');
  expect(page.steps).toEqual([]);
  expect(page.settings).toEqual({
    served: false,
    useCase: futures,
    refusal: { kind: 'stated', reason: 'There are no futures.', sources: ['docs'] },
  });
});

test('the page knows of every use case whether the exchange serves it', () => {
  const expected = [
    { useCase: reading, served: true },
    { useCase: trading, served: true },
    { useCase: futures, served: false },
  ];
  expect(pageOf(trading).useCases).toEqual(expected);
  // Also on the page of the one that is refused.
  expect(pageOf(futures).useCases).toEqual(expected);
});

test('a step has what stands in it for the use case of the page', () => {
  const screen = { kind: 'screen', screen: 'sign-in-page' } as const;
  const blocks = new Map([
    ['sign-in', [screen, { kind: 'only', useCases: ['trading'], blocks: [screen] }]],
  ] as const);
  const signIn = (useCase: typeof trading) =>
    samplePage(useCase, { blocks }).steps.find(({ id }) => id === 'sign-in')?.blocks;
  expect(signIn(trading)).toEqual([screen, screen]);
  expect(signIn(reading)).toEqual([screen]);
  expect(samplePage(trading).steps[0]?.blocks).toEqual([]);
});

test('a use case without settings is an error', () => {
  const page = pageOf(trading);
  expect(() =>
    guidePage({
      ...page,
      screens,
      blocks: new Map(),
      useCases: [trading],
      settings: new Map(),
    }),
  ).toThrow('[guide] There are no settings for "trading".');
});

test('the page has the settings of its own use case', () => {
  const { permissions } = sampleExchange();
  expect(pageOf(reading).settings).toEqual(permissionSettings(permissions, reading));
  expect(pageOf(trading).settings).toEqual(permissionSettings(permissions, trading));
  expect(pageOf(trading).useCase).toBe(trading);
});

test('screens are found by their ids, and captures by the screens that they replace', () => {
  const page = pageOf(trading);
  expect([...page.screens]).toEqual(screens.map((screen) => [screen.id, screen]));
  expect([...page.captures]).toEqual([
    [
      'sign-in-page',
      {
        screen: 'sign-in-page',
        file: './captures/sign-in.png',
        alt: 'Choose Sign in.',
        date: '2026-11-20',
      },
    ],
  ]);
});

test.describe('the step in which the key gets its name', () => {
  const named = (blocks: unknown[]): Screen =>
    screenSchema.parse({
      id: 'start-key',
      address: 'https://www.northwind.example/keys',
      alt: 'Type a name.',
      blocks,
      sources: ['docs'],
    });
  const pageWith = (screen: Screen, exchange = sampleExchange()): GuidePage =>
    samplePage(trading, {
      exchange,
      guide: sampleGuide({
        steps: sampleGuide().steps.map((step) => ({
          ...step,
          screens: step.id === 'test-key' ? ['start-key'] : [],
        })),
      }),
      screens: [screen],
    });

  test('is the one that draws the field, also inside a page or a dialog', () => {
    const field = { type: 'key-label' };
    for (const blocks of [
      [field],
      [{ type: 'page', blocks: [field] }],
      [{ type: 'dialog', title: 'New key', blocks: [field] }],
    ])
      expect(labelStepOf(pageWith(named(blocks)))).toBe('test-key');
  });

  test('is the one that starts the key where no screen draws it, and none without a field', () => {
    const heading = named([{ type: 'heading', text: 'Keys' }]);
    expect(labelStepOf(pageWith(heading))).toBe('create-key');
    const { labelField: _field, ...rest } = sampleExchange();
    expect(labelStepOf(pageWith(heading, { ...rest, slug: 'northwind' }))).toBeUndefined();
  });
});

test('the canonical path is that of the guide, at the address of the exchange for its usual use case', () => {
  const usual = { ...trading, id: sampleGuide().defaultUseCase };
  expect(canonicalPath(pageOf(usual))).toBe('/northwind/');
  expect(canonicalPath(pageOf({ ...reading, id: 'other' }))).toBe('/northwind/other/');
  const closing = sampleExchange({
    status: { state: 'closing', date: '2027-01-31', note: 'Leave.', sources: ['docs'] },
  });
  expect(canonicalPath(pageOf({ ...reading, id: 'other' }, closing))).toBe('/northwind/');
});
