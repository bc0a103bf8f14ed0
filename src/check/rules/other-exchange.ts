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
    const names = allNames(content);
    return content.exchanges.flatMap((exchange) => {
      const own = ownNames(exchange);
      if (own.length === 0) return [];
      const foreign = names.filter((name) => !own.some((mine) => contains(mine, name)));
      if (foreign.length === 0) return [];
      const pattern = wholeWords(foreign);
      return textsOfExchange(exchange)
        .filter(({ path, kind }) => kind !== 'code' && !isExempt(path))
        .flatMap((piece) => {
          // Names that this guide may use are taken out first: "Kraken Futures" holds "Kraken".
          const found = pattern.exec(without(piece.text, own))?.[0];
          return found === undefined
            ? []
            : [
                {
                  file: piece.file,
                  line: piece.line,
                  column: piece.column,
                  message: `This names ${found}, but the folder is ${exchange.slug}.`,
                  help: `Write about ${own[0]}, or list ${found} under "names.others" with the reason.`,
                },
              ];
        });
    });
  },
};

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

function contains(mine: string, name: string): boolean {
  return wholeWords([name]).test(mine);
}

function without(text: string, names: readonly string[]): string {
  return text.replaceAll(wholeWords(names, 'g'), ' ');
}

function wholeWords(names: readonly string[], flags = ''): RegExp {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  const escaped = longestFirst.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(
    `(?<![\\p{L}\\p{N}./@-])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`,
    `u${flags}`,
  );
}

/** Sources are named as they are; names.others is the list itself. */
function isExempt(path: readonly PropertyKey[] | undefined): boolean {
  return (
    path !== undefined && (path[0] === 'sources' || (path[0] === 'names' && path[1] === 'others'))
  );
}
