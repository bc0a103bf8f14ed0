import { expect, test } from 'playwright/test';
import { z } from 'astro/zod';
import {
  errorNames,
  exchangeSchema,
  furtherMessages,
  mainSite,
  permissionSchema,
} from '../../../src/schema/exchange.ts';
import {
  changedAt,
  issuesOf,
  isRecord,
  openObjects,
  pathsWhere,
} from '../../support/nested-values.ts';
import { sampleExchange, sampleExchangeFile } from '../../support/sample-exchange.ts';

const issuesAfter = (path: (string | number)[], change: (value: unknown) => unknown): string[] =>
  issuesOf(exchangeSchema, changedAt(sampleExchangeFile, path, change));

const withoutIt = (): undefined => undefined;

test('a complete file fits, and comes out as it was written', () => {
  const parsed = exchangeSchema.parse(sampleExchangeFile);
  const [account, trade] = sampleExchangeFile.permissions.items;
  expect(parsed).toMatchObject(sampleExchangeFile);
  // What a permission does not say is no.
  expect(parsed.permissions.items[0]).toEqual({ ...account, excludes: [] });
  expect(parsed.permissions.items[1]).toEqual({
    ...trade,
    fixed: false,
    preset: false,
    asked: [],
    unavoidable: [],
  });
});

test.describe('a key that the schema does not know is refused', () => {
  test('in every object of the schema', () => {
    expect(openObjects(exchangeSchema)).toEqual([]);
    // The search itself finds an open object.
    expect(openObjects(z.object({ a: z.strictObject({}), b: z.object({}) }))).toEqual([
      'the schema itself',
      'properties.b',
    ]);
  });

  // The names of headers are the exchange's own.
  const closed = pathsWhere(sampleExchangeFile, isRecord).filter(
    (path) => path.at(-1) !== 'headers',
  );
  for (const path of closed) {
    test(`in ${path.join('.') || 'the file'}`, () => {
      const issues = issuesAfter([...path], (value) =>
        isRecord(value) ? { ...value, unexpected: 'x' } : value,
      );
      expect(issues).toEqual([`${path.join('.')}: Unrecognized key: "unexpected"`]);
    });
  }
});

test.describe('a fact without a source does not go in', () => {
  const groups = pathsWhere(
    sampleExchangeFile,
    (_value, path) => path.length > 1 && path.at(-1) === 'sources',
  );

  test('there are groups with sources', () => {
    expect(groups.length).toBeGreaterThanOrEqual(20);
  });

  for (const path of groups) {
    test(path.slice(0, -1).join('.'), () => {
      const at = path.join('.');
      expect(issuesAfter([...path], withoutIt)).toEqual([
        `${at}: Invalid input: expected array, received undefined`,
      ]);
      expect(issuesAfter([...path], () => [])).toEqual([
        `${at}: Expected at least one source: a fact without a source does not go in.`,
      ]);
    });
  }

  test('and the file lists at least one', () => {
    expect(issuesAfter(['sources'], () => [])).toHaveLength(1);
  });
});

test.describe('a permission', () => {
  const message =
    ': Expected either "capabilities" (a plain box) or "levels", not both and not neither.';
  const base = { id: 'trade', label: 'Trade' };
  const levels = [
    { id: 'read', label: 'Read', capabilities: ['read-orders'] },
    { id: 'write', label: 'Write', capabilities: ['read-orders', 'trade-spot'] },
  ];

  test('has capabilities or levels', () => {
    expect(issuesOf(permissionSchema, { ...base, capabilities: ['trade-spot'] })).toEqual([]);
    expect(issuesOf(permissionSchema, { ...base, capabilities: [] })).toEqual([]);
    expect(issuesOf(permissionSchema, { ...base, levels })).toEqual([]);
  });

  test('has not both', () => {
    const both = { ...base, levels, capabilities: ['trade-spot'] };
    expect(issuesOf(permissionSchema, both)).toEqual([message]);
  });

  test('has not neither', () => {
    expect(issuesOf(permissionSchema, base)).toEqual([message]);
  });

  test('has two levels or none', () => {
    expect(issuesOf(permissionSchema, { ...base, levels: levels.slice(0, 1) })).toEqual([
      'levels: Too small: expected array to have >=2 items',
    ]);
  });

  test('has capabilities of our vocabulary only', () => {
    expect(issuesOf(permissionSchema, { ...base, capabilities: ['trade'] })).toEqual([
      expect.stringMatching(/^capabilities\.0: Invalid option: expected one of "read-account"\|/),
    ]);
  });
});

