import type { Condition, RightsRequest } from '../schema/signing.ts';
import { withoutUnavoidable } from '../derive/least-cover.ts';
import { movesOut, severityOf } from '../vocabulary/capabilities.ts';
import type { PermissionRow } from '../derive/permission-settings.ts';
import type { Permission } from '../schema/exchange.ts';
import type { BoundWhen } from './bound-when.ts';
import { offTest, testsOf } from './condition-tests.ts';
import {
  type Judgement,
  outcomeIds,
  type OutcomeId,
  type PlannedRule,
  type PlannedTest,
  type RowId,
  type Saying,
} from './test-plan.ts';

/**
 * What the answer about a key means. Everything here is decided once, as data; programs and
 * page only look it up.
 */

/** What a use case makes of a right that the answer tells of. */
export type Want = 'needed' | 'allowed' | 'asked' | 'unwanted' | 'never';

/** What the answer can say of a right; where it says neither, nobody knows. */
type State = 'on' | 'off';

interface Consequence {
  readonly outcome: OutcomeId;
  readonly word: Saying['word'];
}

const tooMuch: Consequence = { outcome: 'too-much', word: 'tooMuch' };
const tooLittle: Consequence = { outcome: 'too-little', word: 'tooLittle' };

/** What follows where a right is on or off; nothing where there is no line. */
const consequences: Readonly<Record<Want, Partial<Record<State, Consequence>>>> = {
  needed: { off: tooLittle },
  allowed: {},
  asked: { on: { outcome: 'note', word: 'askedOn' } },
  unwanted: { on: tooMuch },
  never: { on: tooMuch },
};

/** The last line and the exit status that an outcome leads to; without one it decides nothing. */
const ends: Readonly<
  Partial<Record<OutcomeId, { status: number; word: Saying['word']; anchor: string }>>
> = {
  'too-much': { status: 2, word: 'endTooMuch', anchor: 'set-permissions' },
  unbound: { status: 2, word: 'endUnbound', anchor: 'restrict-ip' },
  elsewhere: { status: 4, word: 'endElsewhere', anchor: 'set-permissions' },
  refused: { status: 1, word: 'endRefused', anchor: 'troubleshooting' },
  'too-little': { status: 1, word: 'endTooLittle', anchor: 'set-permissions' },
};

/** Rows that a right of a kind is told in. */
const rowsOfKinds = { withdraw: 'withdraws', trade: 'trades', other: undefined } as const;

export type RightKind = keyof typeof rowsOfKinds;

/** A permission that the answer tells of, and what the use case makes of it. */
export interface PlannedRight {
  /** Id of the permission. */
  readonly id: string;
  /** Label on the exchange's website, with the level where there are several. */
  readonly label: string;
  readonly when: Condition;
  readonly kind: RightKind;
  /** Whether the answer may say nothing of it. */
  readonly optional: boolean;
  /** Values that mean that it is off; none where everything but `isNot` means that it is on. */
  readonly off: PlannedTest;
  /** `allowed` is a weaker level of one that is needed; `asked` is on if a tool asks for it. */
  readonly want: Want;
}

/** Who asks for the key, where the page is made for their clients. */
export interface PlannedPartner {
  readonly name: string;
  /** Addresses that may be bound, in lower case, without the mask of a single one. */
  readonly allowed: readonly string[];
  /** Those that must be; empty where the profile cuts them into several keys. */
  readonly needed: readonly string[];
}

/**
 * The judgement of a plan.
 *
 * Input: the request that tells the rights of the key, if there is one; the permissions with
 * their settings; whose clients it is for, if anybody's; labels of permissions that must stay
 * off and that no answer tells of; when a key must be bound; the label of the use case, the
 * address of the page, and what good answers prove. Output: rows, rules and outcomes.
 */
