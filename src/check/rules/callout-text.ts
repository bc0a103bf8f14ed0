import type { List, Nodes } from 'mdast';
import { marksOf } from '../../schema/screens.ts';
import { type BodyStep, isMdxElement, stepsOfBody } from '../../content/guide-body.ts';
import type { Rule } from '../rule.ts';

export const calloutText: Rule = {
  meaning: 'The numbers in the screens of a step are those of the actions in its text.',
  mend: 'Number the marks by the actions of the step, or add the action that a mark belongs to.',
  example: 'mark: 4 (while the step has three numbered actions)',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ guide, screens }) => {
      if (
        guide?.value === undefined ||
        guide.mdx.tree === undefined ||
        screens?.value === undefined
      )
        return [];
      const drawn = screens.value.screens;
      const written = stepsOfBody(guide.mdx.tree);
      return guide.value.steps.flatMap((step) => {
        const body = written.find(({ id }) => id === step.id);
        if (body === undefined) return [];
        const actions = actionCounts(body);
        const fewest = Math.min(...(actions.length > 0 ? actions : [0]));
        return step.screens.flatMap((id) => {
          const index = drawn.findIndex((screen) => screen.id === id);
          const screen = drawn[index];
          if (screen === undefined) return [];
          const beyond = marksOf(screen).filter((mark) => mark > fewest);
          return beyond.length === 0
            ? []
            : [
                {
                  file: screens.path,
                  ...screens.yaml.placeOf(['screens', index, 'id']),
                  message: `The screen "${id}" marks ${beyond.join(', ')}, but the step "${step.id}" has ${fewest} numbered actions.`,
                  help: 'Number the marks by the actions of the step, or add the action.',
                },
              ];
        });
      });
    }),
};

/** Lengths of the numbered lists of a step: one, or one for each use case. */
function actionCounts(step: BodyStep): number[] {
  const lists: List[] = [];
  const collect = (nodes: readonly Nodes[]): void => {
    for (const node of nodes) {
      if (node.type === 'list' && node.ordered === true) lists.push(node);
      else if (isMdxElement(node) && node.name === 'Only') collect(node.children);
    }
  };
  collect(step.element.children);
  return lists.map((list) => list.children.length);
}
