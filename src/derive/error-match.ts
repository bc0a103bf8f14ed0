import type { TroubleshootingEntry } from '../schema/exchange.ts';

/**
 * Finds the documented errors in whatever a reader pastes: a log line of a tool, the
 * answer of the exchange, a stack trace. Pure and without content of its own, so that
 * the browser, the tests and Node run the same.
 */

/** What an entry is recognised by. */
export type MatchableError = Pick<TroubleshootingEntry, 'id' | 'codes' | 'messages' | 'http'>;

/** An exchange as it is looked for in a text. */
export interface MatchableExchange {
  readonly slug: string;
  /** Names, domains and ids by which a text names the exchange. */
  readonly clues: readonly string[];
  readonly errors: readonly MatchableError[];
}

/** An entry that the text shows. */
export interface ErrorMatch {
  readonly slug: string;
  readonly id: string;
  /** By what it was recognised, the surest first: codes, texts, then the status. */
  readonly by: readonly string[];
  /** Whether the text names the exchange. */
  readonly named: boolean;
}

/** Longest text that is read whole; of a longer one its beginning and its end. */
export const mostRead = 64_000;

/** The first and the last part of a long text: what was asked, and what came of it. */
export function readable(text: string): string {
  return text.length <= mostRead
    ? text
    : `${text.slice(0, mostRead / 2)}\n${text.slice(-mostRead / 2)}`;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The pasted text, and the same in small letters. */
interface Pasted {
  readonly plain: string;
  readonly low: string;
}

interface Hit {
  readonly kind: 'code' | 'message';
  readonly by: string;
  readonly points: number;
  readonly span: Span;
}

const points = { named: 1000, code: 100, message: 60, word: 40, status: 10, statusBesides: 3 };

/**
 * The entries that a text shows, the likeliest first.
 *
 * Input: the whole text as pasted, and the exchanges with their entries. Output: one
 * match for each entry. An exchange that the text names comes first; then a code counts
 * more than a text of the answer, and that more than an HTTP status alone. A code is
 * found as a word or value of its own only: not as part of a longer number, a price or
 * a time, and "-2015" not without its minus. A code or text that is an everyday word
 * (such as "Unavailable") counts only where the exchange is named or the text says
 * nothing else. Never throws.
 */
export function matchErrors(
  text: string,
  exchanges: readonly MatchableExchange[],
): readonly ErrorMatch[] {
  const plain = plainText(readable(text));
  const pasted: Pasted = { plain, low: plain.toLowerCase() };
  const named = namedExchanges(plain, exchanges);
  const statuses = statusesIn(plain);
  const found = exchanges.flatMap(({ slug, errors }) => {
    const isNamed = named.has(slug);
    const hits = errors.map((error) => ({ error, hits: hitsOf(pasted, error, isNamed) }));
    return shared(hits).map((one) => ({ slug, isNamed, ...one }));
  });
  // "Unavailable" inside "EService:Unavailable" is the shorter of the two and does not count.
  const spans = found.flatMap(({ hits }) => hits.map((hit) => hit.span));
  const candidates = found.flatMap(({ slug, error, isNamed, hits }) => {
    const own = bestOfEach(
      hits.filter(({ span }) => !spans.some((other) => isInside(span, other))),
    );
    const status = error.http?.find((http) => statuses.has(http));
    if (own.length === 0 && status === undefined) return [];
    const statusAlone = error.codes === undefined && error.messages === undefined;
    const disagrees = status === undefined && error.http !== undefined && statuses.size > 0;
    const rank =
      (isNamed ? points.named : 0) +
      own.reduce((sum, hit) => sum + hit.points, 0) +
      (status === undefined ? 0 : statusAlone ? points.status : points.statusBesides) -
      (disagrees ? 1 : 0);
    const by = [...own.map((hit) => hit.by), ...(status === undefined ? [] : [`HTTP ${status}`])];
    return [{ match: { slug, id: error.id, by, named: isNamed }, rank, own, statusAlone }];
  });
  return withoutWeak(candidates)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ match }) => match);
}

/**
 * Leaves out what only a status speaks for where something says more: a code or text
 * that was found, the exchange that is named, or entries that are about the status.
 */
function withoutWeak<
  Candidate extends { match: ErrorMatch; own: readonly Hit[]; statusAlone: boolean },
>(candidates: readonly Candidate[]): readonly Candidate[] {
  const isSure = ({ own }: Candidate): boolean => own.length > 0;
  const namedIsSure = candidates.some((one) => one.match.named && isSure(one));
  const strong = candidates.filter(
    (one) => isSure(one) || (one.match.named && (one.statusAlone || !namedIsSure)),
  );
  if (strong.length > 0) return strong;
  const aboutStatus = candidates.filter(({ statusAlone }) => statusAlone);
  return aboutStatus.length > 0 ? aboutStatus : candidates;
}

/**
 * The text as one line, with the quotes and signs of all programs written alike:
 * `\"` of JSON inside JSON, typographic quotes, the true minus.
 */
