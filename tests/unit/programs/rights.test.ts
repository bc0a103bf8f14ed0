import { expect, test } from 'playwright/test';
import { pathPattern } from '../../../src/programs/answer-paths.ts';
import { languageIds } from '../../../src/programs/languages.ts';
import type { Exchange } from '../../../src/schema/exchange.ts';
import type { Reply } from '../../support/fake-exchange.ts';
import { changedAt, pathsWhere } from '../../support/nested-values.ts';
import { answersOf, rightsOf } from '../../support/signing/answers.ts';
import {
  madeUpCredentials,
  madeUpJudgement,
  madeUpPlan,
  madeUpRequest,
  rightsOf as recipeRights,
} from '../../support/signing/made-up.ts';
import { judged } from '../../support/signing/judge.ts';
import { realPlans } from '../../support/signing/programs.ts';
import { byPath, play, type Scene } from '../../support/signing/scenes.ts';

/** No program says more of a key than the answer does, and none is silent about what it says. */

const rights = recipeRights({
  shows: [
    { permission: 'withdraw', when: { path: 'out', is: 'true' } },
    { permission: 'trade', when: { path: 'trade', is: 'true' } },
    { permission: 'read', when: { path: 'read', is: 'true' } },
  ],
  family: [{ path: 'can*', form: 'flags' }],
});
const both = madeUpPlan({
  requests: [
    { ...madeUpRequest, path: '/balances', good: [{ path: 'free', test: 'there', names: [] }] },
    { ...madeUpRequest, path: '/rights', judged: true, needed: false },
  ],
  rights: { addresses: false, ends: false },
  judgement: madeUpJudgement({ rights, proves: ['it reads'] }),
  errors: [
    {
      texts: [],
      codes: ['BAD_ADDRESS'],
      http: [],
      causes: ['It is bound elsewhere.'],
      elsewhere: true,
      anchor: 'error-address',
    },
  ],
});
const balances: Reply = { status: 200, body: { free: '1' } };
const withdrawsNo = /\nWithdraws +no/;

for (const language of languageIds) {
  test(`${language}: only the documented value for off is off`, async () => {
    const fine = { out: false, trade: false, read: true };
    const scene = (body: unknown, status: number, says: RegExp): Scene => ({
      name: JSON.stringify(body),
      plan: both,
      typed: madeUpCredentials,
      reply: byPath({ '/balances': balances, '/rights': { status: 200, body } }),
      look: ({ output, status: ended }) => {
        expect(output, JSON.stringify(body)).toMatch(says);
        expect(ended, JSON.stringify(body)).toBe(status);
      },
    });
    const strange = [undefined, null, 1, 'True', [false]];
    await play(language, [
      scene(fine, 0, withdrawsNo),
      ...strange.map((out) => scene({ ...fine, out }, 3, /\nWithdraws +the answer does not say/)),
      scene({}, 3, /\nWithdraws +the answer does not say/),
      scene([], 3, /\nWithdraws +the answer does not say/),
      scene({ ...fine, out: true }, 2, /^.*\nTHIS KEY CAN WITHDRAW.*\nWithdraws +yes/s),
      // The value that nobody expects beside the one that was looked for.
      scene({ ...fine, canLend: 'yes' }, 2, /not on our list: canLend/),
    ]);
  });

  test(`${language}: asks for the rights of a key also where reading is refused`, async () => {
    const refusal = { status: 403, body: { code: 'NO_READING' } };
    const address = { status: 403, body: { code: 'BAD_ADDRESS' } };
    const body = { out: false, trade: false, read: true };
    const scene = (
      name: string,
      answers: Readonly<Record<string, Reply>>,
      status: number,
      says: readonly RegExp[],
    ): Scene => ({
      name,
      plan: both,
      typed: madeUpCredentials,
      reply: byPath(answers),
      look: ({ output, status: ended }) => {
        for (const line of says) expect(output, name).toMatch(line);
        expect(ended, name).toBe(status);
      },
    });
    await play(language, [
      scene(
        'it can withdraw, not read',
        { '/balances': refusal, '/rights': { status: 200, body: { ...body, out: true } } },
        2,
        [/^.*\nTHIS KEY CAN WITHDRAW/s, /\nWorks +no\n/, /\nTHE KEY CAN DO TOO MUCH/],
      ),
      scene('it cannot read', { '/balances': refusal, '/rights': { status: 200, body } }, 1, [
        /\nWorks +no\n/,
        /\nNot proved that the key works/,
      ]),
      scene('it tells no rights', { '/balances': balances, '/rights': refusal }, 3, [
        /\nWorks +yes: it reads\n/,
        /\nWithdraws +the answer does not say\n/,
        /\nNot told by the answer. Look at this on the website: everything that the key may do\n/,
      ]),
      scene('nothing', { '/balances': refusal, '/rights': refusal }, 1, [/\nNot proved that/]),
      scene('elsewhere', { '/balances': address, '/rights': address }, 4, [
        /It is bound elsewhere/,
        /\nThe exchange refused the address of this computer/,
      ]),
      ...[429, 500, 502, 503].map((status) =>
        scene(
          `trouble ${status}`,
          { '/balances': { status, body: {} }, '/rights': { status, body: {} } },
          1,
          [new RegExp(`trouble, or too many requests \\(status ${status}\\)`)],
        ),
      ),
    ]);
  });
}

