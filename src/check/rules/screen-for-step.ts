import { elementsNamed } from '../../markdown/mdx-nodes.ts';
import { isStepId, stepTable } from '../../vocabulary/steps.ts';
import type { Rule } from '../rule.ts';

export const screenForStep: Rule = {
  meaning: 'Every step that creates the key has at least one drawn screen.',
  mend: 'Draw what the reader sees in screens.yaml and place it in the step.',
  example: 'steps/restrict-ip.mdx without a <Screen>.',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ guide, steps }) => {
      const listed = new Set<string>(guide?.value?.order);
      return steps.flatMap(({ name, mdx, at }) => {
        if (!isStepId(name) || stepTable[name].phase !== 'create' || !listed.has(name)) return [];
        if (mdx.tree === undefined || elementsNamed(mdx.tree, 'Screen').length > 0) return [];
        return [
          {
            ...at(['title']),
            message: `The step "${name}" creates the key but has no drawn screen.`,
            help: 'Draw it in screens.yaml and place it in the step with <Screen id="…" />.',
          },
        ];
      });
    }),
};
