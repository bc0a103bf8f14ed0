import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import { findProgram } from '../../../src/tools/system-program.ts';
import { startFakeExchange } from '../../support/fake-exchange.ts';
import { answersOf } from '../../support/signing/answers.ts';
import { madeUpCredentials, madeUpPlan, madeUpRights } from '../../support/signing/made-up.ts';
import { firstPlans, programOf } from '../../support/signing/programs.ts';
import { referencesOf } from '../../support/signing/references.ts';
import {
  forAll,
  otherShells,
  refusedShells,
  type Runner,
  runProgram,
} from '../../support/signing/run-program.ts';

/** What only programs in shell can do wrong. */

const dash: Runner = { language: 'sh', name: 'dash', command: ['dash'] };

/** A plan whose private key signs, so that its program writes a file. */
const withKey = madeUpPlan({
  secret: 'pem',
  values: [
    { name: 'timestamp', make: 'clock', unit: 'seconds' },
    { name: 'signature', make: 'signature', algorithm: 'ed25519', of: '{timestamp}', as: 'base64' },
  ],
});
const privateKey = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
  .trimEnd();

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shell-test-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Options that OpenSSL 1.1.1 and LibreSSL 3.3 (macOS 13) have; -rawin is for Ed25519 alone. */
const opensslCommands = [
  // The list of what the program needs.
  /^openssl od tr sed /,
  /^openssl dgst "-\$1" -binary$/,
  /^openssl dgst -(md5|sha256|sha384|sha512) -binary$/,
  /^openssl dgst -sha256 -sign \/dev\/stdin "\$work" 2>\/dev\/null$/,
  /^openssl base64( -d)? -A$/,
  /^openssl rand -hex \d+$/,
  /^openssl asn1parse -inform DER$/,
  /^openssl pkey -passin pass: -pubout -outform DER 2>\/dev\/null$/,
  /^openssl pkeyutl -sign -rawin( -keyform DER)? -inkey \/dev\/stdin -in "\$work" 2>\/dev\/null$/,
];

test('programs use only options that older openssl and curl know', async () => {
  const sources = [
    ...(await firstPlans()).map(({ exchange, plan }) => [exchange.slug, programOf(plan, 'sh')]),
    ['made-up', programOf(withKey, 'sh')],
  ];
  for (const [name = '', source = ''] of sources) {
    const commands = source
      .split('\n')
      .filter((line) => !line.startsWith('#') && !/^ *(because|text_\w+=|- )/.test(line))
      .flatMap((line) => line.match(/openssl [a-z][^|;)]*/g) ?? [])
      .map((command) => command.trim());
    expect(commands.length, name).toBeGreaterThan(0);
    for (const command of commands) {
      expect(
        opensslCommands.some((known) => known.test(command)),
        `${name}: ${command}`,
      ).toBe(true);
    }
    // All of these are in curl 7.54 (2017), where --suppress-connect-headers is the newest.
    expect(source, name).toContain(
      'curl -q -sS -m 30 --max-filesize 3000000 --suppress-connect-headers -D - -A test-key --config -\n',
    );
  }
});

test('no credential reaches the arguments of a program, and nothing is left behind', async () => {
  const tools = 'curl openssl od tr sed awk grep head tail date cat mktemp rm stty'.split(' ');
  const keys = (await firstPlans()).map(async ({ exchange, plan }) =>
    referencesOf(exchange, await answersOf(exchange.slug)).map(({ credentials }) => ({
      name: exchange.slug,
      plan,
      credentials,
    })),
  );
  const everyKey = (await Promise.all(keys)).flat();
  await forAll(everyKey, ({ name, plan, credentials }) =>
    inFolder(async (folder) => {
      for (const tool of tools) {
        const real = findProgram(tool);
        if (real === undefined) throw new Error(`This machine has no ${tool}.`);
        const file = path.join(folder, tool);
        await writeFile(
          file,
          `#!/bin/sh\nprintf '%s\\n' "${tool} $*" >>"$LOG"\nexec ${real} "$@"\n`,
        );
        await chmod(file, 0o755);
      }
      const log = path.join(folder, 'log');
      const exchange = await startFakeExchange(() => ({ status: 400, body: 'no' }));
      const { left } = await runProgram(dash, programOf(plan, 'sh'), credentials, {
        PATH: `${folder}:${process.env['PATH'] ?? ''}`,
        LOG: log,
        [plan.baseVariable]: exchange.url,
      });
      exchange.close();
      expect(exchange.arrived.length, name).toBe(plan.requests.length);
      expect(left, name).toEqual([]);
      const told = await readFile(log, 'utf8');
      expect(told, name).toContain('curl -q');
      const secrets = credentials.flatMap((value) => [
        ...value.split('\n').filter((line) => !line.startsWith('-----')),
        Buffer.from(value).toString('hex'),
        Buffer.from(value, 'base64').toString('hex'),
      ]);
      for (const part of secrets.filter(({ length }) => length > 5)) {
        expect(told.includes(part), `${name}: an argument holds ${part}`).toBe(false);
      }
    }),
  );
});

