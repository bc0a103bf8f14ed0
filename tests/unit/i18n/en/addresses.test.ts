import { expect, test } from 'playwright/test';
import { en } from '../../../../src/i18n/en/index.ts';

test('what is known of the allowlist in short, and what is not', () => {
  expect(en.addresses.glance(20, 'comma')).toBe('Up to 20; a comma, no space');
  expect(en.addresses.glance(20, undefined)).toBe('Up to 20');
  expect(en.addresses.glance(undefined, 'comma')).toBe(
    'Their number is not documented; a comma, no space',
  );
  expect(en.addresses.glance(undefined, undefined)).toBe('Their number is not documented');
});
