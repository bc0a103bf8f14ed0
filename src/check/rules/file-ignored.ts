import path from 'node:path/posix';
import { isRead } from '../../content/layout.ts';
import { captureFilesOf, leftBySystems } from '../pictures/capture-files.ts';
import type { Rule } from '../rule.ts';

/** Files that are for people alone, in any folder. */
const forPeople = new Set(['LICENSE', 'README.md']);

export const fileIgnored: Rule = {
  meaning:
    'Every file in the content folder is one that is read: what has another name or ending would be left out in silence. README.md and LICENSE may stand in any folder.',
  mend: 'Rename the file (".yaml", ".mdx"), move it to its folder, or delete it.',
  example: 'content/partners/acme.yml',
  check: ({ files }) => {
    const captures = new Set(captureFilesOf(files).map(({ file }) => file));
    return [...files.texts.keys(), ...files.others]
      .filter((file) => {
        const name = path.basename(file);
        return (
          !isRead(file) && !captures.has(file) && !forPeople.has(name) && !leftBySystems.has(name)
        );
      })
      .map((file) => ({
        file,
        line: 1,
        column: 1,
        message: 'Nothing reads this file.',
        help: file.endsWith('.yml')
          ? 'Rename it: files of data end in ".yaml".'
          : 'Rename it, move it to its folder, or delete it.',
      }));
  },
};
