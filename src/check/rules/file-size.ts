import { mostCharacters } from '../../content/limits.ts';
import { rootFiles } from '../../content/layout.ts';
import type { Rule } from '../rule.ts';

export const fileSize: Rule = {
  meaning: `A content file has at most ${mostCharacters.toLocaleString('en')} characters. A longer one is not read at all.`,
  mend: 'Shorten it: readers are on a phone.',
  example: 'An errors.yaml of two megabytes.',
  check: ({ files }) =>
    [...files.texts]
      // The list of permalinks grows with each exchange, and is read line by line.
      .filter(([file, text]) => text.length > mostCharacters && file !== rootFiles.permalinks)
      .map(([file, text]) => ({
        file,
        line: 1,
        column: 1,
        message: `This file has ${text.length.toLocaleString('en')} characters; at most ${mostCharacters.toLocaleString('en')} are allowed.`,
        help: 'Shorten it.',
      })),
};
