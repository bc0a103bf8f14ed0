import { redirection } from '../../site/redirect.ts';
import { outlineOf } from '../../content/outline.ts';
import { presentPermalinks, unreadPaths } from '../permalinks.ts';
import type { Finding, Rule } from '../rule.ts';

export const redirectChain: Rule = {
  meaning:
    'Every redirect leads straight to its page: not by way of another one, and not in circles.',
  mend: 'Lead to the page at the end.',
  example: '- { from: /okcoin-global/, to: /okex/, why: … } (while /okex/ leads on to /okx/)',
  check: (content) => {
    const { redirects } = content;
    const outline = outlineOf(content);
    if (redirects === undefined) return [];
    const lines = outline.redirects;
    const { passedBy } = redirection(lines, new Set(presentPermalinks(outline)));
    const isUnread = unreadPaths(outline);
    return lines.flatMap(({ from, to }, index): Finding[] => {
      if (isUnread(to)) return [];
      const { passed, endless } = passedBy(to);
      const end = passed.at(-1);
      if (end === undefined) return [];
      const place = redirects.at([index, 'to']);
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
