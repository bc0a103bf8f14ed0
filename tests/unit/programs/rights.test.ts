import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import { languageIds } from '../../../src/programs/languages.ts';
import type { TestPlan } from '../../../src/programs/plan.ts';
import { canSign } from '../../../src/programs/programs.ts';
import { type Reply, startFakeExchange } from '../../support/fake-exchange.ts';
import { changedAt, pathsWhere } from '../../support/nested-values.ts';
import { answersOf, rightsOf } from '../../support/signing/answers.ts';
import {
  madeUpCredentials,
  madeUpJudgement,
  madeUpPlan,
  madeUpRequest,
  rightsOf as recipeRights,
} from '../../support/signing/made-up.ts';
import { firstPlans, programOf } from '../../support/signing/programs.ts';
import { referencesOf } from '../../support/signing/references.ts';
import { runMany } from '../../support/signing/run-many.ts';

/** No program says more of a key than the answer does, and none is silent about what it says. */

interface Scene {
  readonly name: string;
  readonly plan: TestPlan;
  readonly typed: readonly string[];
  /** Answers by path. */
  readonly answers: Readonly<Record<string, Reply>>;
  readonly look: (output: string, status: number | null) => void;
}

async function play(
  language: (typeof languageIds)[number],
  scenes: readonly Scene[],
): Promise<void> {
  const staged = await Promise.all(
    scenes.map(async (scene) => ({
      scene,
      exchange: await startFakeExchange(
        ({ path }) =>
          scene.answers[path.split('?')[0] ?? ''] ?? { status: 404, body: 'No such path' },
      ),
    })),
  );
  const runs = await runMany(
    language,
    staged.map(({ scene: { plan, typed }, exchange }) => ({
      source: programOf(plan, language),
      typed,
      env: { [plan.baseVariable]: exchange.url },
    })),
  );
  staged.forEach(({ scene, exchange }, index) => {
    exchange.close();
    scene.look(runs[index]?.output ?? '', runs[index]?.status ?? null);
  });
}

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
      answers: { '/balances': balances, '/rights': { status: 200, body } },
      look: (output, ended) => {
        expect(output, JSON.stringify(body)).toMatch(says);
        expect(ended, JSON.stringify(body)).toBe(status);
      },
    });
    const strange = [undefined, null, 1, 0, 'True', 'FALSE', '', ' false', 'no', [], {}, [false]];
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
      answers,
      look: (output, ended) => {
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
        /did not tell what this key may do/,
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

  test(`${language}: a good status with anything else than the documents show proves nothing`, async () => {
    const scenes = (await firstPlans())
      .filter(({ plan }) => canSign(plan, language))
      .map(async ({ exchange, plan }): Promise<Scene[]> => {
        const [reference] = referencesOf(exchange, await answersOf(exchange.slug));
        const bodies = [{}, [], { label: 'INVALID_KEY' }, { ok: true }, [[]], null];
        return bodies.flatMap((body) => {
          // Where a list may be empty, an empty one is a good answer.
          const isDocumented = Array.isArray(body) && body.length === 0;
          const every = plan.requests.map(({ prefix, path }) => [
            `${prefix}${path}`,
            { status: 200, body: body ?? 'null' },
          ]);
          return {
            name: `${exchange.slug} ${JSON.stringify(body)}`,
            plan,
            typed: reference?.credentials ?? [],
            answers: Object.fromEntries(every),
            look: (output, status) => {
              const name = `${exchange.slug} ${JSON.stringify(body)}`;
              if (isDocumented) expect([1, 3], name).toContain(status);
              else expect(status, name).toBe(1);
              expect(output, name).not.toMatch(withdrawsNo);
            },
          };
        });
      });
    await play(language, (await Promise.all(scenes)).flat());
  });
}

test('no documented answer with one value damaged is as it should be, nor one that withdraws', async () => {
  const scenes = (await firstPlans()).map(async ({ exchange, plan }): Promise<Scene[]> => {
    const answers = await answersOf(exchange.slug);
    const [reference] = referencesOf(exchange, answers);
    const [key] = answers.keys;
    const asked = plan.requests.find(({ judged }) => judged);
    if (key === undefined || asked === undefined) return [];
    const good = rightsOf(answers, key);
    const shown = new Set(
      exchange.signing?.rights?.shows.map(({ when }) => when.path.replace('data?', 'data')),
    );
    const places = pathsWhere(good, (value) => typeof value !== 'object').filter((path) =>
      [...shown].some((one) => path.join('.').match(`^${one.replaceAll('*', '[^.]*')}$`)),
    );
    const needed = Object.entries(answers.reading).map(
      ([path, body]) => [path, { status: 200, body }] as const,
    );
    return places.flatMap((path) =>
      [undefined, null, 1, 'True', 'nothing', {}, []].map((value): Scene => {
        const name = `${exchange.slug}: ${path.join('.')} is ${JSON.stringify(value)}`;
        return {
          name,
          plan,
          typed: reference?.credentials ?? [],
          answers: {
            ...Object.fromEntries(needed),
            [`${asked.prefix}${asked.path}`]: {
              status: 200,
              body: changedAt(good, path, () => value),
            },
          },
          look: (output, status) => {
            expect(output, name).not.toContain(en.program.endRight.split('%s')[0]);
            expect(status, name).not.toBe(0);
          },
        };
      }),
    );
  });
  const all = (await Promise.all(scenes)).flat();
  expect(all.length).toBeGreaterThan(0);
  await play('javascript', all);
});
