import { wordlist } from '@scure/bip39/wordlists/english.js';
import { isWithinDomain } from '../../derive/domains.ts';
import { keyShapesIn } from '../../derive/secret-shapes.ts';
import type { Rule } from '../rule.ts';

/** An address of a person. Starts at the start of a word only, so that a long word is read once. */
const email = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.\p{L}{2,}/gu;

/** What every finding but a seed phrase holds. A run is looked at from its start only. */
const hints = /@|-----BEGIN|eyJ|AKIA|ASIA|(?<![\w+/=-])[\w+/=-]{24}/;

const seedWords = new Set(wordlist);
/** Shortest seed phrase in use. */
const seedLength = 12;
/** As many words of the length that seed words have, one after the other. */
const seedHint = /[a-z]{3,8}(?:\s+[a-z]{3,8}){11}/;

export const secret: Rule = {
  meaning:
    'No content file holds anything that looks like a key, a secret, a private key, a seed phrase, a token or a person’s e-mail address.',
  mend: 'Remove it. If it was real, it is known from now on: delete the key at the exchange, and rewrite the commit.',
  example: 'Paste a key such as 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.',
  check: ({ files, exchanges, partners }) => {
    const officialByOwner = new Map<string, readonly string[]>([
      ...exchanges.map(
        ({ slug, facts }) => [`exchanges/${slug}`, facts?.value?.domains.official ?? []] as const,
      ),
      ...partners.map(({ slug, value }) => [`partners/${slug}`, value?.domains ?? []] as const),
    ]);
    return [...files.texts].flatMap(([file, text]) => {
      const owner = /^exchanges\/[^/]+(?=\/)|^partners\/[^/]+(?=\.yaml$)/.exec(file)?.[0] ?? '';
      const official = officialByOwner.get(owner) ?? [];
      return withoutExamples(file, text).flatMap((line, index) => {
        const [found] = secretsIn(line, official);
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

/**
 * The lines of a file, empty where answers.yaml repeats signatures with the secrets that the
 * documentation of the exchange prints for everybody, each with its page.
 */
function withoutExamples(file: string, text: string): string[] {
  if (!file.endsWith('/answers.yaml')) return text.split('\n');
  let isExample = false;
  return text.split(/\r?\n/).map((line) => {
    if (/^\S/.test(line)) isExample = line === 'examples:';
    return isExample ? '' : line;
  });
}

/** A stretch of a line that looks like a secret. */
export interface SecretStretch {
  /** What it looks like, such as "an e-mail address". */
  readonly what: string;
  /** Where it starts, counted from 1. */
  readonly column: number;
  readonly length: number;
}

/**
 * Every stretch of a line that looks like a secret, by kind.
 *
 * Input: one line, and the official domains of its exchange or partner, whose e-mail
 * addresses are not those of a person.
 */
export function secretsIn(line: string, official: readonly string[]): SecretStretch[] {
  // Most lines hold nothing of the kind, which one look tells.
  if (!hints.test(line) && seedPhraseIn(line) === undefined) return [];
  // Addresses of sources hold ids of articles and commits.
  const visible = line.replaceAll(/https?:\/\/[^\s)>"'\]]+/g, (url) => ' '.repeat(url.length));
  const shaped = keyShapesIn(visible).map(({ what, index, length }) => ({
    what,
    column: index + 1,
    length,
  }));
  const emails = [...visible.matchAll(email)]
    .filter(([address]) => !isKnownHost(address.split('@')[1]?.toLowerCase(), official))
    .map(({ 0: address, index }) => ({
      what: 'an e-mail address',
      column: index + 1,
      length: address.length,
    }));
  const seed = seedPhraseIn(visible);
  return [
    ...shaped,
    ...emails,
    ...(seed === undefined
      ? []
      : [{ what: 'a seed phrase', column: seed + 1, length: visible.length - seed }]),
  ];
}

/** Whether mail to a host goes to the exchange, or nowhere; undefined is no host. */
function isKnownHost(host: string | undefined, official: readonly string[]): boolean {
  if (host === undefined) return false;
  return (
    official.some((domain) => isWithinDomain(host, domain)) ||
    /(?:^|\.)example(?:\.(?:com|net|org))?$/.test(host)
  );
}

/** Where a run of words from the list of seed words starts; undefined where there is none. */
function seedPhraseIn(line: string): number | undefined {
  if (!seedHint.test(line)) return undefined;
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
