import { isRaw, type Piece, piecesOf } from '../schema/signing.ts';
import type { CheckedPlan, CredentialVariable } from './test-plan.ts';

/** What the recipe of a plan needs, whatever the language. */

type Recipe = Pick<CheckedPlan, 'values' | 'send'>;

/** `signedPassphrase` as shells and Python write it: `signed_passphrase`. */
export function underscored(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Names of the values and given ones that any template of a plan holds. */
export function namesUsed({ values, send }: Recipe): ReadonlySet<string> {
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

/** Whether the kind of the key decides how it signs, or is named in what is sent. */
export function namesAlgorithm(recipe: Recipe): boolean {
  return (
    namesUsed(recipe).has('algorithm') ||
    recipe.values.some(
      (value) => value.make === 'signature' && value.algorithm === 'es256-or-eddsa',
    )
  );
}

/** Whether several values are made of the time, which must then be the same in all of them. */
export function sharesMoment({ values }: Pick<CheckedPlan, 'values'>): boolean {
  return values.filter((value) => value.make === 'clock' && value.unit !== 'iso').length > 1;
}

/** Whether a credential may hold spaces and letters of any language, as what people choose may. */
export function keepsSpaces(variable: CredentialVariable): boolean {
  return variable === 'passphrase' || variable === 'memo';
}

/** Whether the secret is a private key, which can have several lines. */
export function isPrivateKey(secret: CheckedPlan['secret']): boolean {
  return secret === 'pem' || secret === 'ec-pem-or-ed25519';
}

/** A pattern that fits where one of several does. */
export function anyOf(patterns: readonly string[]): string {
  return patterns.length > 1 ? `(${patterns.join('|')})` : patterns.join('');
}

/** Names of the values that are bytes. */
export function rawNamesOf({ values }: Pick<CheckedPlan, 'values'>): ReadonlySet<string> {
  return new Set(values.filter((value) => isRaw(value)).map(({ name }) => name));
}

/** A template in runs: neighbours that are text, and values that are bytes each by themselves. */
export function runsOf(
  template: string,
  rawNames: ReadonlySet<string>,
): ({ readonly raw: string } | { readonly pieces: readonly Piece[] })[] {
  const runs: ({ raw: string } | { pieces: Piece[] })[] = [];
  for (const piece of piecesOf(template)) {
    const last = runs.at(-1);
    if ('hole' in piece && rawNames.has(piece.hole)) runs.push({ raw: piece.hole });
    else if (last !== undefined && 'pieces' in last) last.pieces.push(piece);
    else runs.push({ pieces: [piece] });
  }
  return runs;
}
