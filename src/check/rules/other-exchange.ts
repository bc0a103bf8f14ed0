import { z } from 'astro/zod';
import { knownExchangeNames } from '../../derive/known-exchanges.ts';
import type { ExchangeFolder } from '../../content/content.ts';
import { hashOf, packed, unpacked } from '../packed.ts';
import { comparing, type Finding } from '../rule.ts';
import { type TextPiece, textsOfExchange } from '../texts.ts';

const aWord = /[\p{L}\p{N}]+/gu;

const namesSchema = z.strictObject({
  slug: z.string(),
  /** Names of the exchange, present and former. */
  names: z.array(z.string()),
  /** Other names that its files may use. */
  others: z.array(z.string()),
  /** Those of the well-known names that its texts hold. */
  known: z.array(z.string()),
  /** Hashes of all words in its texts, packed. */
  words: z.string(),
});

type Names = z.infer<typeof namesSchema>;

export const otherExchange = comparing({
  meaning:
    'A guide, its facts, its screens and their text alternatives name no other exchange, except those listed with a reason under "names.others" and the titles and publishers of sources.',
  mend: 'Write about this exchange; where the other one must be named (same owner, easily mistaken), list it under "names.others" with the reason.',
  example: 'KuCoin asks for your Bybit trading password.',
  digest: {
    name: 'names',
    schema: namesSchema,
    of: ({ exchanges: [exchange] }) => (exchange === undefined ? undefined : namesOf(exchange)),
  },
  compare: (digests, { partOf }) => {
    const all = digests.map(({ digest }) => digest);
    const names = new Set(all.flatMap((one) => (one.slug.startsWith('_') ? [] : one.names)));
    const finder = nameFinder([...names.union(new Set(knownExchangeNames))]);
    const mayName = nameSieve([...names.difference(new Set(knownExchangeNames))]);
    return all.flatMap((one) => {
      const own = [...one.names, ...one.others];
      if (own.length === 0) return [];
      // A name within an own name is no foreign one: "Kraken Futures" holds "Kraken".
      const mine = new Set(own.flatMap((name) => finder(name).map((found) => found.name)));
      return one.known.some((name) => !mine.has(name)) || mayName(one.words, mine)
        ? partOf(one.slug).exchanges.flatMap((exchange) => findingsOf(exchange, own, mine, finder))
        : [];
    });
  },
});

function findingsOf(
  exchange: ExchangeFolder,
  own: readonly string[],
  mine: ReadonlySet<string>,
  finder: (text: string) => Named[],
): Finding[] {
  const findOwn = nameFinder(own);
  return judgedTexts(exchange).flatMap((piece) => {
    const named = finder(piece.text).filter(({ name }) => !mine.has(name));
    if (named.length === 0) return [];
    const covered = findOwn(piece.text);
    const found = named.find(
      ({ start, end }) => !covered.some((part) => part.start <= start && end <= part.end),
    );
    return found === undefined
      ? []
      : [
          {
            file: piece.file,
            line: piece.line,
            column: piece.column,
            message: `This names ${found.name}, but the folder is ${exchange.slug}.`,
            help: `Write about ${own[0]}, or list ${found.name} under "names.others" with the reason.`,
          },
        ];
  });
}

/** The texts that name no other exchange. */
function judgedTexts(exchange: ExchangeFolder): TextPiece[] {
  return textsOfExchange(exchange).filter(({ path, kind }) => kind !== 'code' && !isExempt(path));
}

function namesOf(exchange: ExchangeFolder): Names {
  const names = exchange.facts?.value?.names;
  const texts = judgedTexts(exchange).map(({ text }) => text);
  const words = new Set(texts.join('\n').match(aWord));
  return {
    slug: exchange.slug,
    names: names === undefined ? [] : [names.name, ...names.former.map((former) => former.name)],
    others: (names?.others ?? []).map((other) => other.name),
    known: knownIn(texts, words),
    words: packed([...words].map((written) => hashOf(written))),
  };
}

/** The well-known names that texts hold. Input: the texts, and their words. */
function knownIn(texts: readonly string[], words: ReadonlySet<string>): string[] {
  const likely = knownExchangeNames.filter((name) => words.has(name.match(aWord)?.[0] ?? name));
  const named = texts
    .filter((text) => likely.some((name) => text.includes(name)))
    .flatMap(findKnown);
  return [...new Set(named.map(({ name }) => name))];
}

/**
 * Tells by the words of texts alone whether they may hold a name that is not among `mine`:
 * never no where they do, and seldom yes where they do not.
 */
function nameSieve(
  names: readonly string[],
): (words: string, mine: ReadonlySet<string>) => boolean {
  const byFirst = Map.groupBy(
    names.map((name) => {
      const [first = 0, ...more] = (name.match(aWord) ?? [name]).map((part) => hashOf(part));
      return { name, first, more };
    }),
    ({ first }) => first,
  );
  return (packedWords, mine) => {
    const words = unpacked(packedWords);
    return words.some((one) =>
      byFirst
        .get(one)
        ?.some(({ name, more }) => !mine.has(name) && more.every((part) => words.includes(part))),
    );
  };
}

interface Named {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds names as whole words, the longest where several start at one place. Looks each
 * word of a text up once, so that a thousand names cost no more than one.
 */
function nameFinder(names: readonly string[]): (text: string) => Named[] {
  const byFirstWord = Map.groupBy(
    names.toSorted((a, b) => b.length - a.length),
    (name) => name.match(aWord)?.[0] ?? name,
  );
  return (text) => {
    const found: Named[] = [];
    for (const { 0: word, index } of text.matchAll(aWord)) {
      const name = byFirstWord
        .get(word)
        ?.find(
          (candidate) =>
            text.startsWith(candidate, index) &&
            !/^[\p{L}\p{N}]/u.test(text.slice(index + candidate.length)),
        );
      // Part of an address or a path is no name.
      if (name !== undefined && !/[./@-]/.test(text[index - 1] ?? ''))
        found.push({ name, start: index, end: index + name.length });
    }
    return found;
  };
}

const findKnown = nameFinder(knownExchangeNames);

/** Sources are named as they are; names.others is the list itself. */
function isExempt(path: readonly PropertyKey[] | undefined): boolean {
  return (
    path !== undefined && (path[0] === 'sources' || (path[0] === 'names' && path[1] === 'others'))
  );
}
