import type { Keys } from '../../schema/exchange.ts';
import type { Asked } from '../../schema/exchange/further-powers.ts';
import { counted } from './grammar.ts';

/** Between on and off, what cannot be chosen, and how many keys there can be. */
export const further = {
  asked: (by: Asked['by'], name: string, level: string | undefined): string => {
    if (by === 'exchange')
      return level === undefined
        ? `Named for this use by ${name}.`
        : `Named for this use by ${name}, at “${level}”.`;
    return level === undefined ? `Asked for by ${name}.` : `Asked for by ${name}, at “${level}”.`;
  },
  unavoidable: (label: string) => `Comes with “${label}”, and nobody can switch it off:`,
  keys: ({ most, perSubaccount }: Pick<Keys, 'most' | 'perSubaccount'>): string => {
    if (most === undefined) return 'How many keys an account can have is not documented.';
    return perSubaccount === undefined
      ? counted(most, {
          one: 'At most {n} key in one account.',
          other: 'At most {n} keys in one account.',
        })
      : counted(
          most,
          {
            one: 'At most {n} key in the main account, and {more} in each sub-account.',
            other: 'At most {n} keys in the main account, and {more} in each sub-account.',
          },
          { more: String(perSubaccount) },
        );
  },
};