test('Ctrl-C ends a program while it waits, and it leaves nothing behind', async () => {
  const tries = [dash, ...otherShells.slice(0, 1)].flatMap((runner) => [
    { runner, plan: withKey, typed: ['EXAMPLE-KEY', ...privateKey.split('\n')] },
    { runner, plan: madeUpPlan({}), typed: madeUpCredentials },
  ]);
  await forAll(tries, async ({ runner, plan, typed }) => {
    let asked = (): void => undefined;
    const interrupted = new Promise<void>((resolve) => (asked = resolve));
    const exchange = await startFakeExchange(() => {
      asked();
      return new Promise(() => undefined);
    });
    const env = { [plan.baseVariable]: exchange.url };
    const { status, left } = await runProgram(
      runner,
      programOf(plan, 'sh'),
      typed,
      env,
      interrupted,
    );
    exchange.close();
    expect(status, runner.name).toBe(130);
    expect(left, runner.name).toEqual([]);
  });
});

test('without what it needs, a program asks for nothing and sends nothing', async () => {
  const plan = madeUpPlan({});
  const tools = 'curl openssl od tr sed awk grep head tail cat date mktemp rm dd stty'.split(' ');
  const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
  const env = { [plan.baseVariable]: exchange.url };
  const needs = (name: string): string => en.program.needsTool.replace('%s', name);
  for (const missing of ['openssl', 'od', 'stty']) {
    await inFolder(async (folder) => {
      for (const tool of tools.filter((name) => name !== missing)) {
        await symlink(findProgram(tool) ?? '', path.join(folder, tool));
      }
      const runner: Runner = { ...dash, command: [findProgram('dash') ?? 'dash'] };
      const { output, status } = await runProgram(
        runner,
        programOf(plan, 'sh'),
        madeUpCredentials,
        {
          ...env,
          PATH: folder,
        },
      );
      expect(output).toBe(`${needs(missing)}\n`);
      expect(status).toBe(1);
    });
  }
  for (const shell of refusedShells) {
    const { output, status } = await runProgram(
      shell,
      programOf(plan, 'sh'),
      madeUpCredentials,
      env,
    );
    expect(output, shell.name).toBe(`${needs('printf')}\n`);
    expect(status, shell.name).toBe(1);
  }
  exchange.close();
  expect(exchange.arrived).toEqual([]);
});

test('no credential goes on to another program, nor to the screen, however the shell was started', async () => {
  await inFolder(async (folder) => {
    const log = path.join(folder, 'log');
    for (const name of ['curl', 'openssl', 'sed']) {
      const file = path.join(folder, name);
      await writeFile(file, `#!/bin/sh\nenv >>"$LOG"\nexec ${findProgram(name)} "$@"\n`);
      await chmod(file, 0o755);
    }
    const plan = madeUpPlan({});
    const source = programOf(plan, 'sh');
    // What the environment has already stays there when a shell gives it another value.
    const given = source.matchAll(/\b([a-z]\w*)=/g).map(([, name = '']) => [name, 'given']);
    const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
    const [key, secret] = madeUpCredentials;
    const noisy: Runner = { ...dash, command: ['dash', '-avx'] };
    const { output } = await runProgram(noisy, source, [], {
      ...Object.fromEntries(given),
      PATH: `${folder}:${process.env['PATH'] ?? ''}`,
      LOG: log,
      NORTHWIND_API_KEY: key,
      NORTHWIND_API_SECRET: secret,
      [plan.baseVariable]: exchange.url,
    });
    exchange.close();
    expect(exchange.arrived.length).toBe(1);
    const told = await readFile(log, 'utf8');
    expect(told).toContain('LOG=');
    for (const value of [key, secret]) {
      for (const text of [told, output]) {
        expect(text).not.toContain(value);
        expect(text).not.toContain(Buffer.from(value).toString('hex'));
      }
    }
  });
});

