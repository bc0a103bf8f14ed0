import { elementsNamed, placeOfNode, textAttribute } from '../../markdown/mdx-nodes.ts';
import type { Rule } from '../rule.ts';
import { didYouMean, quotedList } from '../suggest.ts';
import { unknownReferences } from './references.ts';

export const unknownScreen: Rule = {
  meaning: 'Every screen that a guide names is in the screens.yaml beside it.',
  mend: 'Correct the id, or draw the screen.',
  example: '<Screen id="bind-ips" />',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ guide, screens, steps }) => {
      if (screens?.value === undefined) return [];
      const known = screens.value.screens.map((screen) => screen.id);
      const captures = (guide?.value?.captures ?? []).map((capture, index) => ({
        path: ['captures', index, 'screen'],
        name: capture.screen,
      }));
      const inSteps = steps.flatMap(({ path, mdx }) =>
        (mdx.tree === undefined ? [] : elementsNamed(mdx.tree, 'Screen')).flatMap((element) => {
          const id = textAttribute(element, 'id');
          return id === undefined || known.includes(id)
            ? []
            : [
                {
                  file: path,
                  ...placeOfNode(element),
                  message: `There is no screen "${id}"; ${screens.path} lists ${quotedList(known)}.`,
                  help: `${didYouMean(id, known)}Correct the id, or draw the screen.`,
                },
              ];
        }),
      );
      const inCaptures =
        guide === undefined
          ? []
          : unknownReferences(guide, 'screen', captures, known, screens.path);
      return [...inCaptures, ...inSteps];
    }),
};
