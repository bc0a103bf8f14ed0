import type { Content } from '../content.ts';
import { listedPermalinks, permalinkFile, presentPermalinks } from '../permalinks.ts';
import type { Finding, Rule } from '../rule.ts';

export const permanence: Rule = {
  meaning:
    'Whatever was published stays: each line of permalinks.txt (a page, a step, a source) still exists or has an entry in redirects.yaml, and everything that exists is listed.',
  mend: 'Bring it back, or add a redirect from it; for what is new, run "npm run permalinks".',
  example: 'The step "restrict-ip" of a published guide, renamed or removed.',
  check: (content) => {
    const text = content.files.texts.get(permalinkFile);
    // A tree without the list (as in tests of single rules) promises nothing.
    if (text === undefined) return [];
    const listed = listedPermalinks(text);
    const present = new Set(presentPermalinks(content));
    const redirected = new Set((content.redirects?.value ?? []).map((redirect) => redirect.from));
    const unread = unreadNames(content);
    return [
      ...listed.flatMap(({ line, permalink }): Finding[] => {
        const exists = present.has(permalink) || mayExist(permalink, unread);
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
        [...present].filter((permalink) => !listed.some((entry) => entry.permalink === permalink)),
        text.split('\n').length,
      ),
    ];
  },
};

/** Exchanges and partners whose files have other faults, and of which nothing can be said here. */
function unreadNames({ exchanges, partners }: Content): Set<string> {
  return new Set(
    [
      ...exchanges.filter(
        ({ facts, guide }) => facts?.value === undefined || guide?.value === undefined,
      ),
      ...partners.filter(({ value }) => value === undefined),
    ].map(({ slug }) => slug),
  );
}

/** Whether a permalink belongs to an exchange or a partner that cannot be read. */
function mayExist(permalink: string, unread: ReadonlySet<string>): boolean {
  const [first = '', partner = '', exchange = ''] = permalink.split('/').slice(1);
  return first === 'for' ? unread.has(partner) || unread.has(exchange) : unread.has(first);
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
