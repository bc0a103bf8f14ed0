import type { ErrorKind } from '../vocabulary/error-kinds.ts';
import type { StepId } from '../vocabulary/steps.ts';
import type { MatchableError, MatchableExchange } from './error-match.ts';

/** The form of the lists of errors that programs and the page /errors/ read. */

/** A step that puts an error right: its title and the path of the page that has it. */
export interface StepLink {
  readonly step: StepId;
  readonly title: string;
  readonly path: string;
}

/** Number of the form of /api/v1/errors.json; another form gets another number. */
export const errorListVersion = 1;

/** What /api/v1/errors.json holds. Texts are plain; paths begin at the root of the host. */
export interface ErrorList {
  readonly version: typeof errorListVersion;
  readonly exchanges: readonly ListedExchange[];
}

export interface ListedExchange extends MatchableExchange {
  readonly name: string;
  /** Path of the guide. */
  readonly guide: string;
  /** Path of the page with all errors of the exchange. */
  readonly page: string;
  readonly errors: readonly ListedError[];
  /** Steps of the guide, where it has them: what mends errors of a kind. */
  readonly steps: readonly StepLink[];
  /** Usual errors for which no source says what the exchange answers. */
  readonly undocumented: readonly { readonly kind: ErrorKind; readonly text: string }[];
}

export interface ListedError extends MatchableError {
  readonly kinds: readonly ErrorKind[];
  readonly symptom: string;
  readonly tellApart: string | undefined;
  /** Path of the entry in the guide. */
  readonly path: string;
  /** Most likely first. */
  readonly causes: readonly {
    readonly cause: string;
    readonly mend: string;
    /** Step that puts it right, where a guide page has it. */
    readonly step: StepLink | undefined;
  }[];
}

/** Whether a value is a list of errors in the form that this code knows. */
export function isErrorList(value: unknown): value is ErrorList {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === errorListVersion
  );
}
