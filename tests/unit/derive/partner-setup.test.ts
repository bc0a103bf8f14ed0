import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import type { Allowlist, Exchange, Site } from '../../../src/schema/exchange.ts';
import { addressesOf, readAddress } from '../../../src/derive/ip-addresses.ts';
import type { Partner, PartnerAddress, ServedExchange } from '../../../src/schema/partner.ts';
import {
  mostWithoutLimit,
  partnerSetup,
  type PartnerSetup,
  type SetupProblem,
} from '../../../src/derive/partner-setup.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { samplePartner } from '../../support/sample-partner.ts';
import { box, useCaseThat } from '../../support/sample-permissions.ts';
import type { Capability } from '../../../src/vocabulary/capabilities.ts';

const useCases = [
  { ...useCaseThat(['read-balances'], ['trade-spot']), id: 'reading' },
  { ...useCaseThat(['read-balances', 'trade-spot']), id: 'trading' },
  { ...useCaseThat(['trade-futures']), id: 'futures' },
];
const plain: Allowlist = { label: 'Addresses', sources: ['docs'] };

interface Case {
  readonly partner?: Partial<Partner>;
  readonly served?: Partial<ServedExchange>;
  readonly exchange?: Partial<Exchange>;
  readonly allowlist?: Partial<Allowlist>;
  readonly addresses?: readonly string[];
  readonly day?: string;
}

function resultOf({ partner, served, exchange, allowlist, addresses, day }: Case) {
  return partnerSetup(
    samplePartner({
      ...(addresses ? { addresses: addresses.map((address) => ({ address })) } : {}),
      ...partner,
    }),
    { exchange: 'northwind', ...served },
    sampleExchange({ allowlist: { ...plain, ...allowlist }, ...exchange }),
    useCases,
    day ?? '2026-11-21',
  );
}

function setupOf(given: Case): PartnerSetup {
  const result = resultOf(given);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.setup;
}

function problemsOf(given: Case): readonly SetupProblem[] {
  const result = resultOf(given);
  return result.ok ? [] : result.problems;
}

const textOf = (given: Case): string | undefined => setupOf(given).keys[0]?.text;