export function judgementOf({
  rights,
  rows,
  partner,
  untold,
  bound,
  useCase,
  page,
  proves,
}: {
  readonly rights: RightsRequest | undefined;
  readonly rows: readonly PermissionRow[];
  readonly partner: PlannedPartner | undefined;
  readonly untold: readonly string[];
  readonly bound: BoundWhen;
  readonly useCase: string;
  readonly page: string;
  readonly proves: readonly string[];
}): Judgement {
  const planned = plannedRights(rights, rows);
  const rules: PlannedRule[] = [
    ...(['withdraw', 'trade'] as const).flatMap((kind) =>
      noneRules(
        kind,
        planned.filter((right) => right.kind === kind),
        untold.length > 0,
      ),
    ),
    ...planned.flatMap((right) => rulesOfRight(right, page)),
    ...silentRules(planned),
    ...(rights === undefined
      ? []
      : [
          ...familyRules(rights),
          ...addressRules(rights, partner),
          ...unboundRules(rights, planned, bound, partner),
        ]),
    ...(rights?.ends === undefined ? [] : [endRule(rights.ends)]),
    ...untold.map((label) => rule([], 'look', says('item', label), true)),
    rule([], 'note', says('notProved'), true),
  ];
  const met = new Set<string>(rules.map(({ where }) => where));
  // Programs find these three out by themselves.
  for (const outcome of ['elsewhere', 'refused', 'look']) met.add(outcome);
  const works = proves.length === 0 ? says('yes') : says('proved', ...proves);
  return {
    rows: [
      { row: 'withdraws', says: says('untold') },
      { row: 'works', says: works },
      { row: 'trades', says: says('untold') },
      { row: 'addresses', says: says('untold') },
      { row: 'ends', says: says(rights?.ends === undefined ? 'untold' : 'noEnd') },
    ],
    rules,
    outcomes: [
      ...outcomeIds
        .filter((outcome) => met.has(outcome))
        .map((outcome) => {
          const end = ends[outcome];
          if (outcome === 'look') {
            return {
              outcome,
              before: says('lookAt'),
              end: { status: 3, says: says('endLook', useCase) },
            };
          }
          return end === undefined
            ? { outcome }
            : {
                outcome,
                end: { status: end.status, says: says(end.word, `${page}#${end.anchor}`) },
              };
        }),
      { outcome: 'else', end: { status: 0, says: says('endRight', useCase) } },
    ],
  };
}

function says(word: Saying['word'], ...values: string[]): Saying {
  return { word, values };
}

function rule(
  when: PlannedTest[],
  where: RowId | OutcomeId,
  what: Saying,
  expected = false,
): PlannedRule {
  return { when, where, says: what, expected };
}

/** "No" in the row of a kind: only where every right of it is off by the answer. */
function noneRules(
  kind: 'withdraw' | 'trade',
  rights: readonly PlannedRight[],
  areOthersUntold: boolean,
): PlannedRule[] {
  const row = rowsOfKinds[kind];
  const always = rights.filter(({ optional }) => !optional);
  if (always.length === 0) return [];
  const allOff = (some: readonly PlannedRight[]): PlannedTest[] => some.map(({ off }) => off);
  const isWhole = !areOthersUntold;
  return [
    ...(isWhole && always.length === rights.length
      ? []
      : [rule(allOff(always), row, says('noShown'), true)]),
    ...(isWhole ? [rule(allOff(rights), row, says('no'), always.length === rights.length)] : []),
  ];
}

function rulesOfRight(
  { label, when, kind, off, want, optional }: PlannedRight,
  page: string,
): PlannedRule[] {
  const row = rowsOfKinds[kind];
  const tests: Readonly<Record<State, PlannedTest[]>> = { on: testsOf(when), off: [off] };
  return [
    ...(row === undefined
      ? []
      : [rule(tests.on, row, says('yes'), want === 'needed' && !optional)]),
    ...(kind === 'withdraw' && want !== 'needed'
      ? [rule(tests.on, 'alarm', says('alarm', `${page}#revoke-key`))]
      : []),
    ...(['on', 'off'] as const).flatMap((state) => {
      const follows = consequences[want][state];
      return follows === undefined
        ? []
        : [rule(tests[state], follows.outcome, says(follows.word, label))];
    }),
  ];
}

