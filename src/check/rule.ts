import type { Content } from './content.ts';
import type { Problem } from './problem.ts';

/** What people read about a check. Its id, meaning and mend are documented from here. */
export interface RuleText {
  /** What the rule asks for, as a sentence. */
  readonly meaning: string;
  /** How to put a failure right, as a sentence. */
  readonly mend: string;
  /** Something that fails, as an author would write it. */
  readonly example: string;
  /** A warning is reported but does not fail; errors do. */
  readonly severity?: 'error' | 'warning';
}

/** One check of the texts. */
export interface Rule extends RuleText {
  check(content: Content): Finding[];
}

/** A problem as a rule reports it; the runner adds the id and the severity of the rule. */
export type Finding = Omit<Problem, 'rule' | 'severity'>;
