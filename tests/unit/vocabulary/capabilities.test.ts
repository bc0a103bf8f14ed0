import { expect, test } from 'playwright/test';
import {
  capabilities,
  capabilitySchema,
  inTableOrder,
  movesOut,
  severities,
  severityOf,
} from '../../../src/vocabulary/capabilities.ts';

test('exactly these capabilities take funds out', () => {
  // Written out on purpose: whatever leaves this list stops being marked "Never".
  expect(capabilities.filter(movesOut)).toEqual([
    'pay-out',
    'manage-addresses',
    'manage-keys',
    'withdraw',
  ]);
});

test('exactly these capabilities move funds between own accounts', () => {
  expect(capabilities.filter((capability) => severityOf(capability) === 'moves-own')).toEqual([
    'move-own',
    'create-deposit-address',
  ]);
});

test('whatever only reads says so in its name, and nothing else does', () => {
  expect(capabilities.filter((capability) => severityOf(capability) === 'reads')).toEqual(
    capabilities.filter((capability) => capability.startsWith('read-')),
  );
});

test('the table goes from the least harm to the most', () => {
  const order = capabilities.map((capability) => severities.indexOf(severityOf(capability)));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(new Set(order).size).toBe(severities.length);
});

test('a set is sorted into the order of the table and loses its repeats', () => {
  expect(inTableOrder(['withdraw', 'read-orders', 'read-orders', 'read-account'])).toEqual([
    'read-account',
    'read-orders',
    'withdraw',
  ]);
  expect(inTableOrder([])).toEqual([]);
});

test('only words of the table are capabilities', () => {
  expect(capabilitySchema.safeParse('trade-spot').success).toBe(true);
  expect(capabilitySchema.safeParse('trade').success).toBe(false);
  expect(capabilitySchema.safeParse('toString').success).toBe(false);
});
