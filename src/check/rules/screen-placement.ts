import { elementsNamed, placeOfNode, textAttribute } from '../../markdown/mdx-nodes.ts';
import type { Rule } from '../rule.ts';

export const screenPlacement: Rule = {
  meaning: 'A step places a screen once.',
  mend: 'Remove one of the two.',
  example: '<Screen id="bind-ip" /> twice in the step about addresses.',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ steps }) =>
      steps.flatMap(({ path, mdx, name }) => {
        const placed = mdx.tree === undefined ? [] : elementsNamed(mdx.tree, 'Screen');
        const ids = placed.map((element) => textAttribute(element, 'id'));
        return placed.flatMap((element, index) => {
          const id = ids[index];
          return id === undefined || ids.indexOf(id) === index
            ? []
            : [
                {
                  file: path,
                  ...placeOfNode(element),
                  message: `The screen "${id}" is placed twice in "${name}".`,
                  help: 'Remove one of the two.',
                },
              ];
        });
      }),
    ),
};
