import type { Rule } from '../rule.ts';
import { referencesUnder, unknownReferences } from './references.ts';

export const unknownSource: Rule = {
  meaning: 'Every source that a group of facts names is listed under "sources" of its exchange.',
  mend: 'Correct the id, or add the source with its title, address and day.',
  example: 'sources: [api-dcs]',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts, screens }) => {
      if (facts?.value === undefined) return [];
      const known = facts.value.sources.map((source) => source.id);
      return [facts, ...(screens ? [screens] : [])].flatMap((file) =>
        unknownReferences(
          file,
          'source',
          referencesUnder(file.value, 'sources'),
          known,
          `"sources" in ${facts.path}`,
        ),
      );
    }),
};
