import type { Lifetime } from '../../schema/exchange.ts';
import type { Finding, Rule } from '../rule.ts';

export const lifetimeOverlap: Rule = {
  meaning:
    'No two lifetimes end the same keys for the same reason: one of them would never come to pass, or readers would not know which holds. None ends keys that there cannot be.',
  mend: 'Make one entry of the two, or say of each which keys it is for ("keys", "permissions", "from").',
  example: 'Two lifetimes of unbound keys from creation, of 30 and of 90 days.',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts }) =>
      facts?.value === undefined
        ? []
        : facts.value.lifetimes.items.flatMap((item, index, items): Finding[] => {
            const other = items.find(
              (one, place) => place !== index && isMoot(item, one, place < index),
            );
            if (item.keys === 'unbound' && facts.value?.allowlist.required?.when === 'always')
              return [
                {
                  ...facts.at(['lifetimes', 'items', index, 'keys']),
                  message: `"${item.id}" ends keys without addresses, and by "allowlist.required" there are none.`,
                  help: 'Correct the one that is wrong.',
                },
              ];
            return other === undefined
              ? []
              : [
                  {
                    ...facts.at(['lifetimes', 'items', index, 'days']),
                    message: `"${item.id}" ends keys after ${item.days} days, which "${other.id}" has ended after ${other.days} days for the same reason.`,
                    help: 'Make one entry of the two, or say of each which keys it is for.',
                  },
                ];
          }),
    ),
};

/** How final an end is: what is deleted cannot be disabled any more. */
const finality = { disabled: 0, expired: 0, deleted: 1 } as const satisfies Record<
  Lifetime['effect'],
  number
>;

/**
 * Whether a lifetime never comes to pass beside another: that one ends every key of it at
 * the latest on the same day, at least as finally. Of two alike the later one counts.
 */
function isMoot(item: Lifetime, other: Lifetime, isLater: boolean): boolean {
  if (item.from !== other.from || finality[other.effect] < finality[item.effect]) return false;
  const isSameGroup = item.keys === other.keys;
  if (!isSameGroup && other.keys !== 'all') return false;
  if (!covers(other.permissions, item.permissions)) return false;
  if (other.days !== item.days) return other.days < item.days;
  const isAlike = isSameGroup && covers(item.permissions, other.permissions);
  return !isAlike || isLater;
}

/** Whether keys with one of some permissions are among those with one of others; undefined is every key. */
function covers(
  wide: readonly string[] | undefined,
  narrow: readonly string[] | undefined,
): boolean {
  return wide === undefined || (narrow?.every((id) => wide.includes(id)) ?? false);
}
