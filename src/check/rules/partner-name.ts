import { knownExchangeNames } from '../../derive/known-exchanges.ts';
import type { PartnerFacts } from '../../schema/partner.ts';
import type { PartnerFile } from '../../content/content.ts';
import { type ReadPartner, readPartners } from '../partner-setups.ts';
import type { Finding, Rule } from '../rule.ts';
import { slugOf } from './folder-name.ts';

export const partnerName: Rule = {
  meaning:
    'The file of a partner has its name, in lowercase with hyphens. It is not the name of an exchange; the name of an example begins with "Example", and no other does.',
  mend: 'Rename the file, or correct the name.',
  example: 'name: Northwind Trading (in partners/acme.yaml)',
  check: ({ partners, exchanges }) => [
    ...readPartners(partners).flatMap(({ file, facts }) => ownFault(file, facts)),
    ...exchanges.flatMap(({ facts }) =>
      readPartners(partners).flatMap((partner) =>
        facts?.value !== undefined &&
        !knownExchangeNames.some((name) => isNamed(partner, name)) &&
        isNamed(partner, facts.value.names.name)
          ? exchangeFault(partner)
          : [],
      ),
    ),
  ],
};

function ownFault(file: PartnerFile, facts: PartnerFacts): Finding[] {
  const { name, example } = facts;
  const expected = slugOf(name);
  if (expected !== file.slug)
    return [
      {
        ...file.at(['name']),
        message: `The name is "${name}", but the file is "${file.slug}.yaml"; expected "${expected}.yaml".`,
        help: 'Correct the name, or rename the file. The address of a published profile never changes.',
      },
    ];
  if (knownExchangeNames.some((exchange) => isNamed({ file, facts }, exchange)))
    return [exchangeFault({ file, facts })];
  if (example === /^Example\b/.test(name)) return [];
  return [
    {
      ...file.at(['name']),
      message: example
        ? `This profile is an example, but its name "${name}" does not say so.`
        : `The name "${name}" is that of an example, but the profile is not marked as one.`,
      help: example
        ? 'Begin the name with "Example".'
        : 'Write the real name, or mark the profile with "example: true".',
    },
  ];
}

function isNamed({ facts }: ReadPartner, exchange: string): boolean {
  return slugOf(facts.name) === slugOf(exchange);
}

function exchangeFault({ file, facts }: ReadPartner): Finding {
  return {
    ...file.at(['name']),
    message: `"${facts.name}" is the name of an exchange.`,
    help: 'Write the name of the organisation that asks for the key.',
  };
}
