import { isPublished } from '../../content/layout.ts';
import { namesOf } from '../../schema/names.ts';
import { type ReadPartner, readPartners } from '../partner-setups.ts';
import type { Finding, Rule } from '../rule.ts';
import { slugOf } from './folder-name.ts';

export const partnerName: Rule = {
  meaning:
    'The file of a partner has its name, in lowercase with hyphens. It is not the name of an exchange; the name of an example begins with "Example", and no other does.',
  mend: 'Rename the file, or correct the name.',
  example: 'name: Northwind Trading (in partners/acme.yaml)',
  check: ({ partners, exchanges, names }) => {
    const ofExchanges = exchanges.flatMap(({ slug, facts }) =>
      facts?.value === undefined || !isPublished(slug)
        ? []
        : [facts.value.names.name, ...facts.value.names.former.map(({ name }) => name)],
    );
    const taken = new Set([...ofExchanges, ...(names?.value ?? []).flatMap(namesOf)].map(slugOf));
    return readPartners(partners).flatMap((partner) => {
      const fault = faultOf(partner, taken);
      return fault === undefined ? [] : [{ ...partner.file.at(['name']), ...fault }];
    });
  },
};

function faultOf(
  { file, facts: { name, example } }: ReadPartner,
  taken: ReadonlySet<string>,
): Pick<Finding, 'message' | 'help'> | undefined {
  const expected = slugOf(name);
  if (taken.has(expected))
    return {
      message: `"${name}" is the name of an exchange.`,
      help: 'Write the name of the organisation that asks for the key.',
    };
  if (expected !== file.slug)
    return {
      message: `The name is "${name}", but the file is "${file.slug}.yaml"; expected "${expected}.yaml".`,
      help: 'Correct the name, or rename the file. The address of a published profile never changes.',
    };
  if (example === /^Example\b/.test(name)) return undefined;
  return example
    ? {
        message: `This profile is an example, but its name "${name}" does not say so.`,
        help: 'Begin the name with "Example".',
      }
    : {
        message: `The name "${name}" is that of an example, but the profile is not marked as one.`,
        help: 'Write the real name, or mark the profile with "example: true".',
      };
}
