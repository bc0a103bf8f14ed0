import { z } from 'astro/zod';

const boxSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
});

/** What text and code recognition read in a picture. Boxes are in pixels of the picture. */
export const readingSchema = z.strictObject({
  /** Rows of words, from left to right. A picture is read twice, so a row can come twice. */
  rows: z.array(z.array(z.strictObject({ text: z.string(), box: boxSchema }))),
  /** QR codes that could be decoded. What they say is not kept. */
  codes: z.array(boxSchema),
});

export type Reading = z.infer<typeof readingSchema>;
export type Row = Reading['rows'][number];
export type Word = Row[number];

/** Reads pictures. The first reading loads what it needs; `close` lets it go. */
export interface PictureReader {
  /**
   * Reads the text and the QR codes of a picture.
   *
   * Input: the bytes of its file. Throws ReaderMissing where text recognition is not
   * installed, and another error where the picture cannot be decoded.
   */
  read(bytes: Uint8Array): Promise<Reading>;
  close(): Promise<void>;
}

/** Text recognition is not installed; the message says what is missing. */
export class ReaderMissing extends Error {
  override readonly name = 'ReaderMissing';
}

/**
 * Puts words that stand beside each other into rows.
 *
 * Input: words in any order, as of one pass over a picture. Output: rows from top to
 * bottom, each from left to right. Labels and values that stand far apart share a row.
 */
export function rowsOf(words: readonly Word[]): Row[] {
  const rows: Word[][] = [];
  const byHeight = words.toSorted((a, b) => middleOf(a) - middleOf(b));
  for (const word of byHeight) {
    const row = rows.findLast((candidate) => candidate.some((other) => areBeside(other, word)));
    if (row === undefined) rows.push([word]);
    else row.push(word);
  }
  return rows.map((row) => row.toSorted((a, b) => a.box.x - b.box.x));
}

function middleOf({ box }: Word): number {
  return box.y + box.height / 2;
}

function areBeside(a: Word, b: Word): boolean {
  return Math.abs(middleOf(a) - middleOf(b)) < Math.min(a.box.height, b.box.height) / 2;
}
