import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { Rule } from '../rule.ts';

/** Addresses that belong to nobody: documentation (RFC 5737, RFC 3849), private, loopback, any. */
const harmless = new BlockList();
for (const [net, prefix] of [
  ['192.0.2.0', 24],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['127.0.0.0', 8],
  ['0.0.0.0', 8],
] as const) {
  harmless.addSubnet(net, prefix, 'ipv4');
}
harmless.addSubnet('2001:db8::', 32, 'ipv6');
harmless.addSubnet('::', 127, 'ipv6');
harmless.addSubnet('fc00::', 7, 'ipv6');
harmless.addSubnet('fe80::', 10, 'ipv6');

/** Runs of the form of an address; a port or a mapped IPv4 address does not hide one. */
const candidates =
  /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\w)|(?<![\w.:])[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?![\w:]|\.\w)/g;

/** What every address holds; most lines hold nothing of the kind, which one look tells. */
const hint = /\d\.\d{1,3}\.\d|:[0-9a-fA-F]{0,4}:/;

export const publicAddress: Rule = {
  meaning:
    'Internet addresses in content are those for documentation (203.0.113.0/24, 2001:db8::/32); real ones stand in reviewed partner files only.',
  mend: 'Write an address such as 203.0.113.10.',
  example: 'Enter 52.31.14.7 in the field.',
  check: ({ files }) =>
    [...files.texts]
      .filter(([file]) => !file.startsWith('partners/'))
      .flatMap(([file, text]) =>
        text.split('\n').flatMap((line, index) =>
          publicAddressesIn(line).map(({ shown, column }) => ({
            file,
            line: index + 1,
            column,
            message: `${shown} is a public internet address of somebody.`,
            help: 'Write an address for documentation, such as 203.0.113.10.',
          })),
        ),
      ),
};

/** Every public internet address in a line, with its column, counted from 1. */
export function publicAddressesIn(line: string): { shown: string; column: number }[] {
  if (!hint.test(line)) return [];
  return [...line.matchAll(candidates)]
    .filter(([shown]) => isPublic(shown))
    .map((match) => ({ shown: match[0], column: match.index + 1 }));
}

function isPublic(shown: string): boolean {
  if (isIPv4(shown)) return !harmless.check(shown, 'ipv4');
  return isIPv6(shown) && !harmless.check(shown, 'ipv6');
}
