import { expect, test } from 'playwright/test';
import { t } from '../../../src/i18n/index.ts';
import { type Capability, capabilities } from '../../../src/vocabulary/capabilities.ts';
import type { ChecklistItem } from '../../../src/derive/checklist.ts';
import {
  confirmationKinds,
  credentialRoles,
  type Exchange,
  exchangeSchema,
  type Lifetime,
} from '../../../src/schema/exchange.ts';
import { verificationMethods } from '../../../src/schema/guide.ts';
import { type GuidePage, guidePage } from '../../../src/derive/guide-page.ts';
import { type AddressChange, refusedRequests } from '../../../src/schema/partner.ts';
import { permissionSettings, type Refusal } from '../../../src/derive/permission-settings.ts';
import { sourceKinds } from '../../../src/schema/source.ts';
import { phases, stepIds } from '../../../src/vocabulary/steps.ts';
import { testPlan } from '../../../src/programs/plan.ts';
import { isRecord } from '../../support/nested-values.ts';
import type { QualityGap } from '../../../src/derive/quality.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { samplePartner } from '../../support/sample-partner.ts';
import { sampleGuide } from '../../support/sample-guide.ts';
import { box, useCaseThat } from '../../support/sample-permissions.ts';

const day = '20 November 2026';
const labels = [['Read'], ['Read', 'Trade'], ['Read', 'Trade', 'Move']];
const counts = [0, 1, 2, 20];

/** One capability, all of one verb, and all there are. */
const sets: Capability[][] = [
  ...capabilities.map((capability) => [capability]),
  ['trade-spot', 'trade-margin'],
  [...capabilities],
];