test('an openssl without Ed25519 leads to a sentence', async () => {
  await inFolder(async (folder) => {
    const file = path.join(folder, 'openssl');
    await writeFile(
      file,
      `#!/bin/sh\ncase "$*" in *-rawin*) echo 'pkeyutl: Unrecognized flag rawin' >&2; exit 1 ;; esac\nexec ${findProgram('openssl')} "$@"\n`,
    );
    await chmod(file, 0o755);
    const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
    const { output, status } = await runProgram(
      dash,
      programOf(withKey, 'sh'),
      ['EXAMPLE-KEY', ...privateKey.split('\n')],
      {
        PATH: `${folder}:${process.env['PATH'] ?? ''}`,
        [withKey.baseVariable]: exchange.url,
      },
    );
    exchange.close();
    expect(output.split('\n').slice(-2)).toEqual([en.program.cannotSign, '']);
    expect(output).not.toContain('rawin');
    expect(status).toBe(1);
    expect(exchange.arrived).toEqual([]);
  });
});

/** One function of the programs, as a program of its own. */
function shellFunction(name: string): string {
  const source = programOf(madeUpPlan(madeUpRights), 'sh');
  const found = new RegExp(`^${name}\\(\\) \\{(?: [^#\\n]*\\}$|.*?^\\}$)`, 'ms').exec(source);
  if (found === null) throw new Error(`The program has no function ${name}.`);
  return found[0];
}

/** Every awk of this machine; mawk is what Debian and Ubuntu come with. */
const awks = ['mawk', 'gawk', 'original-awk', 'busybox', 'awk'].flatMap((name) => {
  const program = findProgram(name);
  return program === undefined ? [] : [{ name, program }];
});

test('there is an awk to try the programs with', () => {
  expect(awks.map(({ name }) => name)).toContain('awk');
});

/** Runs a script with one awk in front of all others. */
async function withAwk(
  program: string,
  use: (run: (script: string, input: string) => { stdout: string; status: number | null }) => void,
): Promise<void> {
  await inFolder((folder) =>
    symlink(program, path.join(folder, 'awk')).then(() =>
      use((script, input) =>
        spawnSync('dash', ['-c', script], {
          input: Buffer.from(input, 'latin1'),
          encoding: 'latin1',
          env: { LC_ALL: 'C', PATH: `${folder}:${process.env['PATH'] ?? ''}` },
        }),
      ),
    ),
  );
}

const flattenScript = `${shellFunction('printable')}\n${shellFunction('flatten')}\nflatten`;

/** What the shell knows of a text: ASCII. */
function asShell(text: string): string {
  return Buffer.from(
    JSON.stringify(text)
      .slice(1, -1)
      .replaceAll(/\\(u[0-9a-f]{4}|.)/g, (_, sign: string) => (/["\\/]/.test(sign) ? sign : '?')),
  )
    .toString('latin1')
    .replaceAll(/[^ -~]/g, '?');
}

function flattened(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) {
    const text = typeof value === 'string' ? asShell(value) : JSON.stringify(value);
    return [`${at}\t${text}\n`];
  }
  if (Object.keys(value).length === 0) return [`${at}\t${JSON.stringify(value)}\n`];
  return Object.entries(value).flatMap(([name, part]) =>
    flattened(
      part,
      [at, asShell(name).replaceAll('.', '?')]
        .filter((_, index) => index > 0 || at !== '')
        .join('.'),
    ),
  );
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'"\\/\t\n\r,:{}[] .u0041é&') }),
);
const { document } = fc.letrec((tie) => ({
  document: fc.oneof(
    fc.array(tie('value'), { maxLength: 12 }),
    fc.dictionary(anyText, tie('value'), { maxKeys: 12 }),
  ),
  value: fc.oneof(
    { weight: 3, arbitrary: anyText },
    {
      weight: 2,
      arbitrary: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    },
    fc.constantFrom(true, false, null),
    tie('document'),
  ),
}));

