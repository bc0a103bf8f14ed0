import type { ExchangeFacts } from '../../schema/exchange.ts';
import type { Finding, Rule } from '../rule.ts';

export const repeatedLabel: Rule = {
  meaning:
    'Readers can tell apart what stands side by side: permissions of one group, levels of one permission, kinds of key, credentials, sites and account modes have labels of their own, and each site has its own address.',
  mend: 'Write each as the exchange shows it, or make one entry of the two.',
  example: 'Two permissions of one group with "label: Trade".',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts }) => {
      if (facts?.value === undefined) return [];
      return namesIn(facts.value).flatMap(({ what, entries }): Finding[] => {
        const known = new Map<string, string>();
        return entries.flatMap(({ name, path }) => {
          const plain = name.toLowerCase().replaceAll(/\s+/g, ' ').replace(/\/$/, '');
          const first = known.get(plain);
          known.set(plain, first ?? name);
          return first === undefined
            ? []
            : [
                {
                  ...facts.at(path),
                  message: `Another ${what} has "${first}" too.`,
                  help: 'Write it as the exchange shows it, or make one entry of the two.',
                },
              ];
        });
      });
    }),
};

interface Named {
  readonly name: string;
  readonly path: readonly PropertyKey[];
}

/** What readers tell apart by its name, list by list. */
function namesIn(facts: ExchangeFacts): { what: string; entries: Named[] }[] {
  const { permissions, keyTypes, credentials, sites } = facts;
  const labels = (
    items: readonly { readonly label: string }[],
    path: readonly PropertyKey[],
  ): Named[] => items.map(({ label }, index) => ({ name: label, path: [...path, index, 'label'] }));
  const groups = Map.groupBy(
    permissions.items.map(({ label, group }, index) => ({
      group,
      name: label,
      path: ['permissions', 'items', index, 'label'],
    })),
    ({ group }) => group,
  );
  return [
    ...[...groups.values()].map((entries) => ({ what: 'permission of this group', entries })),
    ...permissions.items.map(({ levels = [], off }, index) => ({
      what: 'level of this permission',
      entries: [
        ...labels(levels, ['permissions', 'items', index, 'levels']),
        ...(off === undefined ? [] : [{ name: off, path: ['permissions', 'items', index, 'off'] }]),
      ],
    })),
    { what: 'kind of key', entries: labels(keyTypes.items, ['keyTypes', 'items']) },
    { what: 'credential', entries: labels(credentials.items, ['credentials', 'items']) },
    { what: 'site', entries: labels(sites.items, ['sites', 'items']) },
    {
      what: 'site',
      entries: sites.items.map(({ address }, index) => ({
        name: address,
        path: ['sites', 'items', index, 'address'],
      })),
    },
    {
      what: 'account mode',
      entries: labels(facts.accountModes ?? [], ['accountModes']),
    },
  ];
}
