import { expect, test } from 'playwright/test';
import { securityChecklist } from '../../../src/derive/checklist.ts';
import { type Exchange, mainSite } from '../../../src/schema/exchange.ts';
import { permissionSettings } from '../../../src/derive/permission-settings.ts';
import { partnerSetup } from '../../../src/derive/partner-setup.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { samplePartner } from '../../support/sample-partner.ts';
import { box, useCaseThat } from '../../support/sample-permissions.ts';

/** A page without a partner, at the main site. */
function general(exchange: Exchange) {
  return { partner: undefined, site: mainSite(exchange) };
}

function checklistOf(
  exchange: Exchange,
  own: { id: string; text: string }[] = [],
): ReturnType<typeof securityChecklist> {
  const settings = permissionSettings(
    exchange.permissions,
    useCaseThat(['read-balances', 'trade-spot']),
  );
  if (!settings.served) throw new Error('The sample exchange cannot serve the sample use case.');
  return securityChecklist(exchange, settings, own, general(exchange));
}

test('the points follow from the facts and the settings, in the order in which a reader meets them', () => {
  const own = [
    { id: 'scope', text: 'The key starts with nw.' },
    { id: 'box', text: 'The box is empty.' },
  ];
  expect(checklistOf(sampleExchange(), own)).toEqual([
    { id: 'official-address', kind: 'official-address', host: 'www.northwind.example' },
    { id: 'two-factor', kind: 'two-factor' },
    { id: 'one-key-per-tool', kind: 'one-key-per-tool' },
    // The level stands behind the label of a permission that has levels.
    {
      id: 'only-these-on',
      kind: 'only-these-on',
      labels: ['Account (Read)', 'Trade'],
      ifAsked: [],
    },
    { id: 'never-on', kind: 'never-on', labels: ['Withdraw'] },
    { id: 'addresses-bound', kind: 'addresses-bound', label: 'Trusted addresses' },
    // A public key is no secret.
    { id: 'secret-stored', kind: 'secret-stored', labels: ['Key', 'Secret', 'Passphrase'] },
    { id: 'tested', kind: 'tested', look: ['Withdraw'] },
    // Each way in which a key ends is a point of its own.
    { id: 'reminder-unbound', kind: 'reminder-unbound', days: [90] },
    { id: 'ends-unused', kind: 'ends-unused', days: [90] },
    { id: 'reminder', kind: 'reminder', days: [365] },
    { id: 'unused-deleted', kind: 'unused-deleted' },
    { id: 'scope', kind: 'own', text: 'The key starts with nw.' },
    { id: 'box', kind: 'own', text: 'The box is empty.' },
  ]);
});

test('what is on only if asked stands with what is on, and what nobody can switch off has a point of its own', () => {
  const exchange = sampleExchange();
  const useCase = useCaseThat(['trade-spot']);
  const items = [
    box('trade', ['trade-spot', 'manage-keys'], { unavoidable: ['manage-keys'] }),
    box('view', ['read-balances'], { asked: [{ id: 'bot', by: 'tool', name: 'A bot' }] }),
  ];
  const settings = permissionSettings({ items, refusals: [] }, useCase);
  if (!settings.served) throw new Error('The sample permissions cannot serve the sample use case.');
  const points = securityChecklist(exchange, settings, [], general(exchange));
  expect(points.filter(({ kind }) => kind === 'only-these-on' || kind === 'unavoidable')).toEqual([
    {
      id: 'only-these-on',
      kind: 'only-these-on',
      labels: ['Label of trade'],
      ifAsked: ['Label of view'],
    },
    { id: 'unavoidable', kind: 'unavoidable', labels: ['Label of trade'] },
  ]);
});

