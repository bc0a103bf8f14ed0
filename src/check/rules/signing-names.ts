import { type HoleName, piecesOf } from '../../schema/signing.ts';
import type { ExchangeFacts } from '../../schema/exchange.ts';
import { allCapabilities } from '../../derive/permission-settings.ts';
import { labelWords } from '../../derive/label-words.ts';
import { movesOut } from '../../vocabulary/capabilities.ts';
import type { DataFile } from '../../content/data-file.ts';
import type { FilePlace } from '../../content/place.ts';
import type { Finding, Rule } from '../rule.ts';
import { quotedList } from '../suggest.ts';
import { type Reference, unknownReferences } from './references.ts';

export const signingNames: Rule = {
  meaning:
    'What a signing recipe names exists: kinds of key, sites with the address of their API, permissions with their levels, and credentials that readers have. What an answer calls withdrawing, paying, keys or a transfer counts as a permission that can do so: it is never harmless, and where an answer lists rights, nothing that moves funds out is left unlooked for.',
  mend: 'Correct the name, or add the fact that is missing.',
  example: 'OK-ACCESS-PASSPHRASE: "{passphrase}", but no passphrase under "credentials".',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts }) =>
      facts?.value?.signing === undefined
        ? []
        : [
            ...namesOf(facts, facts.value),
            ...credentialsOf(facts, facts.value),
            ...rightsOf(facts, facts.value),
          ],
    ),
};

function namesOf(file: DataFile<ExchangeFacts>, facts: ExchangeFacts): Finding[] {
  const { signing, keyTypes, sites, permissions } = facts;
  if (signing === undefined) return [];
  const shows = signing.rights?.shows ?? [];
  const listed = (names: readonly string[], path: readonly PropertyKey[]): Reference[] =>
    names.map((name, index) => ({ path: [...path, index], name }));
  const levels = shows.flatMap(({ permission, level }, index) => {
    const known = permissions.items.find(({ id }) => id === permission)?.levels ?? [];
    return level === undefined
      ? []
      : unknownReferences(
          file,
          'level',
          [{ path: ['signing', 'rights', 'shows', index, 'level'], name: level }],
          known.map(({ id }) => id),
          `the permission "${permission}"`,
        );
  });
  return [
    ...unknownReferences(
      file,
      'kind of key',
      listed(signing.keyTypes, ['signing', 'keyTypes']),
      keyTypes.items.map(({ id }) => id),
      '"keyTypes.items"',
    ),
    ...unknownReferences(
      file,
      'site with an "apiBase"',
      listed(signing.sites, ['signing', 'sites']),
      sites.items.filter(({ apiBase }) => apiBase !== undefined).map(({ id }) => id),
      '"sites.items"',
    ),
    ...unknownReferences(
      file,
      'permission',
      shows.map(({ permission }, index) => ({
        path: ['signing', 'rights', 'shows', index, 'permission'],
        name: permission,
      })),
      permissions.items.map(({ id }) => id),
      '"permissions.items"',
    ),
    ...levels,
  ];
}

/** Credentials that templates use, each with the roles that readers can have it by. */
const credentialHoles = {
  key: ['api-key'],
  passphrase: ['passphrase'],
  memo: ['memo'],
} as const satisfies Partial<Record<HoleName, readonly string[]>>;

function credentialsOf(file: DataFile<ExchangeFacts>, facts: ExchangeFacts): Finding[] {
  const { signing, credentials } = facts;
  if (signing === undefined) return [];
  const templates = [
    ...signing.values.flatMap((value, index) =>
      'of' in value ? [{ path: ['values', index, 'of'], template: value.of }] : [],
    ),
    { path: ['send', 'url'], template: signing.send.url },
    ...Object.entries(signing.send.headers).map(([name, template]) => ({
      path: ['send', 'headers', name],
      template,
    })),
    ...(signing.send.body === undefined
      ? []
      : [{ path: ['send', 'body'], template: signing.send.body }]),
  ];
  return templates.flatMap(({ path, template }) =>
    Object.entries(credentialHoles).flatMap(([name, roles]) => {
      const used = piecesOf(template).some((piece) => 'hole' in piece && piece.hole === name);
      const has = credentials.items.some(({ role }) => roles.some((known) => known === role));
      if (!used || has) return [];
      return [
        {
          ...file.at(['signing', ...path]),
          message: `The recipe uses {${name}}, but readers have no such value.`,
          help: `Add a value with the role "${roles.join('" or "')}" under "credentials", or correct the recipe.`,
        },
      ];
    }),
  );
}

/** What a program would call harmless, or not look for, although it moves funds. */
function rightsOf(
  file: DataFile<ExchangeFacts>,
  { signing, permissions }: ExchangeFacts,
): Finding[] {
  const rights = signing?.rights;
  if (rights === undefined) return [];
  const at = (...path: PropertyKey[]): FilePlace => file.at(['signing', 'rights', ...path]);
  const powerOf = (name: string): string | undefined => {
    const words = labelWords(name);
    return words.get('out') ?? words.get('transfer') ?? words.get('keys');
  };
  const harmless = rights.family.flatMap(({ harmless: names }, index) =>
    names.flatMap((name, position): Finding[] => {
      const words = labelWords(name);
      const power = powerOf(name) ?? words.get('trading');
      return power === undefined
        ? []
        : [
            {
              ...at('family', index, 'harmless', position),
              message: `"${name}" is called harmless, but names a power ("${power}").`,
              help: 'Take it off the list: the program then tells readers of it.',
            },
          ];
    }),
  );
  const mistaken = rights.shows.flatMap(({ permission, when }, index): Finding[] => {
    const told = permissions.items.find(({ id }) => id === permission);
    const said = [when.path, when.is, when.lists].filter((part) => part !== undefined).join(' ');
    const power = labelWords(said).get('out');
    if (told === undefined || power === undefined || allCapabilities(told).some(movesOut))
      return [];
    return [
      {
        ...at('shows', index, 'permission'),
        message: `The answer names "${power}", but "${permission}" moves nothing out by its capabilities.`,
        help: 'Name the permission that the answer tells of.',
      },
    ];
  });
  const known = new Set(permissions.items.map(({ id }) => id));
  // One name that is not read might be any of them.
  const unseen = rights.shows.some(({ permission }) => !known.has(permission))
    ? []
    : permissions.items.filter(
        (permission) =>
          allCapabilities(permission).some(movesOut) &&
          !rights.shows.some((shown) => shown.permission === permission.id),
      );
  return [
    ...harmless,
    ...mistaken,
    ...(rights.family.length > 0 || unseen.length === 0
      ? []
      : [
          {
            ...at('shows'),
            message: `Nothing shows whether ${quotedList(unseen.map(({ id }) => id))} is on, and there is no "family" in which it would stand out.`,
            help: 'Add it under "shows", or a "family" in which the program meets unknown rights.',
          },
        ]),
  ];
}
