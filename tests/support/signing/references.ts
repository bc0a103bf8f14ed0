import type { Answers, SignatureExample } from '../../../src/schema/answers.ts';
import type { Exchange } from '../../../src/schema/exchange.ts';
import { ccxtReference } from './ccxt.ts';
import type { Reference } from './reference.ts';
import { tokenReferences } from './token.ts';

export type { Reference } from './reference.ts';

/**
 * What the recipe of an exchange is compared with: CCXT by the id in its facts, or tokens as
 * its answers.yaml describes them.
 *
 * Output: one reference for each kind of key. Throws, with what to do, where there is none.
 */
export function referencesOf(exchange: Exchange, answers: Answers): Reference[] {
  const byCcxt = answers.token === undefined ? ccxtReference(exchange) : undefined;
  const references = [
    ...(byCcxt === undefined ? [] : [byCcxt]),
    ...(answers.token === undefined ? [] : tokenReferences(answers.token)),
  ];
  if (references.length > 0) return references;
  throw new Error(
    `Nothing was compared with the recipe of ${exchange.slug}: programs that nobody compared may not be offered. Name the id of the exchange at CCXT under "connecting", or describe its tokens in answers.yaml; else leave out "signing".`,
  );
}

/**
 * What "checked" of a recipe claims and no test compared.
 *
 * Input: the claims, and what was compared. Output: the claims that stand alone, in words.
 */
export function unprovedClaims(
  checked: NonNullable<Exchange['signing']>['checked'],
  compared: readonly { readonly reference: string; readonly version?: string }[],
): string[] {
  const named = ({
    reference,
    version,
  }: {
    reference: string;
    version?: string | undefined;
  }): string => [reference, version].filter((part) => part !== undefined).join(' ');
  const proved = new Set(compared.map(named));
  return checked.map(named).filter((claim) => !proved.has(claim));
}

/** What the examples of a documentation are, as comparisons. */
export function comparedExamples(examples: readonly SignatureExample[]): { reference: string }[] {
  return examples.map(({ name }) => ({ reference: name }));
}
