import { knownExchangeNames } from '../../model/known-exchanges.ts';
import { readPartners } from '../partner-setups.ts';
import type { Finding, Rule } from '../rule.ts';
import { slugOf } from './folder-name.ts';

export const partnerName: Rule = {
  meaning:
    'The file of a partner has its name, in lowercase with hyphens. It is not the name of an exchange; the name of an example begins with "Example", and no other does.',
  mend: 'Rename the file, or correct the name.',
  example: 'name: Northwind Trading (in partners/acme.yaml)',
  check: (content) => {
    const exchangeNames = [
      ...knownExchangeNames,
      ...content.exchanges.flatMap(({ facts }) => facts?.value?.names.name ?? []),
    ].map(slugOf);
    return readPartners(content).flatMap(({ file, facts }): Finding[] => {
      const { name, example } = facts;
      const place = { file: file.path, ...file.yaml.placeOf(['name']) };
      const expected = slugOf(name);
      if (expected !== file.slug)
        return [
          {
            ...place,
            message: `The name is "${name}", but the file is "${file.slug}.yaml"; expected "${expected}.yaml".`,
            help: 'Correct the name, or rename the file. The address of a published profile never changes.',
          },
        ];
      if (exchangeNames.includes(expected))
        return [
          {
            ...place,
            message: `"${name}" is the name of an exchange.`,
            help: 'Write the name of the organisation that asks for the key.',
          },
        ];
      if (example !== /^Example\b/.test(name))
        return [
          {
            ...place,
            message: example
              ? `This profile is an example, but its name "${name}" does not say so.`
              : `The name "${name}" is that of an example, but the profile is not marked as one.`,
            help: example
              ? 'Begin the name with "Example".'
              : 'Write the real name, or mark the profile with "example: true".',
          },
        ];
      return [];
    });
  },
};
