import type { Rule } from '../rule.ts';

export const permissionPower: Rule = {
  meaning: 'Every permission, and every level of one, says what a key can do with it.',
  mend: 'List its capabilities; where nothing documents them, assume the harmful reading and say so in its note.',
  example: 'capabilities: []',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts }) => {
      if (facts?.value === undefined) return [];
      return facts.value.permissions.items.flatMap((permission, index) => {
        const path = ['permissions', 'items', index];
        const sets = permission.levels?.map((level, position) => ({
          name: `"${permission.label}" at "${level.label}"`,
          capabilities: level.capabilities,
          path: [...path, 'levels', position, 'capabilities'],
        })) ?? [
          {
            name: `"${permission.label}"`,
            capabilities: permission.capabilities ?? [],
            path: [...path, 'capabilities'],
          },
        ];
        return sets
          .filter(({ capabilities }) => capabilities.length === 0)
          .map(({ name, path: place }) => ({
            ...facts.at(place),
            message: `The permission ${name} has no capability.`,
            help: 'List what a key can do with it; where nothing documents it, assume the harmful reading and say so in its note.',
          }));
      });
    }),
};
