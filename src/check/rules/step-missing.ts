import { requiredStepIds, requiredStepIdsWhenClosing } from '../../vocabulary/steps.ts';
import { stepsOfBody } from '../../content/guide-body.ts';
import type { Rule } from '../rule.ts';

export const stepMissing: Rule = {
  meaning:
    'A guide lists every required step, and its body has a <Step> for each step that it lists.',
  mend: 'Add the step to the list "steps" and to the body, in the same place of both.',
  example: 'A guide without "revoke-key".',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts, guide }) => {
      if (guide?.value === undefined) return [];
      const active = (facts?.value?.status.state ?? 'active') === 'active';
      const required = active ? requiredStepIds : requiredStepIdsWhenClosing;
      const listed = guide.value.steps.map((step) => step.id);
      const lacking = required
        .filter((id) => !listed.includes(id))
        .map((id) => ({
          file: guide.path,
          ...guide.yaml.placeOf(['steps'], 'key'),
          message: `The required step "${id}" is not among "steps".`,
          help: `Add "- id: ${id}" with a title, and a <Step id="${id}"> to the body.`,
        }));
      if (guide.mdx.tree === undefined) return lacking;
      const written = stepsOfBody(guide.mdx.tree).map((step) => step.id);
      const unwritten = listed.flatMap((id, index) =>
        written.includes(id)
          ? []
          : [
              {
                file: guide.path,
                ...guide.yaml.placeOf(['steps', index, 'id']),
                message: `The step "${id}" is listed, but the body has no <Step id="${id}">.`,
                help: `Write the step in the body, or take it off the list.`,
              },
            ],
      );
      return [...lacking, ...unwritten];
    }),
};
