import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { matchableExchange } from '../../../src/derive/error-catalog.ts';
import { type MatchableExchange, matchErrors, mostRead } from '../../../src/derive/error-match.ts';
import { realExchanges } from '../../support/content.ts';

const exchanges = await realExchanges();
const matchable = exchanges.map(matchableExchange);

/** What a text leads to, as "slug/entry". */
const found = (text: string, among: readonly MatchableExchange[] = matchable): string[] =>
  matchErrors(text, among).map(({ slug, id }) => `${slug}/${id}`);

/**
 * Messages in the form in which tools and exchanges show them, with the entry that has
 * to come first. Made up after the documented frames of the answers; no message is a copy.
 */
const messages: Record<string, readonly (readonly [text: string, first: string])[]> = {
  binance: [
    [
      'ccxt.base.errors.AuthenticationError: binance {"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}',
      'invalid-key-ip-or-permissions',
    ],
    [
      'binance.exceptions.BinanceAPIException: APIError(code=-2015): Invalid API-key, IP, or permissions for action, request ip: 203.0.113.10',
      'invalid-key-ip-or-permissions',
    ],
    [
      "binance.exceptions.BinanceAPIException: APIError(code=-1021): Timestamp for this request was 1000ms ahead of the server's time.",
      'timestamp',
    ],
    ['{"code":-1022,"msg":"Signature for this request is not valid."}', 'invalid-signature'],
    ['binanceusdm {"code":-2014,"msg":"API-key format invalid."}', 'bad-key-format'],
    [
      'freqtrade.exceptions.DDosProtection: Could not load markets due to RateLimitExceeded. Message: binance 429 Too Many Requests {"code":-1003,"msg":"Too much request weight used; current limit is 6000 request weight per 1 MINUTE."}',
      'too-many-requests',
    ],
    [
      'ccxt.base.errors.ExchangeNotAvailable: binance GET https://api.binance.com/api/v3/exchangeInfo 451  {\n  "code": 0,\n  "msg": "Service unavailable from a restricted location according to \'b. Eligibility\' in https://www.binance.com/en/terms."\n}',
      'restricted-country',
    ],
    ['< HTTP/2 403 \n< server: CloudFront\nbinance', 'forbidden-403'],
  ],
  okx: [
    [
      'ccxt.base.errors.AuthenticationError: okx {"msg":"API key doesn\'t exist","code":"50119"}',
      'key-does-not-exist',
    ],
    ['myokx {"msg":"API key doesn’t exist","code":"50119"}', 'key-does-not-exist'],
    [
      'freqtrade - ERROR - Fatal exception! okx {"code":"50105","data":[],"msg":"Request header \\"OK-ACCESS-PASSPHRASE\\" incorrect."}',
      'passphrase-incorrect',
    ],
    [
      "{'code': '50110', 'data': [], 'msg': \"Your IP 203.0.113.10 is not included in your API key's IP whitelist.\"}",
      'ip-not-listed',
    ],
    ["Your IP 2001:db8::1 is not included in your API key's IP whitelist", 'ip-not-listed'],
    ['{"msg":"Invalid Sign","code":"50113"}', 'invalid-signature'],
    ['HTTP/1.1 401\n\n{"msg":"Timestamp request expired","code":"50102"}', 'clock'],
    ['{"code":"50030","data":[],"msg":""}', 'no-permission'],
    ['Request header "OK-ACCESS-KEY" cannot be empty.', 'header-empty'],
    ['{"code":"1","data":[{"sCode":"51010","sMsg":"Request unsupported"}]}', 'account-mode'],
  ],
  kraken: [
    ['{"error":["EAPI:Invalid key"]}', 'invalid-key'],
    [
      'ccxt.base.errors.PermissionDenied: kraken {"error":["EGeneral:Permission denied"]}',
      'permission-denied',
    ],
    ['kraken {"error":["EAPI:Invalid nonce"]}', 'invalid-nonce'],
    ['krakenex: EAPI:Invalid signature', 'invalid-signature'],
    ['{"error":["EService:Throttled:1784592000"]}', 'throttled'],
    ['{"error":["EService: Throttled: 1784592000"]}', 'throttled'],
    ['{"error":["EService:Unavailable"]}', 'service-unavailable'],
    ['{"error":["EGeneral:Temporary lockout"]}', 'temporary-lockout'],
  ],
  'kraken-futures': [
    [
      'krakenfutures {"result":"error","serverTime":"2026-11-20T09:45:53.818Z","error":"authenticationError"}',
      'authentication-error',
    ],
    ['{"result":"error","error":"nonceBelowThreshold"}', 'nonce-below-threshold'],
    ['{"result":"error","error":"Unavailable"}', 'unavailable'],
    ['krakenfutures {"error":["EAPI:Invalid key"]}', 'eapi-invalid-key'],
    [
      '{"error":"x","message":"API key is not found or request signature is invalid.","suberror":null}',
      'check-401',
    ],
    [
      'https://futures.kraken.com/derivatives/api/v3/accounts {"error":"apiLimitExceeded"}',
      'api-limit-exceeded',
    ],
  ],
  coinbase: [
    [
      'ccxt.base.errors.AuthenticationError: coinbase GET https://api.coinbase.com/api/v3/brokerage/accounts 401 Unauthorized Unauthorized',
      'unauthorized',
    ],
    [
      'requests.exceptions.HTTPError: 403 Client Error: Forbidden {"error":"PERMISSION_DENIED","error_details":"Missing required scopes","message":"Missing required scopes"}',
      'missing-scopes',
    ],
    [
      '{"error":"PERMISSION_DENIED","message":"User does not have access to portfolio"}',
      'no-access-to-portfolio',
    ],
    ['IndexError: index out of range\n  File "ccxt/async_support/coinbase.py"', 'key-format'],
    ['{"errors":[{"id":"rate_limit_exceeded","message":"Too many requests"}]}', 'rate-limit'],
  ],
  kucoin: [
    ['kucoin {"code":"400003","msg":"KC-API-KEY does not exist."}', 'key-not-found'],
    ['kucoin {"code":"400004","msg":"Invalid KC-API-PASSPHRASE."}', 'wrong-passphrase'],
    [
      '{"code":"400006","msg":"Invalid request IP, the current client IP is: 203.0.113.10"}',
      'address-refused',
    ],
    [
      '{"code":"400100"} {"code":"400007","msg":"Access denied, requires more permission."}',
      'permission-missing',
    ],
    ['freqtrade: Kucoin 429 error {"code":"429000"}', 'too-many-requests'],
    ['Invalid KC-API-TIMESTAMP', 'wrong-time'],
  ],
  gate: [
    ['gate {"label":"INVALID_KEY","message":"Invalid key provided"}', 'invalid-key'],
    [
      'gate.io {"message":"Request IP not in whitelist: 203.0.113.10","label":"IP_FORBIDDEN"}',
      'ip-forbidden',
    ],
    [
      'gate_api.exceptions.GateApiException: (401)\nReason: Unauthorized\nHTTP response body: {"label":"INVALID_SIGNATURE","message":"Signature mismatch"}',
      'invalid-signature',
    ],
    ['{"label":"REQUEST_EXPIRED","message":"x"}', 'request-expired'],
    ['{"label":"FORBIDDEN","message":"Account has no permission"}', 'forbidden'],
    ['{"label":"READ_ONLY","message":"API key is read-only"}', 'read-only-key'],
  ],
  gemini: [
    [
      'gemini {"result":"error","reason":"InvalidSignature","message":"InvalidSignature"}',
      'invalid-signature',
    ],
    [
      '{"result":"error","reason":"MissingRole","message":"To access this endpoint, you need to log in to the website and go to the settings page to assign one of these roles [FundManager] to API key X"}',
      'missing-role',
    ],
    [
      '403 {"result":"error","reason":"ApiKeyIpFilteringFailure","message":"ApiKey fails IP Filtering Check for some accounts"}',
      'api-key-ip-filtering-failure',
    ],
    ['{"result":"error","reason":"InvalidNonce","message":"Nonce is too low"}', 'invalid-nonce'],
    ['403 Client Error: Forbidden for url: https://api.gemini.com/v1/balances', 'status-403'],
  ],
  lbank: [
    [
      'lbank {"result":"false","msg":"Invalid signature","error_code":10007,"ts":1772335196000}',
      'invalid-signature',
    ],
    ['{"result":"false","error_code":"10005"}', 'key-unknown'],
    [
      '{"msg":"API Key permission denied, Invalid IP or permissions","result":false,"error_code":10022}',
      'permission-denied',
    ],
    ['{"error_code":10600}', 'check-timestamp'],
    ['{"error_code":177,"success":false}', 'futures-refused'],
  ],
  bitmart: [
    ['{"code":30002,"msg":"Header X-BM-KEY not found","trace":"a"}', 'key-not-found'],
    ['bitmart {"message":"Header X-BM-SIGN is wrong","code":30005}', 'sign-wrong'],
  ],
};

