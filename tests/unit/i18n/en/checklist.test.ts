import { expect, test } from 'playwright/test';
import { en } from '../../../../src/i18n/en/index.ts';
import { points } from '../../../support/dictionary-samples.ts';

test('the points that list labels or days', () => {
  expect(
    [
      ...points['only-these-on'].slice(0, 2),
      ...points.unavoidable.slice(0, 1),
      ...points['secret-stored'].slice(2),
    ].map(en.checklist.item),
  ).toEqual([
    'On: Read and Trade. Every other permission is off.',
    'On: Read and Trade. Every other permission is off; Read only if the tool asks.',
    'I know what comes with Read and cannot be switched off, and I accept it.',
    'Read, Trade and Move: in a password manager, and nowhere else.',
  ]);
  expect(points.reminder.map(en.checklist.item)).toEqual([
    'My calendar reminds me before the key ends (1 day).',
    'My calendar reminds me before the key ends (90 days).',
    'My calendar reminds me before the key ends (30 days or 90 days).',
  ]);
  expect([...points['reminder-unbound'], ...points['ends-unused']].map(en.checklist.item)).toEqual([
    'Addresses are bound. If not, my calendar reminds me before the key ends (30 days).',
    'I know that a key which nobody uses ends by itself (90 days).',
  ]);
});

test('the addresses of a partner, one and several', () => {
  expect(points['partner-addresses'].map(en.checklist.item)).toEqual([
    'Trusted IPs: exactly the one address of Example Desk, and no other.',
    'Trusted IPs: exactly the 7 addresses of Example Desk, and no others.',
  ]);
});
