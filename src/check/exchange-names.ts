import { distance } from 'fastest-levenshtein';
import { parse } from 'tldts';
import type { Content } from '../content/content.ts';
import { isPublished } from '../content/layout.ts';
import { type KnownExchange, namesOf } from '../schema/names.ts';
import { plainLetters } from './look-alike.ts';

/** An exchange that is known here: by its guide, or by names.yaml alone. */
export interface KnownNames {
  readonly name: string;
  /** Its folder; undefined where it has no guide. */
  readonly slug: string | undefined;
  /** Present and former names. */
  readonly names: readonly string[];
  /** Exchanges that its guide names on purpose, such as another of the same owner. */
  readonly related: readonly string[];
}

/** A name of an exchange that stands in a text. */
export interface NameFound {
  readonly exchange: KnownNames;
  /** The words of the text that are the name, or look like it. */
  readonly found: string;
  /** Whether it is the name itself, letters that look alike being the same. */
  readonly isExact: boolean;
}

/** Words of the language that are one letter away from the name of an exchange. */
const ordinary = new Set(['ascender', 'commas', 'finance', 'fitbit', 'orbit', 'profit']);
/** Names of fewer letters have too many neighbours. */
const leastForNear = 5;
/** No name has more words. */
const mostWords = 4;

/**
 * The domains of an exchange whose name is in them, which others may not resemble: "x.network"
 * of "X Exchange" would make a stranger of every "x-something".
 */
export function namedHosts(known: KnownExchange): string[] {
  const names = namesOf(known).map(plainName);
  return (known.hosts ?? []).filter((host) => {
    const label = plainName(parse(host).domainWithoutSuffix ?? host);
    return label.length >= leastForNear && names.includes(label);
  });
}

/** Every exchange that is known, those with a guide first. */
export function knownNames({
  exchanges,
  names,
}: Pick<Content, 'exchanges' | 'names'>): KnownNames[] {
  return [
    ...exchanges.flatMap(({ slug, facts }): KnownNames[] => {
      const own = facts?.value?.names;
      return own === undefined || !isPublished(slug)
        ? []
        : [
            {
              name: own.name,
              slug,
              names: [own.name, ...own.former.map(({ name }) => name)],
              related: own.others.map(({ name }) => name),
            },
          ];
    }),
    ...(names?.value ?? []).map((known): KnownNames => ({
      name: known.name,
      slug: undefined,
      names: namesOf(known),
      related: [],
    })),
  ];
}

/** The words of a text, without capitals and accents. */
export function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    // "KrakenHelp" is two words.
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words ?? [];
}

/** The words of a text as they are compared: letters that look alike are the same. */
function plainWords(text: string): string[] {
  return wordsOf(text).map(plainLetters);
}

/**
 * The names of exchanges in a text, as whole words, also written with hyphens, spaces or
 * letters that look alike; where there is none, names that are one letter away.
 *
 * Input: a name or a part of a path, and the exchanges. Output: what was found, the longest
 * name at each place. Never throws.
 */
export function namesIn(text: string, exchanges: readonly KnownNames[]): NameFound[] {
  const words = plainWords(text);
  const byName = new Map(
    exchanges
      .flatMap((exchange) => exchange.names.map((name) => [plainName(name), exchange] as const))
      .toReversed(),
  );
  const exact: NameFound[] = [];
  for (let start = 0; start < words.length; start += 1) {
    for (let end = Math.min(words.length, start + mostWords); end > start; end -= 1) {
      const exchange = byName.get(words.slice(start, end).join(''));
      if (exchange === undefined) continue;
      exact.push({ exchange, found: words.slice(start, end).join(' '), isExact: true });
      start = end - 1;
      break;
    }
  }
  if (exact.length > 0) return exact;
  const whole = words.join('');
  const written = new Set([...words, ...(words.length <= mostWords ? [whole] : [])]);
  return [...written]
    .filter((word) => word.length >= leastForNear && !ordinaryWords.has(word))
    .flatMap((word): NameFound[] => {
      const near = [...byName].find(
        ([name]) => name.length >= leastForNear && distance(name, word) === 1,
      );
      return near === undefined ? [] : [{ exchange: near[1], found: word, isExact: false }];
    });
}

const ordinaryWords = new Set([...ordinary].map(plainLetters));

/** A name as one word, as it is compared. */
export function plainName(name: string): string {
  return plainWords(name).join('');
}
