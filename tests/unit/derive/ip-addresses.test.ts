import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import {
  type AddressRange,
  type AddressScope,
  addressesOf,
  overlaps,
  readAddress,
  scopeOf,
  sizeOf,
} from '../../../src/derive/ip-addresses.ts';

function rangeOf(text: string): AddressRange {
  const range = readAddress(text);
  if (range === undefined) throw new Error(`${text} is no address.`);
  return range;
}

const scopes: Record<AddressScope, readonly string[]> = {
  public: ['8.8.8.8', '1.1.1.0/24', '2606:4700::1111', '2a00::/32'],
  // RFC 5737, RFC 3849, RFC 9637.
  documentation: ['192.0.2.1', '198.51.100.0/24', '203.0.113.255', '2001:db8::/32', '3fff::1'],
  special: [
    '0.0.0.0/0',
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.1.1',
    '172.16.0.1',
    '192.168.1.0/24',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    // Reaches from the public into documentation.
    '203.0.112.0/23',
    '::/0',
    '::',
    '::1',
    '::ffff:808:808',
    '64:ff9b::808:808',
    '100::1',
    '2001:db8::/31',
    '2002:808:808::1',
    'fc00::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
  ],
};

for (const scope of ['public', 'documentation', 'special'] as const)
  for (const text of scopes[scope])
    test(`${text} is ${scope}`, () => {
      expect(scopeOf(rangeOf(text))).toBe(scope);
    });

test('what is no address is not read', () => {
  for (const text of [
    '',
    ' ',
    'x',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '01.2.3.4',
    '0x1.2.3.4',
    '1.2.3.4/33',
    '1.2.3.4/-1',
    '1.2.3.4/',
    '1.2.3.4:80',
    ' 1.2.3.4',
    '1.2.3.4\n',
    '1.2.3.4,5.6.7.8',
    '2001:db8::1::2',
    '2001:db8::12345',
    '[2001:db8::1]',
    '2001:db8::/129',
  ])
    expect(readAddress(text), JSON.stringify(text)).toBeUndefined();
});

test('an address is read in its shortest form', () => {
  expect(rangeOf('203.0.113.66/30').text).toBe('203.0.113.64/30');
  expect(rangeOf('203.0.113.66/32').text).toBe('203.0.113.66');
  expect(rangeOf('2001:0DB8:0:0:0:0:0:1').text).toBe('2001:db8::1');
  expect(rangeOf('2001:db8::1/64').text).toBe('2001:db8::/64');
});

test('a range is written out from its first address to its last', () => {
  expect(addressesOf(rangeOf('203.0.113.16/30'))).toEqual([
    '203.0.113.16',
    '203.0.113.17',
    '203.0.113.18',
    '203.0.113.19',
  ]);
  expect(addressesOf(rangeOf('2001:db8::fffe/127'))).toEqual(['2001:db8::fffe', '2001:db8::ffff']);
  expect(addressesOf(rangeOf('2001:db8::10'))).toEqual(['2001:db8::10']);
  expect(() => addressesOf(rangeOf('203.0.0.0/16'))).toThrow('203.0.0.0/16 has 65536 addresses');
});

const anyIPv4 = fc
  .tuple(fc.ipV4(), fc.integer({ min: 24, max: 32 }))
  .map(([address, prefix]) => `${address}/${prefix}`);
const anyIPv6 = fc
  .tuple(fc.ipV6(), fc.integer({ min: 120, max: 128 }))
  // The generator also writes the last 32 bits as IPv4, which is another form of the same.
  .map(([address, prefix]) => `${address}/${prefix}`);
const anyRange = fc.oneof(anyIPv4, anyIPv6);

test('whatever is read can be read again, and means the same', () => {
  fc.assert(
    fc.property(anyRange, (text) => {
      const range = rangeOf(text);
      expect(readAddress(range.text)).toEqual(range);
    }),
  );
});

test('a range written out has as many addresses as it says, each a single one of its own', () => {
  fc.assert(
    fc.property(anyRange, (text) => {
      const range = rangeOf(text);
      const list = addressesOf(range);
      expect(BigInt(list.length)).toBe(sizeOf(range));
      expect(new Set(list).size).toBe(list.length);
      const isOne = range.version === 4 ? isIPv4 : isIPv6;
      for (const address of list) {
        expect(isOne(address), address).toBe(true);
        expect(overlaps(rangeOf(address), range)).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

test('two ranges overlap just when one of their addresses is the same', () => {
  // Few enough addresses that they often meet.
  const near = fc
    .tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 27, max: 32 }))
    .map(([last, prefix]) => rangeOf(`203.0.113.${last}/${prefix}`));
  fc.assert(
    fc.property(near, near, (a, b) => {
      const shared = addressesOf(a).some((address) => addressesOf(b).includes(address));
      expect(overlaps(a, b)).toBe(shared);
      expect(overlaps(b, a)).toBe(shared);
    }),
  );
  expect(overlaps(rangeOf('::/0'), rangeOf('0.0.0.0/0'))).toBe(false);
});
