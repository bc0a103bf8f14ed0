import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A local server that plays an exchange: it recomputes signatures and keeps what arrived. */
export interface FakeExchange {
  /** Address such as http://127.0.0.1:41234. */
  readonly url: string;
  readonly arrived: readonly Arrived[];
  close(): void;
}

export const fakeCredentials = {
  key: 'account-EXAMPLE',
  secret: 'EXAMPLE-SECRET',
} as const;

type Answer = (request: Arrived) => { status: number; body: unknown };

/**
 * Gate as its API documentation describes it: SIGN is the HMAC-SHA512 of method, path,
 * query, hash of the body and time, joined by line breaks; the time may be off by 60 s.
 * Source: https://www.gate.com/docs/developers/apiv4/en (Authentication).
 */
export const answerAsGate: Answer = ({ method, path, headers }) => {
  const [target = '', query = ''] = path.split('?');
  const time = headers['timestamp'] ?? '';
  const text = [method, target, query, createHash('sha512').update('').digest('hex'), time].join(
    '\n',
  );
  const expected = createHmac('sha512', fakeCredentials.secret).update(text).digest('hex');
  if (headers['key'] !== fakeCredentials.key)
    return { status: 401, body: { label: 'INVALID_KEY' } };
  if (Math.abs(Date.now() / 1000 - Number(time)) > 60) {
    return { status: 403, body: { label: 'REQUEST_EXPIRED' } };
  }
  if (headers['sign'] !== expected) return { status: 401, body: { label: 'INVALID_SIGNATURE' } };
  return { status: 200, body: [{ currency: 'USDT', available: '12.5', locked: '0' }] };
};

/**
 * Gemini as its API documentation describes it: the payload is base64 of a JSON object
 * with path and nonce; the signature is the HMAC-SHA384 of that text.
 * Source: https://developer.gemini.com/authentication/api-key.
 */
export const answerAsGemini: Answer = ({ method, path, headers }) => {
  const payload = headers['x-gemini-payload'] ?? '';
  const decoded: unknown = JSON.parse(Buffer.from(payload, 'base64').toString() || '{}');
  const expected = createHmac('sha384', fakeCredentials.secret).update(payload).digest('hex');
  const request =
    typeof decoded === 'object' && decoded !== null && 'request' in decoded ? decoded.request : '';
  const nonce =
    typeof decoded === 'object' && decoded !== null && 'nonce' in decoded ? decoded.nonce : 0;
  const refuse = (status: number, reason: string) => ({
    status,
    body: { result: 'error', reason },
  });
  if (method !== 'POST' || request !== path) return refuse(400, 'EndpointMismatch');
  if (headers['x-gemini-apikey'] !== fakeCredentials.key) return refuse(400, 'InvalidApiKey');
  if (headers['x-gemini-signature'] !== expected) return refuse(400, 'InvalidSignature');
  if (Math.abs(Date.now() / 1000 - Number(nonce)) > 30) return refuse(400, 'InvalidNonce');
  return { status: 200, body: { isAuditor: true, isFundManager: false, isTrader: false } };
};

/** Starts a fake exchange on a free port of this machine. */
export async function startFakeExchange(answer: Answer): Promise<FakeExchange> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      const seen = asArrived(request);
      arrived.push(seen);
      const { status, body } = answer(seen);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, arrived, close: () => server.close() };
}

function asArrived(request: IncomingMessage): Arrived {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return { method: request.method ?? '', path: request.url ?? '', headers };
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
