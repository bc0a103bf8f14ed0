import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import { expectedAnswer } from '../../../src/programs/expected.ts';
import { type LanguageId, languageIds } from '../../../src/programs/languages.ts';
import type { TestPlan } from '../../../src/programs/plan.ts';
import { canSign } from '../../../src/programs/programs.ts';
import type { Answers, KeyAnswer, Verdict } from '../../../src/schema/answers.ts';
import type { Exchange } from '../../../src/schema/exchange.ts';
import type { Signing } from '../../../src/schema/signing.ts';
import { realExchanges } from '../../support/content.ts';
import { startFakeExchange } from '../../support/fake-exchange.ts';
import { answersOf, rightsOf } from '../../support/signing/answers.ts';
import { playExchange, refusalOf } from '../../support/signing/play.ts';
import { programOf, programPage, realPlans } from '../../support/signing/programs.ts';
import { type Reference, referencesOf } from '../../support/signing/references.ts';
import { play, type Scene } from '../../support/signing/scenes.ts';
import {
  firstRunners,
  forAll,
  otherShells,
  type Run,
  runProgram,
} from '../../support/signing/run-program.ts';

/**
 * The programs of every exchange with a recipe, run against a server that plays it: it signs
 * each request anew with an implementation that is not ours, and answers as answers.yaml says.
 * What they should make of it stands there too, written by hand.
 */

interface Case {
  readonly exchange: Exchange;
  readonly signing: Signing;
  readonly answers: Answers;
  readonly references: readonly Reference[];
  readonly plans: ReadonlyMap<string, TestPlan>;
  /** The first use case for which there is a program, with its plan. */
  readonly first: readonly [string, TestPlan];
}

async function everyCase(): Promise<Case[]> {
  const plans = Map.groupBy(await realPlans(), ({ exchange }) => exchange.slug);
  const cases = (await realExchanges()).map(async (exchange): Promise<Case[]> => {
    const { slug, signing } = exchange;
    if (signing === undefined) return [];
    const answers = await answersOf(slug);
    const own = (plans.get(slug) ?? []).map(({ useCaseId, plan }) => [useCaseId, plan] as const);
    const references = referencesOf(exchange, answers);
    const [first] = own;
    if (first === undefined) throw new Error(`${slug} has a recipe and no program.`);
    return [{ exchange, signing, answers, references, plans: new Map(own), first }];
  });
  return (await Promise.all(cases)).flat();
}

/** Plays scenes in one language; none shows what was typed. */
async function playAll(language: LanguageId, scenes: readonly Scene[]): Promise<void> {
  await play(
    language,
    scenes.map((scene) => ({
      ...scene,
      look: (run, arrived) => {
        for (const value of scene.typed.filter((text) => text !== '')) {
          expect(run.output, scene.name).not.toContain(value);
        }
        scene.look(run, arrived);
      },
    })),
  );
}

const verdicts: Record<
  Verdict,
  { status: number; word: 'endRight' | 'endTooMuch' | 'endTooLittle' | 'endUnbound' | 'endLook' }
> = {
  right: { status: 0, word: 'endRight' },
  'too-much': { status: 2, word: 'endTooMuch' },
  'too-little': { status: 1, word: 'endTooLittle' },
  unbound: { status: 2, word: 'endUnbound' },
  unshown: { status: 3, word: 'endLook' },
};

