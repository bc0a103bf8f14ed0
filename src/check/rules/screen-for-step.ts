import { groupsOf } from '../../content/content.ts';
import { screensOf } from '../../markdown/step-blocks.ts';
import { isStepId, stepTable } from '../../vocabulary/steps.ts';
import type { Rule } from '../rule.ts';

export const screenForStep: Rule = {
  meaning:
    'Every step that creates the key has a drawn screen; of those shown under one title, one of them has it.',
  mend: 'Draw what the reader sees in screens.yaml and place it in the step.',
  example: 'steps/restrict-ip.mdx without a <Screen>.',
  check: ({ exchanges }) =>
    exchanges.flatMap((exchange) =>
      groupsOf(exchange).flatMap((steps) => {
        const [first] = steps;
        if (first === undefined || !isStepId(first.name)) return [];
        const isRead = steps.every(({ mdx }) => mdx.tree !== undefined);
        const isDrawn = steps.some(({ blocks }) => screensOf(blocks).length > 0);
        if (stepTable[first.name].phase !== 'create' || !isRead || isDrawn) return [];
        return [
          {
            ...first.at(['title']),
            message: `The step "${steps.map(({ name }) => name).join(', ')}" creates the key but has no drawn screen.`,
            help: 'Draw it in screens.yaml and place it in the step with <Screen id="…" />.',
          },
        ];
      }),
    ),
};