test.describe('a power that nobody can switch off', () => {
  const base = { id: 'trade', label: 'Trade' };
  const declared = (...capabilities: string[]) => ({
    unavoidable: [
      {
        id: 'power',
        capabilities,
        brief: 'what comes along',
        note: 'It comes along.',
        sources: ['docs'],
      },
    ],
  });

  test('is one that the permission brings, at one of its levels at least', () => {
    const box = { ...base, capabilities: ['trade-spot', 'manage-keys'] };
    expect(issuesOf(permissionSchema, { ...box, ...declared('manage-keys') })).toEqual([]);
    expect(issuesOf(permissionSchema, { ...box, ...declared('pay-out') })).toEqual([
      'unavoidable.0.capabilities: Found "pay-out", which the permission does not bring. Add it to its capabilities, or take it away here.',
    ]);
    const levels = [
      { id: 'read', label: 'Read', capabilities: ['read-orders'] },
      { id: 'write', label: 'Write', capabilities: ['trade-spot', 'manage-keys'] },
    ];
    expect(issuesOf(permissionSchema, { ...base, levels, ...declared('manage-keys') })).toEqual([]);
  });

  test('is not the whole of a permission that only moves funds out', () => {
    const box = { ...base, capabilities: ['withdraw', 'pay-out'], ...declared('withdraw') };
    expect(issuesOf(permissionSchema, box)).toEqual([
      'unavoidable.0.capabilities: Found a permission that does nothing but move funds out: readers simply leave it off. Take "unavoidable" away.',
    ]);
  });
});

test.describe('a box that is asked for', () => {
  const base = { id: 'wallet', label: 'Wallet' };
  const asked = (level?: string) => ({
    asked: [{ id: 'bot', by: 'tool', name: 'A bot', level, sources: ['docs'] }],
  });
  const levels = [
    { id: 'read', label: 'Read', capabilities: ['read-balances'] },
    { id: 'write', label: 'Write', capabilities: ['read-balances', 'move-own'] },
  ];

  test('has a level exactly where the permission has levels', () => {
    const box = { ...base, capabilities: ['read-balances'] };
    expect(issuesOf(permissionSchema, { ...box, ...asked() })).toEqual([]);
    expect(issuesOf(permissionSchema, { ...box, ...asked('read') })).toEqual([
      'asked.0.level: Found "read", but the permission has no levels. Take it away.',
    ]);
    expect(issuesOf(permissionSchema, { ...base, levels, ...asked('read') })).toEqual([]);
    for (const level of [undefined, 'full'])
      expect(issuesOf(permissionSchema, { ...base, levels, ...asked(level) })).toEqual([
        'asked.0.level: Expected one of the levels of the permission: read, write.',
      ]);
  });
});

test.describe('a day', () => {
  test('that a YAML reader turned into a date becomes text again', () => {
    const file = changedAt(
      changedAt(sampleExchangeFile, ['sources', 0, 'checked'], () => new Date('2026-11-20')),
      ['names', 'former', 0, 'until'],
      () => new Date('2020-01-31T00:00:00Z'),
    );
    const parsed = exchangeSchema.parse(file);
    expect(parsed.sources[0]?.checked).toBe('2026-11-20');
    expect(parsed.names.former[0]?.until).toBe('2020-01-31');
  });
});

