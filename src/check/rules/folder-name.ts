import type { Rule } from '../rule.ts';

/** Addresses of the site that are not exchanges. */
export const reservedNames = [
  '404',
  'api',
  'changes',
  'compare',
  'concepts',
  'contribute',
  'embed',
  'errors',
  'for',
  'leaked',
  'lifetimes',
  'link',
  'og',
  'schemas',
  'status',
];

export const folderName: Rule = {
  meaning:
    'The folder of an exchange is its name in lowercase with hyphens, and not the address of another page. A leading underscore marks a folder that is not published.',
  mend: 'Rename the folder.',
  example: 'content/exchanges/Gate.io/ or content/exchanges/concepts/',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ slug, facts }) => {
      const file = `exchanges/${slug}/exchange.yaml`;
      const place = { file, line: 1, column: 1 };
      if (slug.startsWith('_')) return [];
      if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
        return [
          {
            ...place,
            message: `The folder "${slug}" is not lowercase words joined by hyphens.`,
            help: `Rename it to "${slugOf(slug)}".`,
          },
        ];
      }
      if (reservedNames.includes(slug)) {
        return [
          {
            ...place,
            message: `The folder "${slug}" has the address of another page of the site.`,
            help: 'Rename it, for example to the full name of the exchange.',
          },
        ];
      }
      const name = facts?.value?.names.name;
      if (facts === undefined || name === undefined || slugOf(name) === slug) return [];
      return [
        {
          ...facts.at(['names', 'name']),
          message: `The name is "${name}", but the folder is "${slug}"; expected "${slugOf(name)}".`,
          help: 'Correct the name, or move the guide to the folder that it belongs to.',
        },
      ];
    }),
};

/** The folder of an exchange: its name in lowercase, with hyphens for everything else. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
