import { redirection } from '../../site/redirect.ts';
import { joinedOutline, outlineDigest } from '../outline.ts';
import { presentPermalinks, redirectFile, unreadPaths } from '../permalinks.ts';
import { comparing, type UnplacedFinding } from '../rule.ts';

export const redirectChain = comparing({
  meaning:
    'Every redirect leads straight to its page: not by way of another one, and not in circles.',
  mend: 'Lead to the page at the end.',
  example: '- { from: /okcoin-global/, to: /okex/, why: … } (while /okex/ leads on to /okx/)',
  digest: outlineDigest,
  compare: (digests) => {
    const outline = joinedOutline(digests);
    const lines = outline.redirects;
    const { passedBy } = redirection(lines, new Set(presentPermalinks(outline)));
    const isUnread = unreadPaths(outline);
    return lines.flatMap(({ from, to }, index): UnplacedFinding[] => {
      if (isUnread(to)) return [];
      const { passed, endless } = passedBy(to);
      const end = passed.at(-1);
      if (end === undefined) return [];
      const place = { file: redirectFile, path: [index, 'to'] };
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
});
