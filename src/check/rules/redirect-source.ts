import { isPlace, pagesAmong, splitPath } from '../../site/redirect.ts';
import { joinedOutline, outlineDigest } from '../outline.ts';
import { presentPermalinks, redirectFile, unreadPaths } from '../permalinks.ts';
import { comparing, type UnplacedFinding } from '../rule.ts';
import { parseYamlText } from '../../content/yaml-text.ts';
import { reservedNames } from './folder-name.ts';

export const redirectSource = comparing({
  meaning:
    'A redirect starts where there is no page (an anchor: on a page that exists, but not at one of its steps or sources), and nowhere twice.',
  mend: 'Remove the line, or correct its path.',
  example: '- { from: /okx/, to: /gate/, why: … } (while /okx/ is a guide)',
  digest: outlineDigest,
  compare: (digests, { files }) => {
    const outline = joinedOutline(digests);
    const lines = outline.redirects;
    const permalinks = new Set(presentPermalinks(outline));
    const pages = new Set(pagesAmong(permalinks));
    const isUnread = unreadPaths(outline);
    // Of equal paths, the first.
    const firsts = new Map(
      lines.map(({ from }, index): [string, number] => [from, index]).toReversed(),
    );
    // It looks for places only when one is asked for.
    const yaml = parseYamlText(files.texts.get(redirectFile) ?? '');
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
              message: `${from} stands in this file before, on line ${yaml.placeOf([first, 'from']).line}.`,
              help: 'Keep one of the two.',
            }
          : faultOf(from);
      if (fault === undefined) return [];
      return [{ file: redirectFile, path: [index, 'from'], ...fault }];
    });
  },
});

type Fault = Pick<UnplacedFinding, 'message' | 'help'>;
