import { type Exchange, exchangeSchema } from '../../src/schema/exchange.ts';

const sources = ['docs'];

/** An exchange as a contributor writes it, with every field that a file can have. */
export const sampleExchangeFile = {
  names: {
    name: 'Northwind',
    former: [{ name: 'Southwind', until: '2020-01-31' }],
    sources,
  },
  status: { state: 'active', sources },
  sites: {
    main: 'global',
    items: [
      {
        id: 'global',
        label: 'Global',
        address: 'https://www.northwind.example/login',
        apiBase: 'https://api.northwind.example',
        who: 'Everybody else.',
        sources,
      },
      {
        id: 'eu',
        label: 'Europe',
        address: 'https://eu.northwind.example',
        who: 'Customers in Europe.',
        sameForm: { as: 'global', sources },
        sources,
      },
    ],
    keysStay: 'A key works on its own site.',
  },
  domains: { official: ['northwind.example'], check: 'Read the address bar.', sources },
  keyPage: {
    url: 'https://www.northwind.example/keys',
    where: ['Profile', 'API keys'],
    browserOnly: true,
    sources,
  },
  docs: {
    api: 'https://docs.northwind.example',
    help: 'https://help.northwind.example',
  },
  keyTypes: {
    field: 'Type',
    items: [
      { id: 'v2', label: 'V2', algorithm: 'hmac-sha256', choose: true, why: 'It is the only one.' },
    ],
    sources,
  },
  labelField: {
    label: 'Name',
    example: 'bot',
    rules: 'At most 20 letters.',
    longest: 20,
    characters: 'letters-digits',
    sources,
  },
  permissions: {
    control: 'checkbox',
    strongestFirst: true,
    items: [
      {
        id: 'account',
        label: 'Account',
        group: 'General',
        levels: [
          { id: 'read', label: 'Read', capabilities: ['read-balances'] },
          { id: 'write', label: 'Write', capabilities: ['read-balances', 'move-own'] },
        ],
        fixed: false,
        preset: true,
        asked: [
          {
            id: 'bot',
            by: 'tool',
            name: 'Example Bot',
            level: 'write',
            useCases: ['futures'],
            note: 'It moves margin.',
            sources,
          },
        ],
        unavoidable: [
          {
            id: 'moves',
            capabilities: ['move-own'],
            brief: 'moves between your wallets',
            note: 'It moves funds between your wallets.',
            sources,
          },
        ],
        note: 'Opens at Write.',
      },
      {
        id: 'trade',
        label: 'Trade',
        capabilities: ['read-orders', 'trade-spot'],
        excludes: ['withdraw'],
      },
      { id: 'withdraw', label: 'Withdraw', capabilities: ['withdraw'] },
    ],
    note: 'Three rows.',
    refusals: [{ useCase: 'futures', reason: 'There are no futures.', sources }],
    caveats: [{ id: 'fees', useCase: 'trading', text: 'Mind the fees.', sources }],
    sources,
  },
  allowlist: {
    label: 'Trusted addresses',
    options: { bind: 'Only these', open: 'Any' },
    required: { when: 'for-permissions', permissions: ['withdraw'] },
    most: 5,
    separator: 'comma',
    cidr: true,
    ipv6: false,
    without: 'The key ends after 90 days.',
    note: 'One at a time.',
    sources,
  },
  lifetimes: {
    items: [
      {
        id: 'unbound',
        keys: 'unbound',
        days: 90,
        from: 'creation',
        permissions: ['trade'],
        effect: 'expired',
        warning: 'An e-mail.',
        renewal: 'A button.',
      },
      { id: 'unused', keys: 'all', days: 90, from: 'inactivity', effect: 'deleted' },
      { id: 'old', keys: 'all', days: 365, from: 'not-documented', effect: 'disabled' },
    ],
    note: 'Whichever comes first.',
    sources,
  },
  confirmations: {
    items: [{ id: 'code', kind: 'authenticator', label: 'Code', text: 'Type the code.' }],
    note: 'Once.',
    sources,
  },
  credentials: {
    items: [
      { role: 'api-key', label: 'Key', looksLike: 'It starts with nw.' },
      { role: 'secret', label: 'Secret', shownOnce: true },
      { role: 'passphrase', label: 'Passphrase', chosenByReader: 'At least 8 letters.' },
      { role: 'public-key', label: 'Public key' },
    ],
    note: 'Four values.',
    sources,
  },
  signing: {
    keyTypes: ['standard'],
    sites: ['global'],
    secret: 'text',
    values: [
      { name: 'timestamp', make: 'clock', unit: 'milliseconds' },
      { name: 'signature', make: 'hmac', hash: 'sha256', of: '{timestamp}{path}', as: 'hex' },
    ],
    send: { url: '{path}', headers: { KEY: '{key}', SIGN: '{signature}' } },
    reading: [{ id: 'balances', method: 'GET', path: '/v1/balances', proves: 'it reads balances' }],
    checked: [{ reference: 'a made-up exchange', date: '2026-11-10' }],
    sources,
  },
  connecting: [
    {
      tool: 'ccxt',
      supported: true,
      ids: [
        { id: 'northwind', for: 'All accounts' },
        { id: 'northwindeu', for: 'Accounts in the EEA' },
      ],
      fields: {
        'api-key': 'apiKey',
        secret: 'secret',
        passphrase: 'password',
        'public-key': 'publicKey',
      },
      note: 'Give the key whole.',
      sources,
    },
    { tool: 'freqtrade', supported: false, why: 'It is not on the list.', sources },
  ],
  keys: { most: 20, perSubaccount: 5, note: 'Deleted ones do not count.', sources },
  subaccounts: { keys: 'yes', where: ['Accounts'], note: 'They cannot withdraw.', sources },
  accountModes: [
    { id: 'hedge', label: 'Hedge', what: 'Positions have sides.', note: 'A setting.', sources },
  ],
  rightsReadable: { can: true, note: 'Without addresses.', sources },
  keyless: [
    { id: 'oauth', label: 'OAuth', kind: 'oauth', note: 'Read what is asked for.', sources },
  ],
  limits: [{ id: 'requests', text: 'At most 100 requests a minute.', sources }],
  prerequisites: [{ id: 'account', text: 'An account.', useCases: ['trading'], sources }],
  testEnvironment: {
    address: 'https://test.northwind.example',
    apiBase: 'https://api.test.northwind.example',
    note: 'It has accounts of its own.',
    sources,
  },
  troubleshooting: [
    {
      id: 'bad-key',
      codes: ['INVALID_KEY'],
      messages: ['Invalid key provided'],
      http: [401],
      kinds: ['key'],
      symptom: 'The key is refused.',
      tellApart: 'Look whether it is in the list.',
      causes: [
        { id: 'deleted', cause: 'It was deleted.', mend: 'Make a new one.', step: 'create-key' },
      ],
      sources,
    },
  ],
  undocumentedErrors: [{ kind: 'clock', text: 'The answer is not documented.', sources }],
  questions: [{ id: 'cost', question: 'What does it cost?', answer: 'Nothing.', sources }],
  sources: [
    {
      id: 'docs',
      title: 'API keys',
      publisher: 'Northwind',
      url: 'https://docs.northwind.example/keys',
      checked: '2026-11-20',
      kind: 'official-api',
      note: 'Undated.',
    },
  ],
} as const;

/** The sample exchange, parsed, with some groups of facts replaced. */
export function sampleExchange(changes: Partial<Exchange> = {}): Exchange {
  return { ...exchangeSchema.parse(sampleExchangeFile), slug: 'northwind', ...changes };
}
