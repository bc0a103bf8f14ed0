import { elementsNamed, placeOfNode, textAttribute } from '../../content/guide-body.ts';
import type { Rule } from '../rule.ts';
import { didYouMean, quotedList } from '../suggest.ts';
import { unknownReferences } from './references.ts';

export const unknownScreen: Rule = {
  meaning: 'Every screen that a guide names is in the screens.yaml beside it.',
  mend: 'Correct the id, or draw the screen.',
  example: '<Screen id="bind-ips" />',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ guide, screens }) => {
      if (guide === undefined || screens?.value === undefined) return [];
      const known = screens.value.screens.map((screen) => screen.id);
      const references = [
        ...(guide.value?.steps ?? []).flatMap((step, index) =>
          step.screens.map((name, position) => ({
            path: ['steps', index, 'screens', position],
            name,
          })),
        ),
        ...(guide.value?.captures ?? []).map((capture, index) => ({
          path: ['captures', index, 'screen'],
          name: capture.screen,
        })),
      ];
      const inBody = (
        guide.mdx.tree === undefined ? [] : elementsNamed(guide.mdx.tree, 'Screen')
      ).flatMap((element) => {
        const id = textAttribute(element, 'id');
        return id === undefined || known.includes(id)
          ? []
          : [
              {
                file: guide.path,
                ...placeOfNode(element),
                message: `There is no screen "${id}"; ${screens.path} lists ${quotedList(known)}.`,
                help: `${didYouMean(id, known)}Correct the id, or draw the screen.`,
              },
            ];
      });
      return [...unknownReferences(guide, 'screen', references, known, screens.path), ...inBody];
    }),
};
