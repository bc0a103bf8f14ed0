import { mostWithoutLimit } from '../../derive/partner-setup.ts';
import { setupFindings } from '../partner-setups.ts';
import type { Rule } from '../rule.ts';

export const partnerAllowlist: Rule = {
  meaning:
    'Each exchange of a partner takes its addresses: their number, ranges, IPv6. What is not documented, or disputed, counts as not taken; small ranges are written out as single addresses.',
  mend: 'Name under "addresses" of the exchange those that the partner uses there; or share them out among several keys with "keys".',
  example: 'Twenty-five addresses for an exchange that takes twenty.',
  check: (part) => [
    ...setupFindings(part, 'ipv6', ({ addresses, taken }, { exchange, facts }) => ({
      message: `${exchange.names.name} ${refusal(taken, 'IPv6')}, and the profile has ${addresses.join(', ')}.`,
      help: `Name the addresses that ${facts.name} uses there under "addresses" of this exchange, without IPv6.`,
    })),
    ...setupFindings(part, 'range', ({ ranges, taken, count, room }, { exchange }) => ({
      message: `${exchange.names.name} ${refusal(taken, 'ranges')}; ${ranges.join(', ')} written out makes ${entries(count)}, and ${limit(exchange.allowlist.most, room)}.`,
      help: 'Name fewer or smaller ranges under "addresses" of this exchange, or share them out among several keys with "keys".',
    })),
    ...setupFindings(part, 'too-many', ({ count, most, keysNeeded }, { exchange }) => ({
      message: `The profile has ${entries(count)} for ${exchange.names.name}, where a key takes ${most}. Announced ones count, because they are entered before they are used.`,
      help: `Name fewer under "addresses" of this exchange, write ranges where it takes them, or write "keys: ${keysNeeded}".`,
    })),
    ...setupFindings(part, 'no-address', (_problem, { exchange, facts }) => ({
      message: `No address of the profile for ${exchange.names.name} was in use on ${facts.checked}, when it was checked.`,
      help: 'Name addresses that are in use under "addresses" of this exchange.',
    })),
  ],
};

function refusal(taken: false | 'disputed' | undefined, what: string): string {
  if (taken === false) return `takes no ${what}`;
  return taken === 'disputed'
    ? `may not take ${what} (its sources disagree)`
    : `may not take ${what} (no source says)`;
}

function limit(most: number | undefined, room: number): string {
  return most === undefined
    ? `its limit is not documented, so that at most ${mostWithoutLimit} for a key are written out`
    : `there is room for ${room}`;
}

function entries(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'address' : 'addresses'}`;
}