for (const [slug, cases] of Object.entries(messages)) {
  for (const [text, first] of cases) {
    test(`${slug}: ${text.slice(0, 90).replaceAll('\n', ' ')}`, () => {
      expect(found(text)[0]).toBe(`${slug}/${first}`);
    });
  }
}

test('such messages are of exchanges that are published', () => {
  const published = exchanges.map(({ slug }) => slug);
  expect(Object.keys(messages).filter((slug) => !published.includes(slug))).toEqual([]);
});

test('a text that changes at its start or its end is found, and one that only changes is not', () => {
  const of = (message: string): MatchableExchange[] => [
    { slug: 'northwind', clues: ['northwind'], errors: [{ id: 'a', messages: [message] }] },
  ];
  const answer = (text: string): string => `northwind {"msg":${JSON.stringify(text)}}`;
  expect(found(answer('Address 203.0.113.10 refused'), of('Address … refused'))).toHaveLength(1);
  expect(found(answer('Your key expired on 2026-11-20'), of('Your key expired on …'))).toHaveLength(
    1,
  );
  expect(found(answer('bot-1 has no such right'), of('… has no such right'))).toHaveLength(1);
  expect(found(answer('anything'), of('…'))).toEqual([]);
  expect(found(answer('Your keys'), of('Your key'))).toEqual([]);
});

