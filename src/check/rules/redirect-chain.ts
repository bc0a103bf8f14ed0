import { redirection } from '../../model/redirect.ts';
import { presentPermalinks, unreadPaths } from '../permalinks.ts';
import type { Finding, Rule } from '../rule.ts';

export const redirectChain: Rule = {
  meaning:
    'Every redirect leads straight to its page: not by way of another one, and not in circles.',
  mend: 'Lead to the page at the end.',
  example: '- { from: /okcoin-global/, to: /okex/, why: … } (while /okex/ leads on to /okx/)',
  check: (content) => {
    const { redirects } = content;
    if (redirects?.value === undefined) return [];
    const lines = redirects.value;
    const { passedBy } = redirection(lines, new Set(presentPermalinks(content)));
    const isUnread = unreadPaths(content);
    return lines.flatMap(({ from, to }, index): Finding[] => {
      if (isUnread(to)) return [];
      const { passed, endless } = passedBy(to);
      const end = passed.at(-1);
      if (end === undefined) return [];
      const place = { file: redirects.path, ...redirects.yaml.placeOf([index, 'to']) };
      return [
        endless
          ? {
              ...place,
              message: `${from} leads from line to line without end: ${[to, ...passed].slice(0, 4).join(', ')}.`,
              help: 'Lead to a page that exists.',
            }
          : {
              ...place,
              message: `${from} leads to ${to}, which leads on to ${passed[0]}.`,
              help: `Lead straight to ${end}.`,
            },
      ];
    });
  },
};
