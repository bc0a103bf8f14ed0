import ccxt, { type Exchange as CcxtExchange } from 'ccxt';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { compactVerify, type CryptoKey, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import type { Arrived } from '../fake-exchange.ts';

/**
 * Signatures as others make them: CCXT (https://github.com/ccxt/ccxt) for the exchanges
 * that it signs for, jose for the tokens of Coinbase. Each is told the time and the
 * numbers of the request that arrived, and must come to the same.
 */

/** A set of credentials, and an implementation that is not ours to compare with. */
export interface Reference {
  /** What readers paste, in the order in which a program asks. */
  readonly credentials: readonly string[];
  /** The secret of somebody else, in the same form. */
  readonly wrongSecret: string;
  /** Place of the secret among the credentials. */
  readonly secretAt: number;
  /** Whether the reference signs the request as it arrived. */
  isSigned(request: Arrived): boolean | Promise<boolean>;
}

const apiKey = 'EXAMPLE-KEY';
const secret = 'EXAMPLE-SECRET';
/** Exchanges whose secret is base64 sign with its bytes, of which no text holds all. */
const encodedSecret = Buffer.from(Array.from({ length: 64 }, (_, index) => index * 4)).toString(
  'base64',
);
const otherEncodedSecret = Buffer.from(Array.from({ length: 64 }, () => 7)).toString('base64');
/** LBank's secrets have 32 characters; longer ones are RSA keys to CCXT. */
const shortSecret = '093F44F700FC48F17DDB67390C895CE5';
/** Passphrases can hold spaces and letters of any language. */
const passphrase = 'EXAMPLE pass ÄÖ 🔑';

/** A request as CCXT would send it. */
interface Signed {
  readonly url: string;
  readonly method: string;
  readonly body?: string | undefined;
  readonly headers?: Record<string, string> | undefined;
}

function signedBy(
  exchange: CcxtExchange,
  path: string,
  section: string | string[],
  method: string,
  parameters: Record<string, string> = {},
): Signed {
  const signed = exchange.sign(path, section, method, parameters);
  return {
    url: signed['url'],
    method: signed['method'],
    body: signed['body'],
    headers: signed['headers'],
  };
}

interface CcxtCase {
  readonly exchange: CcxtExchange;
  /** The request as CCXT names it: path without prefix and suffix, section of its API. */
  sign(exchange: CcxtExchange, request: Arrived): Signed;
  /** Headers that must agree. */
  readonly headers: readonly string[];
}

/** Tells CCXT which moment it is, in milliseconds. */
function at(exchange: CcxtExchange, milliseconds: number): CcxtExchange {
  exchange.milliseconds = () => milliseconds;
  exchange.seconds = () => Math.floor(milliseconds / 1000);
  exchange.nonce = () => milliseconds;
  return exchange;
}

function agrees({ exchange, sign, headers }: CcxtCase, request: Arrived): boolean {
  const expected = sign(exchange, request);
  const url = new URL(expected.url);
  const wanted = Object.fromEntries(
    Object.entries(expected.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return (
    request.method === expected.method &&
    request.path === `${url.pathname}${url.search}` &&
    (expected.body ?? '') === request.body &&
    headers.every((name) => wanted[name] !== undefined && wanted[name] === request.headers[name])
  );
}

const header = (request: Arrived, name: string): string => request.headers[name] ?? '';
const isNow = (milliseconds: number, seconds: number): boolean =>
  Math.abs(Date.now() - milliseconds) <= seconds * 1000;
const after = (text: string, start: string): string =>
  text.startsWith(start) ? text.slice(start.length) : text;

const gate = new ccxt.gate({ apiKey, secret });
const gemini = new ccxt.gemini({ apiKey: 'account-EXAMPLE', secret });
const binance = new ccxt.binance({ apiKey, secret });
const okx = new ccxt.okx({ apiKey, secret, password: passphrase });
const kraken = new ccxt.kraken({ apiKey, secret: encodedSecret });
const krakenFutures = new ccxt.krakenfutures({ apiKey, secret: encodedSecret });
// CCXT knows this section of the API, but not this request of it.
krakenFutures.options['access'] = { auth: { GET: { 'api-keys/v3/check': 'private' } } };
krakenFutures.urls['api'] = {
  ...krakenFutures.urls['api'],
  auth: 'https://futures.kraken.com/api/auth/',
};
const lbank = new ccxt.lbank({ apiKey, secret: shortSecret });
const kucoin = new ccxt.kucoin({ apiKey, secret, password: passphrase });

const hmacReferences = {
  gate: {
    credentials: [apiKey, secret],
    wrongSecret: 'another-secret',
    secretAt: 1,
    isSigned: (request) => {
      const time = Number(header(request, 'timestamp')) * 1000;
      const [section = '', ...rest] = after(request.path, '/api/v4/').split('/');
      return (
        isNow(time, 60) &&
        agrees(
          {
            exchange: at(gate, time),
            sign: (exchange) => signedBy(exchange, rest.join('/'), ['private', section], 'GET'),
            headers: ['key', 'timestamp', 'sign'],
          },
          request,
        )
      );
    },
  },
  gemini: {
    credentials: ['account-EXAMPLE', secret],
    wrongSecret: 'another-secret',
    secretAt: 1,
    isSigned: (request) => {
      const payload = Buffer.from(header(request, 'x-gemini-payload'), 'base64').toString();
      const { request: target, nonce }: { request?: unknown; nonce?: unknown } =
        JSON.parse(payload);
      // CCXT writes the nonce as text, which the documentation does not: it signs ours.
      gemini.json = () => payload;
      return (
        target === request.path &&
        isNow(Number(nonce) * 1000, 30) &&
        agrees(
          {
            exchange: at(gemini, 0),
            sign: (exchange) => ({
              ...signedBy(exchange, after(request.path, '/'), 'private', 'POST'),
              body: '',
            }),
            headers: ['content-type', 'x-gemini-apikey', 'x-gemini-payload', 'x-gemini-signature'],
          },
          request,
        )
      );
    },
  },
  binance: {
    credentials: [apiKey, secret],
    wrongSecret: 'another-secret',
    secretAt: 1,
    isSigned: (request) => {
      const [target = '', query = ''] = request.path.split('?');
      const time = Number(new URLSearchParams(query).get('timestamp'));
      return (
        isNow(time, 10) &&
        agrees(
          {
            exchange: at(binance, time),
            sign: (exchange) => signedBy(exchange, after(target, '/sapi/v1/'), 'sapi', 'GET'),
            headers: ['x-mbx-apikey'],
          },
          request,
        )
      );
    },
  },
  okx: {
    credentials: [apiKey, secret, passphrase],
    wrongSecret: 'another-secret',
    secretAt: 1,
    isSigned: (request) => {
      const time = Date.parse(header(request, 'ok-access-timestamp'));
      return (
        isNow(time, 30) &&
        agrees(
          {
            exchange: at(okx, time),
            sign: (exchange) =>
              inLatin1(signedBy(exchange, after(request.path, '/api/v5/'), 'private', 'GET')),
            headers: [
              'ok-access-key',
              'ok-access-sign',
              'ok-access-timestamp',
              'ok-access-passphrase',
            ],
          },
          request,
        )
      );
    },
  },
  kraken: {
    credentials: [apiKey, encodedSecret],
    wrongSecret: otherEncodedSecret,
    secretAt: 1,
    isSigned: (request) =>
      agrees(
        {
          exchange: at(kraken, Number(new URLSearchParams(request.body).get('nonce'))),
          sign: (exchange) =>
            signedBy(exchange, after(request.path, '/0/private/'), 'private', 'POST'),
          headers: ['api-key', 'api-sign', 'content-type'],
        },
        request,
      ),
  },
  'kraken-futures': {
    credentials: [apiKey, encodedSecret],
    wrongSecret: otherEncodedSecret,
    secretAt: 1,
    isSigned: (request) =>
      agrees(
        {
          exchange: krakenFutures,
          sign: (exchange) =>
            request.path.startsWith('/api/auth/')
              ? signedBy(exchange, after(request.path, '/api/auth/v1/'), 'auth', 'GET', {
                  version: 'v1',
                })
              : signedBy(exchange, after(request.path, '/derivatives/api/v3/'), 'private', 'GET'),
          headers: ['apikey', 'authent'],
        },
        request,
      ),
  },
  lbank: {
    credentials: [apiKey, shortSecret],
    wrongSecret: '00000000000000000000000000000000',
    secretAt: 1,
    isSigned: (request) => {
      const time = Number(header(request, 'timestamp'));
      const echo = header(request, 'echostr');
      lbank.uuid22 = () => echo;
      lbank.uuid16 = () => '';
      return (
        isNow(time, 10) &&
        /^[A-Za-z0-9]{30,40}$/.test(echo) &&
        agrees(
          {
            exchange: at(lbank, time),
            sign: (exchange) =>
              signedBy(
                exchange,
                after(request.path, '/v2/').replace(/\.do$/, ''),
                ['spot', 'private'],
                'POST',
              ),
            headers: ['timestamp', 'echostr', 'signature_method', 'content-type'],
          },
          request,
        )
      );
    },
  },
  kucoin: {
    credentials: [apiKey, secret, passphrase],
    wrongSecret: 'another-secret',
    secretAt: 1,
    isSigned: (request) => {
      const time = Number(header(request, 'kc-api-timestamp'));
      return (
        isNow(time, 5) &&
        agrees(
          {
            exchange: at(kucoin, time),
            sign: (exchange) => {
              const [version = '', ...rest] = after(request.path, '/api/').split('/');
              return signedBy(exchange, rest.join('/'), 'private', 'GET', { version });
            },
            headers: ['kc-api-key', 'kc-api-sign', 'kc-api-timestamp', 'kc-api-passphrase'],
          },
          request,
        )
      );
    },
  },
} satisfies Record<string, Reference>;

/** Node gives the bytes of a header as Latin-1; CCXT writes text. */
function inLatin1(signed: Signed): Signed {
  return {
    ...signed,
    headers: Object.fromEntries(
      Object.entries(signed.headers ?? {}).map(([name, value]) => [
        name,
        Buffer.from(value).toString('latin1'),
      ]),
    ),
  };
}

const ecPair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const otherEcPair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const edPair = generateKeyPairSync('ed25519');
const otherEdPair = generateKeyPairSync('ed25519');

const pem = (key: KeyObject): string => key.export({ type: 'sec1', format: 'pem' }).toString();

/** Coinbase's Ed25519 keys: seed and public key, 64 bytes, in base64. */
function edSecret(key: KeyObject): string {
  const { d = '', x = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([Buffer.from(d, 'base64url'), Buffer.from(x, 'base64url')]).toString(
    'base64',
  );
}

/**
 * A token as https://github.com/coinbase/coinbase-advanced-py (jwt_generator.py, 1.8.4)
 * makes it; CCXT's differs in names that the SDK no longer sends.
 */
function tokenReference(
  key: string,
  secretText: string,
  wrongSecret: string,
  publicKey: KeyObject,
  algorithm: string,
): Reference {
  let imported: Promise<CryptoKey | Uint8Array> | undefined;
  return {
    credentials: [key, secretText],
    wrongSecret,
    secretAt: 1,
    isSigned: async (request) => {
      const token = after(header(request, 'authorization'), 'Bearer ');
      const jwk: JWK = publicKey.export({ format: 'jwk' });
      imported ??= importJWK(jwk, algorithm);
      try {
        const { payload } = await compactVerify(token, await imported, { algorithms: [algorithm] });
        const claims: unknown = JSON.parse(Buffer.from(payload).toString());
        const { kid, typ, nonce } = decodeProtectedHeader(token);
        return (
          kid === key &&
          typ === 'JWT' &&
          typeof nonce === 'string' &&
          /^[0-9a-f]{16,}$/.test(nonce) &&
          hasClaims(claims, key, `${request.method} ${header(request, 'host')}${request.path}`)
        );
      } catch {
        return false;
      }
    },
  };
}

function hasClaims(claims: unknown, key: string, uri: string): boolean {
  if (typeof claims !== 'object' || claims === null) return false;
  const entries = new Map<string, unknown>(Object.entries(claims));
  const from = Number(entries.get('nbf'));
  return (
    [...entries.keys()].sort().join() === 'exp,iss,nbf,sub,uri' &&
    entries.get('iss') === 'cdp' &&
    entries.get('sub') === key &&
    entries.get('uri') === uri &&
    isNow(from * 1000, 30) &&
    Number(entries.get('exp')) === from + 120
  );
}

const ecName = 'organizations/EXAMPLE/apiKeys/EXAMPLE';

/** References by exchange. */
export const references = {
  ...hmacReferences,
  coinbase: tokenReference(
    ecName,
    pem(ecPair.privateKey).trimEnd(),
    pem(otherEcPair.privateKey).trimEnd(),
    ecPair.publicKey,
    'ES256',
  ),
} satisfies Record<string, Reference>;

export type ReferenceSlug = keyof typeof references;

/** Coinbase's other kind of key. */
export const coinbaseEd25519 = tokenReference(
  '11111111-2222-3333-4444-555555555555',
  edSecret(edPair.privateKey),
  edSecret(otherEdPair.privateKey),
  edPair.publicKey,
  'EdDSA',
);
