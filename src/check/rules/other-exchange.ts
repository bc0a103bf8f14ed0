import { knownExchangeNames } from '../../model/known-exchanges.ts';
import type { Content, ExchangeFolder } from '../content.ts';
import type { Rule } from '../rule.ts';
import { textsOfExchange } from '../texts.ts';

export const otherExchange: Rule = {
  meaning:
    'A guide, its facts, its screens and their text alternatives name no other exchange, except those listed with a reason under "names.others" and the titles and publishers of sources.',
  mend: 'Write about this exchange; where the other one must be named (same owner, easily mistaken), list it under "names.others" with the reason.',
  example: 'KuCoin asks for your Bybit trading password.',
  check: (content) => {
    const finder = nameFinder(allNames(content));
    return content.exchanges.flatMap((exchange) => {
      const own = ownNames(exchange);
      if (own.length === 0) return [];
      const findOwn = nameFinder(own);
      // A name within an own name is no foreign one: "Kraken Futures" holds "Kraken".
      const mine = new Set(own.flatMap((name) => finder(name).map((found) => found.name)));
      return textsOfExchange(exchange)
        .filter(({ path, kind }) => kind !== 'code' && !isExempt(path))
        .flatMap((piece) => {
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
    });
  },
};

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
    (name) => /[\p{L}\p{N}]+/u.exec(name)?.[0] ?? name,
  );
  return (text) => {
    const found: Named[] = [];
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
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

function allNames({ exchanges }: Content): string[] {
  const published = exchanges.filter(({ slug }) => !slug.startsWith('_'));
  return [...new Set([...published.flatMap(namesOf), ...knownExchangeNames])];
}

function namesOf({ facts }: ExchangeFolder): string[] {
  const names = facts?.value?.names;
  return names === undefined ? [] : [names.name, ...names.former.map((former) => former.name)];
}

/** Names that a guide may use: its own first, then those that it lists with a reason. */
function ownNames(exchange: ExchangeFolder): string[] {
  return [
    ...namesOf(exchange),
    ...(exchange.facts?.value?.names.others ?? []).map((other) => other.name),
  ];
}

/** Sources are named as they are; names.others is the list itself. */
function isExempt(path: readonly PropertyKey[] | undefined): boolean {
  return (
    path !== undefined && (path[0] === 'sources' || (path[0] === 'names' && path[1] === 'others'))
  );
}
