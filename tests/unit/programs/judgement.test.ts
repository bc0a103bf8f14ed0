import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import { permissionSettings } from '../../../src/derive/permission-settings.ts';
import { expectedAnswer } from '../../../src/programs/expected.ts';
import { plannedRights } from '../../../src/programs/judgement.ts';
import { sayingParts } from '../../../src/programs/program-data.ts';
import type { Judgement } from '../../../src/programs/test-plan.ts';
import { box, levelled, useCaseThat } from '../../support/sample-permissions.ts';
import {
  madeUpJudgement,
  madeUpPlan,
  madeUpRights,
  rightsOf,
} from '../../support/signing/made-up.ts';

/** Rules in a line each: tests, where it is said, what. */
function rulesOf({ rules }: Judgement): string[] {
  return rules
    .filter(({ says }) => says.word !== 'notProved')
    .map(({ when, where, says }) => {
      const tests = when.map(({ path, test: kind, names }) => [path, kind, ...names].join(' '));
      return `${tests.join(' and ')} => ${where}: ${sayingParts(says, en.program).join('…')}`;
    });
}

test('a right that may not be on is too much, one that is needed and off is too little', () => {
  const judgement = madeUpJudgement({
    rights: rightsOf({
      shows: [
        { permission: 'withdraw', when: { path: 'out', is: 'true' } },
        { permission: 'trade', when: { path: 'trade', isNot: 'no' } },
        { permission: 'read', when: { path: 'perms', lists: 'read' } },
      ],
    }),
  });
  expect(rulesOf(judgement)).toEqual([
    'out only false => withdraws: no',
    'trade only no => trades: no',
    'out is true => withdraws: yes',
    'out is true => alarm: THIS KEY CAN WITHDRAW. Delete it now: https://guides.example/northwind/#revoke-key',
    'out is true => too-much: Too much: "Withdraw" is on.',
    'trade there and trade isnt no and trade isnt null => trades: yes',
    'trade there and trade isnt no and trade isnt null => too-much: Too much: "Trade" is on.',
    'perms among => too-little: Missing: "Read" is off.',
    'out strays false true => look: Withdraw',
    'trade absent => look: Trade',
    'trade is null => look: Trade',
    'perms beyond read => look: Read',
  ]);
  expect(judgement.outcomes.map(({ outcome, end }) => [outcome, end?.status])).toEqual([
    ['alarm', undefined],
    ['too-much', 2],
    ['elsewhere', 4],
    ['refused', 1],
    ['too-little', 1],
    ['look', 3],
    ['note', undefined],
    ['else', 0],
  ]);
});

test('a right that is needed is off by the documented value alone', () => {
  const off = (when: { path: string; isNot?: string; absent?: true }): string[] =>
    rulesOf(madeUpJudgement({ rights: rightsOf({ shows: [{ permission: 'read', when }] }) })).map(
      (rule) => rule.split(' => ')[0] ?? '',
    );
  expect(off({ path: 'a', isNot: 'no' })).toEqual(['a only no', 'a absent', 'a is null']);
  expect(off({ path: 'a', absent: true })).toEqual(['a there']);
});

test('a right of which the answer may say nothing is left to the reader where it does', () => {
  const judgement = madeUpJudgement({
    rights: rightsOf({
      shows: [
        { permission: 'trade', when: { path: 'trade', is: 'true' }, optional: true },
        { permission: 'read', when: { path: 'read', is: 'true' }, optional: true },
      ],
    }),
    untold: ['Withdraw', 'Lend'],
  });
  expect(rulesOf(judgement)).toEqual([
    'trade is true => trades: yes',
    'trade is true => too-much: Too much: "Trade" is on.',
    'read only false => too-little: Missing: "Read" is off.',
    'trade strays false true => look: Trade',
    'read strays false true => look: Read',
    ' => look: Withdraw',
    ' => look: Lend',
  ]);
});

test('rights that nobody knows are too much; what is listed as harmless is known', () => {
  const judgement = madeUpJudgement({
    rights: rightsOf({
      shows: [
        { permission: 'withdraw', when: { path: 'list', lists: 'out' } },
        { permission: 'read', when: { path: 'can_read', is: 'true' } },
      ],
      family: [
        { path: 'list', form: 'list', harmless: ['socket'] },
        { path: 'can_*', form: 'flags' },
      ],
    }),
  });
  const unknown = `too-much: ${en.program.unknownRight.replace('%s', '…')}`;
  expect(rulesOf(judgement).slice(-4)).toEqual([
    `list others out socket => ${unknown}`,
    `list.** others => ${unknown}`,
    `can_* flags list can_read => ${unknown}`,
    `can_*.** others false => ${unknown}`,
  ]);
});