for (const { name, program } of awks) {
  test(`flatten reads JSON as JSON.parse does, with ${name}`, async () => {
    await withAwk(program, (run) => {
      fc.assert(
        fc.property(document, fc.constantFrom('', ' ', '\t'), (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          const { stdout, status } = run(flattenScript, Buffer.from(text).toString('latin1'));
          expect(stdout).toBe(flattened(JSON.parse(text)).join(''));
          expect(status).toBe(0);
        }),
        { numRuns: 60 },
      );
    });
  });

  test(`flatten takes nothing else for JSON, and no value for another, with ${name}`, async () => {
    await withAwk(program, (run) => {
      const cases: [string, string | undefined][] = [
        ['', undefined],
        ['<html>{}</html>', undefined],
        ['{"a":1', undefined],
        ['{"a":["withdraw"', undefined],
        ['{"a":1]', undefined],
        ['{"a":"b', undefined],
        ['{"a":"b,c', undefined],
        ['{} {"a":1}', undefined],
        ['{"a":1} and more', undefined],
        ['"text"', undefined],
        [' {"a" : "b, c" }\r\n', 'a\tb, c\n'],
        ['{"a":"x\\",\\"perm\\":\\"withdraw"}', 'a\tx","perm":"withdraw\n'],
        // Unescaped control signs are not JSON; what arrives so must not make lines of its own.
        ['{"a":"x\nperm\twithdraw"}', 'a\tx perm withdraw\n'],
        ['{"perm\t":"withdraw"}', 'perm \twithdraw\n'],
        ['{"a":"\\u0009\\n"}', 'a\t??\n'],
        ['{"\\u006fut":"\\u0074rue"}', 'out\ttrue\n'],
        ['{"a":1,}', undefined],
        ['{a:1}', undefined],
        ['{"a":True}', undefined],
        ['{"a":NaN}', undefined],
        ['{"a" 1}', undefined],
        ['{"a":01}', undefined],
        ['[1 2]', undefined],
        ["{'a':1}", undefined],
        ['{"a":"\u001b[31m\u0000\u007f\u009b"}', 'a\t?[31m???\n'],
        ['{"a":"https:\\/\\/b"}', 'a\thttps://b\n'],
      ];
      for (const [text, expected] of cases) {
        const { stdout, status } = run(flattenScript, text);
        expect(stdout, text).toBe(expected ?? '');
        expect(status, text).toBe(expected === undefined ? 1 : 0);
      }
    });
  });

  test(`flatten reads a large answer at once, with ${name}`, async () => {
    await withAwk(program, (run) => {
      const coins = Array.from({ length: 20_000 }, (_, index) => ({
        coin: `C${index}`,
        free: '0.10',
      }));
      const { stdout, status } = run(flattenScript, JSON.stringify({ coins }));
      expect(stdout.split('\n').length).toBe(40_001);
      expect(stdout).toContain('coins.19999.coin\tC19999\n');
      expect(status).toBe(0);
    });
  });

  test(`seconds_of reads the dates of HTTP as Date.parse does, with ${name}`, async () => {
    await withAwk(program, (run) => {
      const date = fc.date({
        min: new Date('1970-01-01T00:00:00Z'),
        max: new Date('2100-12-31T23:59:59Z'),
        noInvalidDate: true,
      });
      fc.assert(
        fc.property(fc.array(date, { minLength: 40, maxLength: 60 }), (dates) => {
          const texts = dates.map((day) => day.toUTCString());
          const script = `${shellFunction('seconds_of')}\nwhile read -r line; do printf '%s\\n' "$line" | seconds_of; echo; done`;
          const { stdout } = run(script, `${texts.join('\n')}\n`);
          expect(stdout.trim().split('\n').map(Number)).toEqual(
            texts.map((text) => Date.parse(text) / 1000),
          );
        }),
        { numRuns: 3 },
      );
    });
  });
}
