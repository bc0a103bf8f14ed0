import { expect, test } from 'playwright/test';
import { languageIds } from '../../../src/programs/languages.ts';
import type { TestPlan } from '../../../src/programs/test-plan.ts';
import {
  madeUpCredentials,
  madeUpJudgement,
  madeUpPlan,
  madeUpRequest,
  madeUpRights,
  rightsOf,
} from '../../support/signing/made-up.ts';
import { play, type Scene } from '../../support/signing/scenes.ts';

/** Answers that were made to deceive: every language comes to the same end. */

const flags = madeUpPlan({
  requests: [{ ...madeUpRequest, path: '/rights', judged: true }],
  rights: { addresses: true, ends: false },
  judgement: madeUpJudgement({
    rights: rightsOf({
      shows: [
        { permission: 'withdraw', when: { path: 'out', is: 'true' } },
        { permission: 'read', when: { path: 'read', is: 'true' } },
      ],
      family: [{ path: 'can*', form: 'flags' }],
      addresses: { path: 'ip', form: 'list' },
    }),
  }),
});
const list = madeUpPlan(madeUpRights);
const flag = (more: string): string => `{"out":false,"read":true,"ip":"192.0.2.1"${more}}`;
const perm = (text: string): string => `{"data":[{"perm":${text},"ip":"192.0.2.1","ends":0}]}`;

const attacks: readonly (readonly [body: string, plan: TestPlan, status: number, says: string])[] =
  [
    // Names that stand twice, written out or as escapes, and in the place of a path.
    [flag(',"out":true'), flags, 2, 'THIS KEY CAN WITHDRAW'],
    [flag(',"\\u006fut":true'), flags, 2, 'THIS KEY CAN WITHDRAW'],
    [perm('"withdraw","perm":"read"'), list, 2, 'THIS KEY CAN WITHDRAW'],
    [perm('"read,with\\u0064raw"'), list, 2, 'THIS KEY CAN WITHDRAW'],
    ['{"data.0.perm":"read","data":[]}', list, 3, 'Withdraw, Read'],
    // Rights that nobody knows, at any depth, of any type.
    [flag(',"\\u0063anLend":true'), flags, 2, 'canLend'],
    [flag(',"canLend":1'), flags, 2, 'canLend'],
    [flag(',"canLend":{"coins":["BTC"]}'), flags, 2, 'BTC'],
    [flag(',"can.x":true'), flags, 2, 'can?x'],
    [perm('["read","withdraw"]'), list, 2, 'read withdraw'],
    [perm('"read,Withdraw"'), list, 2, 'list: Withdraw'],
    [perm('"read;withdraw"'), list, 2, 'read;withdraw'],
    [perm('"read\\nwithdraw"'), list, 2, 'read?withdraw'],
    [perm('"with\\u0000draw"'), list, 2, 'with?draw'],
    [perm('""'), list, 3, 'Read'],
    // Two keys in one answer: the stronger one counts.
    ['{"data":[{"perm":"read"},{"perm":"withdraw"}]}', list, 2, 'THIS KEY CAN WITHDRAW'],
    // Lists of addresses that bind to nothing.
    [flag('').replace('192.0.2.1', '0.0.0.0/0'), flags, 0, 'NOT BOUND'],
    [flag('').replace('192.0.2.1', '*'), flags, 0, 'NOT BOUND'],
    [flag('').replace('192.0.2.1', '192.0.2.1,0.0.0.0/0'), flags, 0, 'NOT BOUND'],
    [flag('').replace('192.0.2.1', '0.0.0.0/1 128.0.0.0/1'), flags, 0, 'NOT BOUND'],
    [flag('').replace('192.0.2.1', '2001:db8::1,0:0::0/00'), flags, 0, 'NOT BOUND'],
    [flag(',"ip":""'), flags, 0, 'NOT BOUND'],
    ['{"data":[{"perm":"read","ip":"192.0.2.1"},{"perm":"read","ip":","}]}', list, 0, 'NOT BOUND'],
    // What is nearly JSON.
    [flag(','), flags, 1, 'is not the API'],
    [flag('').replaceAll('"', "'"), flags, 1, 'is not the API'],
    [flag('').replaceAll('"', ''), flags, 1, 'is not the API'],
    [flag('').replace('true', 'True'), flags, 1, 'is not the API'],
    [flag('').replace('false', 'NaN'), flags, 1, 'is not the API'],
    [`${flag('')}<!-- -->`, flags, 1, 'is not the API'],
    [`${flag('')}${flag(',"out":true')}`, flags, 1, 'is not the API'],
    [Buffer.from(flag(''), 'utf16le').toString('latin1'), flags, 1, 'is not the API'],
    // And what is JSON although it looks unusual.
    [`\u{feff}${flag('')}`, flags, 0, 'As it should be'],
    [perm(`"read${',read'.repeat(20_000)}"`), list, 0, 'As it should be'],
  ];

for (const language of languageIds) {
  test(`${language}: no answer that was made to deceive passes for a good one`, async () => {
    await play(
      language,
      attacks.map(([body, plan, status, says]): Scene => ({
        name: body.slice(0, 100),
        plan,
        typed: madeUpCredentials,
        reply: () => ({ status: 200, body }),
        look: (run) => {
          expect(run.output, body.slice(0, 100)).toContain(says);
          expect(run.status, body.slice(0, 100)).toBe(status);
        },
      })),
    );
  });
}
