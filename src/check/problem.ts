import type { FilePlace } from '../content/place.ts';

/** One thing that is wrong in the content, with the place and the mend. */
export interface Problem extends FilePlace {
  readonly rule: string;
  /** A warning is reported but does not fail. */
  readonly severity: 'error' | 'warning';
  /** What is wrong: what was found and what was expected. */
  readonly message: string;
  /** The next thing to do. */
  readonly help: string;
}

/** Order for reports: by file, line, column, rule. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