/** Whether a run says what answers.yaml says of a key. */
function expectJudged(
  { output, status }: Pick<Run, 'status' | 'output'>,
  key: KeyAnswer,
  verdict: Verdict,
  name: string,
): void {
  const { word, status: wanted } = verdicts[verdict];
  const { withdraws, trades, addresses, ends } = key.rows;
  const states = {
    yes: en.program.yes,
    no: en.program.no,
    'no-shown': en.program.noShown,
    untold: en.program.untold,
  };
  const bound = { bound: en.program.bound, 'not bound': en.program.notBound };
  const rows = [
    [en.program.withdraws, withdraws && states[withdraws]],
    [en.program.trades, trades && states[trades]],
    [
      en.program.addresses,
      addresses === 'bound' || addresses === 'not bound' ? bound[addresses] : addresses,
    ],
    [en.program.ends, ends],
  ] as const;
  for (const [label, value] of rows) {
    if (value !== undefined) expect(output, name).toContain(`\n${label.padEnd(12)} ${value}\n`);
  }
  for (const named of key.names) expect(output, name).toContain(named);
  expect(output, name).toContain(en.program[word].split('%s')[0]);
  expect(output, name).toContain(`\n${en.program.clock.padEnd(12)} ${en.program.clockRight}\n`);
  expect(status, name).toBe(wanted);
}

/** A documented key, tried for each use case that answers.yaml names. */
function keyScenes({ exchange, signing, answers, references, plans }: Case): Scene[] {
  const [reference] = references;
  if (reference === undefined) return [];
  const ofKeys = answers.keys.flatMap((key, index) =>
    Object.entries(key.verdicts).map(([useCase, verdict], place): Scene => {
      const plan = plans.get(useCase);
      const name = `${exchange.slug}: ${key.id} for ${useCase}`;
      if (plan === undefined) throw new Error(`${name}: there is no program.`);
      return {
        name,
        plan,
        typed: reference.credentials,
        reply: playExchange(signing, answers, reference, rightsOf(answers, key)),
        look: (run, arrived) => {
          expectJudged(run, key, verdict, name);
          expect(arrived.length, name).toBe(plan.requests.length);
          // The first key is as the first use case wants it: the page shows the same of it.
          if (index > 0 || place > 0) return;
          for (const line of expectedAnswer(
            plan,
            en.program,
            key.rows.addresses?.split(' ') ?? [],
          )) {
            expect(run.output, name).toContain(line);
          }
        },
      };
    }),
  );
  // Without an answer about rights, a good answer is all there is.
  const ofReading = [...plans].map(([useCase, plan]): Scene => ({
    name: `${exchange.slug}: reads for ${useCase}`,
    plan,
    typed: reference.credentials,
    reply: playExchange(signing, answers, reference, undefined),
    look: ({ output, status }) => {
      for (const line of expectedAnswer(plan, en.program, [])) expect(output).toContain(line);
      // The answer says nothing about rights, and so does the program.
      expect(status, exchange.slug).toBe(3);
    },
  }));
  return signing.rights === undefined ? ofReading : ofKeys;
}

/** Every documented refusal. A wrong signature is found out; the others are as they come. */
function refusalScenes({ exchange, signing, answers, references, first }: Case): Scene[] {
  const [reference] = references;
  if (reference === undefined) return [];
  const [, plan] = first;
  const wrong = reference.credentials.with(reference.secretAt, reference.wrongSecret);
  const late = { date: new Date(Date.now() + 3_600_000).toUTCString() };
  return Object.entries(answers.refusals).map(([kind, { entry, status: code }]): Scene => {
    const name = `${exchange.slug}: refused for ${kind}`;
    const answer = refusalOf(answers, kind);
    return {
      name,
      plan,
      typed: kind === 'signature' ? wrong : reference.credentials,
      reply:
        kind === 'signature'
          ? playExchange(signing, answers, reference, undefined)
          : () => ({ ...answer, ...(kind === 'clock' ? { headers: late } : {}) }),
      look: ({ output, status }) => {
        expect(output, name).toContain(`${programPage}#error-${entry}\n`);
        expect(output, name).toContain(`(status ${code})`);
        if (kind === 'clock') {
          expect(output, name).toMatch(/\nClock +this computer is 3[56]\d\d seconds behind\n/);
        }
        // Some answers can come of other things than the address: see "kinds" of the entry.
        const kinds = exchange.troubleshooting.find(({ id }) => id === entry)?.kinds ?? [];
        expect(status, name).toBe(kinds.join(' ') === 'address' ? 4 : 1);
      },
    };
  });
}

