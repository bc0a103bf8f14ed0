import { stepFile } from '../../content/layout.ts';
import type { ExchangeFacts } from '../../schema/exchange.ts';
import {
  phases,
  requiredStepIds,
  requiredStepIdsWhenClosing,
  type StepId,
  stepTable,
} from '../../vocabulary/steps.ts';
import type { Rule } from '../rule.ts';

export const stepMissing: Rule = {
  meaning:
    'A guide lists every required step, for every use case, in the order of the phases (prepare, create, prove, look after), and each step that it lists has its file in steps/.',
  mend: 'Add the step to the list "steps", and write its file.',
  example: 'A guide without "revoke-key".',
  check: ({ exchanges, files }) =>
    exchanges.flatMap(({ slug, facts, guide }) => {
      if (guide?.value === undefined) return [];
      const required = requiredStepsOf(facts?.value);
      const { order } = guide.value;
      const lacking = required
        .filter((id) => !order.includes(id))
        .map((id) => ({
          ...guide.at(['steps'], 'key'),
          message: `The required step "${id}" is not among "steps".`,
          help: files.texts.has(stepFile(slug, id))
            ? `Add "- ${id}".`
            : `Add "- ${id}", and write ${stepFile(slug, id)}.`,
        }));
      const unwritten = order.flatMap((id, index) =>
        files.texts.has(stepFile(slug, id))
          ? []
          : [
              {
                ...guide.at(['order', index]),
                message: `The step "${id}" is listed, but there is no ${stepFile(slug, id)}.`,
                help: 'Write the file, or take the step off the list.',
              },
            ],
      );
      const partial = guide.value.steps.flatMap(({ id, useCases: only }, index) =>
        only === undefined || !required.includes(id)
          ? []
          : [
              {
                ...guide.at(['steps', index, 'useCases'], 'key'),
                message: `The required step "${id}" is for some use cases alone; others would lack it.`,
                help: 'Take "useCases" away; what is for one use case stands in <Only for="…">.',
              },
            ],
      );
      const phaseOf = (id: StepId): number => phases.indexOf(stepTable[id].phase);
      const misplaced = order.flatMap((id, index) => {
        const before = order[index - 1];
        return before === undefined || phaseOf(before) <= phaseOf(id)
          ? []
          : [
              {
                ...guide.at(['order', index]),
                message: `The step "${id}" stands behind "${before}", which comes later: ${phases.join(', ')}.`,
                help: 'Move it, so that nobody tests, replaces or deletes a key before it is made.',
              },
            ];
      });
      return [...lacking, ...unwritten, ...partial, ...misplaced];
    }),
};

/**
 * The steps that a guide must have. Facts that cannot be read might be those of an exchange
 * that is closing, whose guide needs the fewest.
 */
export function requiredStepsOf(facts: ExchangeFacts | undefined): readonly StepId[] {
  return facts?.status.state === 'active' ? requiredStepIds : requiredStepIdsWhenClosing;
}
