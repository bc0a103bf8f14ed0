/**
 * Addresses reserved for documentation: RFC 5737 (203.0.113.0/24) and RFC 3849
 * (2001:db8::/32). Drawings and examples use no other.
 */
export const documentationAddresses = {
  ipv4: ['203.0.113.10', '203.0.113.11'],
  range: '203.0.113.0/28',
  ipv6: '2001:db8::10',
} as const;
