import { isStepId, stepIds } from '../../vocabulary/steps.ts';
import type { Rule } from '../rule.ts';
import { didYouMean, quotedList } from '../suggest.ts';
import { requiredStepsOf } from './step-missing.ts';

export const stepUnknown: Rule = {
  meaning: 'Every file in steps/ is named after a step of the table, and listed in guide.mdx.',
  mend: 'Correct the name of the file, or list the step.',
  example: 'steps/restrict-ips.mdx',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts, guide, steps }) => {
      // That a required step is not listed is told at the list.
      const known = guide?.value && [...guide.value.order, ...requiredStepsOf(facts?.value)];
      return steps.flatMap(({ name, path }) => {
        const place = { file: path, line: 1, column: 1 };
        if (!isStepId(name)) {
          return [
            {
              ...place,
              message: `There is no step "${name}"; expected one of ${quotedList(stepIds)}.`,
              help: `${didYouMean(name, stepIds)}Name the file after a step of the table.`,
            },
          ];
        }
        return known === undefined || known.includes(name)
          ? []
          : [
              {
                ...place,
                message: `The step "${name}" is written here, but "steps" in ${guide?.path ?? 'guide.mdx'} does not list it.`,
                help: 'List it, or remove the file.',
              },
            ];
      });
    }),
};
