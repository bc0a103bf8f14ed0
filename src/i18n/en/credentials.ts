import type { CredentialRole } from '../../schema/exchange.ts';

export const credentials = {
  caption: 'What to save',
  heads: { label: 'On screen', role: 'What it is', shown: 'Shown' },
  roles: {
    'api-key': 'The key: names the key, like a user name.',
    secret: 'The secret: proves that a request is yours, like a password.',
    passphrase: 'The passphrase of the key.',
    memo: 'The memo of the key.',
    'private-key': 'The private key, which signs requests.',
    'public-key': 'The public key.',
  } satisfies Record<CredentialRole, string>,
  once: 'Once, now',
  downloaded: 'As a file, to download',
  pasted: 'Made by you',
  again: 'Again later, in the list of keys',
  fake: { 'api-key': 'EXAMPLE-KEY-NOT-REAL', other: 'EXAMPLE-SECRET-NOT-REAL' },
};
