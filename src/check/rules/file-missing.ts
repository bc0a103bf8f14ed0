import {
  activeExchangeFileNames,
  exchangeFileNames,
  inExchange,
  optionalExchangeFileNames,
  requiredRootFiles,
  rootFiles,
} from '../../content/layout.ts';
import type { Finding, Rule } from '../rule.ts';

export const fileMissing: Rule = {
  meaning: `An exchange folder has ${Object.values(exchangeFileNames).join(', ')}; an active one also ${activeExchangeFileNames.expected}; with ${optionalExchangeFileNames.signing} it has ${optionalExchangeFileNames.answers} too, which the tests play. The content has ${requiredRootFiles.join(', ')}.`,
  mend: 'Add the missing file; the template has a complete one of each.',
  example: 'A folder without screens.yaml.',
  check: ({ files, exchanges }) =>
    [
      ...exchanges.flatMap(({ slug, facts }) => {
        const { signing, answers } = optionalExchangeFileNames;
        const goesWith = files.texts.has(inExchange(slug, signing)) ? [answers] : [];
        const isActive = facts?.value?.status.state === 'active';
        const ofActive = isActive ? Object.values(activeExchangeFileNames) : [];
        return [...Object.values(exchangeFileNames), ...ofActive, ...goesWith].map((name) =>
          inExchange(slug, name),
        );
      }),
      ...requiredRootFiles,
    ]
      .filter((path) => !files.texts.has(path))
      .map(missing),
};

function missing(file: string): Finding {
  return {
    file,
    line: 1,
    column: 1,
    message: 'This file is missing.',
    help:
      file === rootFiles.permalinks
        ? 'Bring it back as it is on the main branch, and run "npm run permalinks" for what is new.'
        : 'Add it: the template has a complete one to copy.',
  };
}
