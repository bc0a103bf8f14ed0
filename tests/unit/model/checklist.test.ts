import { expect, test } from 'playwright/test';
import { securityChecklist } from '../../../src/model/checklist.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { permissionSettings } from '../../../src/model/permission-settings.ts';
import { sampleExchange } from './sample-exchange.ts';
import { useCaseThat } from './sample-permissions.ts';

function checklistOf(
  exchange: Exchange,
  own: { id: string; text: string }[] = [],
): ReturnType<typeof securityChecklist> {
  const settings = permissionSettings(
    exchange.permissions,
    useCaseThat(['read-balances', 'trade-spot']),
  );
  if (!settings.served) throw new Error('The sample exchange cannot serve the sample use case.');
  return securityChecklist(exchange, settings, own);
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
    { id: 'only-these-on', kind: 'only-these-on', labels: ['Account (Read)', 'Trade'] },
    { id: 'never-on', kind: 'never-on', labels: ['Withdraw'] },
    { id: 'addresses-bound', kind: 'addresses-bound', label: 'Trusted addresses' },
    // A public key is no secret.
    { id: 'secret-stored', kind: 'secret-stored', labels: ['Key', 'Secret', 'Passphrase'] },
    { id: 'tested', kind: 'tested' },
    // Two rules of 90 days are one reminder.
    { id: 'reminder', kind: 'reminder', days: [90, 365] },
    { id: 'unused-deleted', kind: 'unused-deleted' },
    { id: 'scope', kind: 'own', text: 'The key starts with nw.' },
    { id: 'box', kind: 'own', text: 'The box is empty.' },
  ]);
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
