import type { ChecklistItem } from '../../src/derive/checklist.ts';
import type { GuidePage } from '../../src/derive/guide-page.ts';
import { permissionSettings, type Refusal } from '../../src/derive/permission-settings.ts';
import type { QualityGap } from '../../src/derive/quality.ts';
import { testPlan } from '../../src/programs/plan.ts';
import { type Exchange, exchangeSchema, type Lifetime } from '../../src/schema/exchange.ts';
import type { AddressChange } from '../../src/schema/partner.ts';
import { type Capability, capabilities } from '../../src/vocabulary/capabilities.ts';
import { sampleExchange } from './sample-exchange.ts';
import { samplePage } from './sample-page.ts';
import { box, useCaseThat } from './sample-permissions.ts';

/** What the functions of a dictionary are tried with: every variant of each. */

export const day = '20 November 2026';
export const labels = [['Read'], ['Read', 'Trade'], ['Read', 'Trade', 'Move']];
export const counts = [0, 1, 2, 20];

/** One capability, all of one verb, and all there are. */
export const sets: Capability[][] = [
  ...capabilities.map((capability) => [capability]),
  ['trade-spot', 'trade-margin'],
  [...capabilities],
];

export const refusals: { [Kind in Refusal['kind']]: Extract<Refusal, { kind: Kind }>[] } = {
  stated: [{ kind: 'stated', reason: 'By invitation only.', sources: ['docs'] }],
  'no-permission': sets.map((missing) => ({ kind: 'no-permission', missing })),
  'only-with-forbidden': sets.map((set) => ({
    kind: 'only-with-forbidden',
    missing: set,
    forbidden: set,
  })),
  'fixed-forbidden': sets.map((forbidden) => ({
    kind: 'fixed-forbidden',
    permission: box('base', forbidden),
    forbidden,
  })),
  excluded: sets.map((missing) => ({ kind: 'excluded', missing })),
};

/** Plans of test programs: one that is told rights, and one that is not. */
export const plans = [
  undefined,
  { method: 'GET' as const, path: '/v1/key', shows: [], family: [] },
].flatMap((rights) => {
  const exchange = sampleExchange();
  const useCase = useCaseThat(['read-balances']);
  const settings = permissionSettings(exchange.permissions, useCase);
  const signing = exchange.signing && { ...exchange.signing, rights };
  return testPlan({ ...exchange, signing }, settings, 'https://guides.example/gate/') ?? [];
});

export const points: { [Kind in ChecklistItem['kind']]: (ChecklistItem & { kind: Kind })[] } = {
  'official-address': [{ id: 'a', kind: 'official-address', host: 'www.gate.com' }],
  'two-factor': [{ id: 'a', kind: 'two-factor' }],
  tested: [
    { id: 'a', kind: 'tested', look: [] },
    { id: 'a', kind: 'tested', look: ['Withdraw', 'P2P'] },
  ],
  'one-key-per-tool': [{ id: 'a', kind: 'one-key-per-tool' }],
  'unused-deleted': [{ id: 'a', kind: 'unused-deleted' }],
  'only-these-on': [[], ...labels].map((ifAsked) => ({
    id: 'a',
    kind: 'only-these-on',
    labels: ['Read', 'Trade'],
    ifAsked,
  })),
  unavoidable: labels.map((list) => ({ id: 'a', kind: 'unavoidable', labels: list })),
  'never-on': labels.map((list) => ({ id: 'a', kind: 'never-on', labels: list })),
  'secret-stored': labels.map((list) => ({ id: 'a', kind: 'secret-stored', labels: list })),
  'addresses-bound': [{ id: 'a', kind: 'addresses-bound', label: 'Trusted IPs' }],
  reminder: [[1], [90], [30, 90]].map((days) => ({ id: 'a', kind: 'reminder', days })),
  'reminder-unbound': [{ id: 'a', kind: 'reminder-unbound', days: [30] }],
  'ends-unused': [{ id: 'a', kind: 'ends-unused', days: [90] }],
  'partner-addresses': [1, 7].map((count) => ({
    id: 'a',
    kind: 'partner-addresses',
    label: 'Trusted IPs',
    name: 'Example Desk',
    count,
  })),
  'partner-secret': labels.map((list) => ({
    id: 'a',
    kind: 'partner-secret',
    labels: list,
    host: 'desk.example.com',
  })),
  'partner-key': [{ id: 'a', kind: 'partner-key', name: 'Example Desk' }],
  'partner-asks': [{ id: 'a', kind: 'partner-asks', name: 'Example Desk' }],
  'partner-removal': [['203.0.113.1'], ['203.0.113.1', '203.0.113.2']].map((addresses) => ({
    id: 'a',
    kind: 'partner-removal',
    day: '2027-03-31',
    addresses,
  })),
  own: [{ id: 'a', kind: 'own', text: 'The key starts with nw.' }],
};

const lifetimeOptions = exchangeSchema.shape.lifetimes.shape.items.element.shape;
export const lifetimes: Lifetime[] = lifetimeOptions.keys.options.flatMap((keys) =>
  lifetimeOptions.from.options.flatMap((from) =>
    lifetimeOptions.effect.options.map((effect) => ({ id: 'a', keys, from, effect, days: 90 })),
  ),
);

export const gaps: QualityGap[] = [
  { kind: 'undrawn-steps', steps: ['Sign in', 'Start a key'] },
  { kind: 'no-test-program' },
  { kind: 'few-error-codes', found: 2, wanted: 5 },
  { kind: 'no-live-account' },
  { kind: 'live-account-stale', date: '2026-01-01' },
];

/** A page of each mode. */
const pageFor = (exchange: Exchange, needs: Capability[]): GuidePage =>
  samplePage(useCaseThat(needs), { exchange });
export const created = pageFor(sampleExchange(), ['read-balances']);
export const refused = pageFor(sampleExchange(), ['trade-futures']);
export const closing = pageFor(
  sampleExchange({
    status: { state: 'closing', date: '2027-01-31', note: 'Leave.', sources: ['docs'] },
  }),
  ['read-balances'],
);
export const ended = pageFor(
  sampleExchange({
    status: { state: 'keys-ended', date: '2027-01-31', note: 'Delete yours.', sources: ['docs'] },
  }),
  ['read-balances'],
);

/** Name of a partner. */
export const name = 'Example Desk';
export const changes: AddressChange[] = (['added', 'removed'] as const).flatMap((kind) =>
  [['203.0.113.1'], ['203.0.113.1', '203.0.113.2']].map((addresses) => ({
    kind,
    day: '2027-01-01',
    announced: '2026-11-01',
    addresses,
  })),
);
