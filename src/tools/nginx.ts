import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { debianInstaller, ensureProgram, findProgram } from './system-program.ts';
import type { RunningSite } from './serve.ts';

/**
 * A real nginx, on which the tests try the files that the build makes for it.
 */

/**
 * Finds nginx (NGINX_PATH, then the system's) or installs Debian's, and tells what it does.
 *
 * Output: its file. Throws, with what was tried and what to do, where there is none.
 */
export function ensureNginx(tell: (line: string) => void): string {
  return ensureProgram(
    {
      name: 'nginx',
      find: findNginx,
      installers: debianInstaller('nginx-light'),
      byHand: 'Install nginx, or set NGINX_PATH to one, and run the command again.',
    },
    tell,
  );
}

function findNginx(): string | undefined {
  const named = process.env['NGINX_PATH'];
  if (!named) return findProgram('nginx', ['/usr/sbin', '/usr/local/sbin']);
  if (!existsSync(named)) throw new Error(`NGINX_PATH is "${named}", but there is no such file.`);
  return named;
}

/**
 * Serves a built site with nginx, as the README describes: with the files that the build
 * makes for it.
 *
 * Input: the folder of the built site, and its base path with slashes at both ends.
 * Throws where there is no nginx, and what nginx says where it does not start.
 */
export async function serveWithNginx(folder: string, base: string): Promise<RunningSite> {
  const nginx = ensureNginx((line) => console.log(line));
  const place = await mkdtemp(path.join(tmpdir(), 'nginx-'));
  const root = path.join(place, 'root');
  await mkdir(path.dirname(path.join(root, base)), { recursive: true });
  await symlink(folder, path.join(root, base.replace(/\/$/, '')), 'dir');
  const port = await freePort();
  await writeFile(path.join(place, 'nginx.conf'), configuration(place, root, folder, base, port));
  const run = (...args: string[]): void => {
    const { status, stderr, error } = spawnSync(
      nginx,
      ['-p', place, '-e', path.join(place, 'error.log'), '-c', 'nginx.conf', ...args],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`[nginx] ${error?.message ?? stderr}`);
  };
  // It goes to the background when it listens.
  run();
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: async () => {
      run('-s', 'stop');
      await rm(place, { recursive: true, force: true });
    },
  };
}

function configuration(
  place: string,
  root: string,
  folder: string,
  base: string,
  port: number,
): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${place}/nginx.pid;
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${place}/${name};`).join(' ')}
  types {
    text/html html; text/css css; text/javascript js; text/xml xml; text/plain txt;
    application/json json; image/png png; image/svg+xml svg; image/avif avif; image/webp webp;
  }
  server {
    listen 127.0.0.1:${port};
    root ${root};
    index index.html;
    error_page 404 ${base}404.html;
    include ${folder}/redirects.nginx.conf;
    include ${folder}/headers.nginx.conf;
  }
}
`;
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
