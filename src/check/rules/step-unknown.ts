import { isStepId, stepIds } from '../../vocabulary/steps.ts';
import { stepsOfBody } from '../../content/guide-body.ts';
import type { Rule } from '../rule.ts';
import { didYouMean, quotedList } from '../suggest.ts';

export const stepUnknown: Rule = {
  meaning:
    'The body has no <Step> that is not listed in "steps", and every id is from the table of steps.',
  mend: 'Correct the id, or list the step.',
  example: '<Step id="restrict-ips">',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ guide }) => {
      if (guide?.mdx.tree === undefined) return [];
      const listed = guide.value?.steps.map((step): string => step.id);
      return stepsOfBody(guide.mdx.tree).flatMap(({ id, line, column }) => {
        const place = { file: guide.path, line, column };
        if (id === undefined) {
          return [
            {
              ...place,
              message: 'This <Step> has no id.',
              help: 'Add id="…" with an id from "steps".',
            },
          ];
        }
        if (!isStepId(id)) {
          return [
            {
              ...place,
              message: `There is no step "${id}"; expected one of ${quotedList(stepIds)}.`,
              help: `${didYouMean(id, stepIds)}Use an id from the table of steps.`,
            },
          ];
        }
        return listed === undefined || listed.includes(id)
          ? []
          : [
              {
                ...place,
                message: `The step "${id}" is written here, but "steps" in the frontmatter does not list it.`,
                help: 'List it, or remove it from the body.',
              },
            ];
      });
    }),
};
