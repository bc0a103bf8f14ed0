import { placeOfNode } from '../../markdown/mdx-nodes.ts';
import type { Rule } from '../rule.ts';

export const outsideStep: Rule = {
  meaning: 'The text of a guide stands in the files of its steps; guide.mdx is frontmatter alone.',
  mend: 'Move the text into the file of the step that it belongs to.',
  example: 'A paragraph in guide.mdx below the frontmatter.',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ guide, documents }) => {
      const body = documents.find(({ path }) => path === guide?.path)?.mdx.tree;
      const stray = body?.children.find(({ type }) => type !== 'yaml');
      return guide === undefined || stray === undefined
        ? []
        : [
            {
              file: guide.path,
              ...placeOfNode(stray),
              message: 'This stands outside every step.',
              help: 'Move it into the file of the step that it belongs to, such as steps/sign-in.mdx.',
            },
          ];
    }),
};