/** What nobody knows where the answer says neither that a right is on nor that it is off. */
function silentRules(planned: readonly PlannedRight[]): PlannedRule[] {
  const asking = planned.filter(({ want }) => want !== 'allowed' && want !== 'asked');
  return [...Map.groupBy(asking, ({ when }) => when.path)].flatMap(([path, rights]) => {
    const [{ when, off } = {}] = rights;
    if (when === undefined || off === undefined || when.absent === true) return [];
    const isMinor = rights.every(
      ({ optional, want, kind }) => optional && want === 'unwanted' && kind === 'other',
    );
    const isUsual = rights.every(({ optional }) => optional);
    const labels = [...new Set(rights.map(({ label }) => label))];
    const unknown = (test: PlannedTest): PlannedRule =>
      isMinor
        ? rule([test], 'note', says('lookYourself', ...labels), isUsual)
        : rule([test], 'look', says('item', ...labels), isUsual);
    if (when.isNot !== undefined) {
      return [
        unknown({ path, test: 'absent', names: [] }),
        unknown({ path, test: 'is', names: ['null'] }),
      ];
    }
    const on = planned.flatMap((right) =>
      right.when.path === path ? [right.when.is ?? right.when.lists ?? ''] : [],
    );
    const known = [...new Set([...off.names, ...on.filter((name) => name !== '')])];
    return [unknown({ path, test: off.test === 'among' ? 'beyond' : 'strays', names: known })];
  });
}

/** Names of rights that we do not know are too much, or new. */
function familyRules({ shows, family }: RightsRequest): PlannedRule[] {
  return family.flatMap(({ path, form, harmless }) => {
    const known = shows.flatMap(({ when }) => {
      if (form === 'flags') return [when.path.split('.').at(-1) ?? when.path];
      if (when.path !== path) return [];
      return [when.lists ?? when.is ?? when.isNot ?? ''].filter((name) => name !== '');
    });
    const names = [...new Set([...known, ...harmless])];
    const unknown = (test: PlannedTest): PlannedRule =>
      rule([test], 'too-much', says('unknownRight'));
    return [
      unknown({ path, test: form === 'list' ? 'others' : 'flags', names }),
      // What stands deeper than documented hides nothing.
      unknown({ path: `${path}.**`, test: 'others', names: form === 'list' ? [] : ['false'] }),
    ];
  });
}

/** Values in a list of addresses that are none. */
function noAddress({ open }: NonNullable<RightsRequest['addresses']>): string[] {
  return ['null', '[]', 'false', '*', '0.0.0.0', '0.0.0.0/0', '::/0', ...open];
}

/** The test that finds a key without addresses. */
function bareTest(addresses: NonNullable<RightsRequest['addresses']>): PlannedTest {
  const { path, form } = addresses;
  return form === 'flag'
    ? { path, test: 'is', names: ['false'] }
    : { path, test: 'bare', names: noAddress(addresses) };
}

/** The test that finds an answer from which nobody knows whether the key is bound. */
function unclearTest(addresses: NonNullable<RightsRequest['addresses']>): PlannedTest {
  const { path, form } = addresses;
  return form === 'flag'
    ? { path, test: 'strays', names: ['true', 'false'] }
    : { path, test: 'odd', names: noAddress(addresses) };
}

/** A key without addresses where they are required, or where such keys end. */
function unboundRules(
  { addresses }: RightsRequest,
  planned: readonly PlannedRight[],
  bound: BoundWhen,
  partner: PlannedPartner | undefined,
): PlannedRule[] {
  if (addresses === undefined) return [];
  const bare = bareTest(addresses);
  const unclear = unclearTest(addresses);
  const concerned = planned.filter(
    ({ id, kind }) =>
      kind !== 'other' && (bound === 'always' || (bound !== 'never' && bound.has(id))),
  );
  return [
    ...concerned.flatMap(({ when, label }) => [
      rule([...testsOf(when), bare], 'unbound', says('unbound', label)),
      rule([...testsOf(when), unclear], 'look', says('addressesUnknown')),
    ]),
    ...(partner !== undefined && partner.allowed.length > 0
      ? [
          rule([bare], 'unbound', says('unboundPartner', partner.name)),
          rule([unclear], 'look', says('addressesUnknown')),
        ]
      : []),
  ];
}

