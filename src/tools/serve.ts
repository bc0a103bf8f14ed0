import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';

/** A running server of a built site. */
export interface RunningSite {
  /** Address of the home page, with the base path. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site as a static host would: folders by their index.html, the
 * site's own 404 page for the rest, everything under the base path.
 *
 * Input: the folder, the base path with slashes at both ends, and the port (0 takes a
 * free one). Throws where the folder holds no built site or the port is taken.
 */
export async function serveSite(folder: string, base: string, port: number): Promise<RunningSite> {
  const send = sirv(folder, { etag: true });
  const notFoundPage = await readFile(path.join(folder, '404.html'));
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFoundPage);
    };
    const url = request.url ?? '/';
    if (`${url}/` === base) {
      response.writeHead(301, { location: base }).end();
      return;
    }
    if (!url.startsWith(base)) {
      notFound();
      return;
    }
    request.url = `/${url.slice(base.length)}`;
    send(request, response, notFound);
  });
  const actual = await listen(server, port);
  return {
    url: `http://localhost:${actual}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

/**
 * Throws where the port cannot be listened on, with the code of the system such as
 * EADDRINUSE; otherwise leaves it free again.
 */
export async function probePort(port: number): Promise<void> {
  const server = createServer();
  await listen(server, port);
  await new Promise((resolve) => server.close(resolve));
}

/** The folder into which the site is built. */
export const siteFolder = path.resolve(process.env['OUT_DIR'] ?? 'dist');

/** Starts to listen. Output: the port. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}
