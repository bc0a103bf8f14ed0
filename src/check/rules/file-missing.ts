import {
  activeExchangeFileNames,
  exchangeFileNames,
  inExchange,
  optionalExchangeFileNames,
  rootFiles,
} from '../../content/layout.ts';
import type { Finding, Rule } from '../rule.ts';

export const fileMissing: Rule = {
  meaning: `An exchange folder has ${Object.values(exchangeFileNames).join(', ')}, an active one also ${activeExchangeFileNames.expected}; with ${optionalExchangeFileNames.signing} it has ${optionalExchangeFileNames.answers} too, which the tests play. ${rootFiles.useCases} exists.`,
  mend: 'Add the missing file; the template has a complete one of each.',
  example: 'A folder without screens.yaml.',
  check: ({ files, exchanges }) =>
    [
      ...exchanges.flatMap(({ slug, facts }) => {
        const { signing, answers } = optionalExchangeFileNames;
        const names = [
          ...Object.values(exchangeFileNames),
          ...(facts?.value?.status.state === 'active'
            ? Object.values(activeExchangeFileNames)
            : []),
          ...(files.texts.has(inExchange(slug, signing)) ? [answers] : []),
        ];
        return names.map((name) => inExchange(slug, name));
      }),
      rootFiles.useCases,
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
    help: 'Add it: the template has a complete one to copy.',
  };
}
