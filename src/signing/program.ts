import { isRaw, type RecipeValue } from '../model/signing.ts';
import type { TestPlan } from './plan.ts';

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
  readonly base64url: boolean;
  /** Algorithms of private keys. */
  readonly signatures: readonly Extract<RecipeValue, { make: 'signature' }>['algorithm'][];
}

/** Which building blocks a plan needs, so that its program holds no other. */
export function blocksOf({ values }: Pick<TestPlan, 'values'>): Blocks {
  return {
    hmac: values.some((value) => value.make === 'hmac'),
    base64url: values.some((value) => 'as' in value && value.as === 'base64url'),
    signatures: values.flatMap((value) => (value.make === 'signature' ? [value.algorithm] : [])),
  };
}

/** Whether the secret is a private key, which can have several lines. */
export function isPrivateKey(secret: TestPlan['secret']): boolean {
  return secret === 'pem' || secret === 'ec-pem-or-ed25519';
}

/** Names of the values that are bytes. */
export function rawNamesOf({ values }: Pick<TestPlan, 'values'>): ReadonlySet<string> {
  return new Set(values.filter(isRaw).map(({ name }) => name));
}
