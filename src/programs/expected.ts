import type { ProgramText } from '../i18n/index.ts';
import { sayingParts } from './program-data.ts';
import { checkedPlan, type TestPlan } from './test-plan.ts';

/**
 * What a program prints for a key that is as it should be: its own judgement and words, so
 * that page and program cannot differ.
 *
 * Input: the plan, the words, and addresses as the exchange would list them. Output: lines.
 */
export function expectedAnswer(
  plan: TestPlan,
  text: ProgramText,
  addresses: readonly string[],
): string[] {
  const { rows, rules, outcomes } = checkedPlan(plan).judgement;
  const expected = rules.filter((rule) => rule.expected);
  const line = (label: string, value: string): string => `${label.padEnd(12)} ${value}`;
  const told = outcomes.map(({ outcome, end, before }) => {
    const lines = new Set(
      expected
        .filter(({ where }) => where === outcome)
        .map(({ says }) => sayingParts(says, text).join('')),
    );
    const isMet = outcome === 'else' || lines.size > 0;
    return {
      lines:
        before === undefined || lines.size === 0
          ? [...lines]
          : [sayingParts(before, text).join('') + [...lines].join(', ')],
      last: isMet && end !== undefined ? [sayingParts(end.says, text).join('')] : [],
    };
  });
  return [
    ...rows.map(({ row, says }) => {
      const last = expected.findLast(({ where }) => where === row)?.says ?? says;
      return line(text[row], sayingParts(last, text).join(addresses.join(' ')));
    }),
    line(text.clock, text.clockRight),
    '',
    ...told.flatMap(({ lines }) => lines),
    ...told.flatMap(({ last }) => last).slice(0, 1),
  ];
}
