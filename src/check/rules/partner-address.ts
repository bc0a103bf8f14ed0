import {
  type AddressRange,
  overlaps,
  readAddress,
  scopeOf,
  sizeOf,
} from '../../derive/ip-addresses.ts';
import type { PartnerFacts } from '../../schema/partner.ts';
import { type ReadPartner, readPartners } from '../partner-setups.ts';
import type { Finding, Rule } from '../rule.ts';

/** The widest ranges: what is usually the smallest block that networks announce to each other. */
const widest = { 4: 24, 6: 48 } as const;

export const partnerAddress: Rule = {
  meaning:
    'The addresses of a partner are public ones (of an example: those for documentation), no wider than /24 or /48, neither alone nor side by side, no two overlap, and there is no day without one.',
  mend: 'Write the addresses from which the partner’s servers call; give the new ones a first day before the last day of the old ones.',
  example: '- address: 10.0.0.4',
  check: ({ partners }) => readPartners(partners).flatMap(findingsOf),
};

function findingsOf({ file, facts }: ReadPartner): Finding[] {
  const ranges = facts.addresses.map(({ address }) => readAddress(address));
  const single = ranges.flatMap((range, index): Finding[] => {
    if (range === undefined) return [];
    const fault =
      purposeFault(range, facts.example) ??
      widthFault(range) ??
      overlapFault(range, index, ranges) ??
      joinedFault(range, index, ranges);
    return fault === undefined ? [] : [{ ...file.at(['addresses', index, 'address']), ...fault }];
  });
  const gap = dayWithout(facts);
  const listed = facts.addresses.map(({ address }) => address);
  return [
    ...single,
    ...(gap === undefined
      ? []
      : [
          {
            ...file.at(['addresses'], 'key'),
            message: `After ${gap} no address is in use.`,
            help: 'Take away the last day of an address, or add those that take its place, with a first day before it.',
          },
        ]),
    ...facts.exchanges.flatMap(({ addresses = [], exchange }, index) =>
      addresses.flatMap((address, position): Finding[] => {
        const path = ['exchanges', index, 'addresses', position];
        if (!listed.includes(address))
          return [
            {
              ...file.at(path),
              message: `For ${exchange} the profile names ${address}, which is not among its "addresses".`,
              help: `Write it as it stands there: ${listed.join(', ')}.`,
            },
          ];
        return addresses.indexOf(address) < position
          ? [
              {
                ...file.at(path),
                message: `For ${exchange} the profile names ${address} twice.`,
                help: 'Remove one of the two.',
              },
            ]
          : [];
      }),
    ),
    ...facts.exchanges.flatMap(({ addresses, exchange }, index): Finding[] => {
      if (addresses === undefined) return [];
      const used = facts.addresses.filter(({ address }) => addresses.includes(address));
      const without = used.length === 0 ? undefined : dayWithout({ addresses: used });
      return without === undefined
        ? []
        : [
            {
              ...file.at(['exchanges', index, 'addresses'], 'key'),
              message: `For ${exchange} no address is in use after ${without}.`,
              help: 'Name the addresses that take its place here, too.',
            },
          ];
    }),
  ];
}

type Fault = Pick<Finding, 'message' | 'help'>;

function purposeFault(range: AddressRange, example: boolean): Fault | undefined {
  const scope = scopeOf(range);
  if (scope === (example ? 'documentation' : 'public')) return undefined;
  if (example)
    return {
      message: `${range.text} is not an address for documentation, and this profile is an example.`,
      help: 'Write one of 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 or 2001:db8::/32.',
    };
  return scope === 'documentation'
    ? {
        message: `${range.text} is an address for documentation; nobody uses keys from there.`,
        help: 'Write the partner’s own address, or mark the profile with "example: true".',
      }
    : {
        message: `${range.text} is no address of the public internet.`,
        help: 'Write the address that others see when the partner’s servers call them.',
      };
}

function widthFault(range: AddressRange): Fault | undefined {
  if (range.prefix >= widest[range.version]) return undefined;
  return {
    message: `${range.text} has ${sizeOf(range).toLocaleString('en')} addresses; a key bound to it is hardly bound.`,
    help: `Write single addresses, or ranges no wider than /${widest[range.version]}.`,
  };
}

function overlapFault(
  range: AddressRange,
  index: number,
  ranges: readonly (AddressRange | undefined)[],
): Fault | undefined {
  const earlier = ranges
    .slice(0, index)
    .find((other) => other !== undefined && overlaps(other, range));
  if (earlier === undefined) return undefined;
  return {
    message:
      earlier.text === range.text
        ? `${range.text} stands here twice.`
        : `${range.text} overlaps with ${earlier.text} above.`,
    help: 'List each address once.',
  };
}

/** Ranges that follow one another are one range, which must not be too wide either. */
function joinedFault(
  range: AddressRange,
  index: number,
  ranges: readonly (AddressRange | undefined)[],
): Fault | undefined {
  const most = 1n << BigInt((range.version === 4 ? 32 : 128) - widest[range.version]);
  const sorted = ranges
    .slice(0, index + 1)
    .filter((other) => other?.version === range.version)
    .filter((other) => other !== undefined)
    .toSorted((a, b) => Number(a.first > b.first) - Number(a.first < b.first));
  const place = sorted.indexOf(range);
  let [from, to] = [place, place];
  while (sorted[from - 1]?.last === (sorted[from]?.first ?? 0n) - 1n) from -= 1;
  while (sorted[to + 1]?.first === (sorted[to]?.last ?? 0n) + 1n) to += 1;
  const size = (sorted[to] ?? range).last - (sorted[from] ?? range).first + 1n;
  return size <= most
    ? undefined
    : {
        message: `${range.text} makes with those above one range of ${size.toLocaleString('en')} addresses; a key bound to it is hardly bound.`,
        help: `Write single addresses, or ranges that are together no wider than /${widest[range.version]}.`,
      };
}

/** The last day before a day without any address; undefined where there is none. */
function dayWithout({ addresses }: Pick<PartnerFacts, 'addresses'>): string | undefined {
  return addresses
    .flatMap(({ until }) => until?.day ?? [])
    .toSorted()
    .find(
      (day) =>
        !addresses.some(
          ({ from, until }) =>
            (from === undefined || from.day <= dayAfter(day)) &&
            (until === undefined || until.day > day),
        ),
    );
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
