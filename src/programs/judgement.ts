import type { Condition, RightsRequest } from '../schema/signing.ts';
import { withoutUnavoidable } from '../derive/least-cover.ts';
import { movesOut, severityOf } from '../vocabulary/capabilities.ts';
import type { PermissionRow } from '../derive/permission-settings.ts';
import type { Permission } from '../schema/exchange.ts';
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
export type Want = 'needed' | 'allowed' | 'unwanted' | 'never';

/** What the answer says of a right. `silent`: the answer has no such place. */
type State = 'on' | 'off' | 'silent';

interface Consequence {
  readonly outcome: OutcomeId;
  readonly word: Saying['word'];
}

const tooMuch: Consequence = { outcome: 'too-much', word: 'tooMuch' };
const tooLittle: Consequence = { outcome: 'too-little', word: 'tooLittle' };
const look: Consequence = { outcome: 'look', word: 'lookYourself' };

/** What follows from the state of a right; nothing where there is no line. */
const consequences: Readonly<Record<Want, Partial<Record<State, Consequence>>>> = {
  needed: { off: tooLittle, silent: look },
  allowed: { silent: look },
  unwanted: { on: tooMuch, silent: look },
  never: { on: tooMuch, silent: look },
};

/** The last line and the exit status that an outcome leads to; without one it decides nothing. */
const ends: Readonly<
  Partial<Record<OutcomeId, { status: number; word: Saying['word']; anchor: string }>>
> = {
  'too-much': { status: 2, word: 'endTooMuch', anchor: 'set-permissions' },
  'too-little': { status: 1, word: 'endTooLittle', anchor: 'set-permissions' },
};

/** Rows that a right of a kind is told in. */
const rowsOfKinds = { withdraw: 'withdraws', trade: 'trades', other: undefined } as const;

export type RightKind = keyof typeof rowsOfKinds;

