import type { Rule } from '../rule.ts';
import { referencesUnder, unknownReferences } from './references.ts';

export const unknownPermission: Rule = {
  meaning: 'Every permission that another fact names is listed under "permissions.items".',
  mend: 'Correct the id.',
  example: 'excludes: [tradng]',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts }) => {
      if (facts?.value === undefined) return [];
      const { permissions, allowlist, lifetimes } = facts.value;
      const known = permissions.items.map((item) => item.id);
      const references = [
        ...referencesUnder(permissions.items, 'excludes', ['permissions', 'items']),
        ...referencesUnder(allowlist, 'permissions', ['allowlist']),
        ...referencesUnder(lifetimes, 'permissions', ['lifetimes']),
      ];
      return unknownReferences(facts, 'permission', references, known, '"permissions.items"');
    }),
};
