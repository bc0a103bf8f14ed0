import ccxt from 'ccxt';
import { expect, test } from 'playwright/test';
import { realExchanges } from '../../support/content.ts';

/** Tools that name exchanges as CCXT does. */
const namedAlike = ['ccxt', 'freqtrade'];

test('every id that the content has for CCXT is one of CCXT', async () => {
  const known = new Set<string>(ccxt.exchanges);
  expect(known.size).toBeGreaterThan(50);
  const named = (await realExchanges()).flatMap(({ slug, connecting = [] }) =>
    connecting.flatMap((entry) =>
      entry.supported && namedAlike.includes(entry.tool)
        ? entry.ids.map(({ id }) => ({ slug, id }))
        : [],
    ),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ id }) => !known.has(id))).toEqual([]);
});
