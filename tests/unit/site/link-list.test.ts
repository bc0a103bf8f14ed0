import { expect, test } from 'playwright/test';
import type { Exchange } from '../../../src/schema/exchange.ts';
import { linkGroups } from '../../../src/site/link-list.ts';
import { partnerSetup } from '../../../src/derive/partner-setup.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { sampleGuide } from '../../support/sample-guide.ts';
import { samplePage } from '../../support/sample-page.ts';
import { samplePartner } from '../../support/sample-partner.ts';
import { useCaseThat } from '../../support/sample-permissions.ts';

const useCases = [
  { ...useCaseThat(['read-balances'], ['trade-spot']), id: 'reading', label: 'Reading' },
  { ...useCaseThat(['read-balances', 'trade-spot']), id: 'trading', label: 'Trading' },
  { ...useCaseThat(['trade-futures']), id: 'futures', label: 'Futures' },
];
const pagesOf = (exchange: Exchange) =>
  useCases.map((useCase) =>
    samplePage(useCase, {
      exchange,
      guide: sampleGuide({ defaultUseCase: 'trading' }),
      useCases,
    }),
  );
const closing = sampleExchange({
  slug: 'fabrikam',
  status: { state: 'closing', date: '2027-01-31', note: 'Leave.', sources: ['docs'] },
});

test('use cases, then partners, then exchanges to leave, without what is refused', () => {
  const partner = samplePartner();
  const [, trading] = pagesOf(sampleExchange());
  const result = partnerSetup(
    partner,
    { exchange: 'northwind' },
    sampleExchange(),
    useCases,
    '2026-11-20',
  );
  if (trading === undefined || !result.ok) throw new Error('The samples do not fit.');
  const groups = linkGroups(
    [...pagesOf(sampleExchange()), ...pagesOf(closing)],
    [
      {
        ...trading,
        path: '/for/example-desk/northwind/',
        partner: { ...result.setup, keyNumber: 1, key: result.setup.keys[0] },
      },
    ],
    [partner, samplePartner({ slug: 'example-other', name: 'Example Other' })],
  );
  expect(
    groups.map(({ id, kind, label, entries }) => [
      id,
      kind,
      label,
      entries.map(({ path }) => path),
    ]),
  ).toEqual([
    ['use-case-reading', 'use-case', 'Reading', ['/northwind/reading/']],
    ['use-case-trading', 'use-case', 'Trading', ['/northwind/trading/']],
    [
      'partner-example-desk',
      'partner',
      'Example Desk',
      ['/for/example-desk/', '/for/example-desk/northwind/'],
    ],
    ['partner-example-other', 'partner', 'Example Other', ['/for/example-other/']],
    // One page says it for all use cases.
    ['leave', 'leave', undefined, ['/fabrikam/']],
  ]);
  const [first] = groups[0]?.entries ?? [];
  expect(first?.steps).toEqual([
    'check-account',
    'sign-in',
    'create-key',
    'test-key',
    'rotate-key',
    'revoke-key',
  ]);
  expect(groups.at(-1)?.entries[0]?.steps).toEqual(['rotate-key', 'revoke-key']);
});

test('nothing to leave, no such group', () => {
  expect(linkGroups([], [], [])).toEqual([]);
});