/** A value that is missing, and one of another kind: nobody is asked. */
function stoppedScenes({ exchange, signing, references, first }: Case): Scene[] {
  const [reference] = references;
  if (reference === undefined) return [];
  const [, plan] = first;
  const pem = '-----BEGIN PRIVATE KEY-----abc-----END PRIVATE KEY-----';
  return ['', signing.secret.includes('pem') ? 'not-a-key' : pem].map((value) => ({
    name: `${exchange.slug}: the secret is "${value}"`,
    plan,
    typed: reference.credentials.with(reference.secretAt, value),
    reply: () => ({ status: 200, body: {} }),
    look: ({ status }, arrived) => {
      expect(status, exchange.slug).toBe(1);
      expect(arrived, exchange.slug).toEqual([]);
    },
  }));
}

/** What differs between recipes, for a language in which each run is dear. */
function fewOf(scenes: readonly Scene[]): Scene[] {
  const kinds = ['reads for', 'withdraws for', 'signature'];
  return kinds.flatMap((kind) => scenes.filter(({ name }) => name.includes(kind)).slice(0, 1));
}

test('every exchange with a recipe has documented answers that name its own errors and sources', async () => {
  for (const { slug, signing, troubleshooting, sources } of await realExchanges()) {
    const file = path.resolve('content/exchanges', slug, 'answers.yaml');
    expect(existsSync(file), `${slug}: answers.yaml goes with a recipe`).toBe(
      signing !== undefined,
    );
    if (signing === undefined) continue;
    const answers = await answersOf(slug);
    const entries = troubleshooting.map(({ id }) => id);
    for (const { entry } of Object.values(answers.refusals)) expect(entries, slug).toContain(entry);
    const known = sources.map(({ id }) => id);
    for (const id of answers.sources) expect(known, slug).toContain(id);
    expect(answers.rights === undefined, `${slug}: rights`).toBe(signing.rights === undefined);
    for (const { prefix = '', path: target } of signing.reading) {
      expect(Object.keys(answers.reading), slug).toContain(`${prefix}${target}`);
    }
  }
});

for (const language of languageIds) {
  test(`${language}: programs sign as others do, judge documented keys and explain refusals`, async () => {
    const scenes = (await everyCase()).map((one) => [
      ...keyScenes(one),
      ...refusalScenes(one),
      ...stoppedScenes(one),
    ]);
    expect(scenes.length).toBeGreaterThan(0);
    await playAll(language, language === 'sh' ? scenes.flatMap(fewOf) : scenes.flat());
  });
}

test('Node and further shells run the programs as readers do, to the same end', async () => {
  const cases = await everyCase();
  // Bash runs all of them; the shells that only some computers have run one.
  const tries = [...firstRunners, ...otherShells]
    .filter(({ name }) => name !== 'dash')
    .flatMap((runner) => {
      const all = cases.filter(({ first: [, plan] }) => canSign(plan, runner.language));
      return (runner.name === 'bash' ? all : all.slice(-1)).map((one) => ({ runner, one }));
    });
  await forAll(tries, async ({ runner, one }) => {
    for (const scene of keyScenes(one).slice(0, 1)) {
      const exchange = await startFakeExchange(scene.reply);
      const run = await runProgram(runner, programOf(scene.plan, runner.language), scene.typed, {
        [scene.plan.baseVariable]: exchange.url,
      });
      exchange.close();
      expect(run.left, `${scene.name} by ${runner.name}`).toEqual([]);
      scene.look(run, exchange.arrived);
    }
  });
});

test('keys of every kind sign, and private keys also with \\n written out', async () => {
  for (const one of await everyCase()) {
    if (one.signing.secret === 'text' || one.signing.secret === 'base64') continue;
    const scenes = one.references.flatMap((reference) =>
      keyScenes({ ...one, references: [reference] })
        .slice(0, 1)
        .flatMap((scene) => [
          scene,
          { ...scene, typed: scene.typed.map((value) => value.replaceAll('\n', '\\n')) },
        ]),
    );
    for (const language of languageIds) await playAll(language, scenes);
  }
});
