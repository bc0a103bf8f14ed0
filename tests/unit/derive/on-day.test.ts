import { expect, test } from 'playwright/test';
import { daysOfChange, onDay, statusOn } from '../../../src/derive/on-day.ts';
import type { StepBlock } from '../../../src/markdown/step-blocks.ts';
import { holdsOn, isPeriod } from '../../../src/schema/period.ts';
import type { StepId } from '../../../src/vocabulary/steps.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { sampleGuide } from '../../support/sample-guide.ts';
import { samplePage } from '../../support/sample-page.ts';
import { useCaseThat } from '../../support/sample-permissions.ts';

const day = '2027-03-01';
const before = '2027-02-28';

const text = (value: string): StepBlock => ({ kind: 'prose', nodes: [{ type: 'text', value }] });

const facts = sampleExchange();
const whole = {
  exchange: {
    ...facts,
    permissions: {
      ...facts.permissions,
      refusals: [
        { useCase: 'futures', reason: 'Use the old kind.', until: day, sources: ['docs'] },
        { useCase: 'futures', reason: 'Nobody knows yet.', from: day, sources: ['docs'] },
      ],
      caveats: [{ id: 'old', useCase: 'trading', text: 'Old.', until: day, sources: ['docs'] }],
    },
    lifetimes: {
      ...facts.lifetimes,
      endsOn: { date: day, why: 'They end.', after: 'Delete yours.' },
    },
  },
  guide: { ...sampleGuide(), checklist: [{ id: 'later', text: 'Later.', from: '2028-01-01' }] },
  blocks: new Map<StepId, readonly StepBlock[]>([
    [
      'revoke-key',
      [
        {
          kind: 'more',
          blocks: [
            {
              kind: 'only',
              useCases: undefined,
              audience: undefined,
              period: { until: day },
              blocks: [text('before')],
            },
            {
              kind: 'only',
              useCases: undefined,
              audience: undefined,
              period: { from: day },
              blocks: [text('after')],
            },
          ],
        },
      ],
    ],
  ]),
};

test('something holds from its first day on, and no more from the day on which it ends', () => {
  const period = { from: '2027-01-01', until: day };
  expect(['2026-12-31', '2027-01-01', before, day].map((one) => holdsOn(period, one))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(holdsOn({}, day)).toBe(true);
  expect([period, {}, { from: day, until: day }].map(isPeriod)).toEqual([true, true, false]);
});

test('the days on which content changes are known, in order', () => {
  expect(daysOfChange(whole)).toEqual([day, '2028-01-01']);
});

test('a page says what holds on its day', () => {
  const pageOn = (one: string) => {
    const { exchange, guide, blocks } = onDay(whole, one);
    const page = samplePage(useCaseThat(['read-balances']), { exchange, guide, blocks });
    return {
      mode: page.mode,
      refusals: exchange.permissions.refusals.map(({ reason }) => reason),
      caveats: exchange.permissions.caveats.length,
      checklist: guide.checklist.length,
      fold: page.steps.find(({ id }) => id === 'revoke-key')?.more,
      starts: page.steps[0]?.id,
    };
  };
  expect(pageOn(before)).toEqual({
    mode: 'create',
    refusals: ['Use the old kind.'],
    caveats: 1,
    checklist: 0,
    fold: [text('before')],
    starts: 'check-account',
  });
  expect(pageOn(day)).toEqual({
    mode: 'look-after',
    refusals: ['Nobody knows yet.'],
    caveats: 0,
    checklist: 0,
    fold: [text('after')],
    starts: 'revoke-key',
  });
  expect(pageOn('2028-01-01').checklist).toBe(1);
});

test('what is closing or closed stays so when its keys have ended', () => {
  const closed: typeof facts.status = {
    state: 'closed',
    date: '2026-01-01',
    note: 'Gone.',
    sources: ['docs'],
  };
  expect(statusOn({ ...whole.exchange, status: closed }, day)).toEqual(closed);
  expect(statusOn(whole.exchange, day)).toMatchObject({
    state: 'keys-ended',
    note: 'Delete yours.',
  });
  expect(statusOn(whole.exchange, before)).toEqual(facts.status);
});
