import { toolIds } from '../../vocabulary/tools.ts';
import { type KnownNames, knownNames, namesIn, plainName, wordsOf } from '../exchange-names.ts';
import { plainLetters } from '../look-alike.ts';
import { type ReadPartner, readPartners } from '../partner-setups.ts';
import type { Finding, Rule } from '../rule.ts';
import { reservedNames, slugOf } from './folder-name.ts';

export const partnerName: Rule = {
  meaning:
    'The file of a partner has its name, in lowercase with hyphens. It is not the name of an exchange, of a tool, of a page of the site, or nearly that of another partner; it has neither the name of an exchange nor a word such as "support" or "official" in it, also in letters that look alike; the name of an example begins with "Example", and no other does.',
  mend: 'Rename the file, or correct the name.',
  example: 'name: Northwind Trading (in partners/acme.yaml), name: Kraken Support',
  check: (content) => {
    const exchanges = knownNames(content);
    const partners = readPartners(content.partners);
    return partners.flatMap((partner, index) => {
      const fault =
        claimFault(partner, exchanges) ??
        formFault(partner) ??
        addressFault(partner, partners.slice(0, index));
      return fault === undefined ? [] : [{ ...partner.file.at(['name']), ...fault }];
    });
  },
};

type Fault = Pick<Finding, 'message' | 'help'>;

/** Letters of another script can look like any Latin ones, and the address leaves them out. */
const foreign = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** What is wrong with the name as it is written. */
function formFault({ file, facts: { name, example } }: ReadPartner): Fault | undefined {
  const saysExample = /^Example\b/.test(name);
  if (example !== saysExample)
    return example
      ? {
          message: `This profile is an example, but its name "${name}" does not say so.`,
          help: 'Begin the name with "Example".',
        }
      : {
          message: `The name "${name}" is that of an example, but the profile is not marked as one.`,
          help: 'Write the real name, or mark the profile with "example: true".',
        };
  const letter = foreign.exec(name)?.[0];
  if (letter !== undefined)
    return {
      message: `The name "${name}" has the letter "${letter}", which is not Latin.`,
      help: 'Write the name in Latin letters, as the partner does in its addresses.',
    };
  return slugOf(name) === file.slug
    ? undefined
    : {
        message: `The name is "${name}", but the file is "${file.slug}.yaml"; expected "${slugOf(name)}.yaml".`,
        help: 'Correct the name, or rename the file. The address of a published profile never changes.',
      };
}

/** Words by which somebody claims to speak for an exchange, or to mend what it did. */
const claims = new Set(
  [
    'admin, administrator, assistance, authority, customer, help, helpdesk',
    'helpline, hotline, kyc, login, moderator, official, officially, recovery',
    'refund, refunds, restore, security, service, servicedesk, signin, staff',
    'support, team, unlock, verification, verified, verify, airdrop, giveaway',
  ]
    .flatMap((line) => line.split(', '))
    .map(plainLetters),
);

/** A name that claims to be somebody else: an exchange, or its support. */
function claimFault(
  { facts: { name } }: ReadPartner,
  exchanges: readonly KnownNames[],
): Fault | undefined {
  const help = 'Write the name of the organisation that asks for the key, and nothing else.';
  const found = namesIn(name, exchanges)[0];
  if (found !== undefined && plainName(found.exchange.name) === plainName(name))
    return {
      message: `"${name}" is the name of an exchange.`,
      help: 'Write the name of the organisation that asks for the key.',
    };
  if (found !== undefined)
    return {
      message: found.isExact
        ? `The name "${name}" has that of the exchange ${found.exchange.name} in it.`
        : `The name "${name}" looks like that of the exchange ${found.exchange.name}.`,
      help,
    };
  const words = wordsOf(name);
  const claim = words.find((word, index) =>
    [word, word + (words[index + 1] ?? '')].some((written) => claims.has(plainLetters(written))),
  );
  return claim === undefined
    ? undefined
    : { message: `The name "${name}" has the word "${claim}", as thieves’ names do.`, help };
}

/** An address that is taken, or is that of another partner but for hyphens. */
function addressFault(
  { file, facts: { name } }: ReadPartner,
  others: readonly ReadPartner[],
): Fault | undefined {
  const help = 'Write the name of the partner in full.';
  if (toolIds.some((tool) => tool === file.slug))
    return { message: `"${file.slug}" is the address of a tool already.`, help };
  if (reservedNames.includes(file.slug))
    return { message: `"${file.slug}" is the address of a page of the site.`, help };
  const other = others.find(({ facts }) => plainName(facts.name) === plainName(name));
  return other === undefined
    ? undefined
    : {
        message: `"${name}" differs from the partner ${other.facts.name} only in signs that readers overlook (${other.file.path}).`,
        help,
      };
}
