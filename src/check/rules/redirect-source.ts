import { distance } from 'fastest-levenshtein';
import { readable } from '../../content/data-file.ts';
import { rootFiles } from '../../content/layout.ts';
import { isPlace, pagesAmong, splitPath } from '../../site/redirect.ts';
import { outlineOf } from '../../content/outline.ts';
import { type KnownNames, knownNames, namesIn, plainName } from '../exchange-names.ts';
import { listedPermalinks, presentPermalinks, unreadPaths } from '../permalinks.ts';
import type { Finding, Rule } from '../rule.ts';
import { reservedNames } from './folder-name.ts';

/** How names of files end, which the site writes beside its pages. */
const fileEnding =
  /\.(?:conf|css|html?|ico|js|json|md|mjs|pdf|php|png|py|sh|svg|txt|webmanifest|xml|ya?ml|zip)$/;

export const redirectSource: Rule = {
  meaning:
    'A redirect starts where there is no page (an anchor: on a page that exists, but not at one of its steps or sources), and nowhere twice; not where the site keeps its own pages, unless one was published there, nor where a file would be, and not at the name of another exchange than it leads to, or at one that looks like it.',
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
    const published = listedPermalinks(readable(content.files, rootFiles.permalinks) ?? '').map(
      ({ permalink }) => permalink,
    );
    const known = knownNames(content);
    const faultOf = (from: string, to: string): Fault | undefined => {
      const { page, anchor } = splitPath(from);
      const parts = page.split('/').filter(Boolean);
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
      if (
        anchor === undefined &&
        reservedNames.includes(parts[0] ?? '') &&
        !published.some((permalink) => permalink.startsWith(page))
      ) {
        return {
          message: `${from} lies where the site keeps its own pages, and was never published.`,
          help: 'Remove the line: only a page that permalinks.txt lists can have moved from there.',
        };
      }
      if (parts.some((part) => fileEnding.test(part))) {
        return {
          message: `${from} has the form of the address of a file.`,
          help: 'Remove the line: files do not lead on.',
        };
      }
      const rival = rivalOf(parts, to, known);
      if (rival !== undefined) {
        return {
          message: `${from} ${rival.isExact ? 'has' : 'looks like'} the name of ${rival.name}, but leads to ${to}.`,
          help: 'Remove the line: readers who type that name mean the other one.',
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
    return lines.flatMap(({ from, to }, index) => {
      const first = firsts.get(from) ?? index;
      const fault =
        first < index
          ? {
              message: `${from} stands in this file before, on line ${redirects.at([first, 'from']).line}.`,
              help: 'Keep one of the two.',
            }
          : faultOf(from, to);
      if (fault === undefined) return [];
      return [{ ...redirects.at([index, 'from']), ...fault }];
    });
  },
};

type Fault = Pick<Finding, 'message' | 'help'>;

/**
 * Another exchange than the one it leads to, after which a path is named, or nearly. What
 * lies below an exchange with a guide may lead to a page that is about none.
 */
function rivalOf(
  parts: readonly string[],
  to: string,
  known: readonly KnownNames[],
): { readonly name: string; readonly isExact: boolean } | undefined {
  const targets = splitPath(to).page.split('/');
  const meant = known.filter(({ slug }) => slug !== undefined && targets.includes(slug));
  const isMeant = ({ slug, name, related }: KnownNames): boolean =>
    meant.some(
      (own) => own.slug === slug || own.related.includes(name) || related.includes(own.name),
    );
  for (const part of parts) {
    for (const { exchange, isExact } of namesIn(part, known)) {
      if (isMeant(exchange)) continue;
      if (isExact && exchange.slug === part && meant.length === 0) continue;
      // A spelling of the own name is no other's, however near that is.
      const written = plainName(part);
      if (!isExact && meant.some(({ names }) => names.some((own) => isLike(own, written))))
        continue;
      return { name: exchange.name, isExact };
    }
  }
  return undefined;
}

function isLike(name: string, written: string): boolean {
  return distance(plainName(name), written) <= 1;
}
