import { expect, test } from 'playwright/test';
import { keyShapesIn } from '../../../src/derive/secret-shapes.ts';

const found = (line: string): string[] =>
  keyShapesIn(line).map(
    ({ what, index, length }) => `${what}: ${line.slice(index, index + length)}`,
  );

test.describe('a stretch that looks like a key is found where it stands', () => {
  const hex = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
  const mixed = 'kQH5HW8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5n';
  const uuid = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed';
  const cases = {
    [`secret=${hex} was refused`]: `a key or a secret: ${hex}`,
    [`"apiKey":"${mixed}"`]: `a key or a secret: ${mixed}`,
    [`{"key":"${uuid}"}`]: `an id such as exchanges use for keys: ${uuid}`,
    'x -----BEGIN EC PRIVATE KEY-----': 'a private key: -----BEGIN EC PRIVATE KEY-----',
    'Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln':
      'a token (JWT): eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln',
  };
  for (const [line, expected] of Object.entries(cases)) {
    test(line.slice(0, 40), () => {
      expect(found(line)).toContain(expected);
    });
  }
});

test.describe('what every log holds is no key', () => {
  for (const line of [
    '2026-11-20 12:00:00,403 - freqtrade.exchange.exchange - ERROR - InvalidNonce',
    'File "/home/user/.venv/lib/python3.12/site-packages/ccxt/base/exchange.py", line 4321',
    '{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}',
    'Request header "OK-ACCESS-PASSPHRASE" incorrect 1784592000000',
    '',
  ]) {
    test(line.slice(0, 40), () => {
      expect(found(line)).toEqual([]);
    });
  }
});
