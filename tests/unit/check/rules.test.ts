import { expect, test } from 'playwright/test';
import { checkContent } from '../../../src/check/check.ts';
import type { RuleText } from '../../../src/check/rule.ts';
import { rules } from '../../../src/check/rules/index.ts';
import {
  casesDay,
  compared,
  damage,
  type Expectation,
  readRuleCases,
  rememberingReaders,
  validFiles,
} from '../../support/check-cases.ts';

const casesByRule = await readRuleCases();
const valid = await validFiles();
const readers = rememberingReaders();

for (const [rule, cases] of casesByRule) {
  test.describe(rule, () => {
    for (const written of cases) {
      test(written.name, () => {
        const files = damage(valid, written);
        const problems = checkContent(files, casesDay, readers);
        const expectations: (Expectation & { rule: string })[] = [
          ...written.expect.map((expected) => ({ ...expected, rule })),
          ...written.also,
        ];
        // Each problem goes with the expectation that it fits; what is left over shows as it is.
        const left = [...expectations];
        const unexpected = problems.filter((problem) => {
          const position = left.findIndex((expected) => {
            const { found, wanted } = compared(problem, expected, written, files);
            return JSON.stringify(found) === JSON.stringify(wanted);
          });
          if (position >= 0) left.splice(position, 1);
          return position < 0;
        });
        expect({ unexpected, missing: left }).toEqual({ unexpected: [], missing: [] });
      });
    }
  });
}

test('every rule has cases, and every file of cases names a rule', () => {
  expect([...casesByRule.keys()]).toEqual(Object.keys(rules).toSorted());
});

test('names of cases are unique within a rule', () => {
  for (const [rule, cases] of casesByRule) {
    const names = cases.map(({ name }) => name);
    expect([...new Set(names)], rule).toEqual(names);
  }
});

for (const [id, rule] of Object.entries<RuleText>(rules)) {
  test(`${id}: a whole message and its help are written out in a case`, () => {
    const expectations = (casesByRule.get(id) ?? []).flatMap(({ expect: expected }) => expected);
    expect(
      expectations.filter(({ message, help }) => message !== undefined && help !== undefined)
        .length,
    ).toBeGreaterThan(0);
  });

  test(`${id}: meaning and mend are sentences`, () => {
    for (const text of [rule.meaning, rule.mend]) expect(text).toMatch(/^[A-Z].*[^.]\.$/);
  });
}
