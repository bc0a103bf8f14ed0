import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { validFolder } from '../../support/check-cases.ts';

let copy: string;

test.beforeEach(async () => {
  // Below the project, so that the report names it by a short path.
  copy = await mkdtemp(path.resolve('.cache/content-'));
  await cp(validFolder, copy, { recursive: true });
});
test.afterEach(() => rm(copy, { recursive: true }));

function check(env: Record<string, string>): { status: number | null; out: string; err: string } {
  // Node as the project installs it: it runs TypeScript as it is.
  const node = path.resolve('node_modules/.bin/node');
  const { status, stdout, stderr } = spawnSync(node, ['src/check/cli.ts'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    shell: process.platform === 'win32',
  });
  return { status, out: stdout, err: stderr };
}

async function damage(file: string, find: string, replace: string): Promise<void> {
  const full = path.join(copy, file);
  const text = await readFile(full, 'utf8');
  expect(text).toContain(find);
  await writeFile(full, text.replace(find, replace));
}

test('good content ends with 0 and one line', () => {
  expect(check({ CONTENT_DIR: copy })).toEqual({
    status: 0,
    out: 'Content is in order: 8 files read.\n',
    err: '',
  });
});

test('the folder is content where none is named', () => {
  const { status, out, err } = check({ CONTENT_DIR: 'content' });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toMatch(/^Content is in order: \d+ files read\.\n$/);
});

test('damaged content ends with 1 and the report, with paths as the user sees them', async () => {
  const root = path.relative('', copy).split(path.sep).join('/');
  await damage('exchanges/northwind/guide.mdx', 'minutes: 8', 'minutes: eight');
  await damage('exchanges/fabrikam/screens.yaml', 'sources: [notice]', 'sources: [notices]');
  const { status, out, err } = check({ CONTENT_DIR: root });
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toBe(
    `${root}/exchanges/fabrikam/screens.yaml:9:15  unknown-source  There is no source "notices"; "sources" in exchanges/fabrikam/exchange.yaml lists "notice".  Did you mean "notice"? Correct the name, or add the source to "sources" in exchanges/fabrikam/exchange.yaml.
${root}/exchanges/northwind/guide.mdx:4:10  schema  "minutes" is "eight"; expected a number.  Write it as the kind that is expected.
2 problems in 2 of 8 files. Each rule is explained in CONTRIBUTING.md.
`,
  );
});

test('a folder that is missing and a symbolic link end with 1', async () => {
  const missing = check({ CONTENT_DIR: path.join(copy, 'nowhere') });
  expect(missing.status).toBe(1);
  expect(missing.err).toContain('ENOENT');
  await symlink(validFolder, path.join(copy, 'exchanges/linked'));
  const linked = check({ CONTENT_DIR: copy });
  expect(linked.status).toBe(1);
  expect(linked.err).toContain('is a symbolic link. Put the file itself there.');
});