test.describe('addresses', () => {
  const three = ['203.0.113.1', '203.0.113.8/30', '2001:db8::1'];

  test('stand as they are where ranges and IPv6 are taken', () => {
    const allowlist = { separator: 'comma', cidr: true, ipv6: true, most: 3 } as const;
    const setup = setupOf({ addresses: three, allowlist });
    expect(setup.keys[0]?.text).toBe('203.0.113.1,203.0.113.8/30,2001:db8::1');
    expect([setup.expanded, setup.assumptions]).toEqual([[], []]);
  });

  for (const [separator, text] of [
    ['comma', '203.0.113.1,203.0.113.2'],
    ['space', '203.0.113.1 203.0.113.2'],
    ['semicolon', '203.0.113.1;203.0.113.2'],
    ['newline', '203.0.113.1\n203.0.113.2'],
    ['one-per-field', '203.0.113.1\n203.0.113.2'],
  ] as const)
    test(`have the separator "${separator}" between them and no space beside it`, () => {
      const addresses = ['203.0.113.1', '203.0.113.2'];
      expect(textOf({ addresses, allowlist: { separator, most: 2 } })).toBe(text);
    });

  for (const cidr of [false, 'disputed', undefined] as const)
    test(`a range is written out where ranges are ${String(cidr)}`, () => {
      const allowlist: Partial<Allowlist> = { most: 5, separator: 'comma' };
      if (cidr !== undefined) allowlist.cidr = cidr;
      const setup = setupOf({ addresses: three.slice(0, 2), allowlist });
      expect(setup.keys[0]?.text).toBe(
        '203.0.113.1,203.0.113.8,203.0.113.9,203.0.113.10,203.0.113.11',
      );
      expect(setup.expanded).toEqual(['203.0.113.8/30']);
      // That it is not taken for sure is a fact; all else is caution.
      expect(setup.assumptions).toEqual(cidr === false ? [] : ['ranges']);
    });

  test('a range that does not fit when it is written out is refused', () => {
    const given: Case = { addresses: three.slice(0, 2), allowlist: { most: 4, cidr: false } };
    expect(problemsOf(given)).toEqual([
      { kind: 'range', ranges: ['203.0.113.8/30'], taken: false, count: 5, room: 4 },
    ]);
    // As one entry it would fit.
    expect(problemsOf({ ...given, allowlist: { most: 4, cidr: true } })).toEqual([]);
  });

  test('without a documented limit ranges are written out up to a limit of our own, and single addresses are not counted', () => {
    const range = { addresses: ['203.0.113.0/28'], allowlist: {} };
    expect(setupOf(range).keys[0]?.addresses).toHaveLength(mostWithoutLimit);
    expect(setupOf(range).assumptions).toEqual(['separator', 'most', 'ranges']);
    expect(problemsOf({ addresses: ['203.0.113.0/27'] })).toEqual([
      { kind: 'range', ranges: ['203.0.113.0/27'], taken: undefined, count: 32, room: 16 },
    ]);
    const many = Array.from({ length: 40 }, (_, index) => `203.0.113.${index}`);
    expect(setupOf({ addresses: many }).keys[0]?.addresses).toEqual(many);
  });

  test('a flood of addresses in a range is counted, not written out', () => {
    const [problem] = problemsOf({ addresses: ['2001:db8::/64'], allowlist: { ipv6: true } });
    expect(problem).toMatchObject({ kind: 'range', count: 2 ** 64 });
    const wide = { most: 100_000, cidr: false } as const;
    expect(problemsOf({ addresses: ['203.0.0.0/20'], allowlist: wide })[0]).toMatchObject({
      kind: 'range',
      room: 256,
    });
  });

  for (const ipv6 of [false, 'disputed', undefined] as const)
    test(`IPv6 is refused where it is ${String(ipv6)}`, () => {
      const allowlist: Partial<Allowlist> = { cidr: true };
      if (ipv6 !== undefined) allowlist.ipv6 = ipv6;
      const given: Case = { addresses: three, allowlist };
      expect(problemsOf(given)).toEqual([
        { kind: 'ipv6', addresses: ['2001:db8::1'], taken: ipv6 },
      ]);
      expect(textOf({ ...given, served: { addresses: three.slice(0, 2) } })).toBe(
        '203.0.113.1\n203.0.113.8/30',
      );
    });

  test('more than the exchange takes are refused, with the number of keys that would take them', () => {
    const addresses = Array.from({ length: 11 }, (_, index) => `203.0.113.${index}`);
    const given = { addresses, allowlist: { most: 5, separator: 'comma' } as const };
    expect(problemsOf(given)).toEqual([{ kind: 'too-many', count: 11, most: 5, keysNeeded: 3 }]);
    expect(problemsOf({ ...given, served: { keys: 2 } })).toEqual([
      { kind: 'too-many', count: 11, most: 5, keysNeeded: 3 },
    ]);
    const { keys } = setupOf({ ...given, served: { keys: 3 } });
    expect(keys.map((key) => key.addresses.length)).toEqual([3, 4, 4]);
    expect(keys.flatMap((key) => key.addresses)).toEqual(addresses);
    expect(keys.map((key) => key.label)).toEqual(['exampledesk1', 'exampledesk2', 'exampledesk3']);
  });

  test('a single address needs no separator', () => {
    expect(setupOf({ addresses: ['203.0.113.1'], allowlist: { most: 1 } }).assumptions).toEqual([]);
  });
});

test.describe('announced changes', () => {
  const addresses: PartnerAddress[] = [
    { address: '203.0.113.1', until: { day: '2027-03-31', announced: '2026-11-01' } },
    { address: '203.0.113.2', from: { day: '2027-01-01', announced: '2026-11-01' } },
  ];
  const on = (day: string) => setupOf({ partner: { addresses }, day });

  for (const [day, entered, ahead] of [
    ['2026-11-21', ['203.0.113.1', '203.0.113.2'], ['added', 'removed']],
    ['2026-12-31', ['203.0.113.1', '203.0.113.2'], ['added', 'removed']],
    ['2027-01-01', ['203.0.113.1', '203.0.113.2'], ['removed']],
    ['2027-03-31', ['203.0.113.1', '203.0.113.2'], ['removed']],
    ['2027-04-01', ['203.0.113.2'], []],
  ] as const)
    test(`on ${day}`, () => {
      expect(on(day).keys[0]?.addresses).toEqual(entered);
      expect(on(day).ahead.map(({ kind }) => kind)).toEqual(ahead);
    });

  test('when all are over, nothing is left to enter', () => {
    const partner = { addresses: addresses.slice(0, 1) };
    expect(problemsOf({ partner, day: '2027-04-01' })).toEqual([{ kind: 'no-address' }]);
  });

  test('when fewer are left than keys, there are fewer keys', () => {
    const partner = { addresses };
    const served = { keys: 2 };
    expect(setupOf({ partner, served, day: '2026-11-21' }).keys).toHaveLength(2);
    expect(setupOf({ partner, served, day: '2027-04-01' }).keys).toHaveLength(1);
  });
});

