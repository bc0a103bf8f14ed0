import { type ErrorKind, errorKinds } from '../../vocabulary/error-kinds.ts';
import {
  type ErrorMatch,
  type MatchableExchange,
  matchErrors,
  namesIn,
  plainText,
  readable,
  statusesIn,
} from '../error-match.ts';
import { kindsInText, kindsOfStatus } from './kinds-in-text.ts';

/**
 * Answers a pasted text: which exchange it is of, and what is wrong. A wrong card is worse
 * than none: a text that names an exchange never gets another's entry, and one that names
 * none gets an entry only by what no other exchange says. Pure; runs in browsers and Node.
 */

/** An exchange that has no guide, as texts name it. */
export interface KnownName {
  readonly name: string;
  readonly clues: readonly string[];
  /** Its id in CCXT, under which its codes are known. */
  readonly ccxt?: string | undefined;
}

/** Codes and texts of one exchange by kind, after CCXT. */
export type CcxtAnswers = Readonly<Partial<Record<string, readonly string[]>>>;

/** Codes and texts of exchanges by their ids in CCXT; what they mean depends on the exchange. */
export type CcxtTables = Readonly<Record<string, CcxtAnswers>>;

/** What texts are compared with. */
export interface ErrorIndex {
  readonly exchanges: readonly IndexedExchange[];
  readonly known: readonly KnownName[];
  /** Codes of the guides that other exchanges send too: alone they tell nothing. */
  readonly shared: readonly string[];
}

export interface IndexedExchange extends MatchableExchange {
  readonly name: string;
  /** Kinds of each entry, the likeliest first. */
  readonly kinds: Readonly<Record<string, readonly ErrorKind[]>>;
  /** Its ids in CCXT. */
  readonly ccxt: readonly string[];
}

/** Whether a text names an exchange, so that the tables after CCXT can say more of it. */
export function namesExchange(pasted: string, index: ErrorIndex): boolean {
  const plain = plainText(readable(pasted));
  return (
    namesIn(
      plain,
      index.known.map((one) => ({ ...one, id: one.name })),
    ).size > 0 ||
    namesIn(
      plain,
      index.exchanges.map((one) => ({ ...one, id: one.slug })),
    ).size > 0
  );
}

/** How sure an answer is. */
export type Confidence = 'exactly' | 'probably' | 'one-of';

export interface ErrorAnswer {
  /** The exchange of the text, by the folder of its guide or by name; none where it names none. */
  readonly exchange:
    | { readonly slug: string; readonly name: string }
    | { readonly slug: undefined; readonly name: string }
    | undefined;
  /** Entries of guides, the likeliest first. */
  readonly entries: readonly ErrorMatch[];
  /** What is wrong in general, the likeliest first; empty where entries say it. */
  readonly kinds: readonly ErrorKind[];
  readonly confidence: Confidence;
  /** The status, where nothing but it is known: it cannot tell the causes apart. */
  readonly statusAlone: number | undefined;
}

/**
 * The answer to a pasted text; undefined where nothing in it is about a key.
 *
 * Input: the whole text as pasted, what it is compared with, and the tables after CCXT,
 * which are needed only for texts that name an exchange. Never throws.
 */
export function answerErrors(
  pasted: string,
  index: ErrorIndex,
  ccxt: CcxtTables = {},
): ErrorAnswer | undefined {
  const text = readable(pasted);
  const plain = plainText(text);
  if (plain === '') return undefined;
  const guides = namesIn(
    plain,
    index.exchanges.map((one) => ({ ...one, id: one.slug })),
  );
  const others = namesIn(
    plain,
    index.known.map((one) => ({ ...one, id: one.name })),
  );
  const named = index.exchanges.filter(({ slug }) => guides.has(slug));
  if (named.length > 0) return ofGuide(plain, named);
  const other = index.known.find(({ name }) => others.has(name));
  return other === undefined ? ofNobody(plain, index) : ofKnown(plain, other, ccxt);
}

/** A text that names exchanges with a guide: their entries, or what is wrong in general there. */
function ofGuide(plain: string, named: readonly IndexedExchange[]): ErrorAnswer | undefined {
  const [first] = named;
  if (first === undefined) return undefined;
  const matches = matchErrors(plain, named);
  const sure = matches.filter(({ by }) => by.some((what) => !what.startsWith('HTTP ')));
  const exchangeOf = (slug: string) => {
    const one = named.find((exchange) => exchange.slug === slug) ?? first;
    return { slug: one.slug, name: one.name };
  };
  const [surest] = sure;
  if (surest !== undefined)
    return {
      exchange: exchangeOf(surest.slug),
      entries: sure,
      kinds: [],
      confidence: sure.length === 1 ? 'exactly' : 'one-of',
      statusAlone: undefined,
    };
  const status = statusAlone(plain);
  // Their codes are in the guide; in the tables, many of them are errors of orders.
  const kinds = kindsInText(plain);
  if (kinds.length > 0) {
    const entries = named.flatMap((exchange) => entriesOfKinds(exchange, kinds));
    return {
      exchange: exchangeOf(first.slug),
      // More than a few say no more than the kind does.
      entries: entries.length <= 3 ? entries : [],
      kinds: kinds.slice(0, 2),
      confidence: entries.length > 1 || kinds.length > 1 ? 'one-of' : 'probably',
      statusAlone: undefined,
    };
  }
  if (status !== undefined)
    return {
      exchange: exchangeOf(first.slug),
      entries: [],
      kinds: kindsOfStatus[status] ?? [],
      confidence: 'one-of',
      statusAlone: status,
    };
  return undefined;
}

