import { expect, test } from 'playwright/test';
import { languageIds } from '../../../src/programs/languages.ts';
import { type AnswerTest, answerTests, type PlannedTest } from '../../../src/programs/test-plan.ts';
import { startFakeExchange } from '../../support/fake-exchange.ts';
import { judgedText } from '../../support/signing/judge.ts';
import { madeUpCredentials, madeUpPlan, madeUpRequest } from '../../support/signing/made-up.ts';
import { programOf } from '../../support/signing/programs.ts';
import { runMany } from '../../support/signing/run-many.ts';

/** Every language reads an answer and tries every test on it alike: one run with all of it. */

/** What can stand at a path, as JSON: of every type, in every case, nested, twice, empty. */
const values = [
  'true',
  'false',
  'null',
  '1',
  '0',
  '1.0',
  '-1e400',
  '12345678901234567890',
  '"true"',
  '"True"',
  '" true"',
  '"read"',
  '"read,withdraw"',
  '"read, withdraw "',
  '" , "',
  '"READ"',
  '"read;withdraw"',
  '"a*c"',
  '"[]"',
  '"\\\\"',
  '"x\\",\\"withdraw"',
  '""',
  '[]',
  '{}',
  '[[]]',
  '["read"]',
  '["read","withdraw"]',
  '[["withdraw"]]',
  '{"a":true}',
  '{"a":{"b":"withdraw"}}',
  '"192.0.2.1/32"',
  '"2001:DB8::1"',
  '"192.0.2.1, ::/0"',
  '"192.0.2.0/24 true"',
  '"192.0.2.*;10.0.0.0/07"',
] as const;

const namesOf: Partial<Record<AnswerTest, (path: string) => readonly string[]>> = {
  items: (path) => [path],
  until: () => ['text', 'false'],
  unbound: () => ['192.0.2.1'],
  foreign: () => ['192.0.2.1'],
  is: () => ['true'],
  isnt: () => ['true'],
  lists: () => ['withdraw'],
  lacks: () => ['withdraw'],
  there: () => [],
  absent: () => [],
};

interface Try {
  readonly name: string;
  readonly tests: readonly PlannedTest[];
}

const places = [...values.keys(), values.length].map((index) => `v${index}`);
const tries: Try[] = places.flatMap((place) =>
  answerTests.flatMap((kind) =>
    [place, `${place}.*`, `${place}.**`].map((path) => ({
      name: `${path} ${kind}`,
      tests: [{ path, test: kind, names: [...(namesOf[kind]?.(place) ?? ['true', 'read'])] }],
    })),
  ),
);

/** Each value at a path of its own; names that stand twice, and one that nobody expects. */
const answer = `{${values.map((value, index) => `"v${index}":${value}`).join(' ,\r\n\t')},"v0":false,"__proto__":{"v1":true},"v2.x":"withdraw"}`;

function planOf(some: readonly Try[]): ReturnType<typeof madeUpPlan> {
  return madeUpPlan({
    requests: [{ ...madeUpRequest, path: '/rights', judged: true }],
    judgement: {
      rows: [],
      rules: some.map(({ name, tests }) => ({
        when: [...tests],
        where: 'note',
        says: { word: 'item', values: [name] },
        expected: false,
      })),
      outcomes: [
        { outcome: 'note' },
        { outcome: 'else', end: { status: 0, says: { word: 'item', values: ['end'] } } },
      ],
    },
  });
}

for (const language of languageIds) {
  test(`${language}: finds in an answer what the other languages find`, async () => {
    // Each try costs the shell some processes; two of three are enough to meet every test often.
    const some = language === 'sh' ? tries.filter((_, index) => index % 3 !== 1) : tries;
    const plan = planOf(some);
    const exchange = await startFakeExchange(() => ({ status: 200, body: answer }));
    const [run] = await runMany(language, [
      {
        source: programOf(plan, language),
        typed: madeUpCredentials,
        env: { [plan.baseVariable]: exchange.url },
      },
    ]);
    exchange.close();
    const names = new Set(some.map(({ name }) => name));
    const printed = (run?.output ?? '').split('\n').filter((line) => names.has(line));
    expect(run?.status).toBe(0);
    expect(printed).toEqual(judgedText(plan, answer).said.get('note'));
  });
}

test('finds what was meant, at values of every kind', () => {
  const held = new Set(judgedText(planOf(tries), answer).said.get('note'));
  const at = (value: (typeof values)[number]): string => `v${values.indexOf(value)}`;
  const expected: readonly (readonly [string, boolean])[] = [
    // The name that stands twice has both values.
    [`${at('true')} is`, true],
    [`${at('true')} only`, false],
    [`${at('"true"')} is`, true],
    [`${at('"True"')} is`, false],
    [`${at('" true"')} is`, false],
    [`${at('1')} only`, false],
    [`${at('1')} strays`, true],
    [`${at('null')} there`, true],
    [`${at('[]')} there`, true],
    [`${at('[]')} items`, true],
    [`${at('""')} among`, false],
    [`${at('""')} beyond`, true],
    [`${at('"read,withdraw"')} lists`, true],
    [`${at('"read;withdraw"')} lists`, false],
    [`${at('"read;withdraw"')} others`, true],
    [`${at('[["withdraw"]]')} others`, false],
    [`${at('[["withdraw"]]')}.** others`, true],
    [`${at('["read","withdraw"]')}.* others`, true],
    [`${at('{"a":true}')} there`, false],
    [`${at('"2001:DB8::1"')} bare`, false],
    [`${at('"2001:DB8::1"')} odd`, false],
    [`${at('"192.0.2.1, ::/0"')} bare`, true],
    [`${at('"192.0.2.0/24 true"')} bare`, true],
    [`${at('"192.0.2.0/24 true"')} odd`, false],
    [`${at('"192.0.2.*;10.0.0.0/07"')} bare`, true],
    [`${at('"192.0.2.*;10.0.0.0/07"')} odd`, true],
    [`${at('"True"')} odd`, true],
    [`${at('""')} bare`, true],
    [`v${values.length} bare`, true],
    [`v${values.length} absent`, true],
    [`v${values.length} only`, false],
    [`v${values.length} strays`, true],
  ];
  for (const [name, holds] of expected) expect(held.has(name), name).toBe(holds);
});