export function plainText(text: string): string {
  return text
    .replaceAll(/\\{1,8}n/g, ' ')
    .replaceAll(/\\{1,8}(?=["'/])/g, '')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[−‐‑]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Slugs of the exchanges that a text names. */
function namedExchanges(text: string, exchanges: readonly MatchableExchange[]): Set<string> {
  return namesIn(
    text,
    exchanges.map(({ slug, clues }) => ({ id: slug, clues })),
  );
}

/**
 * Ids of those that a text names by one of their clues. A clue inside a longer clue does
 * not count, so that "Kraken Futures" is not Kraken.
 */
export function namesIn(
  text: string,
  candidates: readonly { readonly id: string; readonly clues: readonly string[] }[],
): Set<string> {
  const low = text.toLowerCase();
  const sightings = candidates.flatMap(({ id: slug, clues }) =>
    clues.flatMap((clue) =>
      occurrences(low, clue.toLowerCase())
        .filter((span) => standsAlone(low, span, /[a-z0-9]/) || isGlued(text, span))
        .map((span) => ({ slug, span })),
    ),
  );
  return new Set(
    sightings
      .filter(({ span }) => !sightings.some((other) => isInside(span, other.span)))
      .map(({ slug }) => slug),
  );
}

/** Whether a name begins a longer one, as in "BinanceBrokerage" of a program. */
function isGlued(text: string, { start, end }: Span): boolean {
  return (
    end - start > 4 &&
    !/[A-Za-z0-9]/.test(text.charAt(start - 1)) &&
    /^[A-Z][a-z]+$/.test(text.slice(start, end)) &&
    /^[A-Z][a-z]/.test(text.slice(end, end + 2))
  );
}

function hitsOf(pasted: Pasted, error: MatchableError, isNamed: boolean): Hit[] {
  const codes = (error.codes ?? []).flatMap((code) =>
    codeSpans(pasted.plain, code, isNamed).map((span) => ({
      kind: 'code' as const,
      by: code,
      points: isEveryday(code) ? points.word : points.code,
      span,
    })),
  );
  const messages = (error.messages ?? []).flatMap((message) =>
    messageSpans(pasted, message, isNamed).map((span) => ({
      kind: 'message' as const,
      by: message,
      points: isEveryday(message) ? points.word : points.message + Math.min(message.length, 30),
      span,
    })),
  );
  return [...codes, ...messages];
}

/** A code that several entries have says less than a text that one of them has. */
function shared<Entry extends { readonly hits: readonly Hit[] }>(
  entries: readonly Entry[],
): (Omit<Entry, 'hits'> & { readonly hits: readonly Hit[] })[] {
  const holders = (by: string): number =>
    entries.filter(({ hits }) => hits.some((hit) => hit.kind === 'code' && hit.by === by)).length;
  return entries.map((entry) => ({
    ...entry,
    hits: entry.hits.map((hit) =>
      hit.kind === 'code' ? { ...hit, points: hit.points / holders(hit.by) } : hit,
    ),
  }));
}

/** The best code and the best text: what is said twice is not twice as likely. */
function bestOfEach(hits: readonly Hit[]): Hit[] {
  return (['code', 'message'] as const).flatMap((kind) =>
    hits
      .filter((hit) => hit.kind === kind)
      .toSorted((a, b) => b.points - a.points)
      .slice(0, 1),
  );
}

function codeSpans(text: string, code: string, isNamed: boolean): Span[] {
  if (/^-?\d+$/.test(code)) {
    return occurrences(text, code).filter((span) => isNumberAsCode(text, span));
  }
  // Some libraries cut the letter off that says how severe it is ("EAPI:Invalid key").
  const short = /^E[A-Z]\w*:/.test(code) ? spacedOccurrences(text, code.slice(1)) : [];
  return [...spacedOccurrences(text, code), ...short]
    .filter((span) => standsAlone(text, span, /\w/))
    .filter((span) => isNamed || !isEveryday(code) || isWholeValue(text, span));
}

function messageSpans({ plain, low }: Pasted, message: string, isNamed: boolean): Span[] {
  const parts = plainText(message).toLowerCase().split('…');
  // What changes at an end of the text stands against what stays.
  const isOpen = { before: parts[0] === '', after: parts.at(-1) === '' };
  const [first = '', ...rest] = parts.filter((part) => part.trim() !== '');
  return occurrences(low, first)
    .flatMap(({ start, end }) => {
      let reached = end;
      for (const part of rest) {
        const next = low.indexOf(part, reached);
        // What changes is an address, a name or a number, not a sentence.
        if (next < 0 || next - reached > 80) return [];
        reached = next + part.length;
      }
      return [{ start, end: reached }];
    })
    .filter((span) => standsAlone(low, span, /\w/, isOpen))
    .filter((span) => isNamed || !isEveryday(message) || isWholeValue(plain, span));
}

/** Whether a code or text is one word of the language, which any message may hold. */
function isEveryday(code: string): boolean {
  return /^(?:[A-Z]?[a-z]+(?: [A-Z]?[a-z]+)?|[A-Z]+)$/.test(code) && code.split(' ').length < 3;
}

/** Whether what was found is a quoted value, or all that the text says. */
function isWholeValue(text: string, { start, end }: Span): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (before === '' && /^[.!]?$/.test(after)) return true;
  return /[:=[,]\s*["']$/.test(before) && /^["']/.test(after);
}

/** Names before a value that are never those of an error code. */
const otherNames =
  /(?:price|qty|quantity|amount|size|volume|value|total|balance|free|used|available|cost|fee|limit|count|time|stamp|date|ts|ms|id|uid|nonce|host|port|line|row|col|pid|year|level|leverage|window)$/i;
/** Names of fields in which exchanges send an error code. */
const codeNames = /code|err(?:or)?s?$|errno|label|reason|status|^ret$|msg|message|^result$/i;

/** Whether a number stands where a code would stand, not a price, a time or part of another number. */
function isNumberAsCode(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 300), start);
  const after = text.slice(end, end + 12);
  if (/:\/\/[^\s"'<>]*$/.test(before)) return false;
  // Part of a number, a word, a date, a version, an address or a sum of money.
  if (/[\w.#$€£+%/-]$/.test(before) || /\d[,:]$/.test(before)) return false;
  if (/^(?:\w|[.,:/-]\d|%|-\w)/.test(after)) return false;
  if (/^\s?(?:USDT|USDC|USD|EUR|GBP|BTC|ETH|ms|s|sec|seconds|minutes|bytes|requests)\b/.test(after))
    return false;
  const name = /(["']?)\b([A-Za-z_][\w-]{0,40})\1\s?[:=]\s?["']?$/.exec(before);
  if (name !== null) {
    const [, quote = '', word = ''] = name;
    if (quote !== '' && !codeNames.test(word)) return false;
    if (otherNames.test(word) && !codeNames.test(word)) return false;
  }
  const digits = text.slice(start, end).replace('-', '').length;
  // Small numbers are everywhere; as codes they are called so.
  return digits > 3 || /(?:code|error|err(?:no)?|ret)["']?\s?[:=#(]?\s?["']?$/i.test(before);
}

/** HTTP statuses that a text names as such, not every number between 400 and 599. */
export function statusesIn(text: string): Set<number> {
  const named =
    /\b(?:HTTP(?:Error|\/[\d.]{1,3})?|status(?:[ _-]?code)?|statusCode|Response|error|code)\b["']?\s?[:=[(]{0,3}\s?["']?([45]\d\d)(?![\w.,-]{0,20}\d)/gi;
  // "HTTP status is 401", "GET (401)", "response_status_code 401", "403 ERROR".
  const loose =
    /\b(?:status|status_code|statuscode)\b["']? (?:is|was|of) ([45]\d\d)\b|\b(?:GET|POST|PUT|DELETE) \(([45]\d\d)\)|(?:_|\b)status_code["']?[ :=]{1,3}([45]\d\d)\b|(?<![\w.,:-])([45]\d\d) ERROR\b/g;
  const spelled =
    /(?<![\w.,:-])([45]\d\d)[\s:,)\]]{0,4}(?:Client Error|Server Error|Bad Request|Unauthori[sz]ed|Authorization Required|Forbidden|Not Found|Too Many Requests|I'm a teapot|Unavailable For Legal Reasons|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)\b/gi;
  // As ccxt writes it: method, address, status.
  const afterAddress = /\bhttps?:\/\/\S{1,500} ([45]\d\d)(?= |$)/g;
  // Somebody typed "binance 403".
  const typed = text.length <= 40 ? /(?<![\w.,:-])([45]\d\d)(?![\w.,:-])/g : /(?!)/g;
  const patterns = [named, loose, spelled, afterAddress, typed];
  return new Set(
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) =>
        Number(match.slice(1).find((group) => group !== undefined)),
      ),
    ),
  );
}

/** Where a part stands in a text; the first hundred places are enough to judge by. */
function occurrences(text: string, part: string): Span[] {
  const spans: Span[] = [];
  if (part === '') return spans;
  for (
    let at = text.indexOf(part);
    at >= 0 && spans.length < 100;
    at = text.indexOf(part, at + part.length)
  ) {
    spans.push({ start: at, end: at + part.length });
  }
  return spans;
}

/** Like {@link occurrences}, but a space after a colon may be there or not. */
function spacedOccurrences(text: string, code: string): Span[] {
  if (!code.includes(':')) return occurrences(text, code);
  const tight = code.replaceAll(/:\s*/g, ':');
  return [...new Set([tight, tight.replaceAll(':', ': ')])].flatMap((form) =>
    occurrences(text, form),
  );
}

/** Whether no character of a kind touches what was found, but for a side that is open. */
function standsAlone(
  text: string,
  { start, end }: Span,
  kind: RegExp,
  isOpen = { before: false, after: false },
): boolean {
  return (
    (isOpen.before || !kind.test(text.charAt(start - 1))) &&
    (isOpen.after || !kind.test(text.charAt(end)))
  );
}

function isInside(span: Span, other: Span): boolean {
  const longer = other.end - other.start > span.end - span.start;
  return longer && other.start <= span.start && span.end <= other.end;
}
