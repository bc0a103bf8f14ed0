import { createServer, type IncomingMessage, type Server } from 'node:http';

/** A request as it arrived. Headers hold bytes as Latin-1. */
export interface Arrived {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the server says. Text bodies are sent as they are, others as JSON. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A local server that plays an exchange, and keeps what arrived. */
export interface FakeExchange {
  /** Address such as http://127.0.0.1:41234. */
  readonly url: string;
  readonly arrived: readonly Arrived[];
  close(): void;
}

/** Starts a fake exchange on a free port of this machine. */
export async function startFakeExchange(
  reply: (request: Arrived) => Reply | Promise<Reply>,
): Promise<FakeExchange> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.once('end', () => {
      const seen = asArrived(request, body);
      arrived.push(seen);
      void Promise.resolve(reply(seen)).then((answer) =>
        response
          .writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
          .end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)),
      );
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
