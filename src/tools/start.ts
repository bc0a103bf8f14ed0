import { readSiteConfig } from '../site/config.ts';
import { run } from './run.ts';
import { serveSite, siteFolder } from './serve.ts';

/** Builds the site and serves it: `npm start`. PORT names another port than 4321. */

const port = Number(process.env['PORT'] ?? 4321);
const { base } = readSiteConfig(process.env);

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
  fail(
    error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      ? `Port ${port} is taken. Choose another: PORT=${port + 1} npm start\n`
      : `${String(error)}\n`,
  );
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

function fail(output: string): never {
  process.stderr.write(output);
  process.exit(1);
}
