import { setupFindings } from '../partner-setups.ts';
import type { Rule } from '../rule.ts';

export const partnerField: Rule = {
  meaning:
    'For every value that an exchange hands out, the profile has the label of the field in the partner’s form.',
  mend: 'Add the field under "fields".',
  example: 'No "passphrase" under "fields", and OKX among the exchanges.',
  check: (part) =>
    setupFindings(part, 'field', ({ role, label }, { exchange }) => ({
      field: 'fields',
      message: `${exchange.names.name} hands out "${label}" (${role}), and "fields" has no label for it.`,
      help: `Add "${role}: …" with the label in the partner’s form. If the form has no such field, the partner cannot use this exchange: take it off the list.`,
    })),
};
