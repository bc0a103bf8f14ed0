import type { List, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isStepId, stepTable } from '../../vocabulary/steps.ts';
import { elementsNamed, placeOfNode, stepsOfBody } from '../../content/guide-body.ts';
import type { Rule } from '../rule.ts';
import { textsOfData } from '../texts.ts';

export const unknownLabel: Rule = {
  meaning:
    'A label in bold in the numbered actions of a step stands, letter for letter, in the facts or in the screens.',
  mend: 'Correct the label, draw it, or name the thing in plain words if no source shows its label.',
  example: '1. Choose **Create new API**. (while the screen says "Create API Key")',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts, screens, guide }) => {
      if (
        facts?.value === undefined ||
        screens?.value === undefined ||
        guide?.mdx.tree === undefined
      )
        return [];
      const known = [...textsOfData(facts), ...textsOfData(screens)]
        .map(({ text }) => text)
        .join('\n');
      return stepsOfBody(guide.mdx.tree)
        .filter(({ id }) => id !== undefined && isStepId(id) && stepTable[id].phase === 'create')
        .flatMap(({ element }) => actionLists(element))
        .flatMap((list) => boldTexts(list))
        .filter(({ text }) => !known.includes(text))
        .map(({ text, node }) => ({
          file: guide.path,
          ...placeOfNode(node),
          message: `The label "${text}" stands neither in ${facts.path} nor in ${screens.path}.`,
          help: 'Correct it, draw it, or name the thing in plain words without bold.',
        }));
    }),
};

function actionLists(element: Nodes): List[] {
  return [element, ...elementsNamed(element, 'Only')].flatMap((parent) =>
    'children' in parent ? parent.children.flatMap(asNumberedList) : [],
  );
}

function asNumberedList(node: Nodes): List[] {
  return node.type === 'list' && node.ordered === true ? [node] : [];
}

function boldTexts(list: List): { text: string; node: Nodes }[] {
  const found: { text: string; node: Nodes }[] = [];
  visit(list, 'strong', (node) => {
    found.push({ text: toString(node).replace(/[.,:;]$/, ''), node });
  });
  return found;
}
