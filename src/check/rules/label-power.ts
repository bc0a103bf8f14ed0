import { type LabelProblem, labelPower as labelPowerOf } from '../../derive/label-power.ts';
import { quotedList } from '../suggest.ts';
import type { Finding, Rule } from '../rule.ts';

export const labelPower: Rule = {
  meaning:
    'The label of a permission goes with what a key can do by its capabilities: one that names withdrawing, sending, paying, transferring or keys has a capability for it, one that speaks of reading alone neither trades nor moves funds out, and one that a use case switches on names reading or trading, and nothing of the former.',
  mend: 'Correct the label or the capabilities. Where both are right, a maintainer adds a line with the reason to powers.yaml.',
  example: 'label: Withdraw digital assets, with capabilities: [read-balances]',
  check: ({ exchanges, useCases, powers }) =>
    exchanges.flatMap(({ slug, facts }): Finding[] => {
      if (facts?.value === undefined || useCases?.value === undefined) return [];
      // Lines that cannot be read might be about any label.
      if (powers !== undefined && powers.value === undefined) return [];
      const lines = powers?.value ?? [];
      const { problems, needless } = labelPowerOf(
        facts.value.permissions,
        useCases.value,
        lines.filter(({ exchange }) => exchange === slug),
      );
      return [
        ...problems.map((problem) => ({
          ...facts.at([
            'permissions',
            'items',
            problem.index,
            ...(problem.level === undefined ? [] : ['levels', problem.level]),
            'label',
          ]),
          message: messageOf(problem),
          help: 'Correct the label or the capabilities. Where both are right, a maintainer adds a line with the reason to powers.yaml.',
        })),
        ...needless.flatMap((line) =>
          powers === undefined
            ? []
            : {
                ...powers.at([lines.indexOf(line)]),
                message: `No label of ${slug} needs this line: there is no permission "${line.permission}" with ${quotedList(line.labels)}, or its words go with its capabilities.`,
                help: 'Remove the line.',
              },
        ),
      ];
    }),
};

const powerNames = {
  out: 'withdrawing, sending, paying or keys',
  transfer: 'a transfer',
} as const;

function messageOf({ labels, fault }: LabelProblem): string {
  const label = labels.map((part) => `"${part}"`).join(' at ');
  switch (fault.kind) {
    case 'names-more': {
      const capabilities = quotedList(fault.capabilities) || 'none';
      return `The label ${label} names ${powerNames[fault.power]} ("${fault.word}"), but no capability is of that kind: found ${capabilities}.`;
    }
    case 'reads-more':
      return `The label ${label} speaks of reading alone, but its capabilities do more: ${quotedList(fault.capabilities)}.`;
    case 'on-names-out':
      return `The label ${label} names ${powerNames.out} ("${fault.word}"), but ${quotedList(fault.useCases)} would switch it on.`;
    case 'on-names-nothing':
      return `The label ${label} names neither reading nor trading, but ${quotedList(fault.useCases)} would switch it on.`;
  }
}
