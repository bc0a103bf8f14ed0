import { expect, test } from 'playwright/test';
import { securityChecklist } from '../../../src/derive/checklist.ts';
import { permissionSettings } from '../../../src/derive/permission-settings.ts';
import { en } from '../../../src/i18n/en/index.ts';
import { expectedAnswer } from '../../../src/programs/expected.ts';
import { programOutcomes } from '../../../src/programs/outcomes.ts';
import { sayingParts } from '../../../src/programs/program-data.ts';
import { testPlan, type TestPlan } from '../../../src/programs/plan.ts';
import { mainSite } from '../../../src/schema/exchange.ts';
import { realContent } from '../../support/content.ts';
import { answersOf, rightsOf } from '../../support/signing/answers.ts';
import { judged } from '../../support/signing/judge.ts';
import { programPage, type RealPlan, realPlans } from '../../support/signing/programs.ts';

/** Page, checklist and program say the same, for every exchange and use case. */

/** What a program prints of an answer below its rows. */
function printed({ judgement }: TestPlan, said: ReadonlyMap<string, readonly string[]>): string[] {
  return judgement.outcomes.flatMap(({ outcome, before }) => {
    const lines = [...new Set(said.get(outcome))];
    return before === undefined || lines.length === 0
      ? lines
      : [`${sayingParts(before, en.program).join('')}${lines.join(', ')}`];
  });
}

/** Documented answers to keys that are as they should be. */
async function goodAnswers({ exchange, useCaseId, plan }: RealPlan): Promise<unknown[]> {
  const answers = await answersOf(exchange.slug);
  if (plan.rights === undefined) return [[]];
  const [key] = answers.keys.filter(({ verdicts, changes, rows }) => {
    const verdict = verdicts[useCaseId];
    const isWhole = rows.addresses !== 'not bound' && !Object.values(changes).includes(null);
    return (verdict === 'right' || verdict === 'unshown') && isWhole;
  });
  return key === undefined ? [] : [rightsOf(answers, key)];
}

test('a documented key that is as it should be ends as the page and the checklist say', async () => {
  const { useCases } = await realContent();
  const untried: string[] = [];
  for (const real of await realPlans()) {
    const { exchange, useCaseId, name, plan } = real;
    const { good, others } = programOutcomes(plan);
    const useCase = useCases?.value?.find(({ id }) => id === useCaseId);
    if (useCase === undefined) throw new Error(name);
    const settings = permissionSettings(exchange.permissions, useCase);
    if (!settings.served) throw new Error(name);
    const tested = securityChecklist(exchange, settings, [], {
      partner: undefined,
      site: mainSite(exchange),
    }).find(({ kind }) => kind === 'tested');
    expect(tested, name).toEqual({ id: 'tested', kind: 'tested', look: good.look });
    // Something is left to look at exactly where the program does not end with 0.
    expect(good.look.length > 0, name).toBe(good.status === 3);
    expect([0, 3], name).toContain(good.status);
    // The page names whatever else can come.
    expect(others, name).toEqual(expect.arrayContaining(['elsewhere', 'refused']));
    const page = expectedAnswer(plan, en.program, ['192.0.2.1']);
    const [before = ''] = en.program.lookAt.split('%s');
    const lookLine = page.filter((line) => line.startsWith(before));
    expect(lookLine, name).toEqual(
      good.look.length === 0 ? [] : [`${before}${good.look.join(', ')}`],
    );
    const bodies = await goodAnswers(real);
    if (bodies.length === 0) untried.push(name);
    for (const body of bodies) {
      const { status, said } = judged(plan, body);
      expect(status, name).toBe(good.status);
      const below = page.slice(page.indexOf('') + 1);
      expect(printed(plan, said), name).toEqual(below.slice(0, -1));
      for (const { row } of plan.judgement.rows.filter(({ row: one }) => one !== 'ends')) {
        const shown = page.find((line) => line.startsWith(en.program[row].padEnd(12)));
        const value = said.get(row)?.at(-1) ?? '';
        // The page shows addresses of its own.
        if (row !== 'addresses') expect(shown, name).toContain(` ${value}`);
      }
    }
  }
  expect(untried).toEqual([]);
});

test('the clients of a partner are told the same', async () => {
  const { useCases } = await realContent();
  const partner = { name: 'Acme', allowed: ['192.0.2.1'], needed: ['192.0.2.1'] };
  for (const { exchange, useCaseId, name, plan } of await realPlans()) {
    const useCase = useCases?.value?.find(({ id }) => id === useCaseId);
    if (useCase === undefined) throw new Error(name);
    const settings = permissionSettings(exchange.permissions, useCase);
    const own = testPlan(exchange, settings, programPage, partner);
    expect(own && programOutcomes(own).good, name).toEqual(programOutcomes(plan).good);
  }
});
