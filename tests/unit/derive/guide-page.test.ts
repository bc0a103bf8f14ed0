import { expect, test } from 'playwright/test';
import type { Exchange } from '../../../src/schema/exchange.ts';
import {
  canonicalPath,
  type GuidePage,
  guidePage,
  stepOnPage,
} from '../../../src/derive/guide-page.ts';
import { permissionSettings } from '../../../src/derive/permission-settings.ts';
import type { StepBlock } from '../../../src/markdown/step-blocks.ts';
import { type Screen, screenSchema } from '../../../src/schema/screens.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { sampleGuide } from '../../support/sample-guide.ts';
import { samplePage } from '../../support/sample-page.ts';
import { useCaseThat } from '../../support/sample-permissions.ts';
import type { StepId } from '../../../src/vocabulary/steps.ts';

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

test('only steps that create the key are counted, from 1 over the page', () => {
  expect(pageOf(trading).steps.map(({ number, id, phase }) => [number, id, phase])).toEqual([
    [undefined, 'check-account', 'prepare'],
    [1, 'sign-in', 'create'],
    // `enable-product` is for futures only: no number is lost to it.
    [2, 'create-key', 'create'],
    [undefined, 'test-key', 'prove'],
    [undefined, 'rotate-key', 'look-after'],
    [undefined, 'revoke-key', 'look-after'],
  ]);
  expect(pageOf(trading).steps[0]?.title).toBe('Check your account');
});

test.describe('steps under one title', () => {
  const list = (...texts: string[]): StepBlock => ({
    kind: 'actions',
    items: texts.map((value) => ({ nodes: [{ type: 'text', value }], part: undefined })),
    nodes: [{ type: 'text', value: 'list' }],
  });
  const screen = { kind: 'screen', screen: 'start-key' } as const;
  const together = (useCase: typeof trading) =>
    samplePage(useCase, {
      guide: sampleGuide({
        groups: [
          { title: 'Sign in and start', steps: ['sign-in', 'enable-product', 'create-key'] },
          { title: undefined, steps: ['revoke-key'] },
        ],
      }),
      blocks: new Map<StepId, StepBlock[]>([
        ['sign-in', [list('Type the address.', 'Sign in.')]],
        ['enable-product', [list('Open futures.')]],
        ['create-key', [list('Press New key.', 'Name it.'), screen]],
      ]),
    });

  test('are one step, whose actions are counted through; each but the first keeps its anchor', () => {
    const [step, ...others] = together(trading).steps;
    expect(step).toMatchObject({
      id: 'sign-in',
      ids: ['sign-in', 'create-key'],
      title: 'Sign in and start',
      number: 1,
      screens: ['start-key'],
    });
    expect(step?.actions.map(({ anchor }) => anchor)).toEqual([
      undefined,
      undefined,
      'create-key',
      undefined,
    ]);
    expect(others.map(({ id }) => id)).toEqual(['revoke-key']);
  });

  test('are found by the id of each', () => {
    const page = together(trading);
    expect(stepOnPage(page, 'create-key')).toBe(page.steps[0]);
    expect(stepOnPage(page, 'enable-product')).toBeUndefined();
  });
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
      expect(page.steps.map(({ id }) => id)).toEqual(['rotate-key', 'revoke-key']);
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

test('a step has what stands in it for the use case and the kind of page', () => {
  const text = (value: string): StepBlock => ({ kind: 'prose', nodes: [{ type: 'text', value }] });
  const blocks = new Map<StepId, StepBlock[]>([
    [
      'sign-in',
      [
        { kind: 'warning', blocks: [text('Shown once.')] },
        { kind: 'screen', screen: 'sign-in-page' },
        {
          kind: 'more',
          blocks: [
            {
              kind: 'only',
              useCases: ['trading'],
              audience: undefined,
              period: {},
              blocks: [text('trade')],
            },
            {
              kind: 'only',
              useCases: undefined,
              audience: 'partner',
              period: {},
              blocks: [text('partner')],
            },
            text('all'),
          ],
        },
      ],
    ],
  ]);
  const signIn = (useCase: typeof trading) =>
    samplePage(useCase, { blocks }).steps.find(({ id }) => id === 'sign-in');
  expect(signIn(trading)?.more).toEqual([text('trade'), text('all')]);
  expect(signIn(reading)?.more).toEqual([text('all')]);
  expect(signIn(reading)).toMatchObject({
    screens: ['sign-in-page'],
    warnings: [[text('Shown once.')]],
    actions: [],
    rest: [],
  });
});

test('a use case without settings is an error', () => {
  const page = pageOf(trading);
  expect(() =>
    guidePage({
      exchange: page.exchange,
      guide: page.guide,
      quality: page.quality,
      useCase: page.useCase,
      path: page.path,
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

test('the canonical path is that of the guide, at the address of the exchange for its usual use case', () => {
  const usual = { ...trading, id: sampleGuide().defaultUseCase };
  expect(canonicalPath(pageOf(usual))).toBe('/northwind/');
  expect(canonicalPath(pageOf({ ...reading, id: 'other' }))).toBe('/northwind/other/');
  const closing = sampleExchange({
    status: { state: 'closing', date: '2027-01-31', note: 'Leave.', sources: ['docs'] },
  });
  expect(canonicalPath(pageOf({ ...reading, id: 'other' }, closing))).toBe('/northwind/');
});
