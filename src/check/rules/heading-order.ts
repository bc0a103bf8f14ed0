import { placeOfNode, nodesOf } from '../../markdown/mdx-nodes.ts';
import type { Finding, Rule } from '../rule.ts';

/** Levels of the headings that pages put above a text, which the text goes on from. */
const titleLevels = { concept: 1, step: 3 } as const;

export const headingOrder: Rule = {
  meaning: `Headings skip no level: in a concept the first is of level ${titleLevels.concept + 1} ("##"), in a step of level ${titleLevels.step + 1} ("####"), and each goes one level deeper at most.`,
  mend: 'Write the heading with as many "#" as its place in the text asks for.',
  example: '## When a key leaks … #### At once',
  check: ({ exchanges, concepts }) => [
    ...exchanges.flatMap(({ steps }) =>
      steps.flatMap(({ path, mdx }) => skips(path, mdx.tree, titleLevels.step)),
    ),
    ...concepts.flatMap(({ path, mdx }) => skips(path, mdx.tree, titleLevels.concept)),
  ],
};

function skips(
  file: string,
  tree: Parameters<typeof nodesOf>[0] | undefined,
  title: number,
): Finding[] {
  if (tree === undefined) return [];
  let above = title;
  return nodesOf(tree).flatMap((node): Finding[] => {
    if (node.type !== 'heading') return [];
    const { depth } = node;
    const wanted = Math.min(Math.max(depth, title + 1), above + 1);
    above = wanted;
    return depth === wanted
      ? []
      : [
          {
            file,
            ...placeOfNode(node),
            message: `This heading is of level ${depth}; after what stands above it, level ${wanted} is expected.`,
            help: `Begin it with "${'#'.repeat(wanted)}".`,
          },
        ];
  });
}