const refusals: { [Kind in Refusal['kind']]: Extract<Refusal, { kind: Kind }>[] } = {
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
const plans = [
  undefined,
  { method: 'GET' as const, path: '/v1/key', shows: [], family: [] },
].flatMap((rights) => {
  const exchange = sampleExchange();
  const useCase = useCaseThat(['read-balances']);
  const settings = permissionSettings(exchange.permissions, useCase);
  const signing = exchange.signing && { ...exchange.signing, rights };
  return testPlan({ ...exchange, signing }, settings, 'https://guides.example/gate/') ?? [];
});

const points: { [Kind in ChecklistItem['kind']]: (ChecklistItem & { kind: Kind })[] } = {
  'official-address': [{ id: 'a', kind: 'official-address', host: 'www.gate.com' }],
  'two-factor': [{ id: 'a', kind: 'two-factor' }],
  tested: [{ id: 'a', kind: 'tested' }],
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
  'partner-addresses': [[1], [7], [3, 4]].map((counts) => ({
    id: 'a',
    kind: 'partner-addresses',
    label: 'Trusted IPs',
    name: 'Example Desk',
    counts,
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
const lifetimes: Lifetime[] = lifetimeOptions.keys.options.flatMap((keys) =>
  lifetimeOptions.from.options.flatMap((from) =>
    lifetimeOptions.effect.options.map((effect) => ({ id: 'a', keys, from, effect, days: 90 })),
  ),
);

const gaps: QualityGap[] = [
  { kind: 'undrawn-steps', steps: ['Sign in', 'Start a key'] },
  { kind: 'no-test-program' },
  { kind: 'few-error-codes', found: 2, wanted: 5 },
  { kind: 'no-live-account' },
  { kind: 'live-account-stale', date: '2026-01-01' },
];

/** A page of each mode. */
const pageFor = (exchange: Exchange, needs: Capability[]): GuidePage =>
  guidePage({
    exchange,
    guide: sampleGuide(),
    screens: [],
    useCases: [],
    useCase: useCaseThat(needs),
    body: '',
    today: '2026-11-20',
  });
const created = pageFor(sampleExchange(), ['read-balances']);
const refused = pageFor(sampleExchange(), ['trade-futures']);
const closing = pageFor(
  sampleExchange({
    status: { state: 'closing', date: '2027-01-31', note: 'Leave.', sources: ['docs'] },
  }),
  ['read-balances'],
);

const separators = Object.values(t.addresses.separators);

const name = 'Example Desk';
const changes: AddressChange[] = (['added', 'removed'] as const).flatMap((kind) =>
  [['203.0.113.1'], ['203.0.113.1', '203.0.113.2']].map((addresses) => ({
    kind,
    day: '2027-01-01',
    announced: '2026-11-01',
    addresses,
  })),
);
const partnerTexts: Record<string, readonly string[]> = {
  'partner.from': [t.partner.from(name)],
  'partner.crumb': [t.partner.crumb(name)],
  'partner.title': [t.partner.title(name)],
  'partner.description': [t.partner.description(name)],
  'partner.guideDescription': [t.partner.guideDescription(name, 'Gate')],
  'partner.example': [t.partner.example(name)],
  'partner.asks': [t.partner.asks(name, 'for spot trading')],
  'partner.addresses': [t.partner.addresses('Trusted IPs')],
  'partner.addressesOfKey': [t.partner.addressesOfKey('Trusted IPs', 2)],
  'partner.label': [t.partner.label('Name')],
  'partner.labelOfKey': [t.partner.labelOfKey('Name', 2)],
  'partner.severalKeys': [t.partner.severalKeys(name, 2)],
  'partner.expanded': [true, false].map((sure) =>
    t.partner.expanded('Gate', ['203.0.113.0/30'], sure),
  ),
  'partner.assumptions.separator': [t.partner.assumptions.separator('Gate')],
  'partner.assumptions.most': [t.partner.assumptions.most('Gate')],
  'partner.labelChanged': [t.partner.labelChanged('Gate', 'example-desk')],
  'partner.keyGoesPath': labels.map(t.partner.keyGoesPath),
  'partner.change': changes.map(t.partner.change),
  'partner.changeMend': changes.flatMap((change) =>
    [true, false].map((entered) => t.partner.changeMend(change, entered)),
  ),
  'partner.announced': [t.partner.announced('2026-11-01')],
  'partner.feedTitle': [t.partner.feedTitle(name)],
  'partner.feedDescription': [t.partner.feedDescription(name)],
  'partner.feedWhere': labels.map(t.partner.feedWhere),
  'partner.use': samplePartner().addresses.map(t.partner.use),
  'partner.checkPage': labels.map((domains) => t.partner.checkPage(name, domains)),
  'partner.checkContact': labels.map(t.partner.checkContact),
  'partner.never': [t.partner.never(name)],
  'partner.ours': [t.partner.ours(name, '2026-11-20')],
  'partner.sources': counts.map(t.partner.sources),
  'link.copy': [t.link.copy('Address')],
  'link.emailText': [t.link.emailText('A key on Gate', 'https://guides.example/gate/')],
  'link.chatText': [t.link.chatText('A key on Gate', 'https://guides.example/gate/')],
  'link.withStep': [t.link.withStep('A key on Gate', 'Sign in')],
  'partner.site': [t.partner.site('Europe')],
  'partner.otherSites': labels.map(t.partner.otherSites),
  'partner.field': ['Secret', undefined].map((field) => t.partner.field(name, field)),
};

/** Every function of the dictionary by its place, with its texts for every variant. */
const functionTexts: Record<string, readonly string[]> = {
  all: labels.map(t.all),
  can: sets.map(t.can),
  'home.formerly': labels.map(t.home.formerly),
  'home.checked': [t.home.checked(day)],
  'concepts.updated': [t.concepts.updated(day)],
  'embed.place': counts.map((n) => t.embed.place(n, 20)),
  'embed.whole': [t.embed.whole('Create an API key')],
  'embed.useCases': labels.map(t.embed.useCases),
  'share.steps': counts.map(t.share.steps),
  'share.exchanges': counts.map(t.share.exchanges),
  'share.confirmed': [t.share.confirmed(day)],
  'guide.formerly': labels.map(t.guide.formerly),
  'guide.heading': [created, refused, closing].map(t.guide.heading),
  'guide.minutes': counts.map(t.guide.minutes),
  'guide.verified.documentation': [t.guide.verified.documentation(day)],
  'guide.verified.live-account': [t.guide.verified['live-account'](day)],
  'guide.verifiedSite': (['web', 'app'] as const).map((face) => t.guide.verifiedSite('Gate', face)),
  'guide.stale': [t.guide.stale(day, 180)],
  'guide.status.closing': [t.guide.status.closing('Gate', day)],
  'guide.status.closed': [t.guide.status.closed('Gate', day)],
  'guide.glance.presets': labels.map(t.guide.glance.presets),
  'guide.glance.once': labels.map(t.guide.glance.once),
  'guide.progress': counts.map((done) => t.guide.progress(done, 20)),
  'guide.step': counts.map(t.guide.step),
  'guide.stepDone': counts.map(t.guide.stepDone),
  'guide.linkToStep': [t.guide.linkToStep('Sign in')],
  'guide.sourcesCount': counts.map(t.guide.sourcesCount),
  'guide.sourceNumber': counts.map(t.guide.sourceNumber),
  'guide.sourceChecked': [t.guide.sourceChecked(day)],
  'guide.http': [t.guide.http([401]), t.guide.http([401, 403])],
  'guide.goToStep': [t.guide.goToStep('Sign in')],
  'errors.ofExchange': [t.errors.ofExchange('Gate')],
  'errors.ofExchangeDescription': [t.errors.ofExchangeDescription('Gate')],
  'errors.guide': [t.errors.guide('Gate')],
  'errors.search.found': counts.slice(1).map(t.errors.search.found),
  'quality.grade': Object.values(t.quality.grades).map(t.quality.grade),
  'quality.gap': gaps.map(t.quality.gap),
  'refusal.reason': Object.values(refusals).flat().map(t.refusal.reason),
  'permissions.caption': [t.permissions.caption('Gate', 'Spot trading')],
  'permissions.heads.permission': [t.permissions.heads.permission('Gate')],
  'permissions.grants': sets.map(t.permissions.grants),
  'permissions.withheld': sets.map(t.permissions.withheld),
  'permissions.stronger': sets.map((set) => t.permissions.stronger('Read And Write', set)),
  'permissions.keepOff': [t.permissions.keepOff('No access')],
  'permissions.extras': sets.map((set) => t.permissions.extras('Gate', set)),
  'addresses.caption': [t.addresses.caption('Trusted IPs')],
  'addresses.requiredWhen.forPermissions': labels.map(t.addresses.requiredWhen.forPermissions),
  'addresses.requiredWhen.forKeyTypes': labels.map(t.addresses.requiredWhen.forKeyTypes),
  'addresses.mostCount': counts.map(t.addresses.mostCount),
  'addresses.glance': [undefined, 1, 20].flatMap((most) =>
    [undefined, ...separators].map((separator) => t.addresses.glance(most, separator)),
  ),
  'lifetimes.entry': lifetimes.flatMap((item) => [
    t.lifetimes.entry(item, []),
    t.lifetimes.entry(item, ['Trade', 'Withdraw']),
  ]),
  'lifetimes.endsOn': [t.lifetimes.endsOn(day)],
  'lifetimes.endsOnWhy': [t.lifetimes.endsOnWhy(day, 'The API is closed.')],
  'lifetimes.short': lifetimes.map(t.lifetimes.short),
  'screen.drawing': [t.screen.drawing(day)],
  'screen.capture': [t.screen.capture(day)],
  'test.intro': plans.map((plan) => t.test.intro('Gate', plan)),
  'test.needs': Object.values(t.languages).map(({ needs }) => t.test.needs(needs)),
  'test.unable': Object.values(t.languages).map(({ label }) => t.test.unable(label)),
  'test.download': [t.test.download('test-key.sh')],
  'test.notProved': labels.map(t.test.notProved).concat(t.test.notProved([])),
  'test.elsewhere': labels.map((list) => t.test.elsewhere('GATE_API_BASE', list)),
  'test.variables': labels.map(t.test.variables),
  'test.checked': [t.test.checked(sampleExchange().signing?.checked ?? [])],
  'program.about': plans.map((plan) =>
    t.program
      .about(plan, 'sh')
      .filter((line) => line !== '')
      .join(' '),
  ),
  'program.foreignAddress': [t.program.foreignAddress('Acme')],
  'program.missingAddress': [t.program.missingAddress('Acme')],
  'program.hidden': [t.program.hidden('Key')],
  'program.proved': labels.map(t.program.proved),
  ...partnerTexts,
  'checklist.item': Object.values(points).flat().map(t.checklist.item),
};

/** Everything in the dictionary that is no group, by its place. */
function entriesOf(value: unknown, place = ''): [place: string, value: unknown][] {
  if (!isRecord(value)) return [[place, value]];
  return Object.entries(value).flatMap(([key, item]) =>
    entriesOf(item, place === '' ? key : `${place}.${key}`),
  );
}

const entries = entriesOf(t);
const fixedTexts = entries.flatMap(([place, value]): [string, string][] =>
  typeof value === 'string' ? [[place, value]] : [],
);
const texts: [place: string, text: string][] = [
  ...fixedTexts,
  ...Object.entries(functionTexts).flatMap(([place, list]) =>
    list.map((text): [string, string] => [place, text]),
  ),
];

test('every function of the dictionary is tried here', () => {
  const functions = entries.filter(([, value]) => typeof value === 'function');
  expect(Object.keys(functionTexts).toSorted()).toEqual(
    functions.map(([place]) => place).toSorted(),
  );
  for (const [place, list] of Object.entries(functionTexts)) {
    expect(list.length, place).toBeGreaterThan(0);
  }
});

test('the dictionary holds texts and functions, and nothing else', () => {
  const others = entries.filter(([, value]) => !['string', 'function'].includes(typeof value));
  expect(others).toEqual([]);
  expect(fixedTexts.length).toBeGreaterThan(100);
});

test('no text is empty', () => {
  expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('no text shows what a program forgot', () => {
  expect(
    texts.filter(([, text]) => /\bundefined\b|\bnull\b|\bNaN\b|\[object|\$\{/.test(text)),
  ).toEqual([]);
});

test('no text has two spaces in a line, a space before a full stop or comma, or two full stops', () => {
  expect(texts.filter(([, text]) => /[^\S\n]{2}| [.,;]|\.\./.test(text))).toEqual([]);
});

test('only the number before a step ends with a space', () => {
  const places = texts.filter(([, text]) => text !== text.trim()).map(([place]) => place);
  expect([...new Set(places)]).toEqual(['guide.step']);
});

test.describe('each word of a vocabulary has a text of its own', () => {
  const tables: [string, readonly string[], Record<string, unknown>][] = [
    ['phases', phases, t.guide.phases],
    ['ways of checking', verificationMethods, t.guide.verified],
    ['confirmations', confirmationKinds, t.confirmations],
    ['credentials', credentialRoles, t.credentials.roles],
    ['kinds of source', sourceKinds, t.sourceKinds],
    ['names of steps', stepIds, t.link.steps],
    ['what partners never ask for', refusedRequests, t.partner.neverAsks],
  ];
  for (const [name, words, table] of tables) {
    test(name, () => {
      expect(Object.keys(table).toSorted()).toEqual(words.toSorted());
      const written = Object.values(table).filter((text) => typeof text === 'string');
      expect(new Set(written).size).toBe(written.length);
    });
  }

  test('capabilities', () => {
    const sentences = capabilities.map((capability) => t.permissions.grants([capability]));
    expect(new Set(sentences).size).toBe(capabilities.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^Lets the key [a-z].* .+[^.]\.$/);
  });

  test('ends of a key', () => {
    expect(new Set(lifetimes.map((item) => t.lifetimes.entry(item, []))).size).toBe(
      lifetimes.length,
    );
  });
});

test.describe('what a key can do is told', () => {
  const told = (set: Capability[]): string => t.permissions.grants(set);

  test('with verb and object', () => {
    expect(told(['withdraw'])).toBe('Lets the key withdraw funds.');
  });

  test('with the objects of one verb together', () => {
    expect(told(['trade-spot', 'trade-margin'])).toBe(
      'Lets the key place and cancel spot orders and margin orders.',
    );
    expect(told(['trade-spot', 'trade-margin', 'trade-options'])).toBe(
      'Lets the key place and cancel spot orders, margin orders and options orders.',
    );
  });

  test('with a comma before the "and" between two verbs, which can hold an "and" themselves', () => {
    expect(told(['read-balances', 'trade-spot'])).toBe(
      'Lets the key read balances, and place and cancel spot orders.',
    );
    expect(told(['read-balances', 'read-loans', 'move-own', 'withdraw'])).toBe(
      'Lets the key read balances and loans, move funds between your own accounts, and withdraw funds.',
    );
  });

  test('with each verb once, also where its objects are not next to each other', () => {
    expect(told(['read-balances', 'withdraw', 'read-loans'])).toBe(
      'Lets the key read balances and loans, and withdraw funds.',
    );
    const everything = told([...capabilities]);
    for (const verb of ['read', 'place and cancel', 'start and stop', 'withdraw']) {
      expect(everything.split(new RegExp(`\\b${verb} `)), verb).toHaveLength(2);
    }
  });
});

test('a change of addresses is told with what to do, for one and for many', () => {
  expect(
    changes.map((change) => `${t.partner.change(change)} ${t.partner.changeMend(change, false)}`),
  ).toEqual([
    'From 1 January 2027: 203.0.113.1 in use. Add it to the list of your key before that day.',
    'From 1 January 2027: 203.0.113.1 and 203.0.113.2 in use. Add them to the list of your key before that day.',
    'After 1 January 2027: 203.0.113.1 no longer in use. Take it off the list of your key after that day.',
    'After 1 January 2027: 203.0.113.1 and 203.0.113.2 no longer in use. Take them off the list of your key after that day.',
  ]);
});

test.describe('a sentence is right for', () => {
  test('one and many', () => {
    expect(t.guide.minutes(1)).toBe('About 1 minute');
    expect(t.guide.minutes(8)).toBe('About 8 minutes');
    expect(t.guide.sourcesCount(1)).toBe('1 source');
    expect(t.guide.sourcesCount(2)).toBe('2 sources');
    expect(t.addresses.mostCount(1)).toBe('1 address');
    expect(t.addresses.mostCount(20)).toBe('20 addresses');
  });

  test('what a page is for', () => {
    expect([created, refused, closing].map(t.guide.heading)).toEqual([
      'Create an API key on Northwind for samples',
      'Northwind has no key for “Sample”',
      'Create an API key on Northwind',
    ]);
  });

  test('each kind of refusal', () => {
    const reasons = [
      refusals.stated[0],
      { kind: 'no-permission', missing: ['trade-futures'] },
      { kind: 'only-with-forbidden', missing: ['read-trades'], forbidden: ['withdraw'] },
      { kind: 'fixed-forbidden', permission: box('base', []), forbidden: ['withdraw'] },
      { kind: 'excluded', missing: ['read-balances', 'trade-spot'] },
    ] satisfies (Refusal | undefined)[];
    expect(reasons.map((reason) => reason && t.refusal.reason(reason))).toEqual([
      'By invitation only.',
      'No permission of this exchange lets a key place and cancel futures orders.',
      'Every permission that lets a key read executed trades also lets it withdraw funds.',
      'The permission “Label of base” cannot be switched off, and it lets every key withdraw funds.',
      'The permissions that would let one key read balances, and place and cancel spot orders cannot be combined.',
    ]);
  });

  test('each end of a key', () => {
    const unbound: Lifetime = {
      id: 'a',
      keys: 'unbound',
      days: 90,
      from: 'not-documented',
      effect: 'disabled',
    };
    const idle: Lifetime = {
      id: 'b',
      keys: 'all',
      days: 30,
      from: 'inactivity',
      effect: 'deleted',
    };
    const bound: Lifetime = {
      id: 'c',
      keys: 'bound',
      days: 365,
      from: 'creation',
      effect: 'expired',
    };
    expect([unbound, idle, bound].map((item) => t.lifetimes.entry(item, []))).toEqual([
      'A key without bound addresses is disabled after 90 days (from when is not documented).',
      'Every key is deleted after 30 days without use.',
      'A key with bound addresses expires 365 days after it was made.',
    ]);
    expect(t.lifetimes.entry(idle, ['Trade', 'Withdraw'])).toBe(
      'Every key that has Trade or Withdraw on is deleted after 30 days without use.',
    );
    expect([unbound, idle, bound].map(t.lifetimes.short)).toEqual([
      'After 90 days, if no address is bound',
      'After 30 days without use',
      '365 days after creation, if addresses are bound',
    ]);
  });

  test('what is known of the allowlist, and what is not', () => {
    const { comma } = t.addresses.separators;
    expect(t.addresses.glance(20, comma)).toBe('Up to 20; a comma, no space');
    expect(t.addresses.glance(20, undefined)).toBe('Up to 20');
    expect(t.addresses.glance(undefined, comma)).toBe(
      'Their number is not documented; a comma, no space',
    );
    expect(t.addresses.glance(undefined, undefined)).toBe('Their number is not documented');
  });

  test('the points of the checklist that carry facts', () => {
    expect(
      [
        ...points['official-address'],
        ...points['only-these-on'].slice(0, 2),
        ...points.unavoidable.slice(0, 1),
        ...points['never-on'].slice(0, 1),
        ...points['secret-stored'].slice(2),
        ...points['addresses-bound'],
        ...points.reminder,
        ...points.own,
      ].map(t.checklist.item),
    ).toEqual([
      'I opened www.gate.com by typing it or from my own bookmark.',
      'On: Read and Trade. Every other permission is off.',
      'On: Read and Trade. Every other permission is off; Read only if the tool asks.',
      'I know what comes with Read and cannot be switched off, and I accept it.',
      'Off, and never to be switched on: Read.',
      'Read, Trade and Move: in a password manager, and nowhere else.',
      'Trusted IPs: the key is bound to the tool’s addresses, or I know why it is not.',
      'My calendar reminds me before the key ends (1 day).',
      'My calendar reminds me before the key ends (90 days).',
      'My calendar reminds me before the key ends (30 days or 90 days).',
      'The key starts with nw.',
    ]);
  });
});
