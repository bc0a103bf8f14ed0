/**
 * Whole numbers of 32 bits as a short text, for digests that hold thousands of them.
 * The inverse is `unpacked`.
 */
export function packed(numbers: Iterable<number>): string {
  const bytes = Int32Array.from(numbers);
  return Buffer.from(bytes.buffer).toString('base64');
}

/** The numbers in a text that `packed` made. */
export function unpacked(text: string): Int32Array {
  // A copy: numbers may stand only where a multiple of four bytes comes before them.
  return new Int32Array(new Uint8Array(Buffer.from(text, 'base64')).buffer);
}

/** The start value of `hashOf`. */
export const emptyHash = 0x811c9dc5 | 0;

/**
 * FNV-1a, 32 bits, over the UTF-16 units of a text; with the hash of another text, that of both in a row.
 * Source: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
 */
export function hashOf(text: string, before = emptyHash): number {
  let value = before;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value;
}
