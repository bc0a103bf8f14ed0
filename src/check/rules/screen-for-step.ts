import { stepTable } from '../../vocabulary/steps.ts';
import type { Rule } from '../rule.ts';

export const screenForStep: Rule = {
  meaning: 'Every step that creates the key has at least one drawn screen.',
  mend: 'Draw what the reader sees in screens.yaml and place it in the step.',
  example: 'steps/restrict-ip.mdx without a <Screen>.',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ guide }) =>
      (guide?.value?.steps ?? []).flatMap((step, index) =>
        guide === undefined || stepTable[step.id].phase !== 'create' || step.screens.length > 0
          ? []
          : [
              {
                ...guide.at(['steps', index, 'title']),
                message: `The step "${step.id}" creates the key but has no drawn screen.`,
                help: 'Draw it in screens.yaml and place it in the step with <Screen id="…" />.',
              },
            ],
      ),
    ),
};
