import { isRaw, piecesOf, type RecipeValue } from '../schema/signing.ts';
import type { CredentialVariable, TestPlan } from './plan.ts';

/** `signedPassphrase` as shells and Python write it: `signed_passphrase`. */
export function underscored(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * A path of an answer as a regular expression without anchors, which extended POSIX,
 * Python and JavaScript read alike.
 */
export function pathPattern(path: string): string {
  const segments = path.split('.');
  return segments
    .map((segment, index) => {
      const name = segment.replaceAll('*', '[^.]*');
      if (name.endsWith('?')) return `(${name.slice(0, -1)}\\.)?`;
      return index === segments.length - 1 ? name : `${name}\\.`;
    })
    .join('');
}

/** The building blocks that the values of a plan need. */
export interface Blocks {
  readonly hmac: boolean;
  /** Bytes as hexadecimal text, for languages whose variables cannot hold bytes. */
  readonly hexadecimal: boolean;
  readonly base64url: boolean;
  /** Algorithms of private keys. */
  readonly signatures: readonly Extract<RecipeValue, { make: 'signature' }>['algorithm'][];
}

/** Which building blocks a plan needs, so that its program holds no other. */
export function blocksOf({ values, secret }: Pick<TestPlan, 'values' | 'secret'>): Blocks {
  const signatures = values.flatMap((value) =>
    value.make === 'signature' ? [value.algorithm] : [],
  );
  return {
    hmac: values.some((value) => value.make === 'hmac'),
    hexadecimal:
      !isPrivateKey(secret) ||
      values.some(({ make }) => make === 'hash' || make === 'hmac') ||
      signatures.some((algorithm) => algorithm.startsWith('es256')),
    base64url: values.some((value) => 'as' in value && value.as === 'base64url'),
    signatures,
  };
}

/** Names of the values and given ones that any template of a plan holds. */
export function namesUsed({
  values,
  send,
}: Pick<TestPlan, 'values' | 'send'>): ReadonlySet<string> {
  const templates = [
    ...values.flatMap((value) => ('of' in value ? [value.of] : [])),
    send.url,
    ...Object.values(send.headers),
    ...(send.body === undefined ? [] : [send.body]),
  ];
  return new Set(
    templates.flatMap(piecesOf).flatMap((piece) => ('hole' in piece ? [piece.hole] : [])),
  );
}

/** Whether a credential may hold spaces and letters of any language, as what people choose may. */
export function keepsSpaces(variable: CredentialVariable): boolean {
  return variable === 'passphrase' || variable === 'memo';
}

/** Whether the secret is a private key, which can have several lines. */
export function isPrivateKey(secret: TestPlan['secret']): boolean {
  return secret === 'pem' || secret === 'ec-pem-or-ed25519';
}

/** Names of the values that are bytes. */
export function rawNamesOf({ values }: Pick<TestPlan, 'values'>): ReadonlySet<string> {
  return new Set(values.filter(isRaw).map(({ name }) => name));
}
