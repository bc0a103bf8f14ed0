import { expect, test } from 'playwright/test';
import { privatePartsIn } from '../../../src/derive/errors/private-parts.ts';

const hex = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const other = hex.split('').toReversed().join('');
const found = (text: string): string[] =>
  privatePartsIn(text).map(({ kind, text: part }) => `${kind} ${part}`);

test.describe('what is private is named by what stands before it', () => {
  const cases: Record<string, string[]> = {
    [`GET /api/v3/account?timestamp=1784592000000&signature=${hex}`]: [`signature ${hex}`],
    [`X-MBX-APIKEY: ${hex}`]: [`key ${hex}`],
    [`"secretKey": "${hex}"`]: [`secret ${hex}`],
    [`OK-ACCESS-SIGN: ${hex}\nOK-ACCESS-KEY: ${other}`]: [`key ${other}`, `signature ${hex}`],
    '-----BEGIN EC PRIVATE KEY-----': ['secret -----BEGIN EC PRIVATE KEY-----'],
    'KC-API-PASSPHRASE: Winter2026!': ['passphrase Winter2026!'],
    'password="s3cret-word"': ['passphrase s3cret-word'],
    'Request IP not in whitelist: 198.51.100.7': ['address 198.51.100.7'],
    'IP 2001:db8:85a3::8a2e:370:7334 is not allowed': ['address 2001:db8:85a3::8a2e:370:7334'],
    'account of jo@example.org is locked': ['address jo@example.org'],
    [hex]: [`key ${hex}`],
  };
  for (const [text, expected] of Object.entries(cases))
    test(text.slice(0, 60).replaceAll('\n', ' '), () => {
      expect(found(text)).toEqual(expected);
    });
});

test.describe('what every log holds is not private', () => {
  for (const text of [
    '2026-11-20 12:00:00,403 - freqtrade.exchange - ERROR',
    '12:00:01 listening on 127.0.0.1:8080, gateway 192.168.1.1',
    'ccxt 4.5.84, python 3.12.1',
    '{"msg":"Invalid OK-ACCESS-PASSPHRASE: incorrect","code":"50105"}',
    'Passphrase: incorrect',
    'https://api.binance.com/api/v3/account?timestamp=1784592000000&recvWindow=5000',
  ])
    test(text.slice(0, 60), () => {
      expect(found(text)).toEqual([]);
    });
});
