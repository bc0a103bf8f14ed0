import type { Content } from '../../content/content.ts';
import {
  exchangeOf,
  optionalExchangeFileNames,
  inExchange,
  partnerOf,
} from '../../content/layout.ts';
import { type AddressScope, readAddress, scopeOf } from '../../derive/ip-addresses.ts';
import type { Finding, Rule } from '../rule.ts';
import { textsOfData } from '../texts.ts';

/** Runs of the form of an address or a range; a port or a mapped IPv4 address does not hide one. */
const candidates =
  /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,3}(?!\w))?(?!\w|\.\w)|(?<![\w.:])[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?:\/\d{1,3}(?!\w))?(?![\w:]|\.\w)/g;

/** What every address holds; most lines hold nothing of the kind, which one look tells. */
const hint = /\d\.\d{1,3}\.\d|:[0-9a-fA-F]{0,4}:/;

/** How exchanges answer that a key is bound to no address. */
const everyAddress = new Set(['0.0.0.0', '0.0.0.0/0', '::', '::/0']);

export const publicAddress: Rule = {
  meaning:
    'Internet addresses in content are those for documentation (192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32), since readers enter what they read: no real ones, no private ones, and none that stands for all. Real ones stand under "addresses" of reviewed partner files only.',
  mend: 'Write an address such as 203.0.113.10, or say in words which are meant ("every address").',
  example: 'Enter 52.31.14.7 in the field, or 0.0.0.0/0.',
  check: ({ files, partners }) => [
    ...[...files.texts]
      .filter(([file]) => partnerOf(file) === undefined)
      .flatMap(([file, text]) =>
        text.split('\n').flatMap((line, index) =>
          addressesIn(line)
            .filter(({ shown }) => !(everyAddress.has(shown) && isOfPrograms(file)))
            .map((found) => ({ file, line: index + 1, column: found.column, ...told(found) })),
        ),
      ),
    ...partners.flatMap(findingsOfPartner),
  ],
};

function told({ shown, scope }: FoundAddress): Pick<Finding, 'message' | 'help'> {
  const help =
    'Write an address for documentation, such as 203.0.113.10, or say in words which is meant.';
  if (scope === 'public')
    return { message: `${shown} is a public internet address of somebody.`, help };
  return {
    message: `${shown} is no address for documentation; readers who enter it bind their key to nothing.`,
    help,
  };
}

/** What a program sends and what an exchange answers, which nobody enters. */
function isOfPrograms(file: string): boolean {
  const slug = exchangeOf(file);
  return (
    slug !== undefined &&
    Object.values(optionalExchangeFileNames).some((name) => inExchange(slug, name) === file)
  );
}

function findingsOfPartner(partner: Content['partners'][number]): Finding[] {
  return textsOfData(partner)
    .filter(({ path = [] }) => !path.includes('addresses'))
    .flatMap((piece) =>
      addressesIn(piece.text).map((found) => ({
        file: piece.file,
        line: piece.line,
        column: piece.column,
        ...told(found),
      })),
    );
}

/** An address or a range in a line. */
interface FoundAddress {
  readonly shown: string;
  /** Counted from 1. */
  readonly column: number;
  readonly scope: AddressScope;
}

/** Every internet address in a line that is not for documentation. */
function addressesIn(line: string): FoundAddress[] {
  if (!hint.test(line)) return [];
  return [...line.matchAll(candidates)].flatMap(({ 0: shown, index }) => {
    // Programs read "052.31.14.7" in one way or another; people read an address.
    const range = readAddress(
      shown.replaceAll(/(?<![\da-f:])0+(?=\d{1,2}\.)|(?<=\.)0+(?=\d)/gi, ''),
    );
    const scope = range === undefined ? 'documentation' : scopeOf(range);
    return scope === 'documentation' ? [] : [{ shown, column: index + 1, scope }];
  });
}

/** Every public internet address in a line, with its column, counted from 1. */
export function publicAddressesIn(line: string): { shown: string; column: number }[] {
  return addressesIn(line).filter(({ scope }) => scope === 'public');
}
