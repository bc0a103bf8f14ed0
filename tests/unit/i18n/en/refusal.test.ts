import { expect, test } from 'playwright/test';
import type { Refusal } from '../../../../src/derive/permission-settings.ts';
import { en } from '../../../../src/i18n/en/index.ts';
import { box } from '../../../support/sample-permissions.ts';

test('each kind of refusal', () => {
  const refusals: Refusal[] = [
    { kind: 'stated', reason: 'By invitation only.', sources: ['docs'] },
    { kind: 'no-permission', missing: ['trade-futures'] },
    { kind: 'only-with-forbidden', missing: ['read-trades'], forbidden: ['withdraw'] },
    { kind: 'fixed-forbidden', permission: box('base', []), forbidden: ['withdraw'] },
    { kind: 'excluded', missing: ['read-balances', 'trade-spot'] },
  ];
  expect(refusals.map(en.refusal.reason)).toEqual([
    'By invitation only.',
    'No permission of this exchange lets a key place and cancel futures orders.',
    'Every permission that lets a key read executed trades also lets it withdraw funds.',
    'The permission “Label of base” cannot be switched off, and it lets every key withdraw funds.',
    'The permissions that would let one key read balances, and place and cancel spot orders cannot be combined.',
  ]);
});
