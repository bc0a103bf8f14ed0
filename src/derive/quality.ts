import { isStale } from './dates.ts';
import { testRequests } from './test-requests.ts';
import { type ExchangeFacts, errorNames } from '../schema/exchange.ts';
import { everyBlock, type StepBlock } from '../markdown/step-blocks.ts';
import type { Guide } from '../schema/guide.ts';
import { type StepId, stepTable } from '../vocabulary/steps.ts';

/** Grades of a guide, lowest first. A guide that passes the checks is at least bronze. */
export const grades = ['bronze', 'silver', 'gold'] as const;
export type Grade = (typeof grades)[number];

/** What keeps a guide from the next grade. */
export type QualityGap =
  | { readonly kind: 'undrawn-steps'; readonly steps: readonly string[] }
  | { readonly kind: 'no-test-program' }
  | { readonly kind: 'few-error-codes'; readonly found: number; readonly wanted: number }
  | { readonly kind: 'no-live-account' }
  | { readonly kind: 'live-account-stale'; readonly date: string };

export interface Quality {
  readonly grade: Grade;
  /** What is missing for the next grade; empty at gold. */
  readonly missing: readonly QualityGap[];
}

/** Error codes that a silver guide explains at least. */
export const wantedErrorCodes = 5;

/**
 * The grade of a guide. Bronze: complete and sourced, which the checks make sure of.
 * Silver: every step that creates the key is drawn, the step that proves it has a
 * program that readers can run (our tests run it), and the common errors are mapped.
 * Gold: a person walked through it with an account, within the limit of
 * {@link isStale}.
 *
 * Input: the facts, the guide, what stands in its steps, and today. Output: the grade and
 * what is missing for the next.
 */
export function qualityOf(
  exchange: Pick<ExchangeFacts, 'signing' | 'troubleshooting'>,
  guide: Pick<Guide, 'steps' | 'groups' | 'verification' | 'defaultUseCase'>,
  blocks: ReadonlyMap<StepId, readonly StepBlock[]>,
  today: string,
): Quality {
  const undrawn = guide.groups.flatMap(({ title, steps: ids }) => {
    const steps = guide.steps.filter(({ id }) => ids.includes(id));
    const [first] = steps;
    return first === undefined ||
      stepTable[first.id].phase !== 'create' ||
      steps.some(({ screens }) => screens.length > 0)
      ? []
      : [title ?? first.title];
  });
  const codes = exchange.troubleshooting.filter((entry) => errorNames(entry).length > 0).length;
  const forSilver: QualityGap[] = [
    ...(undrawn.length === 0 ? [] : [{ kind: 'undrawn-steps' as const, steps: undrawn }]),
    ...(offersProgram(exchange, guide, blocks) ? [] : [{ kind: 'no-test-program' as const }]),
    ...(codes >= wantedErrorCodes
      ? []
      : [{ kind: 'few-error-codes' as const, found: codes, wanted: wantedErrorCodes }]),
  ];
  if (forSilver.length > 0) return { grade: 'bronze', missing: forSilver };

  const { method, date } = guide.verification;
  if (method !== 'live-account') return { grade: 'silver', missing: [{ kind: 'no-live-account' }] };
  if (isStale(date, today))
    return { grade: 'silver', missing: [{ kind: 'live-account-stale', date }] };
  return { grade: 'gold', missing: [] };
}

/** Whether the step that proves the key offers the programs of the usual use case. */
function offersProgram(
  { signing }: Pick<ExchangeFacts, 'signing'>,
  { defaultUseCase }: Pick<Guide, 'defaultUseCase'>,
  blocks: ReadonlyMap<StepId, readonly StepBlock[]>,
): boolean {
  const step = everyBlock(blocks.get('test-key') ?? []);
  if (signing === undefined || testRequests(signing, [defaultUseCase]).all.length === 0)
    return false;
  return step.some((block) => 'part' in block && block.part === 'TestKey');
}
