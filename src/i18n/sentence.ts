/** Words within a sentence that a component shows in its own way: as a link, bold or as code. */
export interface Marked<Mark extends string> {
  readonly mark: Mark;
  /** The words; empty where the component brings them. */
  readonly words: string;
}

/** A whole sentence with marked places, in the order of its language. */
export type Sentence<Mark extends string> = readonly (string | Marked<Mark>)[];

/** A place that a component fills: the host in "Your address bar must say …". */
export function hole<Mark extends string>(mark: Mark): Marked<Mark> {
  return { mark, words: '' };
}

/** Words of the sentence that a component makes a link of, or sets apart. */
export function marked<Mark extends string>(mark: Mark, words: string): Marked<Mark> {
  return { mark, words };
}

/**
 * Writes a sentence as one template, so that a language can put its marked places in any
 * order: `` sentence`Paste it into ${marked('link', 'the search')}, ${name}.` ``
 */
export function sentence<Mark extends string = never>(
  texts: TemplateStringsArray,
  ...parts: readonly (string | Marked<Mark>)[]
): Sentence<Mark> {
  return texts.flatMap((text, index) => {
    const part = parts[index];
    return part === undefined ? [text] : [text, part];
  });
}

/**
 * Puts a sentence together for a page.
 *
 * Input: the sentence, and for each of its marks what makes its words into something to show.
 * Output: the pieces in order. Throws where the sentence has no place for a mark, which would
 * leave a link out.
 */
export function composed<Mark extends string, Shown>(
  pieces: Sentence<Mark>,
  makers: Readonly<Record<Mark, (words: string) => Shown>>,
): (string | Shown)[] {
  const marks = new Set<string>(
    pieces.map((piece) => (typeof piece === 'string' ? '' : piece.mark)),
  );
  for (const mark of Object.keys(makers)) {
    if (!marks.has(mark))
      throw new Error(
        `[i18n] The sentence "${plainSentence(pieces)}" has no place for "${mark}". Add it to the dictionary.`,
      );
  }
  return pieces.map((piece) =>
    typeof piece === 'string' ? piece : makers[piece.mark](piece.words),
  );
}

/** The words of a sentence alone; a place that a component fills is shown by its name. */
export function plainSentence(pieces: Sentence<string>): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : piece.words || `{${piece.mark}}`))
    .join('');
}
