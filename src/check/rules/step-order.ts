import { stepsOfBody } from '../../content/guide-body.ts';
import type { Rule } from '../rule.ts';

export const stepOrder: Rule = {
  meaning: 'The steps of the body stand in the order of the list.',
  mend: 'Move the step in the body, or in the list, so that both have one order.',
  example: '<Step id="set-permissions"> before <Step id="create-key">, against the list.',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ guide }) => {
      if (guide?.value === undefined || guide.mdx.tree === undefined) return [];
      const listed = [...new Set(guide.value.steps.map((step): string => step.id))];
      const written = stepsOfBody(guide.mdx.tree).filter(
        (step, index, steps) =>
          step.id !== undefined &&
          listed.includes(step.id) &&
          steps.findIndex(({ id }) => id === step.id) === index,
      );
      const expected = listed.filter((id) => written.some((step) => step.id === id));
      const position = written.findIndex((step, index) => step.id !== expected[index]);
      const step = written[position];
      if (step === undefined) return [];
      return [
        {
          file: guide.path,
          line: step.line,
          column: step.column,
          message: `The step "${step.id}" stands here, where the list has "${expected[position]}".`,
          help: 'Move it, so that the body and "steps" have the same order.',
        },
      ];
    }),
};
