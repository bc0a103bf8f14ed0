import { expect, test } from 'playwright/test';
import { blocksOf, namesUsed, pathPattern, underscored } from '../../../src/programs/program.ts';
import { madeUpPlan } from '../../support/signing/made-up.ts';

test('pathPattern finds the paths that are meant, and no others', () => {
  for (const [path, found, others] of [
    ['code', ['code'], ['code.0', 'a.code', 'codes']],
    ['data.*.perm', ['data.0.perm', 'data.x.perm'], ['data.perm', 'data.0.1.perm', 'dataX0Xperm']],
    ['error.*', ['error.0'], ['error', 'error.0.a']],
    ['enable*', ['enable', 'enableReading'], ['enable.a', 'reenable']],
    ['data?.enable*', ['data.enableX', 'enableX'], ['dataenableX', 'a.enableX']],
    ['a-b.c_d', ['a-b.c_d'], ['a-bXc_d']],
  ] as const) {
    const pattern = new RegExp(`^${pathPattern(path)}$`);
    expect(
      found.filter((text) => !pattern.test(text)),
      path,
    ).toEqual([]);
    expect(
      others.filter((text) => pattern.test(text)),
      path,
    ).toEqual([]);
  }
});

test('a program knows what it needs', () => {
  const plan = madeUpPlan({});
  expect(blocksOf(plan)).toEqual({
    hmac: true,
    hexadecimal: true,
    base64url: false,
    signatures: [],
  });
  expect([...namesUsed(plan)].toSorted()).toEqual(['key', 'path', 'signature', 'timestamp']);
  const values = [
    { name: 'signature', make: 'signature', algorithm: 'ed25519', of: '{path}', as: 'base64url' },
  ] as const;
  expect(blocksOf({ secret: 'pem', values: [...values] })).toEqual({
    hmac: false,
    hexadecimal: false,
    base64url: true,
    signatures: ['ed25519'],
  });
});

test('names are written as shells and Python write them', () => {
  expect(['key', 'bodyHash', 'signedPassphrase'].map(underscored)).toEqual([
    'key',
    'body_hash',
    'signed_passphrase',
  ]);
});
