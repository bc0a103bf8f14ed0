import type { DataFile } from '../../content/data-file.ts';
import type { Rule } from '../rule.ts';
import { type TextPiece, textsOfData } from '../texts.ts';

/** Fields that say when something was done; a closing day may lie ahead. */
const pastFields = new Set(['announced', 'checked', 'updated']);

export const futureDate: Rule = {
  meaning: 'Nothing was checked, verified or photographed in the future.',
  mend: 'Write the day on which it was done.',
  example: 'checked: 2099-01-01',
  check: ({ dataFiles }, { today }) =>
    dataFiles.flatMap((file) =>
      pastDaysOf(file)
        .filter(({ text }) => text > today)
        .map(({ path = [], text, line, column }) => ({
          file: file.path,
          line,
          column,
          message: `"${path.map(String).join('.')}" is ${text}, which is after today (${today}).`,
          help: 'Write the day on which it was done.',
        })),
    ),
};

/** The days of a file on which something was done. */
function pastDaysOf(file: DataFile<unknown>): TextPiece[] {
  return textsOfData(file).filter(({ path = [] }) => {
    const [parent, field] = [path.at(-2), path.at(-1)];
    return (
      pastFields.has(String(field)) ||
      (field === 'date' && (parent === 'verification' || path[0] === 'captures')) ||
      // A partner's address may have a last day; a former name has been given up.
      (field === 'until' && path[0] === 'names')
    );
  });
}
