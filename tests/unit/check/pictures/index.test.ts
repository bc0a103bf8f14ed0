import { existsSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { pictureRules } from '../../../../src/check/pictures/index.ts';
import type { RuleText } from '../../../../src/check/rule.ts';
import { rules } from '../../../../src/check/rules/index.ts';

for (const [id, rule] of Object.entries<RuleText>(pictureRules)) {
  test(`${id}: has a test of its own, and meaning and mend are sentences`, () => {
    expect(existsSync(`tests/unit/check/pictures/${id}.test.ts`)).toBe(true);
    expect(existsSync(`src/check/pictures/${id}.ts`)).toBe(true);
    for (const text of [rule.meaning, rule.mend]) expect(text).toMatch(/^[A-Z].*[^.]\.$/);
    expect(rule.example).not.toBe('');
  });
}

test('no rule of pictures has the id of a rule of texts', () => {
  expect(Object.keys(pictureRules).filter((id) => Object.hasOwn(rules, id))).toEqual([]);
});
