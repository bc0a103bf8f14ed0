import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { checkContent } from '../../../src/check/check.ts';
import { parseContent } from '../../../src/content/content.ts';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { type Readers, usualReaders } from '../../../src/content/data-file.ts';
import { rootFiles } from '../../../src/content/layout.ts';
import { charactersAllowed, mostCharacters } from '../../../src/content/limits.ts';
import { stepIds } from '../../../src/vocabulary/steps.ts';
import { casesDay, validFiles, validFolder } from '../../support/check-cases.ts';

/** A check that runs longer than this hangs; one of these takes a second or two. */
const hangsAfterMs = 90_000;

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'limits-'));
  await cp(validFolder, folder, { recursive: true });
});
test.afterEach(() => rm(folder, { recursive: true }));

/** Checks the folder in a process of its own, which can be ended. Output: whether it ended by itself. */
function checkEnds(): boolean {
  const { status } = spawnSync(process.execPath, [path.resolve('src/check/cli.ts')], {
    env: { ...process.env, NODE_OPTIONS: '', CONTENT_DIR: folder },
    stdio: 'ignore',
    timeout: hangsAfterMs,
    killSignal: 'SIGKILL',
  });
  return status !== null;
}

test('a file of five megabytes is refused and not parsed', async () => {
  const files = await validFiles();
  const flood = '> '.repeat(2_500_000);
  const longest = { characters: 0 };
  const watch =
    <Result>(read: (text: string) => Result) =>
    (text: string): Result => {
      longest.characters = Math.max(longest.characters, text.length);
      return read(text);
    };
  const readers: Readers = {
    yaml: watch((text) => usualReaders.yaml(text)),
    mdx: watch((text) => usualReaders.mdx(text)),
  };
  for (const file of files.texts.keys()) {
    const flooded = { ...files, texts: new Map(files.texts).set(file, flood) };
    const problems = checkContent(flooded, casesDay, readers);
    expect(problems.filter((problem) => problem.file === file)).toEqual([
      {
        file,
        line: 1,
        column: 1,
        rule: 'file-size',
        severity: 'error',
        message: `This file has 5,000,000 characters; at most ${charactersAllowed(file).toLocaleString('en')} are allowed.`,
        help: 'Shorten it.',
      },
    ]);
  }
  expect(longest.characters).toBeGreaterThan(0);
  expect(longest.characters).toBeLessThan(mostCharacters);
  const content = parseContent({
    ...files,
    texts: new Map(files.texts).set('exchanges/northwind/guide.mdx', flood),
  });
  expect(content.exchanges[1]?.guide).toBeUndefined();
});

test('no text as long as is allowed keeps a check busy', async () => {
  const fill = (part: string): string => part.repeat(Math.floor(100_000 / part.length));
  // Each in a step of its own; the numbers of addresses in the step that has a rule for them.
  const parts = [
    'a',
    'a.',
    'a@',
    'eyJ',
    'key ',
    'key deleted ',
    '7 days key ends ',
    '1.1.',
    ':',
    'f:',
    'http://',
    'abandon ',
    'Kraken.',
    '*a ',
    '-----BEGIN ',
  ];
  const steps = stepIds.filter((id) => id !== 'restrict-ip');
  expect(steps.length).toBeGreaterThanOrEqual(parts.length);
  const write = async (step: string, part: string): Promise<void> => {
    const text = `---\ntitle: Do it\n---\n\n${fill(part)}\n`;
    expect(text.length).toBeLessThan(mostCharacters);
    await writeFile(path.join(folder, `exchanges/northwind/steps/${step}.mdx`), text);
  };
  for (const [index, part] of parts.entries()) await write(steps[index] ?? '', part);
  await write('restrict-ip', 'up to 1');
  const guide = path.join(folder, 'exchanges/northwind/guide.mdx');
  const listed = (await readFile(guide, 'utf8')).replace(
    /(?<=\nsteps:\n)(?: {2}- .*\n)+/,
    stepIds.map((id) => `  - ${id}\n`).join(''),
  );
  await writeFile(guide, listed);
  expect(checkEnds()).toBe(true);
});

for (const [what, part] of [
  ['no address', '> '],
  ['one address without end', '/a'],
  ['many addresses', '/a/\n'],
  ['many steps', '/northwind/#a\n'],
  ['many lines that are no address', 'x\n'],
] as const)
  test(`a list of permalinks as long as is allowed keeps no check busy: ${what}`, async () => {
    const most = charactersAllowed(rootFiles.permalinks);
    const text = part.repeat(Math.floor(most / part.length));
    await writeFile(path.join(folder, rootFiles.permalinks), text);
    expect(checkEnds()).toBe(true);
    const problems = checkContent(await readContentFiles(folder), casesDay).filter(
      ({ file }) => file === rootFiles.permalinks,
    );
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(60);
    expect(problems.every(({ message }) => message.length < 300)).toBe(true);
  });

const kinds: Readonly<Record<string, (index: number) => string>> = {
  'to a page': () => '/northwind/',
  'to no page': () => '/nowhere/',
  'to one another': (index) => `/f${index + 1}/`,
  'in circles': (index) => `/f${(index + 1) % 2_000}/`,
  'ever deeper': (index) => `/f${index}/deeper/`,
};

for (const [kind, to] of Object.entries(kinds)) {
  test(`no redirects as many as are allowed keep a check busy: ${kind}`, async () => {
    const redirects = Array.from(
      { length: 2_000 },
      (_, index) => `- { from: /f${index}/, to: ${to(index)}, why: A test. }\n`,
    ).join('');
    expect(redirects.length).toBeLessThan(mostCharacters);
    await writeFile(path.join(folder, 'redirects.yaml'), redirects);
    const gone = Array.from({ length: 4_000 }, (_, index) => `/gone-${index}/`).join('\n');
    await writeFile(path.join(folder, 'permalinks.txt'), gone);
    expect(checkEnds()).toBe(true);
  });
}
