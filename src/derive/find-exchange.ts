/** Something that can be found by what people call an exchange. */
export interface Findable {
  /** Its names and ids, today's first, and its domains. */
  readonly words: readonly string[];
}

/** Shortest question that is compared with names that are only similar. */
const shortestSlip = 4;

/**
 * Finds exchanges by a name, a former name, an id or an address, as far as it is typed.
 *
 * Input: what a reader typed or pasted ("gate.io", "https://www.kraken.com/x", "Huobi key"),
 * and the candidates. Output: those that begin with it, or that it names, in their order;
 * with none of them and unless told otherwise, those whose name is the nearest by a slip of
 * the keys ("krakne"); none for an empty text. Never throws.
 */
export function findExchanges<Item extends Findable>(
  typed: string,
  candidates: readonly Item[],
  { nearly = true }: { readonly nearly?: boolean } = {},
): Item[] {
  const question = readQuestion(typed);
  if (question === undefined) return [];
  for (const fits of [begins, isNamed]) {
    const hits = candidates.filter(({ words }) => words.some((word) => fits(question, word)));
    if (hits.length > 0) return hits;
  }
  return nearly ? nearest(question.text, candidates) : [];
}

interface Question {
  /** Letters and digits alone. */
  readonly text: string;
  /** Its words, squeezed; "key" and the like are no names. */
  readonly tokens: readonly string[];
  /** The host, where it is an address. */
  readonly host: string | undefined;
}

/** Whether a text asks for anything at all. */
export function isQuestion(typed: string): boolean {
  return readQuestion(typed) !== undefined;
}

function readQuestion(typed: string): Question | undefined {
  // More is no name; the rest would only cost time.
  const text = typed.trim().toLowerCase().slice(0, 200);
  const address = /^(?:https?:\/\/)?(?:www\.)?([^/\s?#@]+\.[a-z]{2,})(?:[/?#:]|$)/.exec(text);
  const host = address?.[1];
  const asked = squeezed(host ?? text);
  if (asked === '') return undefined;
  return { text: asked, tokens: text.split(/[^\p{L}\p{N}.]+/u).map(squeezed), host };
}

/** Whether a name begins with what was typed, or the address is one of the exchange. */
function begins({ text, host }: Question, word: string): boolean {
  const lower = word.toLowerCase();
  if (host !== undefined && (host === lower || host.endsWith(`.${lower}`))) return true;
  if (squeezed(lower).startsWith(text)) return true;
  // A word of the name, such as "Futures"; a domain is one word.
  return !lower.includes('.') && lower.split(/\s+/).some((part) => squeezed(part).startsWith(text));
}

/** Whether a name is one of the words that were typed; an address is no sentence. */
function isNamed({ tokens, host }: Question, word: string): boolean {
  const whole = squeezed(word);
  return host === undefined && whole.length > 2 && tokens.includes(whole);
}

/** Letters and digits alone, without accents: what tells "Gate.io" from "gate io" goes. */
function squeezed(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Those whose name is within a slip or two of what was typed, the nearest alone. */
function nearest<Item extends Findable>(text: string, candidates: readonly Item[]): Item[] {
  if (text.length < shortestSlip || text.length > 40) return [];
  const most = text.length < 7 ? 1 : 2;
  const ranked = candidates.map((candidate) => ({
    candidate,
    slips: Math.min(...candidate.words.map((word) => slipsBetween(text, squeezed(word), most))),
  }));
  const least = Math.min(most + 1, ...ranked.map(({ slips }) => slips));
  return least > most
    ? []
    : ranked.filter(({ slips }) => slips === least).map(({ candidate }) => candidate);
}

/** Letters that were left out, added, exchanged or turned round, up to a limit (Damerau's distance). */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
