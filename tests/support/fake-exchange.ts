import { createHash, createHmac, generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A local server that plays an exchange: it recomputes signatures and keeps what arrived. */
export interface FakeExchange {
  /** Address such as http://127.0.0.1:41234. */
  readonly url: string;
  readonly arrived: readonly Arrived[];
  close(): void;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * An exchange as its documentation describes its signatures (named among the sources of
 * its exchange.yaml); the check is written apart from our programs.
 */
export interface Impersonation {
  /** Values that readers paste, in the order in which the program asks. */
  readonly credentials: readonly string[];
  /** Which of them the test replaces to be refused, and by what. */
  readonly wrong: { readonly index: number; readonly value: string };
  /** What the exchange answers when the signature is right, and what when it is not. */
  readonly accepted: unknown;
  readonly refused: Answer;
  isSigned(request: Arrived): boolean;
}

const key = 'account-EXAMPLE';
const secret = 'EXAMPLE-SECRET';
/** Exchanges whose secret is base64 sign with its bytes. */
const secretBytes = Buffer.from('EXAMPLE-SECRET-OF-SOME-LENGTH');
const encodedSecret = secretBytes.toString('base64');
const passphrase = 'EXAMPLE pass';

const hmac = (algorithm: string, text: string | Buffer, keyBytes: string | Buffer = secret) =>
  createHmac(algorithm, keyBytes).update(text);
const sha256 = (text: string) => createHash('sha256').update(text).digest();
const isNow = (seconds: number, most: number) => Math.abs(Date.now() / 1000 - seconds) <= most;

/** https://www.gate.com/docs/developers/apiv4/en (Authentication): five lines, HMAC-SHA512 in hex. */
export const gate: Impersonation = {
  credentials: [key, secret],
  wrong: { index: 1, value: 'another secret' },
  accepted: [{ currency: 'USDT', available: '12.5', locked: '0' }],
  refused: { status: 401, body: { label: 'INVALID_SIGNATURE' } },
  isSigned: ({ method, path, headers, body }) => {
    const [target = '', query = ''] = path.split('?');
    const time = headers['timestamp'] ?? '';
    const hash = createHash('sha512').update(body).digest('hex');
    const expected = hmac('sha512', [method, target, query, hash, time].join('\n')).digest('hex');
    return headers['key'] === key && isNow(Number(time), 60) && headers['sign'] === expected;
  },
};

/** https://developer.gemini.com/authentication/api-key: HMAC-SHA384 over the base64 payload. */
export const gemini: Impersonation = {
  credentials: [key, secret],
  wrong: { index: 1, value: 'another secret' },
  accepted: { isAuditor: true, isFundManager: false, isTrader: false },
  refused: { status: 400, body: { result: 'error', reason: 'InvalidSignature' } },
  isSigned: ({ method, path, headers }) => {
    const payload = headers['x-gemini-payload'] ?? '';
    const decoded = Buffer.from(payload, 'base64').toString();
    const [, request, nonce] = /^\{"request":"([^"]+)","nonce":(\d+)\}$/.exec(decoded) ?? [];
    return (
      method === 'POST' &&
      request === path &&
      isNow(Number(nonce), 30) &&
      headers['x-gemini-apikey'] === key &&
      headers['x-gemini-signature'] === hmac('sha384', payload).digest('hex')
    );
  },
};

/** HMAC-SHA256 of the query. */
export const binance: Impersonation = {
  credentials: [key, secret],
  wrong: { index: 1, value: 'another secret' },
  accepted: { enableReading: true, enableWithdrawals: false },
  refused: { status: 400, body: { code: -1022, msg: 'Signature for this request is not valid.' } },
  isSigned: ({ path, headers }) => {
    const query = path.split('?')[1] ?? '';
    const [signed = '', signature = ''] = query.split('&signature=');
    const time = Number(new URLSearchParams(signed).get('timestamp'));
    return (
      headers['x-mbx-apikey'] === key &&
      isNow(time / 1000, 10) &&
      signature === hmac('sha256', signed).digest('hex')
    );
  },
};

/** time, method, path, body; HMAC-SHA256 in base64. */
export const okx: Impersonation = {
  credentials: [key, secret, passphrase],
  wrong: { index: 1, value: 'another secret' },
  accepted: { code: '0', data: [{ perm: 'read_only', ip: '203.0.113.10' }] },
  refused: { status: 401, body: { code: '50113', msg: 'Invalid Sign' } },
  isSigned: ({ method, path, headers, body }) => {
    const time = headers['ok-access-timestamp'] ?? '';
    const expected = hmac('sha256', `${time}${method}${path}${body}`).digest('base64');
    return (
      headers['ok-access-key'] === key &&
      headers['ok-access-passphrase'] === passphrase &&
      isNow(Date.parse(time) / 1000, 30) &&
      headers['ok-access-sign'] === expected
    );
  },
};

/** path and SHA-256 of nonce and body; HMAC-SHA512. */
export const kraken: Impersonation = {
  credentials: [key, encodedSecret],
  wrong: { index: 1, value: Buffer.from('another secret').toString('base64') },
  accepted: { error: [], result: { permissions: ['query-funds'] } },
  refused: { status: 200, body: { error: ['EAPI:Invalid signature'] } },
  isSigned: ({ method, path, headers, body }) => {
    const nonce = new URLSearchParams(body).get('nonce') ?? '';
    const message = Buffer.concat([Buffer.from(path), sha256(`${nonce}${body}`)]);
    return (
      method === 'POST' &&
      nonce !== '' &&
      headers['api-key'] === key &&
      headers['api-sign'] === hmac('sha512', message, secretBytes).digest('base64')
    );
  },
};

/** SHA-256 of body, nonce and path; HMAC-SHA512. */
export const krakenFutures: Impersonation = {
  credentials: [key, encodedSecret],
  wrong: { index: 1, value: Buffer.from('another secret').toString('base64') },
  accepted: { result: 'success', general: 'READ_ONLY', transfer: 'NO_ACCESS' },
  refused: { status: 200, body: { result: 'error', error: 'authenticationError' } },
  isSigned: ({ path, headers, body }) => {
    const hash = sha256(`${body}${headers['nonce'] ?? ''}${path}`);
    return (
      headers['apikey'] === key &&
      headers['authent'] === hmac('sha512', hash, secretBytes).digest('base64')
    );
  },
};

/** time, method, path, body; the passphrase is signed too. */
export const kucoin: Impersonation = {
  credentials: [key, secret, passphrase],
  wrong: { index: 1, value: 'another secret' },
  accepted: { code: '200000', data: { permission: 'General' } },
  refused: { status: 401, body: { code: '400005', msg: 'Signature error' } },
  isSigned: ({ method, path, headers, body }) => {
    const time = headers['kc-api-timestamp'] ?? '';
    return (
      headers['kc-api-key'] === key &&
      isNow(Number(time) / 1000, 5) &&
      headers['kc-api-sign'] ===
        hmac('sha256', `${time}${method}${path}${body}`).digest('base64') &&
      headers['kc-api-passphrase'] === hmac('sha256', passphrase).digest('base64')
    );
  },
};

/** HMAC-SHA256 of the MD5, in capitals, of the sorted parameters. */
export const lbank: Impersonation = {
  credentials: [key, secret],
  wrong: { index: 1, value: 'another secret' },
  accepted: { result: 'true', data: { enableReading: true, enableWithdrawals: false } },
  refused: { status: 200, body: { result: 'false', error_code: 10007 } },
  isSigned: ({ headers, body }) => {
    const form = new URLSearchParams(body);
    const parameters = new URLSearchParams({
      api_key: form.get('api_key') ?? '',
      echostr: headers['echostr'] ?? '',
      signature_method: headers['signature_method'] ?? '',
      timestamp: headers['timestamp'] ?? '',
    });
    parameters.sort();
    const digest = createHash('md5').update(parameters.toString()).digest('hex').toUpperCase();
    return (
      form.get('api_key') === key &&
      isNow(Number(headers['timestamp']) / 1000, 10) &&
      form.get('sign') === hmac('sha256', digest).digest('hex')
    );
  },
};

const keyName = 'organizations/EXAMPLE/apiKeys/EXAMPLE';
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const otherPair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = (privateKey: KeyObject): string =>
  privateKey.export({ type: 'sec1', format: 'pem' }).toString().trimEnd();

/** a JWT for each request. */
export const coinbase: Impersonation = {
  credentials: [keyName, pem(pair.privateKey)],
  wrong: { index: 1, value: pem(otherPair.privateKey) },
  accepted: { can_view: true, can_trade: false, can_transfer: false },
  refused: { status: 401, body: 'Unauthorized' },
  isSigned: ({ method, path, headers }) => {
    const token = headers['authorization']?.replace(/^Bearer /, '') ?? '';
    const [header = '', payload = '', signature = ''] = token.split('.');
    const decode = (part: string): string => Buffer.from(part, 'base64url').toString();
    const claims = /"sub":"([^"]+)","nbf":(\d+),"exp":(\d+),"uri":"([^"]+)"/.exec(decode(payload));
    return (
      decode(header).includes('"alg":"ES256"') &&
      decode(header).includes(`"kid":"${keyName}"`) &&
      claims?.[1] === keyName &&
      isNow(Number(claims[2]), 30) &&
      Number(claims[3]) - Number(claims[2]) <= 120 &&
      claims[4] === `${method} ${headers['host'] ?? ''}${path}` &&
      verify(
        'sha256',
        Buffer.from(`${header}.${payload}`),
        { key: pair.publicKey, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      )
    );
  },
};

/** Starts a fake exchange on a free port of this machine. */
export async function startFakeExchange(exchange: Impersonation): Promise<FakeExchange> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.once('end', () => {
      const seen = asArrived(request, body);
      arrived.push(seen);
      const answer = exchange.isSigned(seen)
        ? { status: 200, body: exchange.accepted }
        : exchange.refused;
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer.body));
    });
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, arrived, close: () => server.close() };
}

function asArrived(request: IncomingMessage, body: string): Arrived {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return { method: request.method ?? '', path: request.url ?? '', headers, body };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
}
