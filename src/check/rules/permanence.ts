import { redirection, splitPath } from '../../site/redirect.ts';
import { rootFiles } from '../../content/layout.ts';
import { outlineOf } from '../../content/outline.ts';
import type { Outline } from '../../site/outline.ts';
import {
  isDeployed,
  listedPermalinks,
  presentPermalinks,
  redirectSuggestions,
  unreadPaths,
} from '../permalinks.ts';
import type { Finding, Rule } from '../rule.ts';

export const permanence: Rule = {
  meaning:
    'Whatever was published stays: each line of permalinks.txt (a page, a step, a source) still exists or leads, by redirects.yaml, to what does, and everything that exists is listed. With the first deployment its line "Not deployed yet" goes; until then the list may be made anew.',
  mend: 'Bring it back, or add the redirect that the message names; for what is new, run "npm run permalinks".',
  example: 'The step "restrict-ip" of a published guide, renamed or removed.',
  check: (content) => {
    const text = content.files.texts.get(rootFiles.permalinks);
    // Without the list, a rule of its own fails.
    if (text === undefined) return [];
    const outline = outlineOf(content);
    // By a list that cannot be read, most pages would seem to be gone.
    if (outline.unread.useCases) return [];
    const listed = listedPermalinks(text);
    const isListed = new Set(listed.map(({ permalink }) => permalink));
    const present = new Set(presentPermalinks(outline));
    const isUnread = unreadPaths(outline);
    // Lines that cannot be read might keep any promise; their own faults are reported.
    const gone = !outline.unread.redirects
      ? listed.filter(({ permalink }) => !present.has(permalink) && !isUnread(permalink))
      : [];
    return [
      ...goneFindings(gone, outline, present, isDeployed(text)),
      ...unlistedFindings(
        [...present].filter((permalink) => !isListed.has(permalink) && !isUnread(permalink)),
      ),
    ];
  },
};

/** Findings for the lines that no redirect leads to what exists. */
function goneFindings(
  gone: ReturnType<typeof listedPermalinks>,
  outline: Outline,
  present: ReadonlySet<string>,
  deployed: boolean,
): Finding[] {
  // Preparing redirects and suggestions takes a while where there are many pages.
  if (gone.length === 0) return [];
  const { destinationOf } = redirection(outline.redirects, present);
  const suggest = redirectSuggestions(outline);
  return gone.flatMap(({ line, permalink }): Finding[] => {
    if (destinationOf(permalink) !== undefined) return [];
    // An anchor goes along with its page: it is missed where the page leads.
    const { page, anchor } = splitPath(permalink);
    const moved = destinationOf(page);
    const missed = moved === undefined || anchor === undefined ? permalink : `${moved}#${anchor}`;
    return [
      {
        file: rootFiles.permalinks,
        line,
        column: 1,
        message: deployed
          ? `${permalink} was published, and is gone.`
          : `${permalink} is listed, and is gone.`,
        help: deployed
          ? `Bring it back, or add to redirects.yaml, with the reason: "${suggest(missed)}". Never remove the line here.`
          : 'Run "npm run permalinks": nothing was deployed yet, so the list is made anew.',
      },
    ];
  });
}

/** One finding for all that is new: a new exchange brings dozens of lines. */
function unlistedFindings([first, ...more]: readonly string[]): Finding[] {
  if (first === undefined) return [];
  const what = more.length === 0 ? `${first} is` : `${first} and ${more.length} more are`;
  return [
    {
      file: rootFiles.permalinks,
      line: 1,
      column: 1,
      message: `${what} not listed.`,
      help: 'Run "npm run permalinks", which adds what is new.',
    },
  ];
}
