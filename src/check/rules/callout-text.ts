import { type ExchangeFolder, groupsOf } from '../../content/content.ts';
import { marksOf } from '../../schema/screens.ts';
import { actionsIn, screensOf } from '../../markdown/step-blocks.ts';
import type { Finding, Rule } from '../rule.ts';

export const calloutText: Rule = {
  meaning:
    'The numbers in the screens of a step are those of its actions, which are counted through where steps are shown under one title; and every screen has one.',
  mend: 'Number the marks by the actions, or add the action that a mark belongs to.',
  example: 'mark: 4 (while the step has three numbered actions)',
  check: ({ exchanges }) => exchanges.flatMap(findingsIn),
};

function findingsIn(exchange: ExchangeFolder): Finding[] {
  const { screens } = exchange;
  if (screens?.value === undefined) return [];
  const drawn = screens.value.screens;
  return groupsOf(exchange).flatMap((steps) => {
    const count = steps.reduce((sum, { blocks }) => sum + actionsIn(blocks), 0);
    const name = steps.map((step) => step.name).join(', ');
    return [...new Set(steps.flatMap(({ blocks }) => screensOf(blocks)))].flatMap(
      (id): Finding[] => {
        const index = drawn.findIndex((screen) => screen.id === id);
        const screen = drawn[index];
        if (screen === undefined) return [];
        const place = screens.at(['screens', index, 'id']);
        const marks = marksOf(screen);
        if (marks.length === 0)
          return [
            {
              ...place,
              message: `The screen "${id}" marks nothing.`,
              help: 'Give what the action names its number ("mark: 1"); what has none is not drawn.',
            },
          ];
        const beyond = [...new Set(marks.filter((mark) => mark > count))];
        return beyond.length === 0
          ? []
          : [
              {
                ...place,
                message: `The screen "${id}" marks ${beyond.join(', ')}, but "${name}" has ${count} numbered actions.`,
                help: 'Number the marks by the actions of the step, or add the action.',
              },
            ];
      },
    );
  });
}
