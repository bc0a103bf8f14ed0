import { redirection, splitPath } from '../../site/redirect.ts';
import { readable } from '../../content/data-file.ts';
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
    const text = readable(content.files, rootFiles.permalinks);
    // Without the list, or with one that is too long, a rule of its own fails.
    if (text === undefined) return [];
    const outline = outlineOf(content);
    // By a list that cannot be read, most pages would seem to be gone.
    if (outline.unread.useCases) return [];
    const lines = listedPermalinks(text);
    const listed = lines.filter(({ permalink }) => form.test(permalink));
    const isListed = new Set(listed.map(({ permalink }) => permalink));
    const present = new Set(presentPermalinks(outline));
    const isUnread = unreadPaths(outline);
    // Lines that cannot be read might keep any promise; their own faults are reported.
    const gone = !outline.unread.redirects
      ? listed.filter(({ permalink }) => !present.has(permalink) && !isUnread(permalink))
      : [];
    return [
      ...formFindings(lines.filter(({ permalink }) => !form.test(permalink))),
      ...goneFindings(gone, outline, present, isDeployed(text)),
      ...unlistedFindings(
        [...present].filter((permalink) => !isListed.has(permalink) && !isUnread(permalink)),
      ),
    ];
  },
};

/** How an address of the site begins; the longest today has 110 characters. Names of folders have a rule of their own. */
const form = /^\/.{0,250}$/u;

/** Of more lines with one fault, a report names these many. */
const mostNamed = 50;

type Line = ReturnType<typeof listedPermalinks>[number];
type Told = Pick<Finding, 'message' | 'help'>;

/** A finding for each of the first lines with one fault, and one for how many more there are. */
function findingsOf(lines: readonly Line[], tell: (line: Line) => Told): Finding[] {
  const at = { file: rootFiles.permalinks, column: 1 };
  const rest = lines.slice(mostNamed);
  return [
    ...lines.slice(0, mostNamed).map((line) => ({ ...at, line: line.line, ...tell(line) })),
    ...rest.slice(0, 1).map((line) => ({
      ...at,
      line: line.line,
      message: `${rest.length} more lines have this fault.`,
      help: tell(line).help,
    })),
  ];
}

/** Findings for the lines that are no address. */
function formFindings(lines: readonly Line[]): Finding[] {
  return findingsOf(lines, ({ permalink }) => ({
    message: `Found "${permalink.length > 60 ? `${permalink.slice(0, 60)}…` : permalink}", which is no address of the site.`,
    help: 'Take the line away: "npm run permalinks" writes such as "/gate/" and "/gate/#restrict-ip".',
  }));
}

/** Findings for the lines that no redirect leads to what exists. */
function goneFindings(
  gone: readonly Line[],
  outline: Outline,
  present: ReadonlySet<string>,
  deployed: boolean,
): Finding[] {
  // Preparing redirects and suggestions takes a while where there are many pages.
  if (gone.length === 0) return [];
  const { destinationOf } = redirection(outline.redirects, present);
  const suggest = redirectSuggestions(outline);
  const lost = gone.filter(({ permalink }) => destinationOf(permalink) === undefined);
  return findingsOf(lost, ({ permalink }) => {
    if (!deployed)
      return {
        message: `${permalink} is listed, and is gone.`,
        help: 'Run "npm run permalinks": nothing was deployed yet, so the list is made anew.',
      };
    // An anchor goes along with its page: it is missed where the page leads.
    const { page, anchor } = splitPath(permalink);
    const moved = destinationOf(page);
    const missed = moved === undefined || anchor === undefined ? permalink : `${moved}#${anchor}`;
    return {
      message: `${permalink} was published, and is gone.`,
      help: `Bring it back, or add to redirects.yaml, with the reason: "${suggest(missed)}". Never remove the line here.`,
    };
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
