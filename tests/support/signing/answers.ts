import type { ReferenceSlug } from './references.ts';

/** An answer of an exchange. Text bodies are sent as they are, others as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A refusal, and the entry of the guide that explains it. */
export interface Refusal extends Answer {
  readonly anchor: string;
}

/**
 * What an exchange answers, in the form that its documentation prints (the sources of
 * its exchange.yaml name it). Values are made up; `composed` bodies put documented
 * names and texts into a documented frame.
 */
export interface Answers {
  /** Good answers by path; of paths that are missing here, {@link rights} answers one. */
  readonly reading: Readonly<Record<string, unknown>>;
  /** Path of the request that returns the rights of the key, where there is one. */
  readonly rightsPath?: string;
  /** The rights of a key as each use case wants it. */
  readonly rights?: Readonly<Record<string, unknown>>;
  /** A key that reads only, but withdraws too. */
  readonly withdraws?: unknown;
  /** A key that reads only, with a right that nobody has heard of. */
  readonly novel?: { readonly body: unknown; readonly name: string };
  /** What the summary says of addresses for the first rights, and a key without any. */
  readonly bound?: string;
  readonly unbound?: unknown;
  /** A key with an end, and the day of it. */
  readonly ends?: { readonly body: unknown; readonly day: string };
  /** What goes wrong, by what is wrong. */
  readonly refusals: Readonly<Record<'signature' | 'key' | 'address' | 'clock', Refusal>> &
    Readonly<Record<string, Refusal>>;
}

const okxAccount = (perm: string, ip: string): unknown => ({
  code: '0',
  data: [
    {
      acctLv: '2',
      ctIsoMode: 'automatic',
      feeType: '0',
      ip,
      kycLv: '3',
      label: 'v5 test',
      perm,
      settleCcyList: ['USD', 'USDC'],
      spotTraderInsts: [],
      uid: '1',
    },
  ],
  msg: '',
});

const binanceRights = (on: Record<string, boolean | number>): unknown => ({
  ipRestrict: true,
  createTime: 1698645219000,
  enableReading: true,
  enableWithdrawals: false,
  enableInternalTransfer: false,
  enableMargin: false,
  enableFutures: false,
  permitsUniversalTransfer: false,
  enableVanillaOptions: false,
  enableFixApiTrade: false,
  enableFixReadOnly: true,
  enableSpotAndMarginTrading: false,
  enablePortfolioMarginTrading: false,
  ...on,
});

const krakenRights = (
  permissions: readonly string[],
  rest: Record<string, unknown> = {},
): unknown => ({
  error: [],
  result: {
    apiKeyName: 'tracker',
    apiKey: 'EXAMPLE-KEY',
    nonce: '1784592000000',
    nonceWindow: 0,
    permissions,
    iban: 'AA00 EXAM PLE0 0000',
    validUntil: '0',
    queryFrom: '0',
    queryTo: '0',
    createdTime: '1784592000',
    modifiedTime: '1784592000',
    ipAllowlist: ['203.0.113.10', '198.51.100.0/28'],
    lastUsed: null,
    ...rest,
  },
});
const krakenReads = [
  'query-funds',
  'query-open-trades',
  'query-closed-trades',
  'query-ledger',
] as const;

const krakenFuturesRights = (general: string, transfer: string, blocks: string[]): unknown => ({
  apiKey: 'EXAMPLE-KEY',
  accountUid: '00000000-0000-0000-0000-000000000000',
  iiban: 'AA08 EXAM PLE0 0000',
  createdAt: '2026-08-24T14:15:22Z',
  permissions: { general, transfer },
  allowedCidrBlock: null,
  allowedCidrBlocks: blocks,
});

const coinbaseRights = (trade: boolean, transfer: boolean): unknown => ({
  can_view: true,
  can_trade: trade,
  can_transfer: transfer,
  portfolio_uuid: '00000000-0000-0000-0000-000000000000',
  portfolio_type: 'DEFAULT',
});

const lbankRights = (on: Record<string, boolean>): unknown => ({
  result: 'true',
  data: {
    enableSpotTrading: false,
    createTime: 1643091005000,
    enableReading: true,
    ipRestrict: true,
    enableWithdrawals: false,
    ...on,
  },
});

const kucoinRights = (permission: string, ipWhitelist: string | undefined): unknown => ({
  code: '200000',
  data: {
    remark: 'account1',
    apiKey: 'EXAMPLE-KEY',
    apiVersion: 3,
    permission,
    ipWhitelist,
    createdAt: 1728443843000,
    uid: 1,
    isMaster: true,
  },
});

