import type { ExchangeFacts } from '../schema/exchange.ts';

/** Whether a key can ask what it may do, and on which sources that rests. */
export interface RightsReadable {
  readonly can: boolean;
  readonly note: string | undefined;
  readonly sources: readonly string[];
}

/**
 * Whether a request returns the rights of the key that sends it.
 *
 * Input: the facts of an exchange. Output: yes where the signing recipe has that request,
 * else what the facts say; undefined where it is not documented.
 */
export function rightsReadableOf({
  signing,
  rightsReadable,
}: Pick<ExchangeFacts, 'signing' | 'rightsReadable'>): RightsReadable | undefined {
  if (signing?.rights !== undefined)
    return { can: true, note: undefined, sources: signing.sources };
  return rightsReadable === undefined
    ? undefined
    : { can: rightsReadable.can, note: rightsReadable.note, sources: rightsReadable.sources };
}
