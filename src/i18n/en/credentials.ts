import type { CredentialRole } from '../../schema/exchange.ts';

export const credentials = {
  roles: {
    'api-key': 'The key: names the key, like a user name.',
    secret: 'The secret: proves that a request is yours, like a password.',
    passphrase: 'The passphrase of the key.',
    memo: 'The memo of the key.',
    'private-key': 'The private key, which signs requests.',
    'public-key': 'The public key.',
  } satisfies Record<CredentialRole, string>,
  fake: { 'api-key': 'EXAMPLE-KEY-NOT-REAL', other: 'EXAMPLE-SECRET-NOT-REAL' },
};
