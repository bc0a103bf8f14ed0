import ccxt from 'ccxt';
import { expect, test } from 'playwright/test';
import {
  credentialMapping,
  credentialMappings,
  credentialRolesOf,
} from '../../../src/derive/credential-mapping.ts';
import { environmentName } from '../../../src/derive/environment-names.ts';
import { toolIds } from '../../../src/vocabulary/tools.ts';
import { realExchanges } from '../../support/content.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';

const active = (await realExchanges()).filter(({ status }) => status.state === 'active');

test.describe('the mapping of a tool', () => {
  test('names the field of each value, in the order of the exchange', () => {
    expect(credentialMapping(sampleExchange(), 'ccxt')).toEqual({
      tool: 'ccxt',
      supported: true,
      ids: [
        { id: 'northwind', for: 'All accounts' },
        { id: 'northwindeu', for: 'Accounts in the EEA' },
      ],
      fields: [
        { role: 'api-key', label: 'Key', field: 'apiKey' },
        { role: 'secret', label: 'Secret', field: 'secret' },
        { role: 'passphrase', label: 'Passphrase', field: 'password' },
        { role: 'public-key', label: 'Public key', field: 'publicKey' },
      ],
      note: 'Give the key whole.',
      sources: ['docs'],
    });
  });

  test('says why a tool cannot use the key', () => {
    expect(credentialMapping(sampleExchange(), 'freqtrade')).toEqual({
      tool: 'freqtrade',
      supported: false,
      why: 'It is not on the list.',
      sources: ['docs'],
    });
  });

  test('is missing where nothing is documented', () => {
    expect(credentialMapping(sampleExchange(), 'hummingbot')).toBeUndefined();
    const { connecting: _without, ...rest } = sampleExchange();
    expect(credentialMapping(rest, 'ccxt')).toBeUndefined();
    expect(credentialMappings(rest)).toEqual([]);
  });

  test('of variables follows from the slug and the role', () => {
    const mapping = credentialMapping(sampleExchange(), 'environment');
    expect(mapping).toMatchObject({
      ids: [],
      fields: [
        { field: 'NORTHWIND_API_KEY' },
        { field: 'NORTHWIND_API_SECRET' },
        { field: 'NORTHWIND_API_PASSPHRASE' },
        { field: 'NORTHWIND_API_PUBLIC_KEY' },
      ],
    });
  });

  test('leaves out a public key that stays in the form', () => {
    const { credentials } = sampleExchange();
    const items = credentials.items.map((item) =>
      item.role === 'public-key' ? { ...item, delivery: 'pasted' as const } : item,
    );
    expect(credentialRolesOf({ credentials: { ...credentials, items } })).toEqual([
      'api-key',
      'secret',
      'passphrase',
    ]);
  });

  test('without a field for a value is an error that names both', () => {
    const exchange = sampleExchange({
      connecting: [
        { tool: 'ccxt', supported: true, ids: [], fields: { secret: 'secret' }, sources: ['docs'] },
      ],
    });
    expect(() => credentialMapping(exchange, 'ccxt')).toThrow(
      '[connecting] northwind: "ccxt" has no field for the role "api-key".',
    );
  });
});

for (const exchange of active) {
  test.describe(exchange.slug, () => {
    test('says of every tool whether it takes the key', () => {
      expect(credentialMappings(exchange).map(({ tool }) => tool)).toEqual([...toolIds]);
    });

    test('gives CCXT exactly the credentials that CCXT requires', () => {
      const mapping = credentialMapping(exchange, 'ccxt');
      if (mapping?.supported !== true) return;
      expect(mapping.ids.length).toBeGreaterThan(0);
      for (const { id } of mapping.ids) {
        expect(ccxt.exchanges, id).toContain(id);
        const required = requiredByCcxt(id);
        expect(mapping.fields.map(({ field }) => field).toSorted(), id).toEqual(required);
      }
    });

    test('gives Freqtrade, which passes them on to CCXT, the same values', () => {
      const mapping = credentialMapping(exchange, 'freqtrade');
      if (mapping?.supported !== true) return;
      // Freqtrade's "key" is CCXT's "apiKey"; the other names are alike.
      const passedOn = mapping.fields.map(({ field }) => (field === 'key' ? 'apiKey' : field));
      for (const { id } of mapping.ids) expect(passedOn.toSorted(), id).toEqual(requiredByCcxt(id));
    });

    test('gives each value a variable of its own', () => {
      const names = credentialRolesOf(exchange).map((role) => environmentName(exchange.slug, role));
      expect(new Set(names).size).toBe(names.length);
    });
  });
}

/** Names of the credentials that CCXT wants for an exchange, sorted. Throws for an unknown id. */
function requiredByCcxt(id: string): string[] {
  const made: unknown = Reflect.construct(Reflect.get(ccxt, id), []);
  if (!(made instanceof ccxt.Exchange)) throw new Error(`CCXT has no exchange "${id}".`);
  return Object.entries(made.requiredCredentials)
    .filter(([, required]) => required)
    .map(([name]) => name)
    .toSorted();
}
