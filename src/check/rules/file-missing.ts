import { exchangeFileNames } from '../../content/content.ts';
import type { Rule } from '../rule.ts';

export const fileMissing: Rule = {
  meaning:
    'An exchange folder has exchange.yaml, guide.mdx and screens.yaml, and use-cases.yaml exists.',
  mend: 'Add the missing file; the template has a complete one of each.',
  example: 'A folder without screens.yaml.',
  check: ({ files, exchanges, slug: part }) => [
    ...exchanges.flatMap(({ slug }) =>
      exchangeFileNames
        .map((name) => `exchanges/${slug}/${name}`)
        .filter((path) => !files.texts.has(path))
        .map(missing),
    ),
    ...(part !== undefined || files.texts.has('use-cases.yaml') ? [] : [missing('use-cases.yaml')]),
  ],
};

function missing(file: string) {
  return {
    file,
    line: 1,
    column: 1,
    message: 'This file is missing.',
    help: 'Add it: the template has a complete one to copy.',
  };
}