test.describe('the status', () => {
  const closing = {
    state: 'closing',
    date: '2027-01-31',
    note: 'Take your funds out.',
    sources: ['docs'],
  };

  test('of a closing or closed exchange has a day and a note', () => {
    for (const state of ['closing', 'closed']) {
      expect(issuesAfter(['status'], () => ({ ...closing, state }))).toEqual([]);
      for (const key of ['date', 'note']) {
        const changed = changedAt({ ...closing, state }, [key], withoutIt);
        expect(issuesAfter(['status'], () => changed)).toHaveLength(1);
      }
    }
  });

  test('of an active exchange has neither', () => {
    expect(issuesAfter(['status'], () => ({ ...closing, state: 'active' }))).toEqual([
      'status: Unrecognized keys: "date", "note"',
    ]);
  });
});

test.describe('the allowlist', () => {
  test('names permissions exactly where addresses are required for some', () => {
    const required = ['allowlist', 'required'];
    expect(issuesAfter(required, () => ({ when: 'always' }))).toEqual([]);
    expect(issuesAfter(required, () => ({ when: 'never' }))).toEqual([]);
    expect(issuesAfter(required, () => ({ when: 'never', permissions: ['trade'] }))).toHaveLength(
      1,
    );
    expect(issuesAfter(required, () => ({ when: 'for-permissions' }))).toHaveLength(1);
    expect(
      issuesAfter(required, () => ({ when: 'for-permissions', permissions: [] })),
    ).toHaveLength(1);
  });

  test('may leave out what is not documented', () => {
    expect(issuesAfter(['allowlist'], () => ({ label: 'IP', sources: ['docs'] }))).toEqual([]);
  });
});

test('an HTTP status is an error status', () => {
  const http = ['troubleshooting', 0, 'http', 0];
  expect(issuesAfter(http, () => 400)).toEqual([]);
  expect(issuesAfter(http, () => 599)).toEqual([]);
  expect(issuesAfter(http, () => 399)).toHaveLength(1);
  expect(issuesAfter(http, () => 600)).toHaveLength(1);
  expect(issuesAfter(http, () => 401.5)).toHaveLength(1);
});

test.describe('the main site', () => {
  test('is the one that the file names', () => {
    const { sites } = sampleExchange();
    expect(mainSite(sampleExchange()).id).toBe('global');
    expect(mainSite(sampleExchange({ sites: { ...sites, main: 'eu' } })).id).toBe('eu');
  });

  test('that the file does not have is an error that lists those it has', () => {
    const { sites } = sampleExchange();
    expect(() => mainSite(sampleExchange({ sites: { ...sites, main: 'us' } }))).toThrow(
      new Error('[exchange] Northwind has no site "us"; sites.items has "global", "eu".'),
    );
  });
});

test.describe('what is wrong is said exactly where a program recognises the error', () => {
  const entry = ['troubleshooting', 0];
  const without =
    (...names: string[]) =>
    (value: unknown): unknown =>
      isRecord(value)
        ? Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))
        : value;

  test('with codes, texts or a status', () => {
    expect(issuesAfter(entry, without('kinds'))).toHaveLength(1);
    expect(issuesAfter(entry, without('codes', 'messages'))).toEqual([]);
    expect(issuesAfter(entry, without('codes', 'http'))).toEqual([]);
    expect(issuesAfter(entry, without('messages', 'http'))).toEqual([]);
  });

  test('and nowhere else', () => {
    expect(issuesAfter(entry, without('codes', 'messages', 'http'))).toHaveLength(1);
    expect(issuesAfter(entry, without('codes', 'messages', 'http', 'kinds'))).toEqual([]);
  });
});

test('readers recognise an error by its codes, or else by the texts of the answer', () => {
  expect(errorNames({ codes: ['A', 'B'], messages: ['C'] })).toEqual(['A', 'B']);
  expect(errorNames({ messages: ['C'] })).toEqual(['C']);
  expect(errorNames({})).toEqual([]);
});

test('a text of the answer is repeated only where neither name nor symptom shows it', () => {
  const entry = {
    codes: ['A'],
    messages: ['Key unknown', 'No such key'],
    symptom: '"Key unknown"',
  };
  expect(furtherMessages(entry)).toEqual(['No such key']);
  expect(furtherMessages({ ...entry, codes: undefined })).toEqual([]);
  expect(furtherMessages({ symptom: 'It fails.' })).toEqual([]);
});
