import type { Rule } from '../rule.ts';

export const titleNamesExchange: Rule = {
  meaning: 'The title of a guide names the exchange of its folder.',
  mend: 'Write the name as "names.name" has it, or move the guide to the folder that it belongs to.',
  example: 'title: Create an API key on Bybit (in the folder kucoin)',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ slug, facts, guide }) => {
      const name = facts?.value?.names.name;
      if (name === undefined || guide?.value === undefined || guide.value.title.includes(name))
        return [];
      return [
        {
          ...guide.at(['title']),
          message: `The title does not name ${name}, but this folder is ${slug}.`,
          help: `Change the title to "Create an API key on ${name}", or move the guide.`,
        },
      ];
    }),
};
