import { type StepId, stepTable } from '../../vocabulary/steps.ts';
import type { Finding, Rule } from '../rule.ts';
import { quotedList } from '../suggest.ts';
import { requiredStepsOf } from './step-missing.ts';

export const causeStep: Rule = {
  meaning:
    'The step that puts the cause of an error right is one that the pages of the guide show; at a closing exchange these are the ones that look after a key.',
  mend: 'Name a step of the guide.',
  example: 'step: change-key — and no "change-key" among the steps of the guide.',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts, guide }) => {
      if (facts?.value === undefined || guide?.value === undefined) return [];
      const isActive = facts.value.status.state === 'active';
      const { order } = guide.value;
      const shown = order.filter((id) => isActive || stepTable[id].phase === 'look-after');
      // A required step that is not there is a matter of another rule.
      const required = requiredStepsOf(facts.value);
      const isMissing = (id: StepId): boolean => required.includes(id) && !order.includes(id);
      return facts.value.troubleshooting.flatMap(({ causes }, index) =>
        causes.flatMap(({ step }, position): Finding[] =>
          shown.includes(step) || isMissing(step)
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
