import { elementsNamed, placeOfNode, textAttribute } from '../../markdown/mdx-nodes.ts';
import type { DataFile } from '../../content/data-file.ts';
import type { Finding, Rule } from '../rule.ts';
import { didYouMean, quotedList } from '../suggest.ts';
import { referencesUnder, unknownReferences } from './references.ts';

export const unknownUseCase: Rule = {
  meaning: 'Every use case that a file names is in use-cases.yaml.',
  mend: 'Correct the id.',
  example: '<Only for="spot">',
  check: ({ exchanges, partners, useCases }) => {
    if (useCases?.value === undefined) return [];
    const known = useCases.value.map((useCase) => useCase.id);
    const inData = (file: DataFile<unknown>): Finding[] =>
      ['useCases', 'useCase', 'defaultUseCase'].flatMap((key) =>
        unknownReferences(
          file,
          'use case',
          referencesUnder(file.value, key),
          known,
          'use-cases.yaml',
        ),
      );
    const inExchanges = exchanges.flatMap(({ facts, guide, steps }) => [
      ...[...(facts ? [facts] : []), ...(guide ? [guide] : [])].flatMap(inData),
      ...steps.flatMap(({ path, mdx }) =>
        (mdx.tree === undefined ? [] : elementsNamed(mdx.tree, 'Only')).flatMap((element) =>
          (textAttribute(element, 'for') ?? '')
            .split(/\s+/)
            .filter((id) => id !== '' && !known.includes(id))
            .map((id) => ({
              file: path,
              ...placeOfNode(element),
              message: `There is no use case "${id}"; use-cases.yaml lists ${quotedList(known)}.`,
              help: `${didYouMean(id, known)}Correct the name.`,
            })),
        ),
      ),
    ]);
    return [...inExchanges, ...partners.flatMap(inData)];
  },
};
