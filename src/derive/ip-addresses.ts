import { Address4, Address6, AddressError } from 'ip-address';

/**
 * Internet addresses and ranges of them (CIDR): reading, comparing, writing out. What a
 * block is for comes from the IANA special-purpose registries, as ip-address knows them.
 */

/** One address or one range. */
export interface AddressRange {
  /** The shortest form: `203.0.113.10`, `203.0.113.16/30`, `2001:db8::10`. */
  readonly text: string;
  readonly version: 4 | 6;
  /** Length of the prefix; 32 or 128 for a single address. */
  readonly prefix: number;
  readonly first: bigint;
  readonly last: bigint;
}

/** What a range is for: of the whole internet, for documentation, or neither (private, loopback, …). */
export type AddressScope = 'public' | 'documentation' | 'special';

/** All addresses that are handed out lie in this block (RFC 4291, section 4). */
const globalUnicast = new Address6('2000::/3');

/**
 * Reads an address or a range.
 *
 * Input: a text; host bits and a prefix of full length are dropped. Output: the range, or
 * undefined where the text is none.
 */
export function readAddress(text: string): AddressRange | undefined {
  const parsed = parse(text);
  if (parsed === undefined) return undefined;
  const version = parsed instanceof Address4 ? 4 : 6;
  const start = parsed.startAddress();
  const single = parsed.subnetMask === bitsOf[version];
  return {
    text: single ? start.correctForm() : `${start.correctForm()}/${parsed.subnetMask}`,
    version,
    prefix: parsed.subnetMask,
    first: start.bigInt(),
    last: parsed.endAddress().bigInt(),
  };
}

/** How many addresses a range has. */
export function sizeOf(range: AddressRange): bigint {
  return range.last - range.first + 1n;
}

/** Whether two ranges have an address in common. */
export function overlaps(a: AddressRange, b: AddressRange): boolean {
  return a.version === b.version && a.first <= b.last && b.first <= a.last;
}

/**
 * Every address of a range, in order.
 *
 * Throws where there are more than 1,024: nobody types so many.
 */
export function addressesOf(range: AddressRange): string[] {
  const size = sizeOf(range);
  if (size > 1024n)
    throw new Error(`[addresses] ${range.text} has ${size} addresses; at most 1,024 are listed.`);
  const kind = range.version === 4 ? Address4 : Address6;
  return Array.from({ length: Number(size) }, (_, index) =>
    kind.fromBigInt(range.first + BigInt(index)).correctForm(),
  );
}

/** What a range is for; one that reaches from one purpose into another is special. */
export function scopeOf(range: AddressRange): AddressScope {
  const kind = range.version === 4 ? Address4 : Address6;
  const ends = [range.first, range.last].map((end) => scopeOfAddress(kind.fromBigInt(end)));
  return ends[0] === ends[1] ? (ends[0] ?? 'special') : 'special';
}

const bitsOf = { 4: 32, 6: 128 } as const;

/** Blocks of the registries from which nobody calls, and which the library counts as global. */
const servedByNobody = [
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.175.48.0/24',
].map((text) => new Address4(text));
const servedByNobody6 = ['2001::/23', '2620:4f:8000::/48'].map((text) => new Address6(text));

function parse(text: string): Address4 | Address6 | undefined {
  try {
    return text.includes(':') ? new Address6(text) : new Address4(text);
  } catch (error) {
    if (error instanceof AddressError) return undefined;
    throw error;
  }
}

function scopeOfAddress(address: Address4 | Address6): AddressScope {
  if (address.isDocumentation()) return 'documentation';
  const reserved =
    address instanceof Address4
      ? servedByNobody.some((block) => address.isInSubnet(block))
      : servedByNobody6.some((block) => address.isInSubnet(block));
  if (reserved) return 'special';
  const handedOut = address instanceof Address4 || address.isInSubnet(globalUnicast);
  return handedOut && address.isGlobal() && !address.isMulticast() ? 'public' : 'special';
}
