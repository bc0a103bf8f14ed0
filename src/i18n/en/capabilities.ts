import type { Capability } from '../../vocabulary/capabilities.ts';
import { all, phrases } from './grammar.ts';

/** Each finishes the sentence "The key can …", alone or in a list. */
const capabilities: Record<Capability, string> = {
  'read-account': 'read account details such as fee rates',
  'read-balances': 'read balances',
  'read-orders': 'read open orders',
  'read-order-history': 'read past orders',
  'read-trades': 'read executed trades',
  'read-transfers': 'read deposits and withdrawals',
  'read-ledger': 'read the account ledger',
  'read-positions': 'read futures balances, orders and positions',
  'read-earn': 'read staking and savings',
  'read-loans': 'read loans',
  'read-subaccounts': 'read subaccounts',
  'read-rebates': 'read referral and rebate records',
  'move-own': 'move funds between your own accounts',
  'create-deposit-address': 'create deposit addresses',
  'trade-spot': 'place and cancel spot orders',
  'trade-margin': 'place and cancel margin orders',
  'trade-futures': 'place and cancel futures orders',
  'trade-delivery': 'place and cancel delivery-futures orders',
  'trade-options': 'place and cancel options orders',
  'trade-cfd': 'place and cancel CFD orders',
  'trade-predictions': 'trade prediction markets',
  convert: 'convert one currency to another',
  earn: 'put funds into staking or savings and take them out',
  borrow: 'borrow and repay loans, and change their collateral',
  'copy-trade': 'start and stop copy trading',
  'run-bots': 'start and stop trading bots of the exchange',
  'pay-out': 'send payments to other people',
  'manage-addresses': 'change the list of withdrawal addresses',
  'manage-keys': 'create and change API keys',
  withdraw: 'withdraw funds',
};

/** Verbs that English says once for several things: "read balances and open orders". */
const sharedVerbs = ['read', 'place and cancel', 'start and stop'];

/** Finishes the sentence "The key can …". */
export function can(set: readonly Capability[]): string {
  const byVerb = Map.groupBy(
    set.map((capability) => capabilities[capability]),
    (phrase) => sharedVerbs.find((verb) => phrase.startsWith(`${verb} `)) ?? phrase,
  );
  return phrases(
    [...byVerb].map(([verb, group]) =>
      group.length === 1
        ? group.join('')
        : `${verb} ${all(group.map((phrase) => phrase.slice(verb.length + 1)))}`,
    ),
  );
}
