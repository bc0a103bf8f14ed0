import { isPublished, rootFiles } from '../../content/layout.ts';
import { namesOf } from '../../schema/names.ts';
import type { Finding, Rule } from '../rule.ts';

export const knownName: Rule = {
  meaning: `The list ${rootFiles.names} holds exchanges that have no guide here.`,
  mend: 'Take the exchange off the list; its names stand in its own facts.',
  example: '- name: OKX (while the folder okx is there)',
  check: ({ exchanges, names }) => {
    const withGuide = new Map(
      exchanges.flatMap(({ slug, facts }): [string, string][] => {
        const own = facts?.value?.names;
        return own === undefined || !isPublished(slug)
          ? []
          : [own.name, ...own.former.map(({ name }) => name)].map((name) => [name, slug]);
      }),
    );
    return (names?.value ?? []).flatMap((known, index): Finding[] => {
      const slug = namesOf(known).flatMap((name) => withGuide.get(name) ?? [])[0];
      return names === undefined || slug === undefined
        ? []
        : [
            {
              ...names.at([index, 'name']),
              message: `${known.name} has a guide in exchanges/${slug}.`,
              help: 'Remove the line; former names belong into "names.former" of the exchange.',
            },
          ];
    });
  },
};
