import { keyShapesIn } from '../secret-shapes.ts';

/**
 * What in a pasted text is nobody's business: keys, secrets, signatures, passphrases, and
 * addresses. Told to readers before they pass the text on; by the name that stands before it.
 */

/** What a private part is, in the order in which it matters. */
export const privateKinds = ['secret', 'passphrase', 'key', 'signature', 'address'] as const;
export type PrivateKind = (typeof privateKinds)[number];

export interface PrivatePart {
  readonly kind: PrivateKind;
  /** The part itself. */
  readonly text: string;
}

/** Names of fields by what they hold; the first that fits. */
const kindOfName: readonly (readonly [PrivateKind, RegExp])[] = [
  ['passphrase', /pass ?phrase|password|\bmemo\b|_memo/i],
  ['signature', /sign/i],
  ['secret', /secret|private/i],
  ['key', /key|token|\buid\b/i],
];

/** A value after its name: `passphrase=…`, `"memo": "…"`, `X-BM-MEMO: …`. */
const named =
  /\b(?:[A-Z-]{1,20}-)?(?:pass_?phrase|password|memo)["']?\s?[:=]\s?["']?([^\s"',;}&]{4,80})/gi;

const ipv4 =
  /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/g;
/** Of a machine at home or the machine itself: they tell nobody anything. */
const inside = /^(?:0|10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\./;
/** Four groups at least, so that a time of day is none. */
const ipv6 =
  /(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::|[0-9a-f]{1,4})(?::?[0-9a-f]{1,4}){0,4}(?![\w:])/gi;
const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;

/**
 * The private parts of a text, each once, what matters most first.
 *
 * Input: the text as pasted. Never throws.
 */
export function privatePartsIn(text: string): PrivatePart[] {
  const parts = text.split('\n').flatMap((line): PrivatePart[] => [
    ...keyShapesIn(line).map(({ what, index, length }) => ({
      kind: what === 'a private key' ? 'secret' : kindBefore(line.slice(0, index)),
      text: line.slice(index, index + length),
    })),
    // A word alone may be what the exchange says of it.
    ...[...line.matchAll(named)]
      .map(([, value = '']) => value)
      .filter((value) => /\d/.test(value))
      .map((value) => ({ kind: 'passphrase' as const, text: value })),
    ...[...line.matchAll(ipv4), ...line.matchAll(ipv6), ...line.matchAll(email)]
      .map(([address]) => address)
      .filter((address) => !inside.test(address))
      .map((address) => ({ kind: 'address' as const, text: address })),
  ]);
  const seen = new Set<string>();
  const once = parts.filter(({ text: part }) => !seen.has(part) && seen.add(part));
  return privateKinds.flatMap((kind) => once.filter((part) => part.kind === kind));
}

/** What the name before a value says that it is; without one it may be a key. */
function kindBefore(before: string): PrivateKind {
  const name =
    before
      .slice(-40)
      .split(/[\s,;&?{]/)
      .filter((part) => /\w/.test(part))
      .at(-1) ?? '';
  return kindOfName.find(([, pattern]) => pattern.test(name))?.[0] ?? 'key';
}
