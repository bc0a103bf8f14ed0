import type { ErrorKind } from '../vocabulary/error-kinds.ts';
import { errorNames, type ExchangeFacts } from '../schema/exchange.ts';

/** What an exchange answers when it refuses a request, by the first of its names. */
export interface NamedRefusal {
  readonly name: string;
  /** Id of the entry that explains it. */
  readonly id: string;
  /** What is wrong, most likely. */
  readonly kind: ErrorKind | undefined;
}

/** What only an order meets: the programs read, and never see it. */
const ofOrders: ReadonlySet<ErrorKind | undefined> = new Set(['mode', 'other']);

/**
 * The refusals of an exchange that have a code or a text, and that a request that reads can meet.
 *
 * Output: one for each name, in the order of the facts; of several entries with one name,
 * the first.
 */
export function namedRefusals({
  troubleshooting,
}: Pick<ExchangeFacts, 'troubleshooting'>): NamedRefusal[] {
  const refusals = new Map<string, NamedRefusal>();
  for (const entry of troubleshooting) {
    const [name] = errorNames(entry);
    const kind = entry.kinds?.[0];
    if (name === undefined || refusals.has(name) || ofOrders.has(kind)) continue;
    refusals.set(name, { name, id: entry.id, kind });
  }
  return [...refusals.values()];
}
