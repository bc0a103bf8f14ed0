import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { lostPermalinks } from '../../../src/check/landing.ts';
import { isDeployed, permalinksFile } from '../../../src/check/permalinks.ts';
import { validFolder } from '../../support/check-cases.ts';

let repository: string;

test.beforeEach(async () => {
  repository = await mkdtemp(path.resolve('.cache/landing-'));
  await mkdir(path.join(repository, 'content'));
  await cp(validFolder, path.join(repository, 'content'), { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  commit('Start');
});
test.afterEach(() => rm(repository, { recursive: true }));

function git(...args: string[]): void {
  const { status, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=Test', '-c', 'user.email=test@mail.example', ...args],
    { cwd: repository, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
}

function commit(message: string): void {
  git('add', '.');
  git('commit', '--quiet', `--message=${message}`);
}

/** The problems of permanence, or why there was no check. */
function check(args: readonly string[], env: Record<string, string> = {}): string[] {
  const { status, stdout, stderr } = spawnSync(
    path.resolve('node_modules/.bin/node'),
    [path.resolve('src/check/cli.ts'), '--json', ...args],
    {
      cwd: repository,
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        CONTENT_DIR: 'content',
        GITHUB_BASE_REF: '',
        ...env,
      },
      shell: process.platform === 'win32',
    },
  );
  if (status === 2) return [stderr.trim()];
  const {
    problems,
  }: { problems: { rule: string; severity: string; file: string; message: string }[] } =
    JSON.parse(stdout);
  const found = problems.filter(({ rule }) => rule === 'permanence');
  // Pictures cannot be looked at there, which is an error of its own.
  expect(status).toBe(problems.some(({ severity }) => severity === 'error') ? 1 : 0);
  return found.map(({ file, message }) => `${file}: ${message}`);
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const full = path.join(repository, 'content', file);
  const text = await readFile(full, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(full, changed);
}

const gone = '/northwind/#source-old';
const withoutGone = (text: string): string => text.replace(`${gone}\n`, '');

/** The main branch promises an anchor; the change takes promise and redirect away together. */
async function takePromiseAway(): Promise<void> {
  await edit('permalinks.txt', (text) => `${text}${gone}\n`);
  await edit(
    'redirects.yaml',
    (text) => `${text}- { from: '${gone}', to: '/northwind/#source-help', why: It moved. }\n`,
  );
  commit('Publish');
  git('switch', '--quiet', '--create', 'change');
  await edit('redirects.yaml', (text) =>
    text.slice(0, text.indexOf("- { from: '/northwind/#source-old")),
  );
  await edit('permalinks.txt', withoutGone);
  commit('Change');
}

test('a source and its line that are removed together are seen beside the main branch', async () => {
  await takePromiseAway();
  expect(check([])).toEqual([]);
  expect(check(['--landing'])).toEqual([
    `content/permalinks.txt: ${gone} was published, and its line is gone.`,
  ]);
});

test('the branch that GitHub names is the one that counts', async () => {
  await takePromiseAway();
  git('update-ref', 'refs/remotes/origin/release', 'main');
  git('branch', '--quiet', '--force', 'main', 'change');
  expect(check(['--landing'])).toEqual([]);
  expect(check(['--landing'], { GITHUB_BASE_REF: 'release' })).toHaveLength(1);
  expect(check(['--landing'], { GITHUB_BASE_REF: 'nowhere' })).toEqual([
    'The branch that this would land on is not here. Fetch it (in a workflow: "fetch-depth: 0").',
  ]);
});

test('what the main branch gained since is not missed', async () => {
  git('switch', '--quiet', '--create', 'change');
  git('switch', '--quiet', 'main');
  await edit('permalinks.txt', (text) => `${text}${gone}\n`);
  commit('Publish more');
  git('switch', '--quiet', 'change');
  expect(check(['--landing'])).toEqual([]);
});

test('before the first deployment the list may be made anew, and the word that there was none does not come back', async () => {
  const published = await readFile(path.join(repository, 'content/permalinks.txt'), 'utf8');
  const undeployed = permalinksFile([gone], false) + published.replace(/^#.*\n/, '');
  await edit('permalinks.txt', () => undeployed);
  commit('Not deployed');
  expect(check(['--deploy'])).toContain(
    'content/permalinks.txt: The list says that nothing was deployed yet.',
  );
  await edit('permalinks.txt', withoutGone);
  expect(check(['--landing'])).toEqual([]);
  await edit('permalinks.txt', () => published);
  commit('Deployed');
  expect(check(['--deploy', '--landing'])).toEqual([]);
  await edit('permalinks.txt', () => withoutGone(undeployed));
  expect(check(['--landing'])).toEqual([
    'content/permalinks.txt: The list says that nothing was deployed yet, but addresses were.',
  ]);
});

test('a branch without the list promises nothing', () => {
  expect(lostPermalinks(undefined, '/x/\n')).toEqual([]);
  expect(lostPermalinks('/x/\n', undefined).map(({ message }) => message)).toEqual([
    '/x/ was published, and its line is gone.',
  ]);
});

test('the list is written as it is read', () => {
  for (const deployed of [true, false])
    expect(isDeployed(permalinksFile(['/b/', '/a/'], deployed))).toBe(deployed);
  expect(permalinksFile(['/b/', '/a/'], true)).toMatch(/^# .*\n\/a\/\n\/b\/\n$/);
});
