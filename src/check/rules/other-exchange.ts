import { namesOf } from '../../schema/names.ts';
import type { ExchangeFolder } from '../../content/content.ts';
import { isPublished } from '../../content/layout.ts';
import type { Finding, Rule } from '../rule.ts';
import { type TextPiece, textsOfExchange } from '../texts.ts';

/** A word of a name or a text. */
const aWord = /[\p{L}\p{N}]+/gu;

export const otherExchange: Rule = {
  meaning:
    'A guide, its facts, its screens and their text alternatives name no other exchange, except those listed with a reason under "names.others" and the titles and publishers of sources.',
  mend: 'Write about this exchange; where the other one must be named (same owner, easily mistaken), list it under "names.others" with the reason.',
  example: 'KuCoin asks for your Bybit trading password.',
  check: ({ exchanges, names: known }) => {
    const names = exchanges.flatMap((exchange) =>
      isPublished(exchange.slug) ? ownNames(exchange) : [],
    );
    const finder = nameFinder([...new Set([...names, ...(known?.value ?? []).flatMap(namesOf)])]);
    return exchanges.flatMap((exchange) => {
      const others = exchange.facts?.value?.names.others ?? [];
      const own = [...ownNames(exchange), ...others.map((other) => other.name)];
      if (own.length === 0) return [];
      // A name within an own name is no foreign one: "Kraken Futures" holds "Kraken".
      const mine = new Set(own.flatMap((name) => finder(name).map((found) => found.name)));
      return findingsOf(exchange, own, mine, finder);
    });
  },
};

/** Names of an exchange, current and former. */
function ownNames({ facts }: ExchangeFolder): string[] {
  const names = facts?.value?.names;
  return names === undefined ? [] : [names.name, ...names.former.map((former) => former.name)];
}

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

/** Sources are named as they are; names.others is the list itself. */
function isExempt(path: readonly PropertyKey[] | undefined): boolean {
  return (
    path !== undefined && (path[0] === 'sources' || (path[0] === 'names' && path[1] === 'others'))
  );
}
