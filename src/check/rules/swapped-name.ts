import { credentialRoles, type CredentialRole } from '../../schema/exchange.ts';
import type { Finding, Rule } from '../rule.ts';

export const swappedName: Rule = {
  meaning:
    'The label of a credential, and the name of its field in a tool, say what the value is: the secret is not called API key, nor the key secret.',
  mend: 'Exchange the two, or correct the role.',
  example: 'fields: { api-key: secret, secret: apiKey }',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts }) => {
      if (facts?.value === undefined) return [];
      const { credentials, connecting = [] } = facts.value;
      const names = [
        ...credentials.items.map(({ role, label }, index) => ({
          role,
          name: label,
          path: ['credentials', 'items', index, 'label'],
        })),
        ...connecting.flatMap((entry, index) =>
          entry.supported
            ? roles(entry.fields).map(({ role, name }) => ({
                role,
                name,
                path: ['connecting', index, 'fields', role],
              }))
            : [],
        ),
      ];
      return names.flatMap(({ role, name, path }): Finding[] => {
        const told = wordings.find(({ pattern }) => pattern.test(name))?.roles;
        return told === undefined || told.some((one) => one === role)
          ? []
          : [
              {
                ...facts.at(path),
                message: `"${name}" is the name of a value of another role than "${role}".`,
                help: 'Exchange the two names, or correct the role.',
              },
            ];
      });
    }),
};

/** By which words a name tells what a value is; the first that fits decides. */
const wordings: readonly { readonly pattern: RegExp; readonly roles: readonly CredentialRole[] }[] =
  [
    { pattern: /pass ?phrase|password/i, roles: ['passphrase'] },
    { pattern: /memo/i, roles: ['memo'] },
    { pattern: /secret|private/i, roles: ['secret', 'private-key'] },
    { pattern: /public/i, roles: ['public-key', 'api-key'] },
    { pattern: /(?:api|access)[ _-]?key/i, roles: ['api-key'] },
  ];

function roles(
  fields: Readonly<Partial<Record<CredentialRole, string | undefined>>>,
): { role: CredentialRole; name: string }[] {
  return credentialRoles.flatMap((role) => {
    const name = fields[role];
    return name === undefined ? [] : [{ role, name }];
  });
}