test('on the page of a partner the points name it, its addresses and the days of its changes', () => {
  const exchange = sampleExchange();
  const useCase = { ...useCaseThat(['read-balances', 'trade-spot']), id: 'trading' };
  const settings = permissionSettings(exchange.permissions, useCase);
  const result = partnerSetup(
    samplePartner(),
    { exchange: 'northwind', keys: 2 },
    exchange,
    [useCase],
    '2026-11-21',
  );
  if (!settings.served || !result.ok) throw new Error('The sample partner cannot be served.');
  const { setup } = result;
  const pointsOf = (keyNumber: number) => {
    const key = setup.keys[keyNumber - 1] ?? setup.keys[0];
    const partner = { ...setup, keyNumber, key };
    return securityChecklist(exchange, settings, [], { ...general(exchange), partner });
  };
  const points = pointsOf(1);
  // Each key has addresses of its own.
  expect(pointsOf(2)).toContainEqual(
    expect.objectContaining({ kind: 'partner-addresses', count: 2 }),
  );

  expect(points.filter(({ kind }) => kind.startsWith('partner-'))).toEqual([
    { id: 'one-key-per-tool', kind: 'partner-key', name: 'Example Desk' },
    { id: 'partner-asks', kind: 'partner-asks', name: 'Example Desk' },
    {
      id: 'addresses-bound',
      kind: 'partner-addresses',
      label: 'Trusted addresses',
      name: 'Example Desk',
      count: 1,
    },
    {
      id: 'secret-stored',
      kind: 'partner-secret',
      labels: ['Key', 'Secret', 'Passphrase'],
      host: 'app.desk.example.com',
    },
    {
      id: 'partner-removed-2027-03-31-announced-2026-11-01',
      kind: 'partner-removal',
      day: '2027-03-31',
      addresses: ['203.0.113.11'],
    },
    {
      id: 'partner-removed-2027-12-31-announced-2026-11-02',
      kind: 'partner-removal',
      day: '2027-12-31',
      addresses: ['203.0.113.12'],
    },
  ]);
  // Where a point of the partner stands, the general one does not.
  const ids = points.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a partner’s key is bound, so an end of unbound keys is no point of its list', () => {
  const daysOf = (keys: 'all' | 'bound' | 'unbound', forPartner: boolean) => {
    const exchange = sampleExchange({
      lifetimes: {
        items: [{ id: 'a', keys, days: 14, from: 'creation', effect: 'deleted' }],
        sources: ['docs'],
      },
    });
    const useCase = { ...useCaseThat(['read-balances', 'trade-spot']), id: 'trading' };
    const result = partnerSetup(
      samplePartner(),
      { exchange: 'northwind' },
      exchange,
      [useCase],
      '2026-11-21',
    );
    if (!result.ok) throw new Error('The sample partner cannot be served.');
    const partner = forPartner
      ? { ...result.setup, keyNumber: 1, key: result.setup.keys[0] }
      : undefined;
    return securityChecklist(exchange, result.setup.settings, [], {
      ...general(exchange),
      partner,
    }).filter(({ kind }) => kind.startsWith('reminder') || kind === 'ends-unused');
  };
  const reminder = [{ id: 'reminder', kind: 'reminder', days: [14] }];
  expect(daysOf('unbound', false)).toEqual([
    { id: 'reminder-unbound', kind: 'reminder-unbound', days: [14] },
  ]);
  expect(daysOf('unbound', true)).toEqual([]);
  expect(daysOf('bound', true)).toEqual(reminder);
  expect(daysOf('all', true)).toEqual(reminder);
});

test('there is no reminder where no end of the key is documented', () => {
  const exchange = sampleExchange({ lifetimes: { items: [], sources: ['docs'] } });
  expect(checklistOf(exchange).map(({ kind }) => kind)).not.toContain('reminder');
});

test('there is no "never" where no permission moves funds out', () => {
  const { permissions } = sampleExchange();
  const exchange = sampleExchange({
    permissions: { ...permissions, items: permissions.items.filter(({ id }) => id !== 'withdraw') },
  });
  expect(checklistOf(exchange).map(({ kind }) => kind)).not.toContain('never-on');
});

test('the address is that of the main site', () => {
  const { sites } = sampleExchange();
  const points = checklistOf(sampleExchange({ sites: { ...sites, main: 'eu' } }));
  expect(points[0]).toEqual({
    id: 'official-address',
    kind: 'official-address',
    host: 'eu.northwind.example',
  });
});