export const answers: Record<ReferenceSlug, Answers> = {
  gate: {
    reading: {
      '/api/v4/spot/accounts': [
        { currency: 'ETH', available: '968.8', locked: '0', update_id: 98 },
      ],
      '/api/v4/wallet/total_balance': { details: {}, total: { currency: 'USDT', amount: '0' } },
      '/api/v4/futures/usdt/accounts': { total: '0', currency: 'USDT' },
    },
    refusals: {
      signature: {
        status: 401,
        body: { label: 'INVALID_SIGNATURE', message: 'Signature mismatch' },
        anchor: 'invalid-signature',
      },
      key: {
        status: 401,
        body: { label: 'INVALID_KEY', message: 'Invalid key provided' },
        anchor: 'invalid-key',
      },
      address: {
        status: 401,
        body: { message: 'Request IP not in whitelist: 203.0.113.10', label: 'IP_FORBIDDEN' },
        anchor: 'ip-forbidden',
      },
      clock: {
        status: 401,
        body: {
          label: 'REQUEST_EXPIRED',
          message: 'Request `Timestamp` is far from the server time',
        },
        anchor: 'request-expired',
      },
      permission: {
        status: 403,
        body: {
          label: 'FORBIDDEN',
          message: 'Account has no permission to request operation',
        },
        anchor: 'forbidden',
      },
    },
  },
  gemini: {
    reading: {
      '/v1/balances': [{ type: 'exchange', currency: 'BTC', amount: '5.0', available: '4.5' }],
    },
    rightsPath: '/v1/roles',
    rights: {
      'read-only': { isAuditor: true, isFundManager: false, isTrader: false },
      'spot-trading': { isAuditor: false, isFundManager: false, isTrader: true },
      'futures-trading': { isAuditor: false, isFundManager: false, isTrader: true },
    },
    withdraws: { isAuditor: false, isFundManager: true, isTrader: false },
    novel: {
      body: { isAuditor: true, isFundManager: false, isTrader: false, isAccountAdmin: true },
      name: 'isAccountAdmin',
    },
    refusals: {
      signature: {
        status: 400,
        body: { result: 'error', reason: 'InvalidSignature', message: 'InvalidSignature' },
        anchor: 'invalid-signature',
      },
      key: {
        status: 400,
        body: { result: 'error', reason: 'MissingApikeyHeader', message: 'Must provide header' },
        anchor: 'missing-apikey-header',
      },
      address: {
        status: 403,
        body: {
          result: 'error',
          reason: 'ApiKeyIpFilteringFailure',
          message: 'ApiKey fails IP Filtering Check for some accounts',
        },
        anchor: 'api-key-ip-filtering-failure',
      },
      clock: {
        status: 400,
        body: {
          result: 'error',
          reason: 'InvalidNonce',
          message: 'Nonce was not within +/- 30 seconds of Unix Epoch timestamp',
        },
        anchor: 'invalid-nonce',
      },
    },
  },
  binance: {
    reading: {},
    rightsPath: '/sapi/v1/account/apiRestrictions',
    rights: {
      'read-only': binanceRights({}),
      'spot-trading': binanceRights({ enableSpotAndMarginTrading: true }),
      'futures-trading': binanceRights({ enableFutures: true }),
    },
    withdraws: binanceRights({ enableWithdrawals: true }),
    novel: { body: binanceRights({ enableVanillaOptions: true }), name: 'enableVanillaOptions' },
    bound: 'bound',
    unbound: binanceRights({ ipRestrict: false }),
    ends: {
      body: binanceRights({ tradingAuthorityExpirationTime: 1803859200000 }),
      day: '2027-03-01',
    },
    refusals: {
      signature: {
        status: 400,
        body: { code: -1022, msg: 'Signature for this request is not valid.' },
        anchor: 'invalid-signature',
      },
      key: {
        status: 401,
        body: { code: -2014, msg: 'API-key format invalid.' },
        anchor: 'bad-key-format',
      },
      address: {
        status: 401,
        body: {
          code: -2015,
          msg: 'Invalid API-key, IP, or permissions for action, request ip: 203.0.113.10',
        },
        anchor: 'invalid-key-ip-or-permissions',
      },
      clock: {
        status: 400,
        body: { code: -1021, msg: 'Timestamp for this request is outside of the recvWindow.' },
        anchor: 'timestamp',
      },
      firewall: { status: 403, body: '<html>Forbidden</html>', anchor: 'forbidden-403' },
    },
  },
  okx: {
    reading: { '/api/v5/account/balance': { code: '0', data: [{ totalEq: '0' }], msg: '' } },
    rightsPath: '/api/v5/account/config',
    rights: {
      'read-only': okxAccount('read_only', '203.0.113.10,203.0.113.11'),
      'spot-trading': okxAccount('read_only,trade', '203.0.113.10,203.0.113.11'),
      'futures-trading': okxAccount('trade,read_only', '203.0.113.10,203.0.113.11'),
    },
    withdraws: okxAccount('read_only,withdraw', '203.0.113.10'),
    novel: { body: okxAccount('read_only,lend', '203.0.113.10'), name: 'lend' },
    bound: '203.0.113.10 203.0.113.11',
    unbound: okxAccount('read_only', ''),
    refusals: {
      signature: {
        status: 401,
        body: { msg: 'Invalid signature.', code: '50113' },
        anchor: 'invalid-signature',
      },
      key: {
        status: 401,
        body: { msg: 'Invalid OK-ACCESS-KEY', code: '50111' },
        anchor: 'invalid-key',
      },
      address: {
        status: 401,
        body: {
          msg: "Your IP 203.0.113.99 is not included in your API key's IP whitelist.",
          code: '50110',
          data: [],
        },
        anchor: 'ip-not-listed',
      },
      clock: {
        status: 401,
        body: { msg: 'Timestamp request expired.', code: '50102' },
        anchor: 'clock',
      },
      site: {
        status: 200,
        body: { msg: "API key doesn't exist", code: '50119' },
        anchor: 'key-does-not-exist',
      },
      passphrase: {
        status: 401,
        body: { msg: 'Request header "OK-ACCESS-PASSPHRASE" incorrect.', code: '50105' },
        anchor: 'passphrase-incorrect',
      },
    },
  },
  kraken: {
    reading: { '/0/private/Balance': { error: [], result: { ZUSD: '1.0' } } },
    rightsPath: '/0/private/GetApiKeyInfo',
    rights: {
      'read-only': krakenRights(krakenReads),
      'spot-trading': krakenRights([
        ...krakenReads.slice(0, 3),
        'modify-trades',
        'close-trades',
        'create-ws-token',
      ]),
    },
    withdraws: krakenRights([...krakenReads, 'withdraw-funds']),
    novel: { body: krakenRights([...krakenReads, 'lend-funds']), name: 'lend-funds' },
    bound: '203.0.113.10 198.51.100.0/28',
    unbound: krakenRights(krakenReads, { ipAllowlist: [] }),
    ends: { body: krakenRights(krakenReads, { validUntil: '1803859200' }), day: '2027-03-01' },
    refusals: {
      signature: {
        status: 200,
        body: { error: ['EAPI:Invalid signature'] },
        anchor: 'invalid-signature',
      },
      key: { status: 200, body: { error: ['EAPI:Invalid key'] }, anchor: 'invalid-key' },
      // Kraken documents no answer for an address that is not listed.
      address: { status: 403, body: 'Forbidden', anchor: 'status-403' },
      clock: { status: 200, body: { error: ['EAPI:Invalid nonce'] }, anchor: 'invalid-nonce' },
      permission: {
        status: 200,
        body: { error: ['EGeneral:Permission denied'] },
        anchor: 'permission-denied',
      },
    },
  },
  'kraken-futures': {
    reading: { '/derivatives/api/v3/accounts': { result: 'success', accounts: {} } },
    rightsPath: '/api/auth/v1/api-keys/v3/check',
    rights: {
      'read-only': krakenFuturesRights('READ_ONLY', 'NO_ACCESS', ['203.0.113.10/32']),
      'futures-trading': krakenFuturesRights('FULL_ACCESS', 'NO_ACCESS', ['203.0.113.10/32']),
    },
    withdraws: krakenFuturesRights('READ_ONLY', 'FULL_ACCESS', ['203.0.113.10/32']),
    bound: '203.0.113.10/32',
    unbound: krakenFuturesRights('READ_ONLY', 'NO_ACCESS', []),
    refusals: {
      signature: {
        status: 200,
        body: {
          result: 'error',
          serverTime: '2026-02-25T09:45:53.818Z',
          error: 'authenticationError',
        },
        anchor: 'authentication-error',
      },
      key: {
        status: 401,
        body: {
          error: 'Unauthorized',
          message: 'API key is not found or request signature is invalid.',
          suberror: null,
        },
        anchor: 'check-401',
      },
      // Kraken documents no answer for an address that is not listed.
      address: { status: 401, body: '', anchor: 'check-401' },
      clock: {
        status: 200,
        body: { result: 'error', error: 'nonceBelowThreshold' },
        anchor: 'nonce-below-threshold',
      },
      rate: {
        status: 200,
        body: { result: 'error', error: 'apiLimitExceeded' },
        anchor: 'api-limit-exceeded',
      },
    },
  },
  coinbase: {
    reading: { '/api/v3/brokerage/accounts': { accounts: [], has_next: false } },
    rightsPath: '/api/v3/brokerage/key_permissions',
    rights: {
      'read-only': coinbaseRights(false, false),
      'spot-trading': coinbaseRights(true, false),
      'futures-trading': coinbaseRights(true, false),
    },
    withdraws: coinbaseRights(false, true),
    novel: {
      body: { ...Object(coinbaseRights(false, false)), can_manage: true },
      name: 'can_manage',
    },
    refusals: {
      signature: { status: 401, body: 'Unauthorized\n', anchor: 'unauthorized' },
      key: { status: 401, body: 'Unauthorized\n', anchor: 'unauthorized' },
      address: { status: 401, body: 'Unauthorized\n', anchor: 'unauthorized' },
      clock: { status: 401, body: 'Unauthorized\n', anchor: 'unauthorized' },
      permission: {
        status: 403,
        body: {
          error: 'PERMISSION_DENIED',
          error_details: 'Missing required scopes',
          message: 'Missing required scopes',
        },
        anchor: 'missing-scopes',
      },
    },
  },
  lbank: {
    reading: {
      '/v2/supplement/user_info_account.do': {
        result: 'true',
        data: { uid: 'LBA0B12679', balances: [], canWithdraw: true, canTrade: true },
        error_code: 0,
        ts: 1772335196000,
      },
    },
    rightsPath: '/v2/supplement/api_Restrictions.do',
    rights: {
      'read-only': lbankRights({}),
      'spot-trading': lbankRights({ enableSpotTrading: true }),
      'futures-trading': lbankRights({ enableFuturesTrading: true }),
    },
    withdraws: lbankRights({ enableWithdrawals: true }),
    novel: { body: lbankRights({ enableLending: true }), name: 'enableLending' },
    bound: 'bound',
    unbound: lbankRights({ ipRestrict: false }),
    refusals: {
      signature: {
        status: 200,
        body: { result: 'false', msg: 'Invalid signature', error_code: 10007, ts: 1772335196000 },
        anchor: 'invalid-signature',
      },
      key: {
        status: 200,
        body: { result: false, msg: 'Secret key does not exist', error_code: 10005 },
        anchor: 'key-unknown',
      },
      address: {
        status: 200,
        body: {
          result: 'false',
          msg: 'API Key permission denied, Invalid IP or permissions',
          error_code: 10022,
        },
        anchor: 'permission-denied',
      },
      clock: {
        status: 200,
        body: { result: 'false', msg: 'Request timeout', error_code: 10600 },
        anchor: 'check-timestamp',
      },
    },
  },
  kucoin: {
    reading: { '/api/v1/accounts': { code: '200000', data: [] } },
    rightsPath: '/api/v1/user/api-key',
    rights: {
      'read-only': kucoinRights('General', '203.0.113.10,198.51.100.7'),
      'spot-trading': kucoinRights('General,Spot', '203.0.113.10,198.51.100.7'),
      'futures-trading': kucoinRights('General,Futures', '203.0.113.10,198.51.100.7'),
    },
    withdraws: kucoinRights('General,Transfer', '203.0.113.10'),
    novel: { body: kucoinRights('General,Lending', '203.0.113.10'), name: 'Lending' },
    bound: '203.0.113.10 198.51.100.7',
    unbound: kucoinRights('General', undefined),
    refusals: {
      signature: {
        status: 401,
        body: { code: '400005', msg: 'Invalid KC-API-SIGN.' },
        anchor: 'wrong-signature',
      },
      key: {
        status: 401,
        body: { code: '400003', msg: 'KC-API-KEY does not exist.' },
        anchor: 'key-not-found',
      },
      address: {
        status: 401,
        body: {
          code: '400006',
          msg: 'Invalid request IP, the current client IP is: 203.0.113.99.',
        },
        anchor: 'address-refused',
      },
      clock: {
        status: 400,
        body: { code: '400002', msg: 'Invalid KC-API-TIMESTAMP.' },
        anchor: 'wrong-time',
      },
      passphrase: {
        status: 401,
        body: { code: '400004', msg: 'Invalid KC-API-PASSPHRASE.' },
        anchor: 'wrong-passphrase',
      },
    },
  },
};
