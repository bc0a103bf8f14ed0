import type { Rule } from '../rule.ts';
import { sentence } from '../suggest.ts';

export const mdxSyntax: Rule = {
  meaning: 'Every guide and concept is valid MDX with frontmatter.',
  mend: 'Close every tag, and write \\{ and \\< for braces and angle brackets in text.',
  example: 'A <Note> that is never closed.',
  check: (content) =>
    content.documents.flatMap((file) => [
      ...(file.mdx.frontmatter === undefined
        ? [
            {
              file: file.path,
              line: 1,
              column: 1,
              message: 'The file does not start with frontmatter between two lines of "---".',
              help: 'Copy the head of the template and fill it in.',
            },
          ]
        : []),
      ...(file.mdx.error === undefined
        ? []
        : [
            {
              file: file.path,
              line: file.mdx.error.line,
              column: file.mdx.error.column,
              message: `This is not valid MDX: ${sentence(file.mdx.error.message)}`,
              help: 'Close every tag, and write \\{ and \\< for braces and angle brackets in text.',
            },
          ]),
    ]),
};
