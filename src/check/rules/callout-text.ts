import { marksOf } from '../../schema/screens.ts';
import { everyBlock, screensOf } from '../../markdown/step-blocks.ts';
import type { Rule } from '../rule.ts';

export const calloutText: Rule = {
  meaning: 'The numbers in the screens of a step are those of the actions in its text.',
  mend: 'Number the marks by the actions of the step, or add the action that a mark belongs to.',
  example: 'mark: 4 (while the step has three numbered actions)',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ screens, steps }) => {
      if (screens?.value === undefined) return [];
      const drawn = screens.value.screens;
      return steps.flatMap(({ blocks, name }) => {
        // One list, or one for each use case.
        const counts = everyBlock(blocks).flatMap((block) =>
          block.kind === 'actions' ? block.items.length : [],
        );
        const fewest = Math.min(...(counts.length > 0 ? counts : [0]));
        return [...new Set(screensOf(blocks))].flatMap((id) => {
          const index = drawn.findIndex((screen) => screen.id === id);
          const screen = drawn[index];
          if (screen === undefined) return [];
          const beyond = marksOf(screen).filter((mark) => mark > fewest);
          return beyond.length === 0
            ? []
            : [
                {
                  ...screens.at(['screens', index, 'id']),
                  message: `The screen "${id}" marks ${beyond.join(', ')}, but the step "${name}" has ${fewest} numbered actions.`,
                  help: 'Number the marks by the actions of the step, or add the action.',
                },
              ];
        });
      });
    }),
};
