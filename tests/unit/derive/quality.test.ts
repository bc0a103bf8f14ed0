import { expect, test } from 'playwright/test';
import { staleAfterDays } from '../../../src/derive/dates.ts';
import type { StepBlock } from '../../../src/markdown/step-blocks.ts';
import type { StepId } from '../../../src/vocabulary/steps.ts';
import { type Quality, qualityOf, wantedErrorCodes } from '../../../src/derive/quality.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { sampleGuide } from '../../support/sample-guide.ts';

type Blocks = ReadonlyMap<StepId, readonly StepBlock[]>;

const today = '2026-11-20';
const program: Blocks = new Map([['test-key', [{ kind: 'derived', part: 'TestKey' }]]]);
const entry = sampleExchange().troubleshooting[0];
if (entry === undefined) throw new Error('The sample exchange has no error entry.');
const coded = Array.from({ length: wantedErrorCodes }, (_, index) => ({
  ...entry,
  id: `error-${index}`,
  codes: [`E${index}`],
}));

function quality(
  more: {
    codes?: typeof coded;
    blocks?: Blocks;
    screens?: string[];
    verification?: { method: 'documentation' | 'live-account'; date: string };
  } = {},
): Quality {
  const guide = sampleGuide();
  return qualityOf(
    { signing: sampleExchange().signing, troubleshooting: more.codes ?? coded },
    {
      steps: [{ id: 'create-key', title: 'Start a key', screens: more.screens ?? ['form'] }],
      groups: [{ title: undefined, steps: ['create-key'] }],
      verification: { ...guide.verification, ...more.verification },
      defaultUseCase: guide.defaultUseCase,
    },
    more.blocks ?? program,
    today,
  );
}

test('a guide with drawings, a program and error codes is silver, and only a live walk-through is missing', () => {
  expect(quality()).toEqual({ grade: 'silver', missing: [{ kind: 'no-live-account' }] });
});

test('a guide that was walked through within the limit is gold, and nothing is missing', () => {
  expect(quality({ verification: { method: 'live-account', date: today } })).toEqual({
    grade: 'gold',
    missing: [],
  });
});

test('a walk-through that is too old leaves it at silver', () => {
  const old = new Date(Date.parse(today) - (staleAfterDays + 1) * 86_400_000);
  const date = old.toISOString().slice(0, 10);
  expect(quality({ verification: { method: 'live-account', date } })).toEqual({
    grade: 'silver',
    missing: [{ kind: 'live-account-stale', date }],
  });
});

test('a guide that lacks what silver asks for is bronze, and everything that is missing is named', () => {
  const live = { method: 'live-account' as const, date: today };
  expect(
    quality({
      screens: [],
      blocks: new Map([['test-key', [{ kind: 'screen', screen: 'x' }]]]),
      codes: coded.slice(1),
      verification: live,
    }),
  ).toEqual({
    grade: 'bronze',
    missing: [
      { kind: 'undrawn-steps', steps: ['Start a key'] },
      { kind: 'no-test-program' },
      { kind: 'few-error-codes', found: wantedErrorCodes - 1, wanted: wantedErrorCodes },
    ],
  });
});

test('a program in another step does not count, one for a use case or in a fold does', () => {
  const inStep = (step: StepId, blocks: readonly StepBlock[]) =>
    quality({ blocks: new Map([[step, blocks]]) }).grade;
  const testKey = { kind: 'derived', part: 'TestKey' } as const;
  expect(inStep('rotate-key', [testKey])).toBe('bronze');
  expect(inStep('test-key', [{ kind: 'derived', part: 'Options' }])).toBe('bronze');
  expect(
    inStep('test-key', [
      { kind: 'only', useCases: ['x'], audience: undefined, period: {}, blocks: [testKey] },
    ]),
  ).toBe('silver');
  expect(inStep('test-key', [{ kind: 'more', blocks: [testKey] }])).toBe('silver');
});
