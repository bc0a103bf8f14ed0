import type { Content } from '../content/content.ts';
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

/** What a check can look at besides the content: nothing of the disk or the environment. */
export interface CheckContext {
  /** The day against which days are judged, `2026-11-20`. */
  readonly today: string;
}

/**
 * One check of the content's texts. It depends on the content and the context alone, and
 * is silent about what cannot be read: a fault is reported once, where it is, and not
 * again by every rule that misses what it hides.
 */
export interface Rule extends RuleText {
  check(content: Content, context: CheckContext): Finding[];
}

/** A problem as a rule reports it; the runner adds the id and the severity of the rule. */
export type Finding = Omit<Problem, 'rule' | 'severity'>;
