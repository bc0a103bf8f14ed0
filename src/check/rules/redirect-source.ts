import { isPlace, pagesAmong, splitPath } from '../../site/redirect.ts';
import { outlineOf } from '../../content/outline.ts';
import { presentPermalinks, unreadPaths } from '../permalinks.ts';
import type { Finding, Rule } from '../rule.ts';
import { reservedNames } from './folder-name.ts';

export const redirectSource: Rule = {
  meaning:
    'A redirect starts where there is no page (an anchor: on a page that exists, but not at one of its steps or sources), and nowhere twice.',
  mend: 'Remove the line, or correct its path.',
  example: '- { from: /okx/, to: /gate/, why: … } (while /okx/ is a guide)',
  check: (content) => {
    const { redirects } = content;
    const outline = outlineOf(content);
    if (redirects === undefined) return [];
    const lines = outline.redirects;
    const permalinks = new Set(presentPermalinks(outline));
    const pages = new Set(pagesAmong(permalinks));
    const isUnread = unreadPaths(outline);
    // Of equal paths, the first.
    const firsts = new Map(
      lines.map(({ from }, index): [string, number] => [from, index]).toReversed(),
    );
    const faultOf = (from: string): Fault | undefined => {
      const { page, anchor } = splitPath(from);
      if (isPlace(from, permalinks)) {
        return anchor === undefined
          ? {
              message: `${from} is a page of the site, which a redirect would hide.`,
              help: 'Remove the line, or the page.',
            }
          : {
              message: `${from} is a step or a source that exists.`,
              help: 'Remove the line.',
            };
      }
      if (anchor === undefined && reservedNames.includes(page.slice(1, -1))) {
        return {
          message: `${from} is kept for a page of the site itself.`,
          help: 'Remove the line.',
        };
      }
      if (anchor !== undefined && !pages.has(page) && !isUnread(from)) {
        return {
          message: `${from} is an anchor of a page that does not exist.`,
          help: `Redirect ${page}; anchors go along. Where one is missing on the page it leads to, write the line for that page.`,
        };
      }
      return undefined;
    };
    return lines.flatMap(({ from }, index) => {
      const first = firsts.get(from) ?? index;
      const fault =
        first < index
          ? {
              message: `${from} stands in this file before, on line ${redirects.at([first, 'from']).line}.`,
              help: 'Keep one of the two.',
            }
          : faultOf(from);
      if (fault === undefined) return [];
      return [{ ...redirects.at([index, 'from']), ...fault }];
    });
  },
};

type Fault = Pick<Finding, 'message' | 'help'>;
