import type { PermissionSettings } from '../derive/permission-settings.ts';
import type { Exchange } from '../schema/exchange.ts';
import { testPlan } from './plan.ts';
import type { OutcomeId, TestPlan } from './test-plan.ts';

/** What a test program can come to: the one list from which page and checklist are made. */
export interface ProgramOutcomes {
  /** How a key ends that is as it should be. */
  readonly good: {
    /** Exit status: 0, or 3 where the answer does not tell everything. */
    readonly status: number;
    /** Labels of permissions that no answer tells of: what is left to look at on the website. */
    readonly look: readonly string[];
  };
  /** What else decides, the gravest first. */
  readonly others: readonly OutcomeId[];
}

/** The outcomes of a plan. */
export function programOutcomes({ judgement }: Pick<TestPlan, 'judgement'>): ProgramOutcomes {
  const met = judgement.rules.filter(({ expected }) => expected);
  const deciding = judgement.outcomes.filter(({ end }) => end !== undefined);
  const good = deciding.find(
    ({ outcome }) => outcome === 'else' || met.some(({ where }) => where === outcome),
  );
  return {
    good: {
      status: good?.end?.status ?? 0,
      look: [
        ...new Set(met.flatMap(({ where, says }) => (where === 'look' ? (says.values ?? []) : []))),
      ],
    },
    others: deciding.flatMap(({ outcome }) =>
      outcome === 'else' || outcome === good?.outcome ? [] : [outcome],
    ),
  };
}

/** Stands where a plan names the page; no outcome depends on it. */
const anyPage = 'https://guides.example/';

/**
 * What a reader has to look at on the website after a good answer.
 *
 * Input: the exchange, and the settings of the use case. Output: labels; none where there is
 * no program, or where its answer tells everything.
 */
export function rightsToLookAt(
  exchange: Exchange,
  settings: PermissionSettings,
): readonly string[] {
  const plan = testPlan(exchange, settings, anyPage);
  return plan === undefined ? [] : programOutcomes(plan).good.look;
}
