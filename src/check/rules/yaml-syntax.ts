import type { Rule } from '../rule.ts';
import { sentence } from '../suggest.ts';

export const yamlSyntax: Rule = {
  meaning: 'Every YAML file and every frontmatter can be read.',
  mend: 'Put right the line that is named: most often an indent, a missing quote, or a key written twice.',
  example: 'label: API: Management',
  check: (content) =>
    content.dataFiles.flatMap((file) =>
      file.errors.map(({ line, column, message }) => ({
        file: file.path,
        line,
        column,
        message: `This is not valid YAML: ${sentence(message)}`,
        help: 'Check indents and quotes around this line; text with ": " or "#" needs quotes.',
      })),
    ),
};