test.describe('the label', () => {
  const labelField = (rules: object) => ({
    exchange: { labelField: { label: 'Name', example: 'bot', sources: ['docs'], ...rules } },
  });

  for (const [rules, label] of [
    [{}, 'example-desk'],
    [{ characters: 'letters-digits' }, 'exampledesk'],
    [{ characters: 'letters-digits-hyphens' }, 'example-desk'],
    [{ characters: 'letters-digits-underscores' }, 'example_desk'],
    [{ longest: 12 }, 'example-desk'],
    [{ longest: 11, characters: 'letters-digits' }, 'exampledesk'],
  ] as const)
    test(`is ${label} with ${JSON.stringify(rules)}`, () => {
      const setup = setupOf(labelField(rules));
      expect(setup.keys[0]?.label).toBe(label);
      expect(setup.labelBefore).toBe(label === 'example-desk' ? undefined : 'example-desk');
    });

  test('that is too long is refused, with its number', () => {
    const given = labelField({ longest: 13, characters: 'letters-digits-underscores' });
    expect(problemsOf(given)).toEqual([]);
    expect(problemsOf({ ...given, served: { keys: 2 } })).toEqual([
      { kind: 'label', label: 'example_desk_1', longest: 13 },
    ]);
  });

  test('of one exchange comes before the usual one, and there is none where there is no field', () => {
    expect(setupOf({ served: { keyLabel: 'desk' } }).keys[0]?.label).toBe('desk');
    const { labelField: _field, ...rest } = sampleExchange({ allowlist: plain });
    const result = partnerSetup(
      samplePartner(),
      { exchange: 'northwind' },
      { ...rest, slug: 'northwind' },
      useCases,
      '2026-11-21',
    );
    expect(result.ok && result.setup.keys[0]?.label).toBe(undefined);
  });
});

test('a use case that the exchange cannot serve is refused, with those that it serves', () => {
  expect(problemsOf({ served: { useCase: 'futures' } })).toEqual([
    {
      kind: 'use-case',
      useCaseId: 'futures',
      refusal: { kind: 'stated', reason: 'There are no futures.', sources: ['docs'] },
      served: ['reading', 'trading'],
    },
  ]);
  expect(setupOf({ served: { useCase: 'reading' } }).useCase.id).toBe('reading');
});

test('several use cases in one key are one, with what each needs', () => {
  const { useCase, settings } = setupOf({ served: { useCase: ['reading', 'trading'] } });
  expect(useCase).toMatchObject({ parts: ['reading', 'trading'] });
  for (const { needs } of useCases.filter(({ id }) => id !== 'futures'))
    expect(useCase.needs).toEqual(expect.arrayContaining([...needs]));
  expect(settings.useCase).toBe(useCase);
  expect(problemsOf({ served: { useCase: ['reading', 'futures'] } })[0]).toMatchObject({
    kind: 'use-case',
    refusal: { kind: 'stated' },
  });
});

test.describe('further boxes that a partner needs', () => {
  const items = (
    more: Parameters<typeof box>[2],
    grants: Capability[] = ['read-rebates'],
  ): Partial<Exchange> => {
    const { permissions } = sampleExchange();
    return {
      permissions: {
        ...permissions,
        items: [...permissions.items, box('rebates', grants, more)],
      },
    };
  };
  const stateOf = (given: Case): string | undefined =>
    setupOf(given).settings.rows.find(({ permission }) => permission.id === 'rebates')?.setting;

  test('are on, and off on the page of a partner that does not name them', () => {
    const exchange = items({ asked: [{ id: 'bot', by: 'tool', name: 'A bot' }] });
    expect(stateOf({ exchange })).toBe('off');
    expect(stateOf({ exchange, served: { asked: [{ permission: 'rebates' }] } })).toBe('on');
  });

  test('are refused where they are unknown, have no such level, or are forbidden', () => {
    const problem = (box: { permission: string; level?: string }, boxes = items({})) =>
      problemsOf({ exchange: boxes, served: { asked: [box] } });
    expect(problem({ permission: 'none' })).toEqual([
      { kind: 'asked', permission: 'none', why: 'unknown' },
    ]);
    expect(problem({ permission: 'rebates', level: 'high' })).toEqual([
      { kind: 'asked', permission: 'rebates', why: 'level' },
    ]);
    expect(problem({ permission: 'rebates' }, items({}, ['withdraw']))).toEqual([
      { kind: 'asked', permission: 'rebates', why: 'forbidden' },
    ]);
  });
});

