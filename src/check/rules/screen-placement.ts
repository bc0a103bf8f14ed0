import type { ExchangeFolder } from '../../content/content.ts';
import { elementsNamed, placeOfNode, textAttribute } from '../../markdown/mdx-nodes.ts';
import type { Finding, Rule } from '../rule.ts';

export const screenPlacement: Rule = {
  meaning: 'Every drawn screen stands in a step, and in no step twice.',
  mend: 'Place the screen in the step that it belongs to, or remove what is too much.',
  example: '<Screen id="bind-ip" /> twice in the step about addresses.',
  check: ({ exchanges }) =>
    exchanges.flatMap((exchange) => [...repeated(exchange), ...unplaced(exchange)]),
};

function repeated({ steps }: ExchangeFolder): Finding[] {
  return steps.flatMap(({ path, mdx, name }) => {
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
  });
}

function unplaced({ guide, screens, steps }: ExchangeFolder): Finding[] {
  // A step that cannot be read, or is not there, might place any screen.
  const isRead =
    guide?.value?.order.every((id) => steps.some(({ name }) => name === id)) === true &&
    steps.every(({ mdx }) => mdx.tree !== undefined);
  if (!isRead || screens?.value === undefined) return [];
  const placed = new Set(
    steps.flatMap(({ mdx }) =>
      (mdx.tree === undefined ? [] : elementsNamed(mdx.tree, 'Screen')).map((element) =>
        textAttribute(element, 'id'),
      ),
    ),
  );
  // A screen whose id is an expression could be any.
  if (placed.has(undefined)) return [];
  return screens.value.screens.flatMap(({ id }, index, all) =>
    placed.has(id) || all.findIndex((other) => other.id === id) < index
      ? []
      : [
          {
            ...screens.at(['screens', index, 'id']),
            message: `The screen "${id}" is drawn, but no step places it.`,
            help: `Write <Screen id="${id}" /> in the step that it belongs to, or remove the drawing.`,
          },
        ],
  );
}
