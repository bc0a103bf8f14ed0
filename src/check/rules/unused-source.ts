import type { DataFile } from '../../content/data-file.ts';
import type { Finding, Rule } from '../rule.ts';
import { referencesUnder } from './references.ts';

export const unusedSource: Rule = {
  meaning: 'Some fact, screen or answer rests on every source of an exchange.',
  mend: 'Name the source where it says something, or take it away; if it was published, lead its anchor elsewhere in redirects.yaml.',
  example: 'A page in sources.yaml whose id stands under no "sources".',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts, screens, answers }): Finding[] => {
      if (facts?.value === undefined) return [];
      const files: readonly (DataFile<unknown> | undefined)[] = [screens, answers];
      // What a file with faults rests on cannot be told.
      if (files.some((file) => file !== undefined && file.value === undefined)) return [];
      const { sources, ...rest } = facts.value;
      const used = new Set(
        [rest, ...files.map((file) => file?.value)].flatMap((value) =>
          referencesUnder(value, 'sources').map(({ name }) => name),
        ),
      );
      return sources.flatMap(({ id }, index) =>
        used.has(id)
          ? []
          : [
              {
                ...facts.at(['sources', index, 'id']),
                message: `Nothing rests on the source "${id}".`,
                help: 'Name it where it says something, or take it away.',
              },
            ],
      );
    }),
};
