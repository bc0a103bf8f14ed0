import { stepFile } from '../../content/layout.ts';
import { requiredStepIds, requiredStepIdsWhenClosing } from '../../vocabulary/steps.ts';
import type { Rule } from '../rule.ts';

export const stepMissing: Rule = {
  meaning: 'A guide lists every required step, and each step that it lists has its file in steps/.',
  mend: 'Add the step to the list "steps", and write its file.',
  example: 'A guide without "revoke-key".',
  check: ({ exchanges, files }) =>
    exchanges.flatMap(({ slug, facts, guide }) => {
      if (guide?.value === undefined) return [];
      const active = (facts?.value?.status.state ?? 'active') === 'active';
      const required = active ? requiredStepIds : requiredStepIdsWhenClosing;
      const { order } = guide.value;
      const lacking = required
        .filter((id) => !order.includes(id))
        .map((id) => ({
          ...guide.at(['steps'], 'key'),
          message: `The required step "${id}" is not among "steps".`,
          help: `Add "- ${id}", and write ${stepFile(slug, id)}.`,
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
      return [...lacking, ...unwritten];
    }),
};
