import type { Nodes } from 'mdast';
import { placeOfNode } from '../../markdown/mdx-nodes.ts';
import type { Rule } from '../rule.ts';

/** A step, a note, a list, an item, a paragraph, bold, text are seven levels. */
const mostLevels = 12;

export const deepNesting: Rule = {
  meaning: `Lists, quotes and components stand in one another at most ${mostLevels} levels deep.`,
  mend: 'Take the inner part out.',
  example: '> > > > > > > > > > > > deep',
  check: ({ documents }) =>
    documents.flatMap((file) => {
      const deep = file.mdx.tree === undefined ? undefined : tooDeep(file.mdx.tree, 0);
      return deep === undefined
        ? []
        : [
            {
              file: file.path,
              ...placeOfNode(deep),
              message: `This stands more than ${mostLevels} levels deep.`,
              help: 'Take the inner part out of what surrounds it.',
            },
          ];
    }),
};

function tooDeep(node: Nodes, level: number): Nodes | undefined {
  if (level > mostLevels) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = tooDeep(child, level + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
