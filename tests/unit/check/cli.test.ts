import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { requiredRootFiles } from '../../../src/content/layout.ts';
import { today } from '../../../src/derive/dates.ts';
import { validFiles, validFolder } from '../../support/check-cases.ts';

let copy: string;
/** The grades of the made-up guides, with what the next ones need. */
const grades = `Bronze: fabrikam. For the next grade: a program that proves the key; 5 explained error codes (it has 0).
Bronze: northwind. For the next grade: 5 explained error codes (it has 2).
`;
const fileCount = (await validFiles()).texts.size;

test.beforeEach(async () => {
  // Below the project, so that the report names it by a short path.
  copy = await mkdtemp(path.resolve('.cache/content-'));
  await cp(validFolder, copy, { recursive: true });
  // A source that was read today is not old, whenever the test runs.
  for (const file of [
    'exchanges/northwind/sources.yaml',
    'exchanges/fabrikam/sources.yaml',
    'concepts/example-addresses.mdx',
  ])
    await damage(file, 'checked: 2026-11-20', `checked: ${today()}`);
});
test.afterEach(() => rm(copy, { recursive: true }));

interface Ended {
  status: number | null;
  out: string;
  err: string;
}

function check(env: Record<string, string>, args: readonly string[] = [], cwd = '.'): Ended {
  // Node as the project installs it: it runs TypeScript as it is.
  const node = path.resolve('node_modules/.bin/node');
  const { status, stdout, stderr } = spawnSync(node, [path.resolve('src/check/cli.ts'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', GITHUB_ACTIONS: '', ...env },
    shell: process.platform === 'win32',
  });
  return { status, out: stdout, err: stderr };
}

async function damage(file: string, find: string, replace: string): Promise<void> {
  const full = path.join(copy, file);
  const text = await readFile(full, 'utf8');
  expect(text).toContain(find);
  await writeFile(full, text.replaceAll(find, replace));
}

test('good content ends with 0, one line, and the grade of each guide', () => {
  expect(check({ CONTENT_DIR: copy })).toEqual({
    status: 0,
    out: `Content is in order: ${fileCount} files read.\n${grades}`,
    err: '',
  });
});

test('the folder is content where none is named', () => {
  const { status, out, err } = check({ CONTENT_DIR: 'content' });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toMatch(/Content is in order: \d+ files read\.(?: \d+ warnings?\.)?\n/);
  expect(out).toMatch(/\n(?:Bronze|Silver|Gold): .+\n$/);
});

test('damaged content ends with 1 and the report, with paths as the user sees them', async () => {
  const root = path.relative('', copy).split(path.sep).join('/');
  await damage('exchanges/northwind/guide.mdx', 'minutes: 8', 'minutes: eight');
  await damage('exchanges/fabrikam/screens.yaml', 'sources: [notice]', 'sources: [notices]');
  const { status, out, err } = check({ CONTENT_DIR: root });
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toBe(
    `${root}/exchanges/fabrikam/screens.yaml:12:15  unknown-source  There is no source "notices"; "sources" in exchanges/fabrikam/exchange.yaml lists "notice".  Did you mean "notice"? Correct the name, or add the source to "sources" in exchanges/fabrikam/exchange.yaml.
${root}/exchanges/northwind/guide.mdx:4:10  schema  "minutes" is "eight"; expected a number.  Write it as the kind that is expected.
2 problems in 2 of ${fileCount} files. Each rule is explained in .github/docs/rules.md.
`,
  );
});

test('a folder that is missing, a symbolic link and an unknown option end with 2', async () => {
  const missing = check({ CONTENT_DIR: path.join(copy, 'nowhere') });
  expect(missing.status).toBe(2);
  expect(missing.err).toContain('ENOENT');
  const unknown = check({ CONTENT_DIR: copy }, ['--josn']);
  expect({ status: unknown.status, out: unknown.out }).toEqual({ status: 2, out: '' });
  expect(unknown.err).toContain("Unknown option '--josn'");
  expect(unknown.err).toContain('Usage: npm run check -- [--json] [--changed]');
  expect(check({ CONTENT_DIR: copy }, ['content']).status).toBe(2);
  await symlink(validFolder, path.join(copy, 'exchanges/linked'));
  const linked = check({ CONTENT_DIR: copy });
  expect(linked.status).toBe(2);
  expect(linked.err).toContain('is a symbolic link. Put the file itself there.');
});

test('warnings alone end with 0 and are printed', async () => {
  await damage('concepts/example-addresses.mdx', `checked: ${today()}`, 'checked: 2020-01-01');
  const { status, out, err } = check({ CONTENT_DIR: copy });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const [first, last] = out.split('\n');
  expect(first).toMatch(
    /concepts\/example-addresses\.mdx:11:14 {2}stale-source \(warning\) {2}The source "rfc-5737" was last read \d+ days ago\./,
  );
  expect(last).toBe(`Content is in order: ${fileCount} files read. 1 warning.`);
});

test('--json prints all problems for programs and nothing else', async () => {
  const root = path.relative('', copy).split(path.sep).join('/');
  expect(JSON.parse(check({ CONTENT_DIR: root }, ['--json']).out)).toEqual({
    files: fileCount,
    problems: [],
    grades: [
      expect.objectContaining({ exchange: 'fabrikam', grade: 'bronze' }),
      {
        exchange: 'northwind',
        grade: 'bronze',
        missing: [{ kind: 'few-error-codes', found: 2, wanted: 5 }],
      },
    ],
  });
  await damage('exchanges/northwind/guide.mdx', 'minutes: 8', 'minutes: eight');
  const { status, out, err } = check({ CONTENT_DIR: root, GITHUB_ACTIONS: 'true' }, ['--json']);
  expect({ status, err }).toEqual({ status: 1, err: '' });
  expect(JSON.parse(out)).toMatchObject({
    files: fileCount,
    problems: [
      {
        file: `${root}/exchanges/northwind/guide.mdx`,
        line: 4,
        column: 10,
        rule: 'schema',
        severity: 'error',
        message: '"minutes" is "eight"; expected a number.',
        help: 'Write it as the kind that is expected.',
      },
    ],
  });
});

test('on GitHub each problem is an annotation too', async () => {
  const root = path.relative('', copy).split(path.sep).join('/');
  await damage('exchanges/northwind/guide.mdx', 'minutes: 8', 'minutes: eight');
  const { status, out, err } = check({ CONTENT_DIR: root, GITHUB_ACTIONS: 'true' });
  expect(status).toBe(1);
  expect(err).toContain(`1 problem in 1 of ${fileCount} files.`);
  expect(out).toBe(
    `::error file=${root}/exchanges/northwind/guide.mdx,line=4,col=10,title=schema::"minutes" is "eight"; expected a number. Write it as the kind that is expected.\n`,
  );
});

test('--changed reports only files that differ from the main branch', async () => {
  const git = (...args: string[]): void => {
    const { status, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=Test', '-c', 'user.email=test@mail.example', ...args],
      { cwd: copy, encoding: 'utf8' },
    );
    expect(status, stderr).toBe(0);
  };
  const changed = (): string[] => {
    const { status, out, err } = check({ CONTENT_DIR: 'content' }, ['--changed', '--json'], copy);
    expect(err).toBe('');
    const { problems }: { problems: { file: string }[] } = JSON.parse(out);
    expect(status).toBe(problems.length > 0 ? 1 : 0);
    return problems.map(({ file }) => file);
  };
  await mkdir(path.join(copy, 'content'));
  for (const name of ['exchanges', 'concepts', ...requiredRootFiles])
    await rename(path.join(copy, name), path.join(copy, 'content', name));
  // What is wrong on the main branch already is not the fault of the change.
  await damage('content/exchanges/fabrikam/guide.mdx', 'minutes: 5', 'minutes: five');
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=Start');
  expect(changed()).toEqual([]);
  git('switch', '--quiet', '--create', 'change');
  await damage('content/exchanges/northwind/guide.mdx', 'minutes: 8', 'minutes: eight');
  git('commit', '--quiet', '--all', '--message=Change');
  expect(changed()).toEqual(['content/exchanges/northwind/guide.mdx']);
  await damage('content/exchanges/northwind/screens.yaml', 'mark: 4', 'mark: four');
  await writeFile(path.join(copy, 'content/concepts/new.mdx'), 'No frontmatter.');
  expect(changed()).toEqual([
    'content/concepts/new.mdx',
    'content/exchanges/northwind/guide.mdx',
    'content/exchanges/northwind/screens.yaml',
  ]);
  expect(check({ CONTENT_DIR: 'content' }, [], copy).err).toContain(
    'content/exchanges/fabrikam/guide.mdx:4:10  schema',
  );
});
