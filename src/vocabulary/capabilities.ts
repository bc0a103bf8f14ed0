import { z } from 'astro/zod';

/**
 * How much harm a capability can do in the wrong hands, from least to most.
 * `moves-out` is never switched on: no use case of this site needs it.
 */
export const severities = ['reads', 'moves-own', 'trades', 'moves-out'] as const;
export type Severity = (typeof severities)[number];

/**
 * What a permission can let a key do, in our own words, the same for every
 * exchange. Exchanges name and cut their permissions differently; each level of
 * each permission is described by a set of these.
 */
export const severityByCapability = {
  'read-account': 'reads',
  'read-balances': 'reads',
  'read-orders': 'reads',
  'read-order-history': 'reads',
  'read-trades': 'reads',
  'read-transfers': 'reads',
  'read-ledger': 'reads',
  'read-positions': 'reads',
  'read-earn': 'reads',
  'read-loans': 'reads',
  'read-subaccounts': 'reads',
  'read-rebates': 'reads',
  'move-own': 'moves-own',
  'create-deposit-address': 'moves-own',
  'trade-spot': 'trades',
  'trade-margin': 'trades',
  'trade-futures': 'trades',
  'trade-delivery': 'trades',
  'trade-options': 'trades',
  'trade-cfd': 'trades',
  'trade-predictions': 'trades',
  convert: 'trades',
  earn: 'trades',
  borrow: 'trades',
  'copy-trade': 'trades',
  'run-bots': 'trades',
  'pay-out': 'moves-out',
  'manage-addresses': 'moves-out',
  'manage-keys': 'moves-out',
  withdraw: 'moves-out',
} as const satisfies Record<string, Severity>;

export type Capability = keyof typeof severityByCapability;

export const capabilities = Object.keys(severityByCapability) as [Capability, ...Capability[]];
export const capabilitySchema = z.enum(capabilities);

/** The harm that a capability can do. */
export function severityOf(capability: Capability): Severity {
  return severityByCapability[capability];
}

/** Whether a capability can take funds out of the account, directly or by widening a key. */
export function movesOut(capability: Capability): boolean {
  return severityOf(capability) === 'moves-out';
}

/** Sorts capabilities into the order of the table and drops repeats. */
export function inTableOrder(set: Iterable<Capability>): Capability[] {
  const wanted = new Set(set);
  return capabilities.filter((capability) => wanted.has(capability));
}
