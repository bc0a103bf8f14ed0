import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isStepId, stepTable } from '../../vocabulary/steps.ts';
import { placeOfNode } from '../../markdown/mdx-nodes.ts';
import { everyBlock } from '../../markdown/step-blocks.ts';
import type { Rule } from '../rule.ts';
import { textsOfData } from '../texts.ts';

export const unknownLabel: Rule = {
  meaning:
    'A label in bold in the numbered actions of a step stands, letter for letter, in the facts or in the screens.',
  mend: 'Correct the label, draw it, or name the thing in plain words if no source shows its label.',
  example: '1. Choose **Create new API**. (while the screen says "Create API Key")',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts, screens, steps }) => {
      if (facts?.value === undefined || screens?.value === undefined) return [];
      const known = [...textsOfData(facts), ...textsOfData(screens)]
        .map(({ text }) => text)
        .join('\n');
      return steps
        .filter(({ name }) => isStepId(name) && stepTable[name].phase === 'create')
        .flatMap(({ path, blocks }) =>
          everyBlock(blocks)
            .flatMap((block) => (block.kind === 'actions' ? boldTexts(block.nodes[0]) : []))
            .filter(({ text }) => !known.includes(text))
            .map(({ text, node }) => ({
              file: path,
              ...placeOfNode(node),
              message: `The label "${text}" stands neither in ${facts.path} nor in ${screens.path}.`,
              help: 'Correct it, draw it, or name the thing in plain words without bold.',
            })),
        );
    }),
};

function boldTexts(list: Nodes): { text: string; node: Nodes }[] {
  const found: { text: string; node: Nodes }[] = [];
  visit(list, 'strong', (node) => {
    found.push({ text: toString(node).replace(/[.,:;]$/, ''), node });
  });
  return found;
}