/** Entries that are about all of several kinds, or else those whose first kind it is. */
function entriesOfKinds(exchange: IndexedExchange, kinds: readonly ErrorKind[]): ErrorMatch[] {
  const kindsOf = (id: string): readonly ErrorKind[] => exchange.kinds[id] ?? [];
  const ids = exchange.errors.map(({ id }) => id);
  const ofSeveral =
    kinds.length > 1 ? ids.filter((id) => kinds.every((kind) => kindsOf(id).includes(kind))) : [];
  const chosen = ofSeveral.length > 0 ? ofSeveral : ids.filter((id) => kindsOf(id)[0] === kinds[0]);
  return chosen.map((id) => ({ slug: exchange.slug, id, by: [], named: true }));
}

/** A text that names an exchange without a guide: no card of another, but what is wrong. */
function ofKnown(plain: string, known: KnownName, ccxt: CcxtTables): ErrorAnswer {
  const byCode = known.ccxt === undefined ? [] : kindsByCcxt(plain, [known.ccxt], ccxt);
  const status = statusAlone(plain);
  const spoken = [...new Set([...kindsInText(plain), ...byCode])];
  const isAlone = spoken.length === 0 && status !== undefined;
  return {
    exchange: { slug: undefined, name: known.name },
    entries: [],
    kinds: (isAlone ? (kindsOfStatus[status] ?? []) : spoken).slice(0, isAlone ? 4 : 2),
    confidence: isAlone || spoken.length > 1 ? 'one-of' : 'probably',
    statusAlone: isAlone ? status : undefined,
  };
}

/** A text that names nobody: an entry only by what no other exchange says. */
function ofNobody(plain: string, index: ErrorIndex): ErrorAnswer | undefined {
  // A short number and a short sentence are anybody's.
  const isOwn = (what: string): boolean =>
    !what.startsWith('HTTP ') &&
    !index.shared.includes(what) &&
    !/^-?\d{1,4}$/.test(what) &&
    (!what.includes(' ') || what.includes(':') || what.split(' ').length > 3);
  const sure = matchErrors(plain, index.exchanges).filter(({ by }) => by.some(isOwn));
  const slugs = new Set(sure.map(({ slug }) => slug));
  const [only] = sure;
  // Two exchanges of one firm can answer in the same words, which nobody else uses.
  const isOfOneFirm =
    slugs.size === 1 || sure.every(({ by }) => by.every((what) => what.includes(':')));
  if (only !== undefined && isOfOneFirm) {
    const exchange = index.exchanges.find(({ slug }) => slug === only.slug);
    return {
      exchange: exchange && { slug: exchange.slug, name: exchange.name },
      entries: sure,
      kinds: [],
      confidence: sure.length === 1 ? 'probably' : 'one-of',
      statusAlone: undefined,
    };
  }
  const status = statusAlone(plain);
  const spoken = kindsInText(plain);
  if (spoken.length === 0 && status === undefined) return undefined;
  const isAlone = spoken.length === 0;
  return {
    exchange: undefined,
    entries: [],
    kinds: isAlone && status !== undefined ? (kindsOfStatus[status] ?? []) : spoken.slice(0, 2),
    confidence: isAlone || spoken.length > 1 ? 'one-of' : 'probably',
    statusAlone: isAlone ? status : undefined,
  };
}

/**
 * The status of a text that says nothing but it; a code or a message of its own, which
 * nobody here knows, is more likely about an order.
 */
function statusAlone(plain: string): number | undefined {
  const [status] = statusesIn(plain);
  const rest = plain
    .replaceAll(/https?:\/\/\S+/g, '')
    .replaceAll(
      /\b(?:(?:Client|Server|HTTP) ?)?Error:? [\w ]{0,30}for url|\b(?:Client|Server|HTTP) ?Error:? [A-Z][\w ]{0,30}/g,
      '',
    );
  const saysMore =
    /(?:code|msg|message|reason|label|error)["']?\s?[:=]\s?["'[{]{0,2}(?!\s?["'\]}])(?!4\d\d|5\d\d)[\w-]/i;
  return status === undefined || saysMore.test(rest.replaceAll(/status[ _-]?code/gi, ''))
    ? undefined
    : status;
}

/** What CCXT knows of the codes and texts of an exchange in a text. */
function kindsByCcxt(plain: string, ids: readonly string[], ccxt: CcxtTables): ErrorKind[] {
  const found = ids.flatMap((id) =>
    Object.entries(ccxt[id] ?? {}).map(([kind, answers]) => ({
      slug: kind,
      clues: [],
      errors: [
        {
          id: kind,
          codes: answers?.filter(isCode),
          messages: answers?.filter(isText),
          http: undefined,
        },
      ],
    })),
  );
  const kinds = matchErrors(plain, found).map(({ id }) => id);
  return [...new Set(kinds.filter(isErrorKind))];
}

const isCode = (answer: string): boolean => !answer.includes(' ');
const isText = (answer: string): boolean => answer.includes(' ');

const allKinds: ReadonlySet<string> = new Set<ErrorKind>(errorKinds);

function isErrorKind(kind: string): kind is ErrorKind {
  return allKinds.has(kind);
}
