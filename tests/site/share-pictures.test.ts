import { expect, test } from 'playwright/test';
import { pictureReader } from '../../src/check/pictures/recognise.ts';
import { builtSite } from '../support/built-sites.ts';

/** What each picture of the made-up site must say, written by hand. */
const samples: Readonly<Record<string, readonly string[]>> = {
  'index.png': ['Exchange Setup Guides', 'safely', 'We never ask for your key'],
  'northwind/spot-trading.png': [
    'Exchange Setup Guides',
    'Northwind',
    'Spot trading',
    'Northwind API key',
    'steps',
    'about 8 minutes',
    'Checked against documentation,',
    'November 2026',
    'We never ask for your key',
  ],
  'northwind/futures-trading.png': ['Northwind: no guide', 'Futures trading'],
  'fabrikam/read-only.png': ['Fabrikam is closing', 'Leave Fabrikam safely'],
  'for/wingtip-desk.png': ['API keys for', 'Wingtip Desk', '1 exchange', 'Confirmed on'],
  'for/wingtip-desk/northwind.png': ['Spot trading', 'Northwind API key', 'for Wingtip Desk'],
  'concepts/if-a-key-leaks.png': ['Good to know', 'leaks', 'Last read against its sources on'],
};

test('the pictures beside links say it, read by text recognition', async () => {
  const site = builtSite('fixture');
  const reader = pictureReader();
  try {
    for (const [picture, texts] of Object.entries(samples)) {
      const { rows } = await reader.read(site.bytes(`og/${picture}`));
      const read = rows.map((row) => row.map(({ text }) => text).join(' ')).join('\n');
      for (const text of texts) expect(read, picture).toContain(text);
    }
  } finally {
    await reader.close();
  }
});
