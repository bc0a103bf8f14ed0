import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { languages } from '../../../src/programs/languages.ts';
import {
  type BlockName,
  blockNames,
  runtimeOf,
  withSections,
} from '../../../src/programs/runtime.ts';
import { debianInstaller, ensureProgram, findProgram } from '../../../src/tools/system-program.ts';
import { startFakeExchange } from '../../support/fake-exchange.ts';
import { madeUpPlan, madeUpRights } from '../../support/signing/made-up.ts';
import { firstPlans, programOf } from '../../support/signing/programs.ts';
import { runProgram } from '../../support/signing/run-program.ts';

/** The constant parts of the programs, as what they are: programs of their languages. */

const runtimes = {
  sh: 'sh/runtime.sh',
  python: 'python/runtime.py',
  javascript: 'javascript/runtime.mjs',
} as const;
const folder = path.resolve('src/programs');
const nothing: ReadonlySet<BlockName> = new Set();
const everything: ReadonlySet<BlockName> = new Set(blockNames);

/** A runtime with the sections that the file itself has. */
function whole(name: string, blocks: ReadonlySet<BlockName>): string {
  return runtimeOf(name, blocks, 'made-up');
}

function shellcheck(files: readonly string[]): string {
  const program = ensureProgram(
    {
      name: 'shellcheck',
      find: () => findProgram('shellcheck'),
      installers: debianInstaller('shellcheck'),
      byHand: 'Install it (https://www.shellcheck.net) and run the tests again.',
    },
    (line) => process.stderr.write(`${line}\n`),
  );
  const options = ['--external-sources', '--source-path=SCRIPTDIR', '--shell=sh', '--format=gcc'];
  return spawnSync(program, [...options, ...files], { encoding: 'utf8' }).stdout;
}

async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const made = await mkdtemp(path.join(tmpdir(), 'runtime-test-'));
  try {
    return await use(made);
  } finally {
    await rm(made, { recursive: true });
  }
}

/** Names that a program in Python defines or imports and never uses, and what is no Python 3.9. */
const lookAtPython = `
import ast, json, sys
found = []
for name, source in json.load(sys.stdin):
    try:
        tree = ast.parse(source, feature_version=(3, 9))
    except SyntaxError as error:
        found.append(f"{name}: {error}")
        continue
    stored, used = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (used if isinstance(node.ctx, ast.Load) else stored).add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            stored.add(node.name)
        elif isinstance(node, ast.Import):
            stored.update(alias.name.split(".")[0] for alias in node.names)
    builtin = set(dir(__builtins__)) | {"__name__"}
    arguments = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    methods = {"redirect_request"}
    found += [f"{name}: {one} is never used" for one in sorted(stored - used - methods) if one != "_"]
    found += [f"{name}: {one} is nowhere defined" for one in sorted(used - stored - builtin - arguments)]
print(json.dumps(found))
`;