test('the addresses of a partner are those that may and must be bound', () => {
  const judgement = madeUpJudgement({
    rights: rightsOf({ shows: [], addresses: { path: 'ip', form: 'list', open: ['ANY'] } }),
    partner: { name: 'Acme', allowed: ['192.0.2.1', '192.0.2.2'], needed: ['192.0.2.1'] },
  });
  expect(rulesOf(judgement)).toEqual([
    'ip others null [] false * 0.0.0.0 0.0.0.0/0 ::/0 ANY => addresses: …',
    'ip bare null [] false * 0.0.0.0 0.0.0.0/0 ::/0 ANY => addresses: NOT BOUND: it works from any address',
    `ip foreign 192.0.2.1 192.0.2.2 null [] false * 0.0.0.0 0.0.0.0/0 ::/0 any => too-much: ${en.program.foreignAddress('Acme').replace('%s', '…')}`,
    `ip unbound 192.0.2.1 => too-little: ${en.program.missingAddress('Acme').replace('%s', '…')}`,
    'ip bare null [] false * 0.0.0.0 0.0.0.0/0 ::/0 ANY => unbound: Unbound: bind the key to the addresses of Acme.',
    `ip odd null [] false * 0.0.0.0 0.0.0.0/0 ::/0 ANY => look: ${en.program.addressesUnknown}`,
  ]);
});

test('a list may hold several rights in one text', () => {
  const judgement = madeUpJudgement({
    rights: rightsOf({
      shows: [
        { permission: 'withdraw', when: { path: 'list.*', is: 'out' } },
        { permission: 'read', when: { path: 'list.*', is: 'in' } },
      ],
      family: [{ path: 'list.*', form: 'list' }],
    }),
  });
  expect(rulesOf(judgement).filter((line) => line.includes('withdraws'))).toEqual([
    'list.* among in => withdraws: no',
    'list.* lists out => withdraws: yes',
  ]);
});

test('what is filled in is never looked through for holes', () => {
  const hostile = '100%s $& {a}';
  expect(sayingParts({ word: 'tooMuch', values: [hostile] }, en.program)).toEqual([
    `Too much: "${hostile}" is on.`,
  ]);
  expect(sayingParts({ word: 'foreignAddress', values: [hostile] }, en.program)).toEqual([
    `Too much: the key is bound to addresses that are not of ${hostile}: `,
    '',
  ]);
});

test('a weaker level of a right that is needed is allowed, a stronger one is not', () => {
  const items = [
    levelled('general', { view: ['read-balances'], trade: ['read-balances', 'trade-spot'] }),
    box('out', ['withdraw']),
  ];
  const wants = (needs: 'read-balances' | 'trade-spot'): string[] => {
    const settings = permissionSettings({ items, refusals: [] }, useCaseThat([needs]));
    const { shows } = rightsOf({
      shows: [
        { permission: 'general', level: 'view', when: { path: 'a', is: 'VIEW' } },
        { permission: 'general', level: 'trade', when: { path: 'a', is: 'ALL' } },
        { permission: 'out', when: { path: 'b', is: 'true' } },
      ],
    });
    const rights = rightsOf({ shows });
    return plannedRights(rights, settings.served ? settings.rows : []).map(
      ({ label, want, kind }) => `${label}: ${want}, ${kind}`,
    );
  };
  expect(wants('read-balances')).toEqual([
    'Label of general: Label of view: needed, other',
    'Label of general: Label of trade: unwanted, trade',
    'Label of out: never, withdraw',
  ]);
  expect(wants('trade-spot')).toEqual([
    'Label of general: Label of view: allowed, other',
    'Label of general: Label of trade: needed, trade',
    'Label of out: never, withdraw',
  ]);
});

test('a right that is no permission of the exchange makes no plan', () => {
  const rights = rightsOf({ shows: [{ permission: 'gone', when: { path: 'a', is: 'true' } }] });
  expect(() => madeUpJudgement({ rights })).toThrow('"gone" is no permission of this exchange');
});

test('the page shows the good answer that the rules lead to', () => {
  expect(expectedAnswer(madeUpPlan(madeUpRights), en.program, ['192.0.2.1', '192.0.2.2'])).toEqual([
    'Withdraws    no',
    'Works        yes',
    'Trades       the answer does not say',
    'Addresses    192.0.2.1 192.0.2.2',
    'Ends on      no day set',
    'Clock        right',
    '',
    en.program.notProved,
    'As it should be for: Read only',
  ]);
  expect(expectedAnswer(madeUpPlan({}), en.program, []).slice(0, 2)).toEqual([
    'Withdraws    the answer does not say',
    'Works        yes: it reads',
  ]);
});
