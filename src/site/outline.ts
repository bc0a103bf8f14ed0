import type { StepId } from '../vocabulary/steps.ts';
import type { Redirect } from './redirect.ts';

/** What there is, by name: enough to tell which pages the site has and what stands on them. */
export interface Outline {
  readonly exchanges: readonly OutlinedExchange[];
  readonly partners: readonly OutlinedPartner[];
  readonly useCaseIds: readonly string[];
  readonly conceptSlugs: readonly string[];
  readonly redirects: readonly Redirect[];
  /** Files at the top that have faults of their own: of what they list, nothing can be said. */
  readonly unread: { readonly useCases: boolean; readonly redirects: boolean };
}

/** A published exchange. */
export interface OutlinedExchange {
  readonly slug: string;
  /** The files can be read; of others nothing can be said. */
  readonly isRead: boolean;
  /** Whether keys are made there; at a closing one every page looks after what exists. */
  readonly isActive: boolean;
  readonly defaultUseCase: string;
  /** Ids of other sites that the same path holds for. */
  readonly otherSites: readonly string[];
  /** Names that it had before. */
  readonly formerNames: readonly string[];
  readonly steps: readonly {
    readonly id: StepId;
    readonly useCases: readonly string[] | undefined;
  }[];
  readonly questionIds: readonly string[];
  readonly sourceIds: readonly string[];
}

/** A partner with the exchanges that it serves. */
export interface OutlinedPartner {
  readonly slug: string;
  /** The file can be read; of others nothing can be said. */
  readonly isRead: boolean;
  readonly example: boolean;
  readonly served: readonly {
    readonly exchange: string;
    readonly useCases: readonly string[];
    /** How many keys its clients make there. */
    readonly keys: number;
  }[];
}
