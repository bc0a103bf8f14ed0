import {
  elementsNamed,
  placeOfNode,
  stepsOfBody,
  textAttribute,
} from '../../content/guide-body.ts';
import type { Rule } from '../rule.ts';

export const screenPlacement: Rule = {
  meaning: 'The screens listed for a step are the ones that its text places, each once.',
  mend: 'Place the screen with <Screen id="…" /> in its step, or take it off the list.',
  example: 'screens: [bind-ip], but no <Screen id="bind-ip" /> in the step.',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ guide }) => {
      if (guide?.value === undefined || guide.mdx.tree === undefined) return [];
      const written = stepsOfBody(guide.mdx.tree);
      return guide.value.steps.flatMap((step, index) => {
        const body = written.find(({ id }) => id === step.id);
        if (body === undefined) return [];
        const placed = elementsNamed(body.element, 'Screen').map((element) => ({
          id: textAttribute(element, 'id'),
          place: placeOfNode(element),
        }));
        const unplaced = step.screens.flatMap((screen, position) =>
          placed.some(({ id }) => id === screen)
            ? []
            : [
                {
                  file: guide.path,
                  ...guide.yaml.placeOf(['steps', index, 'screens', position]),
                  message: `The screen "${screen}" is listed for "${step.id}", but its text does not place it.`,
                  help: `Write <Screen id="${screen}" /> in the step, or take it off the list.`,
                },
              ],
        );
        const unlisted = placed.flatMap(({ id, place }, position) => {
          if (id === undefined) return [];
          const again = placed.findIndex((other) => other.id === id) < position;
          if (step.screens.includes(id) && !again) return [];
          return [
            {
              file: guide.path,
              ...place,
              message: again
                ? `The screen "${id}" is placed twice in "${step.id}".`
                : `The screen "${id}" is placed here, but "screens" of "${step.id}" does not list it.`,
              help: again
                ? 'Remove one of the two.'
                : `Add it: screens: [${[...step.screens, id].join(', ')}].`,
            },
          ];
        });
        return [...unplaced, ...unlisted];
      });
    }),
};
