import type { StepId } from './steps.ts';

/**
 * The groups of facts on the record of an exchange, in their order. An id is an anchor
 * (`/gate/facts/#permissions`) that people link to: ids are never renamed or removed.
 */
export const recordGroups = [
  'sites',
  'key-page',
  'key-types',
  'permissions',
  'addresses',
  'lifetimes',
  'limits',
  'confirmations',
  'credentials',
  'tools',
  'programs',
  'test-environment',
  'questions',
  'sources',
  'checked',
] as const;

export type RecordGroup = (typeof recordGroups)[number];

/** The group that the fold of a step leads to. */
export const groupOfStep: Readonly<Record<StepId, RecordGroup>> = {
  'check-account': 'sites',
  'wait-for-approval': 'limits',
  'sign-in': 'sites',
  'create-subaccount': 'limits',
  'enable-product': 'limits',
  'open-api-management': 'key-page',
  'create-key': 'key-types',
  'set-permissions': 'permissions',
  'restrict-ip': 'addresses',
  'accept-terms': 'confirmations',
  'confirm-identity': 'confirmations',
  'save-credentials': 'credentials',
  'test-key': 'programs',
  'change-key': 'key-page',
  'rotate-key': 'lifetimes',
  'withdraw-funds': 'sources',
  'export-history': 'sources',
  'revoke-key': 'key-page',
};
