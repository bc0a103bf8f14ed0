import type { ErrorKind } from '../../vocabulary/error-kinds.ts';
import type { StepId } from '../../vocabulary/steps.ts';

/** The step that puts a kind of trouble right; none where nothing about the key is wrong. */
export const stepOfKind: Readonly<Record<ErrorKind, StepId | undefined>> = {
  key: 'create-key',
  signature: 'save-credentials',
  passphrase: 'save-credentials',
  clock: 'test-key',
  nonce: 'test-key',
  address: 'restrict-ip',
  permission: 'set-permissions',
  site: 'check-account',
  account: 'check-account',
  product: 'check-account',
  region: 'check-account',
  mode: 'check-account',
  rate: undefined,
  missing: 'save-credentials',
  form: 'save-credentials',
  down: undefined,
  other: undefined,
};

/** The concept that explains a kind of trouble, by its folder name. */
export const conceptOfKind: Readonly<Partial<Record<ErrorKind, string>>> = {
  key: 'what-an-api-key-is',
  signature: 'storing-a-secret',
  missing: 'storing-a-secret',
  form: 'storing-a-secret',
  address: 'address-allowlists',
  permission: 'choosing-permissions',
};
