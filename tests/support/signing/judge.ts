import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { en } from '../../../src/i18n/en/index.ts';
import { type DataTest, programData } from '../../../src/programs/program-data.ts';
import type { TestPlan } from '../../../src/programs/test-plan.ts';
import { isRecord } from '../nested-values.ts';

/**
 * What programs make of an answer, without running one: the part of the program in JavaScript
 * that reads answers, with the data of a plan. That the other languages come to the same is
 * tested with answers that try every test of it.
 */

/** What a program would say of an answer with status 200. */
export interface Judged {
  /** Whether every needed and every judged request would take it for a good one. */
  readonly isGood: boolean;
  readonly status: number | undefined;
  /** Texts by row and outcome; of a row the last one stands. */
  readonly said: ReadonlyMap<string, readonly string[]>;
}

const source = readFileSync('src/programs/javascript/answer.mjs', 'utf8');
const made: unknown = vm.compileFunction(
  `${source.replaceAll(/^export /gm, '')}\nreturn { flatten, allHold, judge };`,
)();

function call(name: 'flatten' | 'allHold' | 'judge', ...values: readonly unknown[]): unknown {
  const work = isRecord(made) ? made[name] : undefined;
  if (typeof work !== 'function') throw new Error(`answer.mjs has no ${name}.`);
  return Reflect.apply(work, undefined, values);
}

const asTest = ({ pattern, test, names }: DataTest): string[] => [pattern, test, ...names];

/** Judges an answer, which may be any text. */
export function judgedText(plan: TestPlan, body: string): Judged {
  const { requests, rows, rules, outcomes } = programData(plan, en.program);
  let flat: unknown;
  try {
    flat = call('flatten', body);
  } catch {
    return { isGood: false, status: undefined, said: new Map() };
  }
  const asked = requests.filter(({ judged }) => judged);
  const isGood = (asked.length === 0 ? requests : asked).every(
    ({ good }) => call('allHold', flat, good.map(asTest)) === true,
  );
  const told = call(
    'judge',
    asked.length === 0 ? [] : flat,
    rows.map(({ row, label, start }) => [row, label, start]),
    rules.map(({ when, tells }) => [
      when.map(asTest),
      ...tells.map(({ where, parts }) => [where, ...parts]),
    ]),
  );
  const said = new Map<string, string[]>();
  for (const [name, texts] of told instanceof Map ? told : []) {
    said.set(String(name), Array.isArray(texts) ? texts.map(String) : []);
  }
  const ending = outcomes.find(
    ({ outcome, end }) => end !== undefined && (outcome === 'else' || said.has(outcome)),
  );
  return { isGood, status: ending?.end?.status, said };
}

/** Judges an answer as JSON. */
export function judged(plan: TestPlan, body: unknown): Judged {
  return judgedText(plan, JSON.stringify(body ?? null));
}