/** A permission that the answer tells of, and what the use case makes of it. */
export interface PlannedRight {
  /** Label on the exchange's website, with the level where there are several. */
  readonly label: string;
  readonly when: Condition;
  readonly kind: RightKind;
  /** Whether the answer may say nothing of it. */
  readonly optional: boolean;
  /** `allowed` is a weaker level of one that is needed. */
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
 * off and that no answer tells of; the label of the use case, the address of the page, and what
 * good answers prove. Output: rows, rules and outcomes.
 */
export function judgementOf({
  rights,
  rows,
  partner,
  untold,
  useCase,
  page,
  proves,
}: {
  readonly rights: RightsRequest | undefined;
  readonly rows: readonly PermissionRow[];
  readonly partner: PlannedPartner | undefined;
  readonly untold: readonly string[];
  readonly useCase: string;
  readonly page: string;
  readonly proves: readonly string[];
}): Judgement {
  const planned = plannedRights(rights, rows);
  const rules: PlannedRule[] = [
    ...planned.flatMap(rulesOfRight),
    ...(rights === undefined ? [] : [...familyRules(rights), ...addressRules(rights, partner)]),
    ...(rights?.ends === undefined ? [] : [endRule(rights.ends)]),
    ...(untold.length === 0 ? [] : [rule([], 'look', says('lookYourself', ...untold), true)]),
  ];
  const met = new Set(rules.map(({ where }) => where));
  const told = (kind: RightKind): Saying =>
    says(planned.some((right) => right.kind === kind) ? 'no' : 'untold');
  return {
    rows: [
      { row: 'works', says: proves.length === 0 ? says('yes') : says('proved', ...proves) },
      { row: 'withdraws', says: told('withdraw') },
      { row: 'trades', says: told('trade') },
      { row: 'addresses', says: says(rights?.addresses === undefined ? 'untold' : 'notBound') },
      { row: 'ends', says: says(rights?.ends === undefined ? 'untold' : 'noEnd') },
    ],
    rules,
    outcomes: [
      ...outcomeIds
        .filter((outcome) => met.has(outcome))
        .map((outcome) => {
          const end = ends[outcome];
          return end === undefined
            ? { outcome }
            : {
                outcome,
                end: { status: end.status, says: says(end.word, `${page}#${end.anchor}`) },
              };
        }),
      {
        outcome: 'else',
        end: { status: 0, says: says(rights === undefined ? 'endWorks' : 'endRight', useCase) },
      },
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

function rulesOfRight({ label, when, kind, optional, want }: PlannedRight): PlannedRule[] {
  const row = rowsOfKinds[kind];
  const tests: Readonly<Record<State, readonly PlannedTest[][]>> = {
    on: [testsOf(when)],
    off: testsAgainst(when).map((off) =>
      optional ? [{ path: when.path, test: 'there', names: [] }, ...off] : off,
    ),
    silent: optional ? [[{ path: when.path, test: 'absent', names: [] }]] : [],
  };
  const told = (['on', 'off', 'silent'] as const).flatMap((state) => {
    const follows = consequences[want][state];
    if (follows === undefined) return [];
    return tests[state].map((found) => rule(found, follows.outcome, says(follows.word, label)));
  });
  return [
    ...(row === undefined ? [] : [rule(testsOf(when), row, says('yes'), want === 'needed')]),
    ...told,
  ];
}

/** A condition of a recipe as tests, all of which must hold. */
export function testsOf({ path, is, isNot, lists }: Condition): PlannedTest[] {
  if (is !== undefined) return [{ path, test: 'is', names: [is] }];
  if (lists !== undefined) return [{ path, test: 'lists', names: [lists] }];
  if (isNot === undefined) return [{ path, test: 'absent', names: [] }];
  return [
    { path, test: 'there', names: [] },
    { path, test: 'isnt', names: [isNot] },
  ];
}

/** The ways in which a condition does not hold; in each, all tests must hold. */
function testsAgainst({ path, is, isNot, lists }: Condition): PlannedTest[][] {
  if (is !== undefined) return [[{ path, test: 'isnt', names: [is] }]];
  if (lists !== undefined) return [[{ path, test: 'lacks', names: [lists] }]];
  if (isNot === undefined) return [[{ path, test: 'there', names: [] }]];
  return [[{ path, test: 'absent', names: [] }], [{ path, test: 'is', names: [isNot] }]];
}

/** Names of rights that we do not know are too much, or new. */
function familyRules({ shows, family }: RightsRequest): PlannedRule[] {
  return family.map(({ path, form, harmless }) => {
    const known = shows.flatMap(({ when }) => {
      if (form === 'flags') return [when.path.split('.').at(-1) ?? when.path];
      if (when.path !== path) return [];
      return [when.lists ?? when.is ?? when.isNot ?? ''].filter((name) => name !== '');
    });
    const names = [...new Set([...known, ...harmless])];
    return rule(
      [{ path, test: form === 'list' ? 'others' : 'flags', names }],
      'too-much',
      says('unknownRight'),
    );
  });
}

function addressRules(
  { addresses }: RightsRequest,
  partner: PlannedPartner | undefined,
): PlannedRule[] {
  if (addresses === undefined) return [];
  const { path, form, open } = addresses;
  if (form === 'flag') {
    return [rule([{ path, test: 'is', names: ['true'] }], 'addresses', says('bound'), true)];
  }
  const none = ['null', ...open];
  return [
    rule([{ path, test: 'others', names: none }], 'addresses', says('found'), true),
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
  return (rights?.shows ?? []).map(({ permission: id, level: levelId, when, optional }) => {
    const row = rows.find(({ permission }) => permission.id === id);
    if (row === undefined) {
      throw new Error(`[programs] "${id}" is no permission of this exchange.`);
    }
    const level = row.permission.levels?.find((candidate) => candidate.id === levelId);
    return {
      label: level === undefined ? row.permission.label : `${row.permission.label}: ${level.label}`,
      when,
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
  const whole = row.setting === 'on' ? 'needed' : 'allowed';
  if (levelId === undefined || row.level === undefined || row.level.id === levelId) return whole;
  const levels = row.permission.levels?.map(({ id }) => id) ?? [];
  return levels.indexOf(levelId) < levels.indexOf(row.level.id) ? 'allowed' : 'unwanted';
}
