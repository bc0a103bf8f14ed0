import type { ProgramText } from '../i18n/index.ts';
import type { TestPlan } from './plan.ts';

/**
 * What a program prints for a key that is as it should be: the words of the program
 * itself, so that page and program cannot differ.
 *
 * Input: the plan, the words, and addresses as the exchange would list them. Output: lines.
 */
export function expectedAnswer(
  plan: TestPlan,
  text: ProgramText,
  addresses: readonly string[],
): string[] {
  const { rights, reading } = plan;
  const stateOf = (kind: 'withdraw' | 'trade'): string => {
    const told = rights?.shows.filter((right) => right.kind === kind) ?? [];
    if (told.length === 0) return text.untold;
    return told.some(({ want }) => want === 'needed') ? text.yes : text.no;
  };
  const bound = { list: addresses.join(' '), flag: text.bound };
  const rows = [
    [
      text.works,
      reading.length === 0 ? text.yes : text.proved(reading.map(({ proves }) => proves)),
    ],
    [text.withdraws, stateOf('withdraw')],
    [text.trades, stateOf('trade')],
    [text.addresses, rights?.addresses === undefined ? text.untold : bound[rights.addresses.form]],
    [text.ends, rights?.ends === undefined ? text.untold : text.noEnd],
    [text.clock, text.clockRight],
  ] as const;
  const end = rights === undefined ? text.endWorks : text.endRight;
  return [
    ...rows.map(([label, value]) => `${label.padEnd(12)} ${value}`),
    '',
    end.replace('%s', plan.useCase),
  ];
}
