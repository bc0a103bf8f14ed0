import { expect, test } from 'playwright/test';
import fc from 'fast-check';
import { type LabelProblem, labelPower } from '../../../src/derive/label-power.ts';
import { labelWords } from '../../../src/derive/label-words.ts';
import type { ExchangeFacts, Permission } from '../../../src/schema/exchange.ts';
import type { ReviewedPower } from '../../../src/schema/powers.ts';
import { type Capability, movesOut } from '../../../src/vocabulary/capabilities.ts';
import { realContent } from '../../support/content.ts';
import { box, levelled, useCaseThat } from '../../support/sample-permissions.ts';

function permissionsOf(...items: Permission[]): ExchangeFacts['permissions'] {
  return {
    control: 'checkbox',
    strongestFirst: false,
    items,
    refusals: [],
    caveats: [],
    sources: ['docs'],
  };
}

function labelled(label: string, grants: readonly Capability[]): Permission {
  return { ...box('sample', grants), label };
}

function faultsOf(
  permissions: ExchangeFacts['permissions'],
  needs: readonly Capability[] = ['read-balances'],
): LabelProblem['fault'][] {
  return labelPower(permissions, [useCaseThat(needs)], []).problems.map(({ fault }) => fault);
}

const reading = labelled('Read', ['read-balances']);

test('a label that names a power has a capability of its kind', () => {
  for (const [label, grants] of [
    ['Withdraw', ['withdraw']],
    ['Send', ['read-orders', 'pay-out']],
    ['Manage API keys', ['manage-keys']],
    ['Add withdrawal addresses', ['manage-addresses']],
    ['Transfer', ['move-own']],
    ['Transfer', ['withdraw']],
    ['Custody', ['pay-out']],
    ['Earn', ['earn']],
  ] as const)
    expect(faultsOf(permissionsOf(reading, labelled(label, grants))), label).toEqual([]);
});

test('a label that names a power without one is a fault, whether it is switched on or not', () => {
  for (const [label, grants, power, word] of [
    ['Withdraw', ['read-orders'], 'out', 'withdraw'],
    ['Withdraw', ['move-own'], 'out', 'withdraw'],
    ['Withdraw', [], 'out', 'withdraw'],
    ['Manage keys', ['trade-spot'], 'out', 'keys'],
    ['Transfer', ['create-deposit-address'], 'transfer', 'transfer'],
    ['Withdraw', ['read-balances', 'read-orders'], 'out', 'withdraw'],
  ] as const)
    expect(
      faultsOf(permissionsOf(labelled(label, grants)), ['read-balances']),
      `${label} ${grants.join()}`,
    ).toEqual([{ kind: 'names-more', power, word, capabilities: grants }]);
});

test('a permission is judged over its levels, and each level by its own label', () => {
  const wallet = {
    ...levelled('wallet', { view: ['read-transfers'], full: ['read-transfers', 'withdraw'] }),
    label: 'Withdrawals',
  };
  expect(faultsOf(permissionsOf(reading, wallet))).toEqual([]);
  const renamed = (label: string): Permission => ({
    ...wallet,
    levels: wallet.levels?.map((level, index) => (index === 0 ? { ...level, label } : level)),
  });
  expect(labelPower(permissionsOf(reading, renamed('Send only')), [], []).problems).toEqual([
    {
      index: 1,
      level: 0,
      labels: ['Withdrawals', 'Send only'],
      fault: { kind: 'names-more', power: 'out', word: 'send', capabilities: ['read-transfers'] },
    },
  ]);
});

test('a label that is switched on names reading or trading', () => {
  const useCases = ['sample'];
  expect(faultsOf(permissionsOf(labelled('General', ['read-balances'])))).toEqual([
    { kind: 'on-names-nothing', useCases },
  ]);
  for (const label of ['Read', 'Trade', 'Spot', '查询', '取引'])
    expect(faultsOf(permissionsOf(labelled(label, ['read-balances']))), label).toEqual([]);
  // Its level can say it.
  const general = { ...levelled('general', { a: ['read-balances'], b: ['earn'] }), label: 'API' };
  const levels = general.levels?.map((level, index) => ({
    ...level,
    label: index === 0 ? 'Read only' : 'Everything',
  }));
  expect(faultsOf(permissionsOf(general))).toEqual([{ kind: 'on-names-nothing', useCases }]);
  expect(faultsOf(permissionsOf({ ...general, levels }))).toEqual([]);
});

