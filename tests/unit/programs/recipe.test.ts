import { expect, test } from 'playwright/test';
import { pathPattern } from '../../../src/programs/answer-paths.ts';
import { javaScriptRecipe } from '../../../src/programs/javascript/recipe.ts';
import { pythonRecipe } from '../../../src/programs/python/recipe.ts';
import { shellRecipe } from '../../../src/programs/sh/recipe.ts';
import { namesUsed, runsOf, underscored } from '../../../src/programs/recipe.ts';
import { neededBlocks } from '../../../src/programs/runtime.ts';
import { checkedPlan } from '../../../src/programs/test-plan.ts';
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

test('a program has the blocks that its plan needs, and no others', () => {
  const plan = checkedPlan(madeUpPlan({}));
  expect([...neededBlocks(plan)].toSorted()).toEqual(['hashlib', 'hmac', 'secret-text']);
  const withKey = checkedPlan(
    madeUpPlan({
      secret: 'pem',
      values: [
        { name: 'nonce', make: 'counter', unit: 'seconds' },
        {
          name: 'signature',
          make: 'signature',
          algorithm: 'ed25519',
          of: '{path}',
          as: 'base64url',
        },
      ],
    }),
  );
  expect([...neededBlocks(withKey)].toSorted()).toEqual([
    'base64',
    'base64url',
    'ed25519',
    'private-key',
    'secret-pem',
    'signature',
  ]);
});

test('a recipe knows the names that its templates hold', () => {
  const names = namesUsed(checkedPlan(madeUpPlan({})));
  expect([...names].toSorted()).toEqual(['key', 'path', 'signature', 'timestamp']);
});

test('a template is cut where bytes stand in it', () => {
  expect(runsOf('a{path}{digest}b', new Set(['digest']))).toEqual([
    { pieces: [{ text: 'a' }, { hole: 'path' }] },
    { raw: 'digest' },
    { pieces: [{ text: 'b' }] },
  ]);
  expect(runsOf('', new Set())).toEqual([]);
});

test('names are written as shells and Python write them', () => {
  expect(['key', 'bodyHash', 'signedPassphrase'].map(underscored)).toEqual([
    'key',
    'body_hash',
    'signed_passphrase',
  ]);
});

test('values of the time that go into one request are of one moment', () => {
  const plan = checkedPlan(
    madeUpPlan({
      values: [
        { name: 'timestamp', make: 'clock', unit: 'seconds' },
        { name: 'expires', make: 'clock', unit: 'seconds', plus: 120 },
      ],
      send: { url: '{path}', headers: { 'X-Time': '{timestamp}', 'X-Ends': '{expires}' } },
    }),
  );
  expect(shellRecipe(plan).split('date +%s').length).toBe(2);
  expect(javaScriptRecipe(plan).split('Date.now()').length).toBe(2);
  expect(pythonRecipe(plan).split('time.time()').length).toBe(2);
});
