import { stepsOfBody } from '../../content/guide-body.ts';
import type { Rule } from '../rule.ts';

export const stepRepeated: Rule = {
  meaning: 'A step is listed once and written once.',
  mend: 'Join the two, or give the second the id that it should have.',
  example: '<Step id="test-key"> twice.',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ guide }) => {
      if (guide === undefined) return [];
      const listed = (guide.value?.steps ?? []).map((step, index) => ({
        id: step.id,
        place: () => guide.yaml.placeOf(['steps', index, 'id']),
      }));
      const written = (guide.mdx.tree === undefined ? [] : stepsOfBody(guide.mdx.tree)).map(
        ({ id, line, column }) => ({ id, place: () => ({ line, column }) }),
      );
      return [listed, written].flatMap((steps) =>
        steps.flatMap(({ id, place }, index) => {
          const first = steps.findIndex((step) => step.id === id);
          return id === undefined || first === index
            ? []
            : [
                {
                  file: guide.path,
                  ...place(),
                  message: `The step "${id}" stands here a second time; the first is on line ${steps[first]?.place().line}.`,
                  help: 'Join the two, or give this one the id that it should have.',
                },
              ];
        }),
      );
    }),
};
