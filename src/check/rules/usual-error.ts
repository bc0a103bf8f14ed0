import { wantedErrorKinds } from '../../vocabulary/error-kinds.ts';
import { quotedList } from '../suggest.ts';
import type { Finding, Rule } from '../rule.ts';

export const usualError: Rule = {
  meaning: `An active exchange says how it answers to each usual error (${wantedErrorKinds.join(', ')}), or states under "undocumented" that no source says so, and never both of one kind.`,
  mend: 'Add an entry with its kind, or a line under "undocumented" with the sources that were read for it.',
  example: 'No entry with "kinds: [clock]", and nothing about it under "undocumented".',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts }): Finding[] => {
      if (facts?.value === undefined || facts.value.status.state !== 'active') return [];
      const { troubleshooting, undocumentedErrors = [] } = facts.value;
      const mapped = new Set(troubleshooting.flatMap(({ kinds = [] }) => kinds));
      const stated = new Set(undocumentedErrors.map(({ kind }) => kind));
      const missing = wantedErrorKinds.filter((kind) => !mapped.has(kind) && !stated.has(kind));
      return [
        ...(missing.length === 0
          ? []
          : [
              {
                ...facts.at(['troubleshooting'], 'key'),
                message: `Nothing says how the exchange answers to errors of the kind ${quotedList(missing)}.`,
                help: 'Add an entry with this kind, or a line under "undocumented" with the sources that were read for it.',
              },
            ]),
        ...undocumentedErrors.flatMap(({ kind }, index) =>
          mapped.has(kind)
            ? [
                {
                  ...facts.at(['undocumentedErrors', index, 'kind']),
                  message: `The kind "${kind}" is stated to be undocumented, but an entry has it.`,
                  help: 'Remove the one that is wrong.',
                },
              ]
            : [],
        ),
      ];
    }),
};
