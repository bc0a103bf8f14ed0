import { z } from 'astro/zod';

/** The parts of a guide, in reading order. Each step belongs to exactly one. */
export const phases = ['prepare', 'create', 'prove', 'look-after'] as const;
export type Phase = (typeof phases)[number];

interface StepDefinition {
  readonly phase: Phase;
  /** A guide must have it (exactly once), or may have it. */
  readonly required: boolean;
  /** What the step settles; shown to contributors. */
  readonly purpose: string;
}

/**
 * Every step that a guide can have, in the usual order. An id is a page anchor
 * (`/gate/#restrict-ip`) that people link to: ids are never renamed or removed.
 */
export const stepTable = {
  'check-account': {
    phase: 'prepare',
    required: true,
    purpose: 'The right site, verification, two-factor, fund password, and what to have at hand.',
  },
  'wait-for-approval': {
    phase: 'prepare',
    required: false,
    purpose: 'Wait until the exchange has approved API access.',
  },
  'create-subaccount': {
    phase: 'prepare',
    required: false,
    purpose: 'Make or choose a sub-account, and where its keys are; a closed row of its own.',
  },
  'sign-in': {
    phase: 'create',
    required: true,
    purpose: 'Sign in on the official address, in a browser.',
  },
  'enable-product': {
    phase: 'create',
    required: false,
    purpose: 'Open the product (for example futures) before the key is made.',
  },
  'open-api-management': {
    phase: 'create',
    required: true,
    purpose: 'Find the page that lists API keys.',
  },
  'create-key': {
    phase: 'create',
    required: true,
    purpose: 'Start a new key: its type, its account and its label.',
  },
  'set-permissions': {
    phase: 'create',
    required: true,
    purpose: 'Switch on what the use case needs and nothing else.',
  },
  'restrict-ip': {
    phase: 'create',
    required: true,
    purpose: 'Bind the key to fixed addresses.',
  },
  'accept-terms': {
    phase: 'create',
    required: false,
    purpose: 'Accept an agreement that the exchange shows.',
  },
  'confirm-identity': {
    phase: 'create',
    required: true,
    purpose: 'Confirm with two-factor codes, a fund password or an e-mail.',
  },
  'save-credentials': {
    phase: 'create',
    required: true,
    purpose: 'Store the key and the secret before the page closes.',
  },
  'test-key': {
    phase: 'prove',
    required: true,
    purpose: 'Prove that the key works and cannot do more than it should.',
  },
  'change-key': {
    phase: 'look-after',
    required: false,
    purpose: 'Change the addresses or the permissions of a key that exists.',
  },
  'rotate-key': {
    phase: 'look-after',
    required: true,
    purpose: 'Replace the key on a schedule or before it ends.',
  },
  'withdraw-funds': {
    phase: 'look-after',
    required: false,
    purpose: 'Take the funds out of an exchange that is closing, by hand.',
  },
  'export-history': {
    phase: 'look-after',
    required: false,
    purpose: 'Save the history for tax before the exchange closes.',
  },
  'revoke-key': {
    phase: 'look-after',
    required: true,
    purpose: 'Delete the key so that it stops working.',
  },
} as const satisfies Record<string, StepDefinition>;

export type StepId = keyof typeof stepTable;

export const stepIds = Object.keys(stepTable) as [StepId, ...StepId[]];
export const requiredStepIds = stepIds.filter((id) => stepTable[id].required);

/** Steps that the guide of a closing or closed exchange must have: no key is made there. */
export const requiredStepIdsWhenClosing: readonly StepId[] = ['revoke-key'];

/** Steps that make a key anew: none is shown where keys of this kind have ended. */
export const stepsWithNewKeys: readonly StepId[] = stepIds.filter(
  (id) => stepTable[id].phase !== 'look-after' || id === 'change-key' || id === 'rotate-key',
);

export const stepIdSchema = z.enum(stepIds);

/** Tells whether a string is a step id. */
export function isStepId(value: string): value is StepId {
  return Object.hasOwn(stepTable, value);
}
