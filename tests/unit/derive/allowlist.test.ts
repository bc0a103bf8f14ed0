import { expect, test } from 'playwright/test';
import { exampleAddresses, formatAddresses } from '../../../src/derive/allowlist.ts';
import { documentationAddresses } from '../../../src/derive/documentation-addresses.ts';
import type { Allowlist } from '../../../src/schema/exchange.ts';

const facts: Allowlist = { label: 'Trusted addresses', sources: ['docs'] };
const addresses = ['203.0.113.10', '2001:db8::10', '203.0.113.0/28'];

const written: Record<NonNullable<Allowlist['separator']>, string> = {
  comma: '203.0.113.10,2001:db8::10,203.0.113.0/28',
  newline: '203.0.113.10\n2001:db8::10\n203.0.113.0/28',
  space: '203.0.113.10 2001:db8::10 203.0.113.0/28',
  semicolon: '203.0.113.10;2001:db8::10;203.0.113.0/28',
  'one-per-field': '203.0.113.10\n2001:db8::10\n203.0.113.0/28',
};

for (const separator of ['comma', 'newline', 'space', 'semicolon', 'one-per-field'] as const) {
  test(`addresses are written with the separator "${separator}"`, () => {
    expect(formatAddresses({ ...facts, separator }, addresses)).toBe(written[separator]);
  });
}

test('addresses stand one a line where the separator is not documented', () => {
  expect(formatAddresses(facts, addresses)).toBe('203.0.113.10\n2001:db8::10\n203.0.113.0/28');
});

test('one address has no separator, and no address is no text', () => {
  expect(formatAddresses({ ...facts, separator: 'comma' }, ['203.0.113.10'])).toBe('203.0.113.10');
  expect(formatAddresses({ ...facts, separator: 'comma' }, [])).toBe('');
});

test('the example has two addresses, or one where the exchange takes no more', () => {
  expect(exampleAddresses({ ...facts, most: 1 })).toEqual(['203.0.113.10']);
  expect(exampleAddresses({ ...facts, most: 2 })).toEqual(['203.0.113.10', '203.0.113.11']);
  expect(exampleAddresses({ ...facts, most: 20 })).toEqual(['203.0.113.10', '203.0.113.11']);
  expect(exampleAddresses(facts)).toEqual(['203.0.113.10', '203.0.113.11']);
});

test('every example is reserved for documentation', () => {
  // RFC 5737 and RFC 3849.
  const { ipv4, range, ipv6 } = documentationAddresses;
  for (const address of [...ipv4, range]) expect(address).toMatch(/^203\.0\.113\.\d+(?:\/\d+)?$/);
  expect(ipv6).toMatch(/^2001:db8:/);
});
