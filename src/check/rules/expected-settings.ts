import {
  permissionSettings,
  type PermissionSettings,
  type PermissionState,
} from '../../derive/permission-settings.ts';
import type { DataFile } from '../../content/data-file.ts';
import type { Expected, ExpectedSettings } from '../../schema/expected.ts';
import type { Permission } from '../../schema/exchange.ts';
import type { UseCase } from '../../schema/use-case.ts';
import type { Capability } from '../../vocabulary/capabilities.ts';
import type { Finding, Rule } from '../rule.ts';
import { didYouMean, quotedList } from '../suggest.ts';

const mend =
  'Correct exchange.yaml, or, if the change is meant, change expected.yaml too, which reviewers look at.';

export const expectedSettings: Rule = {
  meaning:
    'What is derived from the permissions of an exchange, for each use case, is what expected.yaml says by hand.',
  mend,
  example: 'A capability is added to a box, and another box comes out as on.',
  check: ({ exchanges, useCases }) =>
    exchanges.flatMap(({ facts, expected }) => {
      if (facts?.value === undefined || expected?.value === undefined) return [];
      if (useCases?.value === undefined) return [];
      const { permissions, status } = facts.value;
      if (!isUnambiguous(permissions.items, useCases.value)) return [];
      const known = useCases.value.map(({ id }) => id);
      const written = expected.value;
      return [
        ...Object.keys(written)
          .filter((id) => !known.includes(id))
          .map((id) => ({
            ...expected.at([id], 'key'),
            message: `There is no use case "${id}"; use-cases.yaml lists ${quotedList(known)}.`,
            help: `${didYouMean(id, known)}Correct the name.`,
          })),
        ...useCases.value.flatMap((useCase) => {
          const settings = permissionSettings(permissions, useCase);
          // That nothing serves a use case, and no refusal says why, is told by another rule.
          const isToldElsewhere =
            status.state === 'active' && !settings.served && settings.refusal.kind !== 'stated';
          return isToldElsewhere ? [] : compare(expected, written[useCase.id], useCase, settings);
        }),
      ];
    }),
};

/** Whether every id names one thing; another rule tells of the others. */
function isUnambiguous(permissions: readonly Permission[], useCases: readonly UseCase[]): boolean {
  return [permissions, useCases, ...permissions.map(({ levels = [] }) => levels)].every(
    (list) => new Set(list.map(({ id }) => id)).size === list.length,
  );
}

function compare(
  file: DataFile<Expected>,
  wanted: ExpectedSettings | undefined,
  useCase: UseCase,
  found: PermissionSettings,
): Finding[] {
  const { id } = useCase;
  const at = (path: readonly PropertyKey[], target?: 'key'): ReturnType<typeof file.at> =>
    file.at([id, ...path], target);
  if (wanted === undefined) {
    return [
      {
        ...file.at([]),
        message: `There is no entry for the use case "${id}".`,
        help: 'Write by hand what readers switch on for it, leave off and never touch, or that it is refused.',
      },
    ];
  }
  if (!found.served || wanted.refused === true) {
    if (!found.served && wanted.refused === true) return [];
    const message = found.served
      ? `"${id}" comes out as served; expected: refused.`
      : `"${id}" comes out as refused; expected: settings.`;
    return [{ ...at([], 'key'), message, help: mend }];
  }
  const states = statesOf(wanted);
  const items = found.rows.map(({ permission }) => permission.id);
  const power = (permission: string): readonly Capability[] =>
    found.unavoidable
      .filter((one) => one.permission.id === permission)
      .flatMap(({ capabilities }) => capabilities);
  return [
    ...states
      .filter((entry) => !items.includes(entry.permission))
      .map(({ permission, path }) => ({
        ...at(path),
        message: `There is no permission "${permission}"; exchange.yaml lists ${quotedList(items)}.`,
        help: `${didYouMean(permission, items)}Correct the name.`,
      })),
    ...found.rows.flatMap(({ permission, setting, level }) => {
      const own = states.filter((entry) => entry.permission === permission.id);
      const is = said({ setting, level: level?.id ?? true });
      const should = own.map(said);
      if (should.length === 1 && should[0] === is) return [];
      const expectation =
        should.length === 0 ? 'an entry, but there is none' : should.join(', and also ');
      return [
        {
          ...at(own[0]?.path ?? [], own.length === 0 ? 'key' : undefined),
          message: `For "${id}", ${named(permission)} comes out as ${is}; expected: ${expectation}.`,
          help: mend,
        },
      ];
    }),
    ...found.rows.flatMap(({ permission }) => {
      const is = [...power(permission.id)].sort();
      const should = [...(wanted.unavoidable[permission.id] ?? [])].sort();
      if (is.join() === should.join()) return [];
      const path = should.length === 0 ? [] : ['unavoidable', permission.id];
      return [
        {
          ...at(path, should.length === 0 ? 'key' : undefined),
          message: `For "${id}", ${named(permission)} brings ${listed(is)} that the use forbids and nobody can switch off; expected: ${listed(should)}.`,
          help: mend,
        },
      ];
    }),
  ];
}

/** What is expected of a permission, and where that stands below the use case. */
interface ExpectedState {
  readonly permission: string;
  readonly setting: PermissionState;
  readonly level: string | true;
  readonly path: readonly PropertyKey[];
}

function statesOf({ on, ifAsked, off, never }: ExpectedSettings): ExpectedState[] {
  const atLevels = (
    key: string,
    setting: PermissionState,
    entries: ExpectedSettings['on'],
  ): ExpectedState[] =>
    Object.entries(entries).map(([permission, level]) => ({
      permission,
      setting,
      level,
      path: [key, permission],
    }));
  const plain = (setting: 'off' | 'never', list: readonly string[]): ExpectedState[] =>
    list.map((permission, index) => ({ permission, setting, level: true, path: [setting, index] }));
  return [
    ...atLevels('on', 'on', on),
    ...atLevels('ifAsked', 'if-asked', ifAsked),
    ...plain('off', off),
    ...plain('never', never),
  ];
}

function said({ setting, level }: Pick<ExpectedState, 'setting' | 'level'>): string {
  const words = { on: 'on', 'if-asked': 'on only if asked', off: 'off', never: 'never' }[setting];
  return level === true ? words : `${words} at "${level}"`;
}

function named({ id, label }: Permission): string {
  return `"${label}" (${id})`;
}

function listed(set: readonly string[]): string {
  return set.length === 0 ? 'nothing' : quotedList(set);
}