test('a site needs a source that its form is the same', () => {
  const { sites } = sampleExchange();
  const [main] = sites.items;
  if (main === undefined) throw new Error('No site.');
  const other = { ...main, id: 'eu', address: 'https://eu.northwind.example' };
  const withOther = (site: Site): Partial<Exchange> => ({
    sites: { ...sites, items: [main, site] },
  });
  const same = withOther({ ...other, sameForm: { as: main.id, sources: ['docs'] } });
  expect(setupOf({ exchange: same, served: { site: 'eu' } }).site).toBe('eu');
  expect(setupOf({ exchange: same }).site).toBe(main.id);
  expect(problemsOf({ exchange: withOther(other), served: { site: 'eu' } })).toEqual([
    { kind: 'site', site: 'eu', known: [main.id] },
  ]);
});

test('at an exchange that is closing nothing else is told', () => {
  const status: Exchange['status'] = {
    state: 'closing',
    date: '2027-01-31',
    note: 'Leave.',
    sources: ['docs'],
  };
  expect(problemsOf({ exchange: { status }, served: { useCase: 'futures' } })).toEqual([
    { kind: 'closing', state: 'closing', date: '2027-01-31' },
  ]);
});

test('every credential but a public key needs a field in the partner’s form', () => {
  expect(problemsOf({ partner: { fields: { 'api-key': 'Key' } } })).toEqual([
    { kind: 'field', role: 'secret', label: 'Secret' },
    { kind: 'field', role: 'passphrase', label: 'Passphrase' },
  ]);
  expect([...setupOf({}).fields]).toEqual([
    ['api-key', 'Key'],
    ['secret', 'Secret'],
    ['passphrase', 'Passphrase'],
    ['public-key', 'Public key'],
  ]);
});

test('all problems are told at once', () => {
  const kinds = problemsOf({
    addresses: ['2001:db8::1', '203.0.113.0/24'],
    allowlist: { most: 2 },
    served: { useCase: 'futures', keyLabel: 'x'.repeat(30) },
    partner: { fields: {} },
  }).map(({ kind }) => kind);
  expect(kinds).toEqual(['use-case', 'ipv6', 'range', 'label', 'field', 'field', 'field']);
});

test('a use case that does not exist is a fault of the caller', () => {
  expect(() => resultOf({ served: { useCase: 'moon' } })).toThrow('[partner] example-desk names');
});

const anyAddress = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.constantFrom(32, 32, 31, 30, 29))
  .map(([last, prefix]) => readAddress(`203.0.113.${last}/${prefix}`)?.text ?? '');
const anyAllowlist = fc.record(
  {
    most: fc.integer({ min: 1, max: 40 }),
    separator: fc.constantFrom(
      'comma' as const,
      'newline' as const,
      'space' as const,
      'semicolon' as const,
      'one-per-field' as const,
    ),
    cidr: fc.constantFrom(true, false, 'disputed' as const),
  },
  { requiredKeys: [] },
);

test('whatever the profile and the exchange: a set-up holds every address once, within the limit, in a form that is taken', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyAddress, { minLength: 1, maxLength: 12 }),
      anyAllowlist,
      fc.integer({ min: 1, max: 5 }),
      (addresses, allowlist, keys) => {
        const result = resultOf({ addresses, allowlist, served: { keys } });
        if (!result.ok) {
          expect(result.problems.map(({ kind }) => kind)).toEqual([
            allowlist.cidr !== true && addresses.some((text) => text.includes('/'))
              ? 'range'
              : 'too-many',
          ]);
          return;
        }
        const entries = result.setup.keys.flatMap((key) => key.addresses);
        const single = (texts: readonly string[]): string[] =>
          texts.flatMap((text) => {
            const range = readAddress(text);
            return range === undefined ? [] : addressesOf(range);
          });
        expect(single(entries)).toEqual(single(addresses));
        if (allowlist.cidr !== true) expect(entries.join()).not.toContain('/');
        for (const key of result.setup.keys) {
          expect(key.addresses.length).toBeGreaterThan(0);
          expect(key.addresses.length).toBeLessThanOrEqual(allowlist.most ?? Infinity);
          expect(key.text.split(/[,; \n]/)).toEqual([...key.addresses]);
        }
      },
    ),
    { numRuns: 300 },
  );
});
