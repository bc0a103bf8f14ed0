import type { CcxtErrors } from '../../schema/ccxt-errors.ts';
import type { Exchange } from '../../schema/exchange.ts';
import type { KnownExchange } from '../../schema/names.ts';
import { matchableExchange } from '../error-catalog.ts';
import { wordsOfKnown } from '../exchange-words.ts';
import type { ErrorIndex, IndexedExchange, KnownName } from './answer.ts';

/**
 * What pasted texts are compared with.
 *
 * Input: the exchanges with a guide, those without, and the tables after CCXT, if there are
 * some. Output: the index, without any text that only readers need.
 */
export function errorIndexOf(
  exchanges: readonly Exchange[],
  known: readonly KnownExchange[],
  ccxt: CcxtErrors['exchanges'] = {},
): ErrorIndex {
  const taken = new Set(exchanges.flatMap((exchange) => matchableExchange(exchange).clues));
  const indexed = exchanges.map((exchange) => indexedExchange(exchange, taken));
  return {
    exchanges: indexed,
    known: known.map(knownName),
    shared: sharedCodes(indexed, ccxt),
  };
}

/** What tools put behind the name of an exchange for its products and sites. */
const suffixes = [
  'usdm',
  'coinm',
  'futures',
  'us',
  'eu',
  'spot',
  'exchange',
  'advanced',
  'international',
];

function indexedExchange(exchange: Exchange, taken: ReadonlySet<string>): IndexedExchange {
  const matchable = matchableExchange(exchange);
  return {
    ...matchable,
    clues: [
      ...matchable.clues,
      ...headersOf(exchange),
      ...suffixes.map((suffix) => `${exchange.slug}${suffix}`).filter((clue) => !taken.has(clue)),
    ],
    name: exchange.names.name,
    kinds: Object.fromEntries(
      exchange.troubleshooting.flatMap(({ id, kinds }) =>
        kinds === undefined ? [] : [[id, kinds]],
      ),
    ),
    ccxt: (exchange.connecting ?? []).flatMap((tool) =>
      tool.tool === 'ccxt' && tool.supported ? tool.ids.map(({ id }) => id) : [],
    ),
  };
}

/** Names of the headers that its requests carry or its answers name, which no other exchange has. */
function headersOf({ signing, troubleshooting }: Exchange): string[] {
  const told = troubleshooting
    .flatMap(({ messages = [] }) => messages)
    .flatMap((message) => message.match(/\b[A-Z]{1,8}-[A-Z]{2,8}-[A-Z]{3,12}\b/g) ?? []);
  const names = new Set([...Object.keys(signing?.send.headers ?? {}), ...told]);
  return [...names]
    .filter((name) => /^[A-Za-z]+-[A-Za-z-]{4,}$/.test(name))
    .filter((name) => !/^(?:content|accept|user|cache)-/i.test(name))
    .map((name) => name.toLowerCase());
}

function knownName(known: KnownExchange): KnownName {
  return {
    name: known.name,
    clues: [...wordsOfKnown(known), ...(known.signs ?? [])]
      // An id of three letters is a word of any language.
      .filter((word) => word.length > 3 || word.includes('.'))
      .map((word) => word.toLowerCase()),
    ccxt: known.ccxt,
  };
}

/** Codes of guides that CCXT knows of other exchanges too. */
function sharedCodes(
  exchanges: readonly IndexedExchange[],
  ccxt: CcxtErrors['exchanges'],
): string[] {
  const holders = new Map<string, Set<string>>();
  for (const [id, answers] of Object.entries(ccxt))
    for (const answer of Object.values(answers).flatMap((list) => list ?? []))
      holders.set(answer, (holders.get(answer) ?? new Set()).add(id));
  const codes = exchanges.flatMap((exchange) =>
    exchange.errors
      .flatMap(({ codes: own = [], messages = [] }) => [...own, ...messages])
      .filter((code) => [...(holders.get(code) ?? [])].some((id) => !exchange.ccxt.includes(id))),
  );
  return [...new Set(codes)].sort();
}
