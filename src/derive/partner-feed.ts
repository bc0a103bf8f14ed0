import {
  addressesAt,
  type AddressChange,
  changeId,
  changesOf,
  type Partner,
} from '../schema/partner.ts';

/** One entry of a partner's feed. */
export interface PartnerFeedItem {
  readonly change: AddressChange;
  readonly announced: string;
  /** Anchor on the partner's page. */
  readonly anchor: string;
  /** Names of the exchanges whose keys it concerns, in the order of the profile. */
  readonly exchanges: readonly string[];
}

/**
 * What a partner's feed announces: every change of an address that some exchange's keys
 * are bound to, the latest announcement first.
 *
 * Input: the partner, and the names of exchanges by their folders.
 */
export function partnerFeedItems(
  partner: Partner,
  names: ReadonlyMap<string, string>,
): PartnerFeedItem[] {
  return changesOf(partner.addresses)
    .map((change) => ({
      change,
      announced: change.announced,
      anchor: changeId(change),
      exchanges: partner.exchanges
        .filter((served) =>
          addressesAt(partner, served).some(({ address }) => change.addresses.includes(address)),
        )
        .map(({ exchange }) => names.get(exchange) ?? exchange),
    }))
    .filter(({ exchanges }) => exchanges.length > 0)
    .sort((a, b) => (a.announced < b.announced ? 1 : a.announced > b.announced ? -1 : 0));
}
