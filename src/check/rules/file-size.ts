import { charactersAllowed, mostCharacters } from '../../content/limits.ts';
import type { Rule } from '../rule.ts';

export const fileSize: Rule = {
  meaning: `A content file has at most ${mostCharacters.toLocaleString('en')} characters. A longer one is not read at all.`,
  mend: 'Shorten it: readers are on a phone.',
  example: 'An errors.yaml of two megabytes.',
  check: ({ files }) =>
    [...files.texts]
      .filter(([file, text]) => text.length > charactersAllowed(file))
      .map(([file, text]) => ({
        file,
        line: 1,
        column: 1,
        message: `This file has ${text.length.toLocaleString('en')} characters; at most ${charactersAllowed(file).toLocaleString('en')} are allowed.`,
        help: 'Shorten it.',
      })),
};