/** Answers that prove nothing, whatever the exchange. */
const meaningless = [{}, [], { label: 'INVALID_KEY' }, { ok: true }, [[]], null, 'yes', 1];

test('a good status with anything else than the documents show proves nothing, at every exchange', async () => {
  for (const { name, plan } of await realPlans()) {
    for (const body of meaningless) {
      const { isGood, said } = judged(plan, body);
      // Where a list may be empty, an empty one is a good answer.
      const isDocumented = Array.isArray(body) && body.length === 0;
      if (!isDocumented) expect(isGood, `${name}: ${JSON.stringify(body)}`).toBe(false);
      expect(said.get('withdraws')?.at(-1) ?? '', name).not.toMatch(/^no/);
    }
  }
});

test('no documented answer with one value damaged is as it should be, nor one that withdraws', async () => {
  let tried = 0;
  for (const { exchange, name, plan } of await realPlans()) {
    const answers = await answersOf(exchange.slug);
    const good = answers.keys.find(({ verdicts }) =>
      Object.entries(verdicts).some(
        ([useCase, verdict]) => name.endsWith(` ${useCase}`) && verdict === 'right',
      ),
    );
    if (good === undefined) continue;
    const body = rightsOf(answers, good);
    expect(judged(plan, body).status, name).toBe(0);
    const shown = (exchange.signing?.rights?.shows ?? []).map(
      ({ when }) => new RegExp(`^${pathPattern(when.path)}$`),
    );
    const places = pathsWhere(body, (value) => typeof value !== 'object').filter((path) =>
      shown.some((pattern) => pattern.test(path.join('.'))),
    );
    for (const path of places) {
      for (const value of [undefined, null, 1, 'True', 'nothing', {}, [], [false], ' false']) {
        const { status } = judged(
          plan,
          changedAt(body, path, () => value),
        );
        const isMissing = value === undefined || value === null || typeof value === 'object';
        const isEssential = !isOptional(exchange, path.join('.'));
        tried += 1;
        const told = `${name}: ${path.join('.')} is ${JSON.stringify(value)}`;
        if (isEssential || !isMissing) expect(status, told).not.toBe(0);
      }
    }
  }
  expect(tried).toBeGreaterThan(0);
});

/** Whether the documents let an answer say nothing at a path. */
function isOptional({ signing }: Exchange, path: string): boolean {
  const shows = (signing?.rights?.shows ?? []).filter(({ when }) =>
    new RegExp(`^${pathPattern(when.path)}$`).test(path),
  );
  return shows.every(({ optional }) => optional);
}

test('no list that binds to nothing counts as bound, and none that nobody can read', () => {
  const boundPlan = (form: 'list' | 'flag'): ReturnType<typeof madeUpPlan> =>
    madeUpPlan({
      requests: [{ ...madeUpRequest, path: '/rights', judged: true }],
      rights: { addresses: true, ends: false },
      judgement: madeUpJudgement({
        bound: 'always',
        partner: { name: 'Acme', allowed: ['192.0.2.1'], needed: ['192.0.2.1'] },
        rights: recipeRights({ ...rights, addresses: { path: 'keys.*.ip', form } }),
      }),
    });
  const statusOf = (form: 'list' | 'flag', ...ips: unknown[]): number | undefined =>
    judged(boundPlan(form), {
      out: false,
      trade: false,
      read: true,
      keys: ips.map((ip) => ({ ip })),
    }).status;
  expect(statusOf('list', '192.0.2.1')).toBe(0);
  const open = ['', ' , ', '*', '0.0.0.0/0', '::/0', '0.0.0.0/1,128.0.0.0/1', '10.0.0.0/00', '0'];
  for (const ip of open) {
    expect(statusOf('list', ip), ip).toBe(2);
    expect(statusOf('list', '192.0.2.1', ip), ip).toBe(2);
  }
  for (const ip of open.slice(2)) expect(statusOf('list', `192.0.2.1,${ip}`), ip).toBe(2);
  // Addresses that are shown in part cannot be compared.
  for (const ip of ['192.0.2.*', '*.*.*.*']) expect(statusOf('list', ip), ip).toBe(3);
  for (const ip of ['any', 'True', '192.0.2.1-192.0.2.9', '-']) {
    expect(statusOf('list', `192.0.2.1,${ip}`), ip).toBe(2);
  }
  expect(statusOf('flag', true)).toBe(0);
  expect(statusOf('flag', true, false)).toBe(2);
  for (const flag of [null, 1, 'True', []]) expect(statusOf('flag', flag)).toBe(3);
});
