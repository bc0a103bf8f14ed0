import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import type { TokenAnswers } from '../../../src/schema/answers.ts';
import type { Arrived } from '../fake-exchange.ts';
import { isRecord } from '../nested-values.ts';
import { headerOf, installedVersion, isNow, type Reference } from './reference.ts';

/**
 * Tokens (JWT) that a private key signs: jose looks at the signature, and what stands in them
 * must be what answers.yaml says that the exchange's own program writes.
 */

type Algorithm = keyof TokenAnswers['keys'];

/** The references for a kind of token, one for each algorithm of its keys. */
export function tokenReferences(token: TokenAnswers): Reference[] {
  return (['ES256', 'EdDSA'] as const).flatMap((algorithm) => {
    const key = token.keys[algorithm];
    return key === undefined ? [] : [tokenReference(token, algorithm, key)];
  });
}

function tokenReference(token: TokenAnswers, algorithm: Algorithm, key: string): Reference {
  const [pair, other] = [keyPair(algorithm), keyPair(algorithm)];
  return {
    compared: [
      { reference: token.name, version: token.version },
      { reference: 'jose (signature)', version: installedVersion('jose') },
    ],
    credentials: [key, pair.secret],
    wrongSecret: other.secret,
    secretAt: 1,
    isSigned: async (request) => {
      const text = headerOf(request, token.header).replace(/^Bearer /, '');
      const jwk: JWK = pair.publicKey.export({ format: 'jwk' });
      try {
        const { payload } = await compactVerify(text, await importJWK(jwk, algorithm), {
          algorithms: [algorithm],
        });
        const claims: unknown = JSON.parse(Buffer.from(payload).toString());
        const { alg: _alg, ...rest } = decodeProtectedHeader(text);
        return (
          holds(rest, token.protected, key, request) && holds(claims, token.claims, key, request)
        );
      } catch {
        return false;
      }
    },
  };
}

/** Whether a value has exactly the fields that are described, each as it is described. */
function holds(
  value: unknown,
  described: Readonly<Record<string, string>>,
  key: string,
  request: Arrived,
): boolean {
  if (!isRecord(value)) return false;
  const moments = Object.entries(described).flatMap(([name, text]) => {
    const plus = /^\{now(?:\+(\d+))?\}$/.exec(text);
    return plus === null ? [] : [Number(value[name]) - Number(plus[1] ?? 0)];
  });
  return (
    Object.keys(value).sort().join() === Object.keys(described).sort().join() &&
    moments.every((moment) => moment === moments[0] && isNow(moment * 1000, 120)) &&
    Object.entries(described).every(([name, text]) => {
      const found = value[name];
      if (text.startsWith('{now')) return typeof found === 'number';
      if (text === '{hex}') return typeof found === 'string' && /^[0-9a-f]{16,}$/.test(found);
      return (
        found ===
        text
          .replace('{key}', key)
          .replace('{method}', request.method)
          .replace('{host}', headerOf(request, 'host'))
          .replace('{path}', request.path)
      );
    })
  );
}

/** A key as such exchanges hand it out: PEM, or seed and public key of Ed25519 in base64. */
function keyPair(algorithm: Algorithm): { secret: string; publicKey: KeyObject } {
  if (algorithm === 'ES256') {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = privateKey.export({ type: 'sec1', format: 'pem' }).toString();
    return { secret: pem.trimEnd(), publicKey };
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { d = '', x = '' } = privateKey.export({ format: 'jwk' });
  const bytes = [Buffer.from(d, 'base64url'), Buffer.from(x, 'base64url')];
  return { secret: Buffer.concat(bytes).toString('base64'), publicKey };
}
