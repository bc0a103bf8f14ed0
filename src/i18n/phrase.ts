/** A label of an exchange within a sentence: shown apart, and red where it must stay off. */
export interface Label {
  readonly label: string;
  readonly isNever: boolean;
}

/** A whole sentence, in the order of its language, with labels in it. */
export type Phrase = readonly (string | Label)[];

/** A label within a sentence. */
export function label(text: string): Label {
  return { label: text, isNever: false };
}

/** A label that must stay off. */
export function never(text: string): Label {
  return { label: text, isNever: true };
}

/** Writes a sentence as one template: `` phrase`Switch on ${label('Read')}.` `` */
export function phrase(
  texts: TemplateStringsArray,
  ...parts: readonly (string | Label | Phrase)[]
): Phrase {
  return texts.flatMap((text, index) => {
    const part = parts[index];
    if (part === undefined) return [text];
    return typeof part === 'string' || 'label' in part ? [text, part] : [text, ...part];
  });
}

/** The words of a sentence alone. */
export function plainPhrase(pieces: Phrase): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.label)).join('');
}

/** How many words a sentence has. */
export function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
