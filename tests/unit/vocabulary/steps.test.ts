import { expect, test } from 'playwright/test';
import {
  isStepId,
  phases,
  requiredStepIds,
  stepIds,
  stepTable,
} from '../../../src/vocabulary/steps.ts';

test('the ids that pages are linked by are all still there', () => {
  // Written out on purpose: removing one from the table must fail here.
  expect(requiredStepIds).toEqual([
    'check-account',
    'sign-in',
    'open-api-management',
    'create-key',
    'set-permissions',
    'restrict-ip',
    'confirm-identity',
    'save-credentials',
    'test-key',
    'rotate-key',
    'revoke-key',
  ]);
  expect(stepIds).toEqual(
    expect.arrayContaining([
      'create-subaccount',
      'enable-product',
      'accept-terms',
      'wait-for-approval',
    ]),
  );
});

test('steps stand in the order of their phases', () => {
  const order = stepIds.map((id) => phases.indexOf(stepTable[id].phase));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('only ids of the table are step ids', () => {
  expect(isStepId('restrict-ip')).toBe(true);
  expect(isStepId('restrict-ips')).toBe(false);
  expect(isStepId('toString')).toBe(false);
});
