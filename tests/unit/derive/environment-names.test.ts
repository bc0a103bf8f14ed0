import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { environmentName } from '../../../src/derive/environment-names.ts';
import { credentialRoles } from '../../../src/schema/exchange.ts';

test('the name of a variable says exchange and role', () => {
  expect(environmentName('gate', 'api-key')).toBe('GATE_API_KEY');
  expect(environmentName('gate', 'secret')).toBe('GATE_API_SECRET');
  expect(environmentName('okx', 'passphrase')).toBe('OKX_API_PASSPHRASE');
  expect(environmentName('bitmart', 'memo')).toBe('BITMART_API_MEMO');
  expect(environmentName('coinbase', 'private-key')).toBe('COINBASE_API_PRIVATE_KEY');
  expect(environmentName('northwind', 'public-key')).toBe('NORTHWIND_API_PUBLIC_KEY');
  expect(environmentName('kraken-futures', 'secret')).toBe('KRAKEN_FUTURES_API_SECRET');
});

test('every shell takes the name, whatever the exchange is called', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
      fc.constantFrom(...credentialRoles),
      (slug, role) => /^[A-Z][A-Z0-9_]*$/.test(environmentName(slug, role)),
    ),
  );
});

test('no two roles of an exchange share a name', () => {
  const names = credentialRoles.map((role) => environmentName('northwind', role));
  expect(new Set(names).size).toBe(names.length);
});
