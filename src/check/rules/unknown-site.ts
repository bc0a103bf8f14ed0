import type { Rule } from '../rule.ts';
import { unknownReferences } from './references.ts';

export const unknownSite: Rule = {
  meaning: 'The main site and the site that was verified are listed under "sites.items".',
  mend: 'Correct the id.',
  example: 'main: globl',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts, guide }) => {
      if (facts?.value === undefined) return [];
      const known = facts.value.sites.items.map((site) => site.id);
      const listedIn = `"sites.items" in ${facts.path}`;
      return [
        ...unknownReferences(
          facts,
          'site',
          [{ path: ['sites', 'main'], name: facts.value.sites.main }],
          known,
          listedIn,
        ),
        ...(guide?.value === undefined
          ? []
          : unknownReferences(
              guide,
              'site',
              [{ path: ['verification', 'site'], name: guide.value.verification.site }],
              known,
              listedIn,
            )),
      ];
    }),
};
