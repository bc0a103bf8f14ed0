/** A place in a text, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A place in a content file, whose path is below the content folder. */
export interface FilePlace extends Place {
  readonly file: string;
}
