import { spawnSync } from 'node:child_process';
import vm from 'node:vm';
import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import type { Dictionary } from '../../../src/i18n/index.ts';
import { permissionSettings } from '../../../src/derive/permission-settings.ts';
import { languageIds } from '../../../src/programs/languages.ts';
import { plainText } from '../../../src/programs/plain-text.ts';
import { testPlan, type TestPlan } from '../../../src/programs/plan.ts';
import { testProgram } from '../../../src/programs/programs.ts';
import { testPlanSchema } from '../../../src/programs/test-plan.ts';
import { realContent } from '../../support/content.ts';
import { startFakeExchange } from '../../support/fake-exchange.ts';
import { changedAt, pathsWhere } from '../../support/nested-values.ts';
import {
  hostileText,
  plainAttack,
  printedByCommands,
  strangeSigns,
} from '../../support/signing/hostile.ts';
import {
  madeUpCredentials,
  madeUpPlan,
  madeUpRequest,
  madeUpRights,
} from '../../support/signing/made-up.ts';
import { firstPlans, programPage, realPlans } from '../../support/signing/programs.ts';
import {
  firstRunners,
  forAll,
  otherShells,
  runProgram,
} from '../../support/signing/run-program.ts';

/**
 * Nothing that comes from content or from a dictionary runs in a program: every string of every
 * plan is either refused or arrives as data.
 */

type Path = readonly (string | number)[];

/** Places of strings in a value, those of names of fields included. */
const stringsIn = (value: unknown): Path[] => pathsWhere(value, (part) => typeof part === 'string');

/** A place without the numbers of lists and the names of headers: `errors.*.texts.*`. */
const shapeOf = (path: Path): string =>
  path
    .map((part, index) => (typeof part === 'number' || path[index - 1] === 'headers' ? '*' : part))
    .join('.');

/** A plan with some strings changed. */
function planWith(plan: TestPlan, paths: readonly Path[], text: (name: string) => string): unknown {
  return paths.reduce<unknown>(
    (changed, path) => changedAt(changed, path, () => text(shapeOf(path))),
    plan,
  );
}

/** The plan that a changed value is, whatever became of its strings. */
function asPlan(value: unknown): TestPlan {
  // The gate alone decides which strings may pass: what it lets through has the type.
  const { data, error } = testPlanSchema.safeParse(value);
  if (data === undefined) throw error;
  return data;
}

/** Every plan there is, and plans of partners, without those whose strings stand in the same places. */
async function allPlans(): Promise<TestPlan[]> {
  const { useCases } = await realContent();
  const partner = { name: 'Acme', allowed: ['192.0.2.1'], needed: ['192.0.2.1'] };
  const ofPartners = (await firstPlans()).flatMap(({ exchange, useCaseId }) => {
    const useCase = useCases?.value?.find(({ id }) => id === useCaseId);
    if (useCase === undefined) return [];
    const settings = permissionSettings(exchange.permissions, useCase);
    return testPlan(exchange, settings, programPage, partner) ?? [];
  });
  return [...(await realPlans()).map(({ plan }) => plan), ...ofPartners, madeUpPlan(madeUpRights)];
}

/** One place of each shape, with the smallest plan that has it. */
async function everyPlace(): Promise<{ shape: string; plan: TestPlan; path: Path }[]> {
  const places = new Map<string, { shape: string; plan: TestPlan; path: Path }>();
  const size = (plan: TestPlan): number => JSON.stringify(plan).length;
  for (const plan of (await allPlans()).toSorted((a, b) => size(a) - size(b))) {
    for (const path of stringsIn(plan)) {
      const shape = shapeOf(path);
      if (!places.has(shape)) places.set(shape, { shape, plan, path });
    }
  }
  return [...places.values()];
}

/** Whether the gate lets strange texts through at a place. */
function isText({ plan, path }: { plan: TestPlan; path: Path }): boolean {
  return testPlanSchema.safeParse(changedAt(plan, path, () => hostileText('x'))).success;
}

