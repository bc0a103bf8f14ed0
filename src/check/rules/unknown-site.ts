import type { Rule } from '../rule.ts';
import { unknownReferences } from './references.ts';

export const unknownSite: Rule = {
  meaning:
    'The main site, the site that was verified and one whose form is the same are listed under "sites.items".',
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
        ...unknownReferences(
          facts,
          'site',
          facts.value.sites.items.flatMap(({ sameForm }, index) =>
            sameForm === undefined
              ? []
              : [{ path: ['sites', 'items', index, 'sameForm', 'as'], name: sameForm.as }],
          ),
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
