import { expect, test } from 'playwright/test';
import {
  type AddressChange,
  addressesAt,
  changeId,
  changesOf,
  partnerSchema,
  useCasesAt,
} from '../../../src/schema/partner.ts';
import {
  changedAt,
  isRecord,
  issuesOf,
  openObjects,
  pathsWhere,
} from '../../support/nested-values.ts';
import { samplePartner, samplePartnerFile } from '../../support/sample-partner.ts';

const issuesAfter = (path: (string | number)[], change: (value: unknown) => unknown): string[] =>
  issuesOf(partnerSchema, changedAt(samplePartnerFile, path, change));

test('a complete profile fits, and comes out as it was written', () => {
  expect(partnerSchema.parse(samplePartnerFile)).toEqual(samplePartnerFile);
});

test('a profile is real unless it says that it is an example', () => {
  const { example: _example, ...rest } = samplePartnerFile;
  expect(partnerSchema.parse(rest).example).toBe(false);
});

test.describe('a key that the schema does not know is refused', () => {
  test('in every object of the schema', () => {
    expect(openObjects(partnerSchema)).toEqual([]);
  });

  for (const path of pathsWhere(samplePartnerFile, isRecord)) {
    test(`in ${path.join('.') || 'the file'}`, () => {
      const issues = issuesAfter([...path], (value) =>
        isRecord(value) ? { ...value, unexpected: 'x' } : value,
      );
      expect(issues).toHaveLength(1);
      expect(issues[0]).toMatch(/unexpected/);
    });
  }
});

for (const [name, path, value, issue] of [
  ['a label with a space', ['keyLabel'], 'my desk', 'Expected letters and digits'],
  ['a label with markup', ['keyLabel'], '<b>desk</b>', 'Expected letters and digits'],
  ['a label of 31 characters', ['keyLabel'], 'x'.repeat(31), 'Expected at most 30 characters'],
  ['an address with a port', ['addresses', 0, 'address'], '203.0.113.10:443', 'Expected an IPv4'],
  ['an address with spaces', ['addresses', 0, 'address'], ' 203.0.113.10', 'Expected an IPv4'],
  ['a host name', ['addresses', 0, 'address'], 'desk.example.com', 'Expected an IPv4'],
  ['a range of addresses', ['addresses', 0, 'address'], '203.0.113.1-9', 'Expected an IPv4'],
  ['a range of one', ['addresses', 0, 'address'], '203.0.113.1/32', 'which is "203.0.113.1"'],
  ['a zone', ['addresses', 0, 'address'], '2001:db8::1%eth0', 'which is "2001:db8::1"'],
  ['capitals', ['addresses', 0, 'address'], '2001:DB8::1', 'which is "2001:db8::1"'],
  ['no address', ['addresses'], [], 'Too small'],
  ['no exchange', ['exchanges'], [], 'Too small'],
  ['a page that is not https', ['keyPage', 'url'], 'http://desk.example.com', 'https://'],
  ['a request that is not in the vocabulary', ['neverAsks', 2], 'money', 'Invalid option'],
  ['codes not among what it never asks for', ['neverAsks', 2], 'screenshot', 'whoever asks'],
  [
    'one thing twice',
    ['neverAsks'],
    ['withdrawal-permission', 'password', 'codes', 'codes'],
    'twice',
  ],
  ['no contact', ['contact'], {}, 'Expected a page, an e-mail address, or both.'],
  ['a language in words', ['languages', 0], 'English', 'Expected a language'],
  ['an unknown role', ['fields'], { token: 'Token' }, 'Unrecognized key: "token"'],
  ['one key as several', ['exchanges', 0, 'keys'], 1, 'Too small'],
  [
    'days in the wrong order',
    ['addresses', 2, 'until', 'day'],
    '2026-12-31',
    'lies before the first',
  ],
] as const) {
  test(`${name} is refused`, () => {
    const issues = issuesAfter([...path], () => value);
    expect(issues.join(' | ')).toContain(issue);
  });
}

test('what a profile says of one exchange comes before what it says of all', () => {
  const partner = samplePartner({ useCase: 'reading' });
  const [northwind, fabrikam] = partner.exchanges;
  if (northwind === undefined || fabrikam === undefined) throw new Error('No exchanges.');
  expect(useCasesAt(partner, northwind)).toEqual(['trading']);
  expect(useCasesAt(partner, fabrikam)).toEqual(['reading']);
  expect(useCasesAt({ useCase: ['reading', 'trading'] }, fabrikam)).toEqual(['reading', 'trading']);
  expect(addressesAt(partner, northwind).map(({ address }) => address)).toEqual([
    '203.0.113.10',
    '203.0.113.11',
  ]);
  expect(addressesAt(partner, fabrikam)).toEqual(partner.addresses);
});

test('changes: one for all that was announced on one day for one day, the latest first', () => {
  const from = { day: '2027-01-01', announced: '2026-11-01' };
  const changes = changesOf([
    { address: '203.0.113.10' },
    { address: '203.0.113.11', from },
    { address: '203.0.113.12', until: { day: '2027-03-31', announced: '2026-11-01' } },
    { address: '203.0.113.13', from, until: { day: '2027-03-31', announced: '2026-12-01' } },
    { address: '203.0.113.14', until: { day: '2027-01-01', announced: '2026-11-01' } },
  ]);
  expect(changes).toEqual([
    { kind: 'removed', day: '2027-03-31', announced: '2026-11-01', addresses: ['203.0.113.12'] },
    { kind: 'removed', day: '2027-03-31', announced: '2026-12-01', addresses: ['203.0.113.13'] },
    {
      kind: 'added',
      day: '2027-01-01',
      announced: '2026-11-01',
      addresses: ['203.0.113.11', '203.0.113.13'],
    },
    { kind: 'removed', day: '2027-01-01', announced: '2026-11-01', addresses: ['203.0.113.14'] },
  ] satisfies AddressChange[]);
  const ids = changes.map(changeId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[2]).toBe('added-2027-01-01-announced-2026-11-01');
});