/** A strange text without "%s", which is a hole in words. */
function strangeWord(name: string): string {
  return hostileText(name).replaceAll('%s', '%d');
}

/** Every word of programs, changed. Sentences keep their holes. */
function hostileWords(text: (name: string) => string): Dictionary['program'] {
  const strange = (name: string, word: string): string =>
    `${text(name)}${word.includes('%s') ? ` %s ${text(name)}` : ''}`;
  const plain = Object.fromEntries(
    Object.entries(en.program).map(([name, word]) => [
      name,
      typeof word === 'string' ? strange(name, word) : word,
    ]),
  );
  return {
    ...en.program,
    ...plain,
    about: (plan) => `${text('about')} ${en.program.about(plan)}`,
    hidden: (label) => `${text('hidden')} ${label}`,
    proved: (proofs) => `${text('proved')} ${proofs.join(text('proved'))}`,
    foreignAddress: (name) => `${text('foreign')} ${name} %s ${text('foreign')}`,
    missingAddress: (name) => `${text('missing')} ${name} %s ${text('missing')}`,
  };
}

/** What is wrong with programs as their languages read them, by name. */
function unread(programs: readonly { name: string; language: string; source: string }[]): string[] {
  const wrong: string[] = [];
  const python = programs.filter(({ language }) => language === 'python');
  const { stdout } = spawnSync(
    'python3',
    [
      '-c',
      `
import ast, json, sys
wrong = []
for name, source in json.load(sys.stdin):
    try:
        ast.parse(source.encode(), filename=name, feature_version=(3, 9))
    except (SyntaxError, ValueError) as error:
        wrong.append(f"{name}: {error}")
print(json.dumps(wrong))
`,
    ],
    { input: JSON.stringify(python.map(({ name, source }) => [name, source])), encoding: 'utf8' },
  );
  const ofPython: unknown = JSON.parse(stdout);
  if (Array.isArray(ofPython)) wrong.push(...ofPython.map(String));
  for (const { name, language, source } of programs) {
    if (language === 'sh') {
      const { stderr, status } = spawnSync('dash', ['-n'], { input: source, encoding: 'utf8' });
      if (status !== 0 || stderr !== '') wrong.push(`${name}: ${stderr}`);
    }
    if (language === 'javascript') {
      // As a module, but for its imports: awaiting is allowed, and it is only read.
      const body = source.replaceAll(/^#!.*$|^import .*$/gm, '');
      try {
        void new vm.Script(`(async () => { 'use strict'; ${body} })`);
      } catch (error) {
        wrong.push(`${name}: ${String(error)}`);
      }
    }
  }
  return wrong;
}

test('every string of every plan is refused or read as text, whatever stands in it', async () => {
  const places = await everyPlace();
  expect(places.length).toBeGreaterThan(40);
  const texts = places.filter(isText);
  const refused = places.filter((place) => !isText(place));
  const passes = ({ plan, path }: (typeof places)[number], text: string): boolean =>
    testPlanSchema.safeParse(changedAt(plan, path, (value) => `${String(value)}${text}`)).success;
  // Some signs are usual in names, such as "%" in an address: alone they may pass.
  const usual = refused.map((place) => ({
    ...place,
    text: strangeSigns.filter((sign) => passes(place, sign)).join(''),
  }));
  const passed = [
    ...texts.map((place) => ({ ...place, text: hostileText(place.shape) })),
    ...usual.filter((place) => place.text !== '' && passes(place, place.text)),
  ].map(({ shape, plan, path, text }) => ({
    name: shape,
    plan: asPlan(changedAt(plan, path, (value) => `${String(value)}${text}`)),
  }));
  expect(passed.length).toBeGreaterThanOrEqual(texts.length);
  const programs = passed.flatMap(({ name, plan }) =>
    languageIds.flatMap((language) => {
      const source = testProgram(plan, language, en.program);
      return source === undefined ? [] : [{ name: `${name} in ${language}`, language, source }];
    }),
  );
  expect(unread(programs)).toEqual([]);
  // Places in which a strange sign could name or run something.
  const shapes = new Set(refused.map(({ shape }) => shape));
  for (const name of [
    'page',
    'baseVariable',
    'places.*.base',
    'credentials.*.environment',
    'credentials.*.variable',
    'requests.*.path',
    'requests.*.method',
    'values.*.of',
    'values.*.name',
    'send.url',
    'send.body',
    'send.headers.*',
    'errors.*.anchor',
    'requests.*.good.*.path',
    'judgement.rules.*.when.*.path',
    'judgement.rules.*.where',
  ]) {
    expect(shapes, name).toContain(name);
  }
});

test('what has no business in a program makes none, with a sentence that says where', () => {
  for (const [part, place] of [
    [{ page: 'https://guides.example/"; touch pwned' }, 'page'],
    [{ baseVariable: 'A}; touch pwned; {' }, 'baseVariable'],
    [{ send: { url: '{path}\nurl = x', headers: {} } }, 'send.url'],
    [{ send: { url: '{path}', headers: { 'X-A: b\nX-C': '{key}' } } }, 'send.headers'],
    [{ send: { url: '{path}', headers: { 'X-A': 'a\nb' } } }, 'send.headers.X-A'],
    [{ requests: [{ ...madeUpRequest, path: '/a b' }] }, 'requests.0.path'],
    [{ requests: [] }, 'requests'],
  ] as const) {
    const plan = { ...madeUpPlan({}), ...part };
    const make = (): unknown =>
      testProgram({ ...plan, requests: [...plan.requests] }, 'sh', en.program);
    expect(make, place).toThrow(`[programs] No program is made of this plan:\n${place}`);
  }
});

test('every word of programs is read as text, whatever stands in it', () => {
  const programs = languageIds.flatMap((language) =>
    [madeUpPlan({}), madeUpPlan(madeUpRights)].map((plan, index) => ({
      name: `${language} ${index}`,
      language,
      source: testProgram(plan, language, hostileWords(strangeWord)) ?? '',
    })),
  );
  expect(unread(programs)).toEqual([]);
});

test('nothing runs, and what is shown arrives as it is', async () => {
  const names = (path: Path): string => String(path.at(typeof path.at(-1) === 'number' ? -2 : -1));
  const base = madeUpPlan({
    ...madeUpRights,
    places: [
      { label: 'here', base: 'https://api.northwind.example' },
      { label: 'there', base: 'https://eu.northwind.example' },
    ],
    requests: madeUpRights.requests.map((request) => ({
      ...request,
      good: [{ path: 'ok', test: 'is' as const, names: ['true'] }],
    })),
    values: [{ name: 'query', make: 'text', of: plainAttack, as: 'plain' }],
    send: { url: '{path}', headers: { 'X-Key': '{key}', 'X-Sent': `${plainAttack}{query}` } },
    errors: [
      {
        texts: ['known … text'],
        codes: [],
        http: [],
        causes: ['why', 'else'],
        anchor: 'error-a',
        elsewhere: false,
      },
      {
        texts: [],
        codes: ['CODE'],
        http: [],
        causes: ['because'],
        anchor: 'error-b',
        elsewhere: true,
      },
    ],
    credentials: [
      { variable: 'key', label: 'Key', environment: 'NORTHWIND_API_KEY' },
      { variable: 'secret', label: 'Secret', environment: 'NORTHWIND_API_SECRET' },
      { variable: 'passphrase', label: 'Pass', environment: 'NORTHWIND_API_PASSPHRASE' },
    ],
  });
  expect(testPlanSchema.safeParse(base).error).toBeUndefined();
  const texts = stringsIn(base).filter((path) => isText({ plan: base, path }));
  // What answers are compared with stays, where a run should come to what is behind it.
  const shown = texts.filter((path) => !['names', 'texts', 'codes'].includes(names(path)));
  expect(shown.length).toBeGreaterThan(12);
  const words = hostileWords(strangeWord);
  const all = asPlan(planWith(base, texts, hostileText));
  const some = asPlan(planWith(base, shown, hostileText));
  const rights = (perm: string): unknown => ({ ok: true, data: [{ perm, ip: '', ends: '0' }] });
  const right = (name: string): string => plainText(hostileText(name));
  const word = (name: string): string => plainText(strangeWord(name));
  const scenes: readonly {
    readonly plan: TestPlan;
    readonly text: Dictionary['program'];
    readonly reply?: { readonly status: number; readonly body: unknown };
    readonly typed: readonly string[];
    readonly shows: readonly string[];
    readonly status: number;
  }[] = [
    // It asks for the place, is told none, and stops.
    {
      plan: some,
      text: en.program,
      typed: ['9'],
      shows: [`  1 ${right('places.*.label')}`, right('exchange')],
      status: 1,
    },
    { plan: all, text: words, typed: ['9'], shows: [word('whichSite')], status: 1 },
    // The key is too strong: lines, rows and the last line are shown.
    {
      plan: some,
      text: en.program,
      reply: { status: 200, body: rights('withdraw') },
      typed: [...madeUpCredentials, 'EXAMPLE pass'],
      shows: [
        `Too much: "${right('judgement.rules.*.says.values.*')}" is on.`,
        en.program.endTooMuch.replace('%s', () => right('judgement.outcomes.*.end.says.values.*')),
      ],
      status: 2,
    },
    {
      plan: some,
      text: words,
      reply: { status: 200, body: rights('read') },
      typed: [...madeUpCredentials, 'EXAMPLE pass'],
      shows: [word('yes'), word('clockRight'), word('endRight')],
      status: 0,
    },
    // The request is refused for a known reason, and for one that nobody knows.
    {
      plan: some,
      text: en.program,
      reply: { status: 400, body: 'a known or unknown text' },
      typed: [...madeUpCredentials, 'EXAMPLE pass'],
      shows: [`- ${right('errors.*.causes.*')}`],
      status: 1,
    },
    {
      plan: all,
      text: words,
      reply: { status: 400, body: { no: 1 } },
      typed: [...madeUpCredentials, 'EXAMPLE pass'],
      shows: [word('unknownError'), word('refused')],
      status: 1,
    },
  ];
  for (const { plan, text, reply, typed, shows, status } of scenes) {
    const exchange = await startFakeExchange(() => reply ?? { status: 500, body: '' });
    const address = reply === undefined ? {} : { NORTHWIND_API_BASE: exchange.url };
    await forAll([...firstRunners, ...otherShells.slice(0, 1)], async (runner) => {
      const source = testProgram(plan, runner.language, text) ?? '';
      const run = await runProgram(runner, source, typed, address);
      expect(run.left, runner.name).toEqual([]);
      expect(run.output, runner.name).not.toContain(printedByCommands);
      for (const value of typed.slice(1)) expect(run.output, runner.name).not.toContain(value);
      for (const line of shows)
        expect(run.output.includes(line), `${runner.name}: ${line.slice(0, 80)}`).toBe(true);
      expect(run.status, runner.name).toBe(status);
    });
    for (const { headers } of exchange.arrived) {
      expect(headers['x-sent']).toBe(`${plainAttack}${plainAttack}`);
    }
    exchange.close();
  }
});

test('names of headers, which are strings of a plan too, are refused', () => {
  for (const sign of strangeSigns.filter((text) => !/^[\w-]+$/.test(text))) {
    const plan = madeUpPlan({ send: { url: '{path}', headers: { [`X${sign}`]: '{key}' } } });
    expect(() => testProgram(plan, 'sh', en.program), sign).toThrow('send.headers');
  }
});