test.describe('the exchange that the text names', () => {
  test('comes first, whatever else has the same code', () => {
    expect(found('{"error":["EAPI:Invalid key"]} (Kraken Futures)')[0]).toBe(
      'kraken-futures/eapi-invalid-key',
    );
    expect(found('Kraken: {"error":["EAPI:Invalid key"]}')[0]).toBe('kraken/invalid-key');
  });

  test('may be named by an address, a former name or a tool', () => {
    for (const name of ['https://eea.okx.com/api', 'OKEx', 'ccxt.okx', 'okx']) {
      const [first] = matchErrors(`${name}: Invalid signature`, matchable);
      expect(first).toMatchObject({ slug: 'okx', id: 'invalid-signature', named: true });
    }
  });

  test('is not named by part of a word', () => {
    const [first] = matchErrors('investigate {"label":"NOT_FOUND"}', matchable);
    expect(first).toMatchObject({ slug: 'gate', named: false });
  });
});

test.describe('a status', () => {
  test('alone leads to the entries about it, of every exchange', () => {
    expect(found('HTTP/2 403')).toEqual(
      expect.arrayContaining(['gate/http-403', 'lbank/http-403']),
    );
    expect(found('HTTP/2 403')).not.toContain('gate/forbidden');
  });

  test('with a name leads to the entries of that exchange', () => {
    for (const text of [
      'kucoin 403',
      'kucoin: Request failed with status code 403',
      'kucoin <Response [403]>',
      'kucoin POST https://api.kucoin.com/api/v1/orders 403 Forbidden',
      'kucoin {"status":403}',
    ]) {
      expect(found(text), text).toEqual(['kucoin/http-401-403']);
    }
  });

  test('tells two entries with one code apart', () => {
    const entry = { id: 'first', codes: ['E1'], http: [401] };
    const other = { id: 'second', codes: ['E1'], http: [403] };
    const among = [{ slug: 'northwind', clues: ['northwind'], errors: [entry, other] }];
    expect(found('HTTP 401 {"code":"E1"}', among)).toEqual(['northwind/first', 'northwind/second']);
    expect(found('HTTP 403 {"code":"E1"}', among)).toEqual(['northwind/second', 'northwind/first']);
  });

  test('is not any number between 400 and 599', () => {
    for (const text of [
      'gemini balance of the account is 403 dollars and some cents today',
      'gemini 2026-11-20 12:00:00,403 - freqtrade - INFO - all is well with this bot',
      'gemini {"price":403.5,"amount":"403"} was the last order that it has placed',
    ]) {
      expect(found(text), text).toEqual([]);
    }
  });
});

