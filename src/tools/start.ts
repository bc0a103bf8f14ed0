import { readPort, readSiteConfig } from '../site/config.ts';
import { run } from './run.ts';
import { probePort, serveSite, siteFolder } from './serve.ts';

/** Builds the site and serves it: `npm start`. PORT names another port than 4321. */

const { port, base } = await settings();

console.log('1/3  Checking the content');
const check = await run('node', ['src/check/cli.ts']);
if (check.status !== 0) fail(check.output);
console.log(`     ${lastLine(check.output)}`);

console.log('2/3  Building the site');
const build = await run('astro', ['build', '--force']);
if (build.status !== 0) fail(build.output);
console.log(`     ${/\d+ page\(s\) built in [\d.]+m?s/.exec(build.output)?.[0] ?? 'Built'}`);

console.log('3/3  Serving the site');
try {
  const site = await serveSite(siteFolder, base, port);
  console.log(`     Open ${site.url}   (Ctrl+C ends)`);
} catch (error) {
  fail(`${reason(error, port)}\n`);
}

/** What the environment says; a port that is taken is told before the work, not after it. */
async function settings(): Promise<{ port: number; base: string }> {
  let port: number | undefined;
  try {
    port = readPort(process.env);
    const { base } = readSiteConfig(process.env);
    await probePort(port);
    return { port, base };
  } catch (error) {
    fail(`${reason(error, port)}\n`);
  }
}

/** Why the site cannot be served, in one sentence where the reason is the port. */
function reason(error: unknown, port: number | undefined): string {
  if (!(error instanceof Error)) return String(error);
  const other = port === 8080 ? 8081 : 8080;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Choose another one: PORT=${other} npm start`;
  }
  if (code === 'EACCES') {
    return `Port ${port} is kept for the system. Choose one from 1024 on: PORT=${other} npm start`;
  }
  return error.message;
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

function fail(output: string): never {
  process.stderr.write(output);
  process.exit(1);
}