function problemsOfPython(programs: readonly (readonly [name: string, source: string])[]): unknown {
  const { stdout, stderr } = spawnSync('python3', ['-c', lookAtPython], {
    input: JSON.stringify(programs),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** The files of a language: what a program is put together from. */
async function filesOf(language: keyof typeof runtimes): Promise<string[]> {
  const names = await readdir(path.join(folder, language));
  const ending = path.extname(runtimes[language]);
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, language, name));
}

test('each file is what its language reads, and together they are a program that linters have nothing to say about', async () => {
  expect(shellcheck([path.join(folder, runtimes.sh)])).toBe('');
  for (const shell of ['dash', 'bash']) {
    for (const file of await filesOf('sh')) {
      const { stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
      expect(stderr, `${shell} ${file}`).toBe('');
    }
  }
  for (const file of await filesOf('python')) {
    const { stderr } = spawnSync(
      'python3',
      ['-c', 'import ast, sys; ast.parse(open(sys.argv[1]).read(), feature_version=(3, 9))', file],
      { encoding: 'utf8' },
    );
    expect(stderr, file).toBe('');
  }
  expect(problemsOfPython([['runtime.py', whole(runtimes.python, everything)]])).toEqual([]);
  for (const file of await filesOf('javascript')) {
    const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' });
    expect(stderr, file).toBe('');
  }
  const oxlint = path.resolve('node_modules/.bin/oxlint');
  const files = await filesOf('javascript');
  const { stdout, status } = spawnSync(oxlint, ['--deny-warnings', ...files], { encoding: 'utf8' });
  expect(status, stdout).toBe(0);
});

test('each runtime runs, for the exchange that it makes up', async () => {
  for (const [language, name] of Object.entries(runtimes)) {
    const exchange = await startFakeExchange(() => ({
      status: 200,
      body: { code: 0, data: { perm: 'read,new' } },
    }));
    const known = language === 'sh' || language === 'python' ? language : 'javascript';
    const runner = { sh: 'dash', python: 'python3', javascript: process.execPath }[known];
    const { output, status } = await runProgram(
      { language: known, name: runner, command: [runner] },
      whole(name, everything),
      ['EXAMPLE-KEY', 'EXAMPLE-SECRET', 'EXAMPLE pass'],
      { NORTHWIND_API_BASE: exchange.url },
    );
    exchange.close();
    expect(output, name).toContain('Works        yes\n');
    expect(output, name).toContain('Look at: new\nAs it should be for: Read only\n');
    expect(status, name).toBe(0);
    expect(exchange.arrived[0]?.headers['x-sign'], name).toBeTruthy();
  }
});

test('every block stands in a runtime, and each can stay or go by itself', async () => {
  const files = await Promise.all((['sh', 'python', 'javascript'] as const).map(filesOf));
  const texts = files.flat().map((file) => readFile(file, 'utf8'));
  const all = (await Promise.all(texts)).join('\n');
  for (const block of blockNames) expect(all).toContain(`[[${block}]]`);
  const choices = [
    ['none', nothing] as const,
    ['all', everything] as const,
    ...blockNames.flatMap((block) => [
      [`only ${block}`, new Set([block])] as const,
      [`all but ${block}`, everything.difference(new Set([block]))] as const,
    ]),
  ];
  const python: [string, string][] = [];
  for (const [choice, blocks] of choices) {
    const sh = whole(runtimes.sh, blocks);
    expect(sh).not.toMatch(/\[\[\/?[a-z0-9-]+\]\]|^\. \.\//m);
    const { stderr } = spawnSync('dash', ['-n'], { input: sh, encoding: 'utf8' });
    expect(stderr, `sh: ${choice}`).toBe('');
    python.push([choice, whole(runtimes.python, blocks)]);
    // The body of a module may wait; only its imports may not stand in a function.
    const body = whole(runtimes.javascript, blocks).replaceAll(/^#!.*$|^import .*$/gm, '');
    expect(
      () => new Function(`return async () => { ${body} };`),
      `javascript: ${choice}`,
    ).not.toThrow();
  }
  expect(
    JSON.stringify(problemsOfPython(python))
      .split('"')
      .filter((line) => /SyntaxError|invalid/.test(line)),
  ).toEqual([]);
});

test('marks that are not in order are refused', () => {
  expect(() =>
    withSections('[[data]] [[recipe]]', { data: '[[recipe]]', recipe: '[[data]]' }),
  ).not.toThrow();
  expect(withSections('a [[data]] b [[recipe]]', { data: '[[recipe]] $&', recipe: 'r' })).toBe(
    'a [[recipe]] $& b r',
  );
});

test('linters have nothing to say about real programs and a made-up one with everything', async () => {
  const plans = [
    ...(await firstPlans()).map(({ exchange, plan }) => ({ name: exchange.slug, plan })),
    { name: 'made-up', plan: madeUpPlan(madeUpRights) },
  ];
  await inFolder(async (made) => {
    const files = await Promise.all(
      plans.map(async ({ name, plan }) => {
        const file = path.join(made, `${name}.sh`);
        await writeFile(file, programOf(plan, 'sh'));
        return file;
      }),
    );
    expect(shellcheck(files)).toBe('');
    const modules = await Promise.all(
      plans.map(async ({ name, plan }) => {
        const file = path.join(made, `${name}.mjs`);
        await writeFile(file, programOf(plan, 'javascript'));
        return file;
      }),
    );
    const oxlint = path.resolve('node_modules/.bin/oxlint');
    const { stdout, status } = spawnSync(oxlint, ['--deny-warnings', ...modules], {
      encoding: 'utf8',
    });
    expect(status, stdout).toBe(0);
  });
  const python = plans
    .filter(({ plan }) => !plan.values.some(({ make }) => make === 'signature'))
    .map(({ name, plan }) => [name, programOf(plan, 'python')] as const);
  expect(problemsOfPython(python)).toEqual([]);
  for (const { name, plan } of plans) {
    const source = programOf(plan, 'javascript');
    const imports = source
      .split('\n')
      .filter((line) => /^\s*import\b|\b(import|require)\s*\(/.test(line));
    expect(imports, name).toEqual([
      "import crypto from 'node:crypto';",
      "import readline from 'node:readline';",
      "import { Writable } from 'node:stream';",
      "import { setTimeout as wait } from 'node:timers/promises';",
    ]);
    for (const language of ['sh', 'javascript'] as const) {
      // What stands in comments is the runtime's own; content is data in every language.
      const comments = programOf(plan, language).matchAll(/^ *(?:#|\/\/) (.*)$/gm);
      const known = whole(runtimes[language], everything);
      for (const [, comment = ''] of comments) {
        const isKnown = known.includes(comment) || /^[\x20-\x7e…]+$/.test(comment);
        expect(isKnown, `${name} ${languages[language].file}: ${comment}`).toBe(true);
        expect(comment.includes(plan.exchange), comment).toBe(false);
      }
    }
  }
});
