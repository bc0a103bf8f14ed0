import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Rule } from '../rule.ts';

/** What a secret looks like, by the name under which it is reported. */
const patterns: readonly { what: string; pattern: RegExp }[] = [
  { what: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { what: 'a token (JWT)', pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/ },
  { what: 'a cloud access key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  {
    what: 'a key of an exchange',
    pattern: /\borganizations\/[0-9a-f-]{36}\/apiKeys\/[0-9a-f-]{36}\b/,
  },
  {
    what: 'an id such as exchanges use for keys',
    pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i,
  },
  { what: 'an e-mail address', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.\p{L}{2,}/u },
];

/** Runs of characters that could be a key: judged by their mixture, see isKeyLike. */
const longRun = /[A-Za-z0-9+/_=-]{24,}/g;

const seedWords = new Set(wordlist);
/** Shortest seed phrase in use. */
const seedLength = 12;

export const secret: Rule = {
  meaning:
    'No content file holds anything that looks like a key, a secret, a private key, a seed phrase, a token or a person’s e-mail address.',
  mend: 'Remove it. If it was real, it is known from now on: delete the key at the exchange, and rewrite the commit.',
  example: 'Paste a key such as 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.',
  check: ({ files, exchanges }) => {
    const officialBySlug = new Map(
      exchanges.map(({ slug, facts }) => [slug, facts?.value?.domains.official ?? []]),
    );
    return [...files.texts].flatMap(([file, text]) => {
      const slug = /^exchanges\/([^/]+)\//.exec(file)?.[1] ?? '';
      const official = officialBySlug.get(slug) ?? [];
      return text.split('\n').flatMap((line, index) => {
        const found = findingIn(line, official);
        return found === undefined
          ? []
          : [
              {
                file,
                line: index + 1,
                column: found.column,
                message: `This looks like ${found.what}.`,
                help: 'Remove it; examples are words such as EXAMPLE-KEY. If it was real, delete that key at the exchange now.',
              },
            ];
      });
    });
  },
};

function findingIn(
  line: string,
  official: readonly string[],
): { what: string; column: number } | undefined {
  // Addresses of sources hold ids of articles and commits.
  const visible = line.replaceAll(/https?:\/\/[^\s)>"'\]]+/g, (url) => ' '.repeat(url.length));
  for (const { what, pattern } of patterns) {
    const match = pattern.exec(visible);
    if (match === null) continue;
    const host = match[0].split('@')[1]?.toLowerCase();
    const isOfficial =
      host !== undefined &&
      official.some((domain) => host === domain || host.endsWith(`.${domain}`));
    const isExample = host !== undefined && /(?:^|\.)example(?:\.(?:com|net|org))?$/.test(host);
    if (!isOfficial && !isExample) return { what, column: match.index + 1 };
  }
  for (const match of visible.matchAll(longRun)) {
    if (isKeyLike(match[0])) return { what: 'a key or a secret', column: match.index + 1 };
  }
  const seed = seedPhraseIn(visible);
  return seed === undefined ? undefined : { what: 'a seed phrase', column: seed + 1 };
}

/**
 * Whether a run of characters is mixed as keys are: digits all through it, and either
 * hexadecimal or with letters of both cases. Words joined by hyphens are not.
 */
function isKeyLike(run: string): boolean {
  const core = run.replaceAll(/[=/+_-]/g, '');
  const digits = core.match(/\d/g)?.length ?? 0;
  if (core.length < 24 || digits < 4 || /EXAMPLE/.test(run)) return false;
  if (/^[0-9a-f]+$/i.test(core)) return core.length >= 32 && /[a-f]/i.test(core);
  const longestWord = Math.max(...core.split(/\d+|(?<=[a-z])(?=[A-Z])/).map((part) => part.length));
  return /[a-z]/.test(core) && /[A-Z]/.test(core) && longestWord < 10;
}

/** Where a run of words from the list of seed words starts; undefined where there is none. */
function seedPhraseIn(line: string): number | undefined {
  let run = 0;
  let start = 0;
  for (const match of line.matchAll(/[a-z]+|[^a-z\s]/g)) {
    if (!seedWords.has(match[0])) {
      run = 0;
      continue;
    }
    if (run === 0) start = match.index;
    run += 1;
    if (run >= seedLength) return start;
  }
  return undefined;
}