test.describe('a code is not found', () => {
  const not = {
    'inside a longer number': 'okx 501050 150105 5010.5 50105.25',
    'inside a price or an amount': 'okx {"price":"50105","amount":50105,"fee":50105}',
    'inside a time': 'kucoin {"time":1784400003,"ts":400003,"createdAt":400003}',
    'in the id of an order': 'lbank orderId=10007 {"orderId":10007,"id":"10007"} #10007',
    'in an address': 'lbank http://localhost:10007/orders/10007?x=10007',
    'with a currency': 'lbank bought 10007 USDT of it',
    'without its minus': 'binance {"code":2015} 2015',
    'in a date': 'binance 31-12-2015',
    'in other letters': 'gate Invalid_Key eapi:invalid key',
    'inside a longer word': 'gate MY_INVALID_KEY_2',
    'as a small number': 'lbank 177 seconds',
  };
  for (const [where, text] of Object.entries(not)) {
    test(where, () => {
      expect(found(text)).toEqual([]);
    });
  }

  test('as an everyday word, unless the exchange is named or nothing else is said', () => {
    expect(found('the service is Unavailable today')).toEqual([]);
    expect(found('Unavailable')).toEqual(['kraken-futures/unavailable']);
    expect(found('the service of Kraken Futures is Unavailable')).toEqual([
      'kraken-futures/unavailable',
    ]);
  });
});

test('says by what it recognised an entry, the surest first', () => {
  const [first] = matchErrors(
    'binance HTTP 401 {"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}',
    matchable,
  );
  expect(first?.by).toEqual([
    '-2015',
    'Invalid API-key, IP, or permissions for action',
    'HTTP 401',
  ]);
});

test.describe('any text', () => {
  const codes = matchable.flatMap(({ errors }) => errors.flatMap((error) => error.codes ?? []));
  const numbers = codes.filter((code) => /^\d{4,}$/.test(code));

  test('never throws, and an entry comes once', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...codes, ...matchable.flatMap(({ clues }) => clues), '\\"', '…', 'HTTP 4'),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('', ' ', '"', ':'), (pieces, between) => {
        const matches = found(pieces.join(between));
        expect(new Set(matches).size).toBe(matches.length);
      }),
    );
  });

  test('never finds a code inside a longer number', () => {
    const digits = fc.stringMatching(/^\d{1,9}$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        digits,
        fc.option(digits, { nil: '' }),
        (code, before, after) => {
          // The longer number must not be a code by chance.
          fc.pre(!codes.includes(before + code + after));
          expect(found(`{"code":${before}${code}${after}}`)).toEqual([]);
          expect(found(`${code}.${before}`)).toEqual([]);
          expect(found(`${before}.${code}`)).toEqual([]);
        },
      ),
    );
  });

  test('finds a code of its own in any surroundings of words', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{6,12}$/)).map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.constantFrom(...numbers), words, words, (code, before, after) => {
        expect(found(`${before} {"code":"${code}"} ${after}`)).not.toEqual([]);
      }),
    );
  });

  test('is read at its beginning and its end', () => {
    const part = ' x'.repeat(mostRead);
    expect(found(`${part} {"code":"50105"} ${part}`)).toEqual([]);
    expect(found(`${part} {"code":"50105"}`)).toEqual(['okx/passphrase-incorrect']);
    expect(found(`{"code":"50105"} ${part}`)).toEqual(['okx/passphrase-incorrect']);
  });
});
