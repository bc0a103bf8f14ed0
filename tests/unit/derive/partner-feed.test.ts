import { expect, test } from 'playwright/test';
import { partnerFeedItems } from '../../../src/derive/partner-feed.ts';
import { samplePartner } from '../../support/sample-partner.ts';

const names = new Map([['northwind', 'Northwind']]);

test('every change of an address that keys are bound to, the latest announcement first', () => {
  const items = partnerFeedItems(samplePartner(), names);
  expect(
    items.map(({ anchor, announced, exchanges }) => [announced, anchor, exchanges.join(' and ')]),
  ).toEqual([
    ['2026-11-02', 'removed-2027-12-31-announced-2026-11-02', 'fabrikam'],
    // Northwind takes the first two addresses alone; an exchange without a name goes by its folder.
    ['2026-11-01', 'removed-2027-03-31-announced-2026-11-01', 'Northwind and fabrikam'],
    ['2026-11-01', 'added-2027-01-01-announced-2026-11-01', 'fabrikam'],
  ]);
});

test('a change that concerns no exchange is not announced', () => {
  const partner = samplePartner();
  const exchanges = partner.exchanges.slice(0, 1);
  expect(partnerFeedItems({ ...partner, exchanges }, names)).toHaveLength(1);
});
