import type { CredentialRole } from '../schema/exchange.ts';

const endings = {
  'api-key': 'KEY',
  secret: 'SECRET',
  passphrase: 'PASSPHRASE',
  memo: 'MEMO',
  'private-key': 'PRIVATE_KEY',
  'public-key': 'PUBLIC_KEY',
} as const satisfies Record<CredentialRole, string>;

/**
 * Name of the environment variable that holds a credential, the same in every text and
 * program of the site.
 *
 * Input: slug of the exchange, such as "kraken-futures", and the role. Output: the name,
 * such as `KRAKEN_FUTURES_API_SECRET`: a letter first, then capital letters, digits and
 * underscores, so that every shell takes it.
 */
export function environmentName(slug: string, role: CredentialRole): string {
  return `${prefixOf(slug)}_${endings[role]}`;
}

/** Name of the environment variable that leads a program to another address: `GATE_API_BASE`. */
export function baseVariableName(slug: string): string {
  return `${prefixOf(slug)}_BASE`;
}

function prefixOf(slug: string): string {
  const prefix = slug.toUpperCase().replaceAll('-', '_');
  // A name that begins with a digit is none to a shell.
  return `${/^\d/.test(prefix) ? 'X' : ''}${prefix}_API`;
}
