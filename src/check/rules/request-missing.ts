import { permissionSettings } from '../../derive/permission-settings.ts';
import { testRequests } from '../../derive/test-requests.ts';
import { quotedList } from '../suggest.ts';
import type { Finding, Rule } from '../rule.ts';

export const requestMissing: Rule = {
  meaning:
    'A recipe has a request for every use case that the exchange serves: without one there is no program, and nothing proves the key.',
  mend: 'Add a request under "reading" that reads what the use case needs.',
  example: 'reading: [{ …, useCases: [read-only] }] — and nothing for spot trading.',
  check: ({ exchanges, useCases }) =>
    exchanges.flatMap(({ facts }): Finding[] => {
      const { signing, permissions } = facts?.value ?? {};
      if (facts === undefined || signing === undefined || permissions === undefined) return [];
      const without = (useCases?.value ?? [])
        .filter(
          (useCase) =>
            permissionSettings(permissions, useCase).served &&
            testRequests(signing, [useCase.id]).all.length === 0,
        )
        .map(({ id }) => id);
      return without.length === 0
        ? []
        : [
            {
              ...facts.at(['signing', 'reading'], 'key'),
              message: `The recipe has no request for ${quotedList(without)}.`,
              help: 'Add one that reads what the use case needs, from the documentation of the exchange.',
            },
          ];
    }),
};
