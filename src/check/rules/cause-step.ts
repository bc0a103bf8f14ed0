import { stepTable } from '../../vocabulary/steps.ts';
import type { Finding, Rule } from '../rule.ts';
import { quotedList } from '../suggest.ts';

export const causeStep: Rule = {
  meaning:
    'The step that puts the cause of an error right is one that the pages of the guide show; at a closing exchange these are the ones that look after a key.',
  mend: 'Name a step of the guide.',
  example: 'step: change-key — and no "change-key" among the steps of the guide.',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts, guide }) => {
      if (facts?.value === undefined || guide?.value === undefined) return [];
      const isActive = facts.value.status.state === 'active';
      const shown = guide.value.order.filter(
        (id) => isActive || stepTable[id].phase === 'look-after',
      );
      return facts.value.troubleshooting.flatMap(({ causes }, index) =>
        causes.flatMap(({ step }, position): Finding[] =>
          shown.includes(step)
            ? []
            : [
                {
                  ...facts.at(['troubleshooting', index, 'causes', position, 'step']),
                  message: `The step "${step}" is not one that this guide shows: ${quotedList(shown)}.`,
                  help: 'Name one of them, or write the step.',
                },
              ],
        ),
      );
    }),
};
