import { isPlace, pagesAmong, redirection, splitPath } from '../../site/redirect.ts';
import { outlineOf } from '../../content/outline.ts';
import { presentPermalinks, unreadPaths } from '../permalinks.ts';
import type { Finding, Rule } from '../rule.ts';
import { didYouMean, quotedList } from '../suggest.ts';

/** Folders of the site without a page in them. */
const forPrograms = /^\/(?:404|api|og|schemas)\//;

export const redirectTarget: Rule = {
  meaning:
    'Every redirect leads to a page that exists, or to a folder of pages, or to a step of a guide, or to a group, question or source of a record.',
  mend: 'Correct the path.',
  example: '- { from: /okex/, to: /okxx/, why: Former name. }',
  check: (content) => {
    const { redirects } = content;
    const outline = outlineOf(content);
    if (redirects === undefined) return [];
    const lines = outline.redirects;
    const permalinks = new Set(presentPermalinks(outline));
    const pages = pagesAmong(permalinks);
    const { passedBy } = redirection(lines, permalinks);
    const isUnread = unreadPaths(outline);
    return lines.flatMap(({ to }, index): Finding[] => {
      const { page, anchor } = splitPath(to);
      if (forPrograms.test(page))
        return [
          {
            ...redirects.at([index, 'to']),
            message: `${to} holds files for programs, and no page.`,
            help: 'Lead to a page that exists.',
          },
        ];
      const isFolder = anchor === undefined && pages.some((other) => other.startsWith(page));
      // What another line leads on is a chain, which has a rule of its own.
      const isChain = passedBy(to).passed.length > 0;
      if (isPlace(to, permalinks) || isFolder || isChain || isUnread(to)) return [];
      const place = redirects.at([index, 'to']);
      if (anchor === undefined || !pages.includes(page)) {
        return [
          {
            ...place,
            message: `There is no page "${page}".`,
            help: `${didYouMean(page, pages)}Lead to a page that exists.`,
          },
        ];
      }
      const anchors = [...permalinks]
        .filter((other) => other.startsWith(`${page}#`))
        .map((other) => splitPath(other).anchor ?? '');
      // Of those, each exchange has many; they are found by their likeness.
      const few = anchors.filter((other) => !/^(?:source|question)-/.test(other));
      const listed =
        few.length === 0
          ? 'it has none that is kept for ever'
          : `those that are kept for ever are ${quotedList(few)}`;
      return [
        {
          ...place,
          message: `The page "${page}" has no anchor "${anchor}"; ${listed}.`,
          help: `${didYouMean(anchor, anchors)}Correct the anchor, or leave it out.`,
        },
      ];
    });
  },
};