function addressRules(
  { addresses }: RightsRequest,
  partner: PlannedPartner | undefined,
): PlannedRule[] {
  if (addresses === undefined) return [];
  const { path, form } = addresses;
  const unbound = rule([bareTest(addresses)], 'addresses', says('notBound'));
  if (form === 'flag') {
    return [
      unbound,
      rule([{ path, test: 'only', names: ['true'] }], 'addresses', says('bound'), true),
    ];
  }
  const none = noAddress(addresses);
  return [
    rule([{ path, test: 'others', names: none }], 'addresses', says('found'), true),
    unbound,
    ...(partner === undefined
      ? []
      : [
          rule(
            [
              {
                path,
                test: 'foreign',
                names: [...partner.allowed, ...none.map((name) => name.toLowerCase())],
              },
            ],
            'too-much',
            says('foreignAddress', partner.name),
          ),
          ...partner.needed.map((address) =>
            rule(
              [{ path, test: 'unbound', names: [address] }],
              'too-little',
              says('missingAddress', partner.name),
            ),
          ),
        ]),
  ];
}

function endRule({ path, unit, never }: NonNullable<RightsRequest['ends']>): PlannedRule {
  return rule([{ path, test: 'until', names: [unit, 'null', ...never] }], 'ends', says('found'));
}

/** The permissions that an answer tells of. Throws where one of them is none of the exchange. */
export function plannedRights(
  rights: RightsRequest | undefined,
  rows: readonly PermissionRow[],
): PlannedRight[] {
  if (rights === undefined) return [];
  const lists = new Set(rights.family.flatMap(({ path, form }) => (form === 'list' ? path : [])));
  return rights.shows.map(({ permission: id, level: levelId, when: documented, optional }) => {
    const { is, ...place } = documented;
    // A list may hold several rights in one text: no right can hide beside another.
    const when =
      is !== undefined && lists.has(documented.path) ? { ...place, lists: is } : documented;
    const row = rows.find(({ permission }) => permission.id === id);
    if (row === undefined) {
      throw new Error(`[programs] "${id}" is no permission of this exchange.`);
    }
    const level = row.permission.levels?.find((candidate) => candidate.id === levelId);
    return {
      id,
      label: level === undefined ? row.permission.label : `${row.permission.label}: ${level.label}`,
      when,
      off: offTest(when, rights),
      optional,
      kind: kindOf(row.permission, levelId),
      want: wantOf(row, levelId),
    };
  });
}

function kindOf(permission: Permission, levelId: string | undefined): RightKind {
  const level = permission.levels?.find(({ id }) => id === levelId);
  const capabilities =
    level?.capabilities ??
    permission.capabilities ??
    permission.levels?.flatMap(({ capabilities: some }) => some) ??
    [];
  if (withoutUnavoidable(permission, capabilities).some(movesOut)) return 'withdraw';
  return capabilities.some((capability) => severityOf(capability) === 'trades') ? 'trade' : 'other';
}

function wantOf(row: PermissionRow, levelId: string | undefined): Want {
  if (row.setting === 'never') return 'never';
  if (row.setting === 'off') return 'unwanted';
  const whole = row.setting === 'on' ? 'needed' : 'asked';
  if (levelId === undefined || row.level === undefined || row.level.id === levelId) return whole;
  const levels = row.permission.levels?.map(({ id }) => id) ?? [];
  return levels.indexOf(levelId) < levels.indexOf(row.level.id) ? 'allowed' : 'unwanted';
}
