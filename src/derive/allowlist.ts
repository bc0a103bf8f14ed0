import { documentationAddresses } from './documentation-addresses.ts';
import type { Allowlist } from '../schema/exchange.ts';

const separators = {
  comma: ',',
  newline: '\n',
  space: ' ',
  semicolon: ';',
  'one-per-field': '\n',
} as const satisfies Record<NonNullable<Allowlist['separator']>, string>;

/**
 * Addresses in the form in which an exchange takes them.
 *
 * Input: the allowlist facts and addresses (IPv4, IPv6 or CIDR). Output: the text to
 * type or paste; one address a line where the separator is not documented.
 */
export function formatAddresses(allowlist: Allowlist, addresses: readonly string[]): string {
  return addresses.join(separators[allowlist.separator ?? 'newline']);
}

/** An example for drawings and text: as many documentation addresses as the exchange takes, at most two. */
export function exampleAddresses(allowlist: Allowlist): string[] {
  return documentationAddresses.ipv4.slice(0, allowlist.most === 1 ? 1 : 2);
}
