import { expect, test } from 'playwright/test';
import type { Exchange } from '../../../src/schema/exchange.ts';
import type { GuidePage } from '../../../src/derive/guide-page.ts';
import { partnerSetup } from '../../../src/derive/partner-setup.ts';
import {
  conceptCard,
  guideCard,
  partnerCard,
  shareImageOf,
  siteCard,
  wordsOf,
} from '../../../src/share/card.ts';
import { en } from '../../../src/i18n/en/index.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { sampleGuide } from '../../support/sample-guide.ts';
import { samplePage } from '../../support/sample-page.ts';
import { samplePartner } from '../../support/sample-partner.ts';
import { useCaseThat } from '../../support/sample-permissions.ts';

const trading = {
  ...useCaseThat(['read-balances', 'trade-spot']),
  id: 'trading',
  label: 'Trading',
  short: 'Trade',
  purpose: 'for trading',
};
// The sample exchange trades no futures.
const futures = { ...useCaseThat(['trade-futures']), id: 'futures', label: 'Futures' };

function pageOf(
  useCase: typeof trading = trading,
  exchange: Exchange = sampleExchange(),
  guide = sampleGuide(),
): GuidePage {
  return samplePage(useCase, { exchange, guide, useCases: [trading, futures] });
}

test('the card of a guide: exchange, use case, steps, day and method', () => {
  const page = pageOf();
  const { verification } = page.guide;
  expect(verification).toMatchObject({ date: '2026-11-20', method: 'documentation' });
  expect(guideCard(page, en)).toEqual({
    topic: 'Northwind · Trading',
    title: 'Northwind API key for trading',
    // Those that create the key.
    facts: ['2 steps', 'about 8 minutes', 'Checked against documentation, November 2026'],
    steps: 2,
    warns: false,
  });
});

test('a guide that somebody walked through says so', () => {
  const guide = sampleGuide({
    verification: { ...sampleGuide().verification, method: 'live-account' },
  });
  expect(guideCard(pageOf(trading, sampleExchange(), guide), en).facts[2]).toBe(
    'Walked through with a real account, November 2026',
  );
});

test('a use case that is refused has no steps', () => {
  const card = guideCard(pageOf(futures), en);
  expect(card.title).toBe('Northwind: no guide for “Futures”');
  expect(card.facts).toEqual(['Checked against documentation, November 2026']);
  expect(card.steps).toBe(0);
});

test('an exchange that is closing leads with that', () => {
  const exchange = sampleExchange({
    status: { state: 'closing', date: '2027-01-31', note: 'Leave.', sources: ['docs'] },
  });
  const card = guideCard(pageOf(trading, exchange), en);
  expect(card.topic).toBe('Northwind is closing; announced for 31 January 2027');
  expect(card.warns).toBe(true);
});

test('the card of a guide for the clients of a partner names the partner, and marks an example', () => {
  const exchange = sampleExchange();
  const cardFor = (example: boolean) => {
    const partner = samplePartner({ example });
    const served = { exchange: 'northwind', keys: 1 };
    const result = partnerSetup(partner, served, exchange, [trading], '2026-11-20');
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { setup } = result;
    return guideCard({ ...pageOf(), partner: { ...setup, keyNumber: 1, key: setup.keys[0] } }, en);
  };
  expect(cardFor(false)).toMatchObject({
    topic: 'Northwind · Trading',
    title: 'Northwind API key for Example Desk',
    warns: false,
  });
  expect(cardFor(true)).toMatchObject({
    topic: 'Northwind · Trading · made-up example',
    warns: true,
  });
});

test('the card of a partner: how many exchanges, and when it confirmed its profile', () => {
  expect(partnerCard(samplePartner({ example: false }), en)).toEqual({
    topic: 'Which exchange do you use?',
    title: 'API keys for Example Desk',
    facts: ['2 exchanges', 'Confirmed on 20 November 2026'],
    steps: 0,
    warns: false,
  });
  expect(partnerCard(samplePartner(), en)).toMatchObject({
    topic: 'Which exchange do you use? · made-up example',
    warns: true,
  });
});

test('the card of a concept', () => {
  expect(conceptCard({ title: 'If a key leaks', updated: '2026-11-20' }, en)).toEqual({
    topic: 'Good to know',
    title: 'If a key leaks',
    facts: ['Last read against its sources on 20 November 2026'],
    steps: 0,
    warns: false,
  });
});

test('a picture has an address below /og/, and its words as alternative text', () => {
  const card = siteCard(en);
  expect(shareImageOf('/', card, en).path).toBe('/og/index.png');
  expect(shareImageOf('/gate/spot-trading/', card, en).path).toBe('/og/gate/spot-trading.png');
  expect(wordsOf(card)).toEqual([card.title, ...card.facts]);
  expect(shareImageOf('/gate/', guideCard(pageOf(), en), en).alt).toMatch(
    /^Northwind · Trading\. .+ for trading\. \d+ steps\. about 8 minutes\. Checked against documentation, November 2026$/,
  );
});
