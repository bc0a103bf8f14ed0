import { joinedOutline, type Outline, outlineDigest } from '../outline.ts';
import { listedPermalinks, permalinkFile, presentPermalinks } from '../permalinks.ts';
import { comparing, type Finding } from '../rule.ts';

export const permanence = comparing({
  meaning:
    'Whatever was published stays: each line of permalinks.txt (a page, a step, a source) still exists or has an entry in redirects.yaml, and everything that exists is listed.',
  mend: 'Bring it back, or add a redirect from it; for what is new, run "npm run permalinks".',
  example: 'The step "restrict-ip" of a published guide, renamed or removed.',
  digest: outlineDigest,
  compare: (digests, { files }) => {
    const text = files.texts.get(permalinkFile);
    // A tree without the list (as in tests of single rules) promises nothing.
    if (text === undefined) return [];
    const outline = joinedOutline(digests);
    const listed = listedPermalinks(text);
    const isListed = new Set(listed.map(({ permalink }) => permalink));
    const present = new Set(presentPermalinks(outline));
    const redirected = new Set(outline.redirects.map((redirect) => redirect.from));
    const unread = unreadSlugs(outline);
    return [
      ...listed.flatMap(({ line, permalink }): Finding[] => {
        const slug = permalink.split('/')[1] ?? '';
        const exists = present.has(permalink) || unread.has(slug);
        return exists || redirected.has(permalink)
          ? []
          : [
              {
                file: permalinkFile,
                line,
                column: 1,
                message: `${permalink} was published, and is gone.`,
                help: 'Bring it back, or add it to redirects.yaml: "- { from: …, to: … }". Never remove the line.',
              },
            ];
      }),
      ...unlistedFindings(
        [...present].filter((permalink) => !isListed.has(permalink)),
        text.split('\n').length,
      ),
    ];
  },
});

/** Exchanges whose files have other faults, and of which nothing can be said here. */
function unreadSlugs({ exchanges }: Outline): Set<string> {
  return new Set(exchanges.filter(({ isRead }) => !isRead).map(({ slug }) => slug));
}

/** One finding for all that is new: a new exchange brings dozens of lines. */
function unlistedFindings([first, ...more]: readonly string[], line: number): Finding[] {
  if (first === undefined) return [];
  const what = more.length === 0 ? `${first} is` : `${first} and ${more.length} more are`;
  return [
    {
      file: permalinkFile,
      line,
      column: 1,
      message: `${what} not listed.`,
      help: 'Run "npm run permalinks", which adds what is new.',
    },
  ];
}
