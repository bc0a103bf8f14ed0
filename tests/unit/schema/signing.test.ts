import { expect, test } from 'playwright/test';
import { piecesOf, signingSchema } from '../../../src/schema/signing.ts';

test('piecesOf cuts a template at the names that it knows, and leaves other braces', () => {
  expect(piecesOf('')).toEqual([]);
  expect(piecesOf('plain')).toEqual([{ text: 'plain' }]);
  expect(piecesOf('{key}')).toEqual([{ hole: 'key' }]);
  expect(piecesOf('{"kid":"{key}","n":{nonce}}')).toEqual([
    { text: '{"kid":"' },
    { hole: 'key' },
    { text: '","n":' },
    { hole: 'nonce' },
    { text: '}' },
  ]);
  expect(piecesOf('{secret}{ key }{{path}}')).toEqual([
    { text: '{secret}' },
    { text: '{ key }{' },
    { hole: 'path' },
    { text: '}' },
  ]);
});

const recipe = {
  keyTypes: ['main'],
  sites: ['global'],
  secret: 'text',
  values: [
    { name: 'timestamp', make: 'clock', unit: 'seconds' },
    { name: 'digest', make: 'hash', hash: 'sha256', of: '{timestamp}', as: 'raw' },
    { name: 'signature', make: 'hmac', hash: 'sha256', of: '{path}{digest}', as: 'hex' },
  ],
  send: { url: '{path}', headers: { 'X-Sign': '{signature}' } },
  reading: [{ id: 'private', method: 'GET', path: '/private', proves: 'it reads' }],
  checked: [{ reference: 'CCXT', version: '4.5.84', date: '2026-11-21' }],
  sources: ['docs'],
};

/** What the schema says of a recipe, each with its place. */
function problemsOf(part: Record<string, unknown>): string[] {
  const { error } = signingSchema.safeParse({ ...recipe, ...part });
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test('a sound recipe has no problems', () => {
  expect(problemsOf({})).toEqual([]);
});

test('a template names only what is given or made before it', () => {
  const [timestamp, digest, signature] = recipe.values;
  expect(problemsOf({ values: [digest, timestamp, signature] })).toEqual([
    'values.0.of: Found {timestamp}, which is neither given (key, passphrase, memo, method, prefix, path, host, algorithm) nor made before this place. Put its value first, or correct the name.',
  ]);
  const send = {
    url: '{path}?{query}',
    headers: { 'X-Sign': '{signature}', 'X-Key': '{secret}' },
    body: '{payload}',
  };
  expect(problemsOf({ send }).map((problem) => problem.split(',')[0])).toEqual([
    'send.url: Found {query}',
    'send.headers.X-Key: Found {secret}',
    'send.body: Found {payload}',
  ]);
});

test('bytes go into digests alone', () => {
  const message =
    'Found {digest}, which is bytes ("as: raw"); expected text here. Give it another form.';
  const send = { url: '{path}?{digest}', headers: { 'X-Sign': '{digest}' }, body: '{digest}' };
  const [timestamp, digest] = recipe.values;
  const values = [timestamp, digest, { name: 'message', make: 'text', of: '{digest}' }];
  expect(problemsOf({ values, send })).toEqual([
    `values.2.of: ${message}`,
    `send.url: ${message}`,
    `send.headers.X-Sign: ${message}`,
    `send.body: ${message}`,
  ]);
});

test('each value has a name of its own', () => {
  const values = [...recipe.values, { name: 'timestamp', make: 'clock', unit: 'iso' }];
  expect(problemsOf({ values })).toEqual([
    'values.3.name: Found a second value "timestamp"; expected each name once. Take another name.',
  ]);
});

test('a derived key is a value of bytes, made before', () => {
  const keyed = (key: string): unknown => [
    recipe.values[0],
    { name: 'derivedKey', make: 'hmac', hash: 'sha256', of: '{timestamp}', as: 'hex' },
    { name: 'signature', make: 'hmac', hash: 'sha256', of: '{path}', as: 'hex', with: key },
  ];
  for (const key of ['derivedKey', 'digest']) {
    expect(problemsOf({ values: keyed(key) })).toEqual([
      `values.2.with: Found "${key}"; expected a value made before with "as: raw". Make it first.`,
    ]);
  }
});

test('a condition tests one thing, at a path that can be looked up', () => {
  const exactlyOne =
    'succeeds: Expected exactly one of "is", "isNot", "lists", "absent", "there" and "items".';
  expect(problemsOf({ succeeds: { path: 'code' } })).toEqual([exactlyOne]);
  expect(problemsOf({ succeeds: { path: 'code', is: '0', absent: true } })).toEqual([exactlyOne]);
  for (const path of ['data?.code', 'data.*.perm', 'enable*', 'can_view', 'error.*']) {
    expect(problemsOf({ succeeds: { path, is: '0' } })).toEqual([]);
  }
  for (const path of ['', '.code', 'a..b', 'a.b?.c', 'a/b', "a'b", 'a b', '$(id)']) {
    expect(problemsOf({ succeeds: { path, is: '0' } }), path).toEqual([
      'succeeds.path: Expected a path in the answer such as "data.*.perm", where * stands for any part of a name, and "data?." for a part that may be missing.',
    ]);
  }
});

test('paths of requests and names of headers hold nothing that needs a quote', () => {
  const request = { id: 'one', method: 'GET', proves: 'it reads' };
  expect(problemsOf({ reading: [{ ...request, path: "/a'b" }] })).toEqual([
    'reading.0.path: Expected a path such as "/api/v4/spot/accounts".',
  ]);
  expect(problemsOf({ reading: [{ ...request, path: '/a', prefix: '/b/' }] })).toEqual([
    'reading.0.prefix: Expected a path without a slash at its end.',
  ]);
  expect(problemsOf({ send: { url: '{path}', headers: { 'X: Y': '' } } }).length).toBe(1);
});
