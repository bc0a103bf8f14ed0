import { credentialRoles } from '../../schema/exchange.ts';
import { chatInWay, movingInDescription, refusedInField } from '../partner-asking.ts';
import { readPartners, setupFindings } from '../partner-setups.ts';
import type { Rule } from '../rule.ts';

export const partnerField: Rule = {
  meaning:
    'For every value that an exchange hands out, the profile has the label of the field in the partner’s form; no field is for a seed phrase, a password, a code or a wallet, no way to its page leads into a chat, and what it does needs neither withdrawals nor transfers.',
  mend: 'Add the field under "fields"; take out what no partner may ask for.',
  example: 'No "passphrase" under "fields", and OKX among the exchanges.',
  check: (content) => [
    ...setupFindings(content, 'field', ({ role, label }, { exchange }) => ({
      field: 'fields',
      message: `${exchange.names.name} hands out "${label}" (${role}), and "fields" has no label for it.`,
      help: `Add "${role}: …" with the label in the partner’s form. If the form has no such field, the partner cannot use this exchange: take it off the list.`,
    })),
    ...readPartners(content.partners).flatMap(({ file, facts }) => {
      const { fields, does, keyPage } = facts;
      const moves = movingInDescription(does);
      return [
        ...credentialRoles.flatMap((role) => {
          const label = fields[role];
          return label === undefined || refusedInField(role, label) === undefined
            ? []
            : [
                {
                  ...file.at(['fields', role]),
                  message: `The field "${label}" is for something that no partner may ask for.`,
                  help: 'Write the label of the field for this value of the key. A form that asks for more belongs on no page here.',
                },
              ];
        }),
        ...keyPage.where.flatMap((label, index) =>
          chatInWay(label) === undefined
            ? []
            : [
                {
                  ...file.at(['keyPage', 'where', index]),
                  message: `"${label}" is no place on the partner’s page: anybody can claim to be the partner there.`,
                  help: 'Write what to choose on the partner’s own page. A partner that takes keys in a chat, by mail or on the telephone belongs on no page here.',
                },
              ],
        ),
        ...(moves === undefined
          ? []
          : [
              {
                ...file.at(['does']),
                message: `"${moves}": no partner here needs to withdraw or transfer.`,
                help: 'Say what the partner does with a key that can do neither.',
              },
            ]),
      ];
    }),
  ],
};
