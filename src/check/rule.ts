import type { Content } from './content.ts';
import type { Problem } from './problem.ts';

/** One check. Its id, meaning and mend are documented from here. */
export interface Rule {
  /** What the rule asks for, as a sentence. */
  readonly meaning: string;
  /** How to put a failure right, as a sentence. */
  readonly mend: string;
  check(content: Content): Finding[];
}

/** A problem as a rule reports it; the rule's id is added by the runner. */
export type Finding = Omit<Problem, 'rule'>;