test('a level of a label of withdrawing is a fault where it is switched on, even if it reads', () => {
  const wallet = {
    ...levelled('wallet', { view: ['read-balances'], full: ['withdraw'] }),
    label: 'Withdrawals',
  };
  const levels = wallet.levels?.map((level, index) => ({
    ...level,
    label: index === 0 ? 'Read' : 'Everything',
  }));
  expect(faultsOf(permissionsOf({ ...wallet, levels }))).toEqual([
    { kind: 'on-names-out', word: 'withdraw', useCases: ['sample'] },
  ]);
});

test('a label that speaks of reading alone neither trades nor moves funds out', () => {
  expect(faultsOf(permissionsOf(labelled('View', ['read-balances', 'trade-spot'])))).toContainEqual(
    {
      kind: 'reads-more',
      capabilities: ['trade-spot'],
    },
  );
  expect(faultsOf(permissionsOf(labelled('Read and trade', ['trade-spot'])))).toEqual([]);
});

test.describe('a reviewed line', () => {
  const line: ReviewedPower = {
    exchange: 'northwind',
    permission: 'sample',
    labels: ['General'],
    why: 'It only reads.',
  };
  const general = permissionsOf(labelled('General', ['read-balances']));
  const useCases = [useCaseThat(['read-balances'])];

  test('settles the label that it names', () => {
    expect(labelPower(general, useCases, [line])).toEqual({ problems: [], needless: [] });
  });

  test('settles no other label, no other permission and no level', () => {
    for (const other of [
      { ...line, labels: ['Withdraw'] },
      { ...line, labels: ['General', 'Read'] },
      { ...line, permission: 'other' },
    ]) {
      const { problems, needless } = labelPower(general, useCases, [other]);
      expect(problems).toHaveLength(1);
      expect(needless).toEqual([other]);
    }
  });

  test('for a permission does not settle that a level of it is switched on', () => {
    const wallet = {
      ...levelled('sample', { view: ['read-balances'], full: ['read-orders'] }),
      label: 'Withdrawals',
    };
    const reviewed = { ...line, labels: ['Withdrawals'] };
    expect(labelPower(permissionsOf(wallet), useCases, [reviewed])).toEqual({
      problems: [
        {
          index: 0,
          level: 0,
          labels: ['Withdrawals', 'Label of view'],
          fault: { kind: 'on-names-out', word: 'withdraw', useCases: ['sample'] },
        },
      ],
      needless: [],
    });
  });

  test('that nothing needs is told', () => {
    expect(labelPower(permissionsOf(reading), useCases, [line]).needless).toEqual([line]);
  });
});

test('no real permission that can move funds out loses its capability without a fault, where its label names it', async () => {
  const { exchanges, useCases, powers } = await realContent();
  let tried = 0;
  for (const { slug, facts } of exchanges) {
    if (facts?.value === undefined) continue;
    const { permissions } = facts.value;
    const lines = (powers?.value ?? []).filter(({ exchange }) => exchange === slug);
    const reviewed = new Set(lines.map(({ permission }) => permission));
    for (const [index, permission] of permissions.items.entries()) {
      if (!labelWords(permission.label).has('out') || permission.levels !== undefined) continue;
      // A maintainer has read the label of these, and says what it means.
      if (reviewed.has(permission.id)) continue;
      tried += 1;
      const items = permissions.items.with(index, {
        ...permission,
        capabilities: ['read-balances'],
      });
      const { problems } = labelPower({ ...permissions, items }, useCases?.value ?? [], lines);
      expect(
        problems.map((problem) => problem.index),
        `${slug} ${permission.id}`,
      ).toEqual([index]);
    }
  }
  expect(tried).toBeGreaterThan(0);
});

test('a label that names taking funds out has a capability for it or a problem, whatever stands beside it', () => {
  const words = ['Read', 'Trade', 'Withdraw', 'Transfer', 'General', '提现', 'Send', 'API'];
  const capability = fc.constantFrom<Capability>(
    'read-balances',
    'trade-spot',
    'move-own',
    'withdraw',
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          label: fc.subarray(words, { minLength: 1 }).map((some) => some.join(' ')),
          grants: fc.uniqueArray(capability, { minLength: 1 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      (written) => {
        const items = written.map(({ label, grants }, index) => ({
          ...box(`p${index}`, grants),
          label,
        }));
        const { problems } = labelPower(
          permissionsOf(...items),
          [useCaseThat(['read-balances'])],
          [],
        );
        const named = items.flatMap((item, index) =>
          labelWords(item.label).has('out') && !(item.capabilities ?? []).some(movesOut)
            ? [index]
            : [],
        );
        const found = new Set(problems.map(({ index }) => index));
        expect(named.filter((index) => !found.has(index))).toEqual([]);
      },
    ),
  );
});
