import { createHash, createHmac, generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import { languageIds } from '../../../src/programs/languages.ts';
import type { TestPlan } from '../../../src/programs/plan.ts';
import { programData } from '../../../src/programs/program-data.ts';
import { canSign, testProgram } from '../../../src/programs/programs.ts';
import { renderPython } from '../../../src/programs/python/render.ts';
import { type Arrived, startFakeExchange } from '../../support/fake-exchange.ts';
import {
  madeUpCredentials,
  madeUpJudgement,
  madeUpPlan,
  rightsOf,
  madeUpRequest,
  madeUpRights,
} from '../../support/signing/made-up.ts';
import { programOf } from '../../support/signing/programs.ts';
import { runMany } from '../../support/signing/run-many.ts';
import { firstRunners, otherShells, runProgram } from '../../support/signing/run-program.ts';

/** Recipes that no exchange of ours uses yet, and credentials that are hard to handle. */

const header = (request: Arrived, name: string): string => request.headers[name] ?? '';
const inUtf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString();

const twoRequests: TestPlan['requests'] = [
  { ...madeUpRequest, prefix: '/base', path: '/private' },
  { ...madeUpRequest, method: 'POST', path: '/private' },
];

const everything = madeUpPlan({
  requests: twoRequests,
  judgement: madeUpJudgement({ proves: ['it reads', 'it reads again'] }),
  credentials: [
    { variable: 'key', label: 'Key', environment: 'NORTHWIND_API_KEY' },
    { variable: 'secret', label: 'Secret', environment: 'NORTHWIND_API_SECRET' },
    { variable: 'passphrase', label: 'Passphrase', environment: 'NORTHWIND_API_PASSPHRASE' },
    { variable: 'memo', label: 'Memo', environment: 'NORTHWIND_API_MEMO' },
  ],
  values: [
    { name: 'timestamp', make: 'clock', unit: 'iso' },
    { name: 'expires', make: 'clock', unit: 'milliseconds', plus: 60 },
    { name: 'nonce', make: 'counter', unit: 'seconds' },
    { name: 'echo', make: 'random', characters: 64 },
    { name: 'query', make: 'text', of: 'a={nonce}&b=%25"`$HOME', as: 'plain' },
    { name: 'body', make: 'text', of: '{"nonce":"{nonce}"}', as: 'plain' },
    { name: 'bodyHash', make: 'hash', hash: 'md5', of: '{body}', as: 'upper-hex' },
    { name: 'payload', make: 'text', of: '{memo}\n{query}', as: 'base64url' },
    { name: 'digest', make: 'hash', hash: 'sha384', of: '{payload}', as: 'raw' },
    { name: 'derivedKey', make: 'hmac', hash: 'sha512', of: '{timestamp}', as: 'raw' },
    {
      name: 'signature',
      make: 'hmac',
      hash: 'sha384',
      with: 'derivedKey',
      of: '{method}%s\\{prefix}{path}{host}{digest}{bodyHash}{memo}',
      as: 'base64url',
    },
    { name: 'signedPassphrase', make: 'hmac', hash: 'sha256', of: '{passphrase}', as: 'hex' },
    { name: 'message', make: 'hash', hash: 'sha512', of: '{echo}', as: 'base64' },
  ],
  send: {
    url: '{prefix}{path}?nonce={nonce}',
    headers: {
      'Content-Type': 'application/json',
      'X-Key': '{key}',
      'X-Time': '{timestamp}',
      'X-Expires': '{expires}',
      'X-Echo': '{echo}',
      'X-Payload': '{payload}',
      'X-Memo': '{memo}',
      'X-Sign': '{signature}',
      'X-Passphrase': '{signedPassphrase}',
      'X-Message': '{message}',
    },
  },
});

/** Credentials that a shell, printf or a configuration could take for something else. */
const hostile = {
  key: 'EXAMPLE-$(touch$IFS.pwned)-%s-*',
  secret: 'S%d$(touch$IFS.pwned);touch$IFS.pwned|&<>!#{}[]~?-n',
  passphrase: `p%s \\n "quoted" 'single' $(touch pwned) \`touch pwned\` ÄÖ 🔑 * \\`,
  memo: `-n %d\\t"x"'y'$(touch pwned); é${'~'.repeat(200)}`,
} as const;

/** What the recipe makes of an arrived request, by Node's own functions. */
function isAsRecipeSays(request: Arrived, host: string): boolean {
  const { searchParams, pathname } = new URL(`http://${host}${request.path}`);
  const nonce = searchParams.get('nonce') ?? '';
  const prefix = pathname.replace(/\/private$/, '');
  const time = header(request, 'x-time');
  const payload = Buffer.from(`${hostile.memo}\na=${nonce}&b=%25"\`$HOME`).toString('base64url');
  const derived = createHmac('sha512', hostile.secret).update(time).digest();
  const signature = createHmac('sha384', derived)
    .update(`${request.method}%s\\${prefix}/private${host}`)
    .update(createHash('sha384').update(payload).digest())
    .update(createHash('md5').update(`{"nonce":"${nonce}"}`).digest('hex').toUpperCase())
    .update(hostile.memo)
    .digest('base64url');
  const echo = header(request, 'x-echo');
  const late = Date.now() - Date.parse(time);
  const left = Number(header(request, 'x-expires')) - Date.now();
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time) &&
    Math.abs(late) < 30_000 &&
    left > 30_000 &&
    left < 61_000 &&
    /^[0-9a-f]{64}$/.test(echo) &&
    header(request, 'x-key') === hostile.key &&
    inUtf8(header(request, 'x-memo')) === hostile.memo &&
    header(request, 'x-payload') === payload &&
    header(request, 'x-sign') === signature &&
    header(request, 'x-message') === createHash('sha512').update(echo).digest('base64') &&
    header(request, 'x-passphrase') ===
      createHmac('sha256', hostile.secret).update(hostile.passphrase).digest('hex')
  );
}

for (const runner of [...firstRunners, ...otherShells]) {
  test(`${runner.name}: every value of a recipe, with credentials that look like commands`, async () => {
    const exchange = await startFakeExchange((request) =>
      isAsRecipeSays(request, new URL(exchange.url).host)
        ? { status: 200, body: { ok: true } }
        : { status: 401, body: { no: true } },
    );
    const base = { NORTHWIND_API_BASE: exchange.url };
    const typed = [hostile.key, hostile.secret, hostile.passphrase, hostile.memo];
    const inEnvironment = {
      NORTHWIND_API_KEY: `\u{feff}${hostile.key}\u{a0}\r\n`,
      NORTHWIND_API_SECRET: `\t${hostile.secret}\u{200b}`,
      NORTHWIND_API_PASSPHRASE: `${hostile.passphrase}\r\n`,
      NORTHWIND_API_MEMO: `${hostile.memo}\n`,
    };
    // Typed, pasted on Windows (each line ends with CR), and from the environment.
    for (const [lines, env] of [
      [typed, {}],
      [typed.map((line) => `${line}\r`), {}],
      [[], inEnvironment],
    ] as const) {
      const source = programOf(everything, runner.language);
      const run = await runProgram(runner, source, lines, { ...base, ...env });
      expect(run.output).toContain('it reads and it reads again');
      expect(run.status).toBe(0);
      expect(run.left).toEqual([]);
      for (const value of Object.values(hostile)) expect(run.output).not.toContain(value);
      if (lines.length === 0) expect(run.output.match(/was taken off/g)?.length).toBe(4);
    }
    exchange.close();
    const nonces = exchange.arrived.map(({ path }) => Number(path.split('nonce=')[1]));
    expect(nonces.length).toBe(6);
    for (const first of [0, 2, 4]) {
      expect(nonces[first + 1] ?? 0).toBeGreaterThan(nonces[first] ?? 0);
      expect(Math.abs((nonces[first] ?? 0) - Date.now() / 1000)).toBeLessThan(60);
    }
  });
}

for (const language of languageIds) {
  test(`${language}: what no key can hold stops it before it asks anybody`, async () => {
    const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
    const good = {
      NORTHWIND_API_KEY: 'EXAMPLE-KEY',
      NORTHWIND_API_SECRET: 'EXAMPLE-SECRET',
      NORTHWIND_API_PASSPHRASE: 'EXAMPLE pass',
      NORTHWIND_API_MEMO: 'memo',
    };
    const { strangeInside, lineInside, empty } = en.program;
    const wrong: readonly [Partial<typeof good>, string][] = [
      [{ NORTHWIND_API_KEY: 'EXAMPLE"KEY' }, strangeInside.replace('%s', 'Key')],
      [{ NORTHWIND_API_KEY: "EXAMPLE'KEY" }, strangeInside.replace('%s', 'Key')],
      [{ NORTHWIND_API_KEY: 'EXAMPLE\r\nX-Other: 1' }, strangeInside.replace('%s', 'Key')],
      [{ NORTHWIND_API_KEY: 'EXAMPLE\u{a0}KEY' }, strangeInside.replace('%s', 'Key')],
      [{ NORTHWIND_API_SECRET: 'EXAMPLE\\SECRET' }, strangeInside.replace('%s', 'Secret')],
      [{ NORTHWIND_API_SECRET: '`EXAMPLE`' }, strangeInside.replace('%s', 'Secret')],
      [{ NORTHWIND_API_SECRET: 'EXAMPLE SECRET' }, strangeInside.replace('%s', 'Secret')],
      [{ NORTHWIND_API_SECRET: '\u{a0}\r\n' }, empty.replace('%s', 'Secret')],
      [{ NORTHWIND_API_PASSPHRASE: 'two\nlines' }, lineInside.replace('%s', 'Passphrase')],
      [{ NORTHWIND_API_MEMO: 'a\u{1b}[2Jb' }, lineInside.replace('%s', 'Memo')],
    ];
    const source = programOf(everything, language);
    const runs = await runMany(
      language,
      wrong.map(([values]) => ({
        source,
        typed: [],
        env: { NORTHWIND_API_BASE: exchange.url, ...good, ...values },
      })),
    );
    wrong.forEach(([values, sentence], index) => {
      const output = runs[index]?.output ?? '';
      expect(output).toContain(sentence);
      for (const value of Object.values(values).map((text) => text.trim())) {
        if (value !== '') expect(output).not.toContain(value);
      }
      expect(runs[index]?.status).toBe(1);
    });
    expect(exchange.arrived).toEqual([]);
    exchange.close();
  });

  test(`${language}: goes nowhere else when it is sent elsewhere`, async () => {
    const elsewhere = await startFakeExchange(() => ({ status: 200, body: {} }));
    const exchange = await startFakeExchange(() => ({
      status: 302,
      body: '',
      headers: { location: `${elsewhere.url}/` },
    }));
    const [run] = await runMany(language, [
      {
        source: programOf(madeUpPlan({}), language),
        typed: madeUpCredentials,
        env: { NORTHWIND_API_BASE: exchange.url },
      },
    ]);
    elsewhere.close();
    exchange.close();
    expect(run?.output).toContain('(status 302)');
    expect(run?.status).toBe(1);
    expect(exchange.arrived.length).toBe(1);
    expect(elsewhere.arrived).toEqual([]);
  });

  test(`${language}: compares the addresses with those of a partner`, async () => {
    const partner = {
      name: 'Acme',
      allowed: ['203.0.113.10', '198.51.100.7', '203.0.113.99'],
      needed: ['203.0.113.10', '198.51.100.7'],
    };
    const rights = rightsOf({ shows: [], addresses: { path: 'ip', form: 'list' } });
    const plan = madeUpPlan({
      requests: madeUpRights.requests,
      rights: { addresses: true, ends: false },
      judgement: madeUpJudgement({ rights, partner }),
    });
    const lists = [
      { listed: '203.0.113.10,198.51.100.7', status: 0, says: 'As it should be' },
      // One that is announced to go, or to come, is still the partner's.
      { listed: '203.0.113.10,198.51.100.7/32,203.0.113.99', status: 0, says: 'As it should be' },
      { listed: '203.0.113.10,198.51.100.7,192.0.2.1', status: 2, says: 'not of Acme: 192.0.2.1' },
      { listed: '203.0.113.10', status: 1, says: 'this address of Acme: 198.51.100.7' },
      { listed: '', status: 2, says: 'NOT BOUND' },
      // Some documents show addresses in part, which cannot be compared: the reader looks.
      { listed: '203.**.10,198.**.7', status: 3, says: 'NOT ALL ITS RIGHTS ARE SHOWN' },
    ];
    const servers = await Promise.all(
      lists.map(({ listed }) => startFakeExchange(() => ({ status: 200, body: { ip: listed } }))),
    );
    const runs = await runMany(
      language,
      servers.map(({ url }) => ({
        source: programOf(plan, language),
        typed: madeUpCredentials,
        env: { NORTHWIND_API_BASE: url },
      })),
    );
    for (const server of servers) server.close();
    lists.forEach(({ listed, status, says }, index) => {
      expect(runs[index]?.output, listed).toContain(says);
      expect(runs[index]?.status, listed).toBe(status);
    });
  });

  test(`${language}: asks for the place where there are several, and takes only what is listed`, async () => {
    const plan = madeUpPlan({
      places: [
        { label: 'here', base: 'https://127.0.0.1:1' },
        { label: 'there', base: 'https://127.0.0.1:2' },
      ],
    });
    const source = programOf(plan, language);
    const runs = await runMany(
      language,
      [['2', ...madeUpCredentials], ['3'], [''], ['1x']].map((typed) => ({
        source,
        typed,
        env: {},
      })),
    );
    expect(runs.map(({ status }) => status)).toEqual([1, 1, 1, 1]);
    expect(runs[0]?.output).toContain('  1 here\n  2 there\n');
    expect(runs[0]?.output).toContain(en.program.noAnswer.replace('%s', 'https://127.0.0.1:2'));
    for (const { output } of runs.slice(1)) expect(output).toContain(en.program.badNumber);
  });
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed25519 = generateKeyPairSync('ed25519');
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pkcs8 = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

const privateKeys = [
  {
    algorithm: 'rsa-sha256',
    as: 'base64',
    secret: pkcs8(rsa.privateKey),
    isRight: (message: Buffer, signature: Buffer) =>
      verify('sha256', message, rsa.publicKey, signature),
  },
  {
    algorithm: 'ed25519',
    as: 'base64url',
    secret: pkcs8(ed25519.privateKey),
    isRight: (message: Buffer, signature: Buffer) =>
      verify(null, message, ed25519.publicKey, signature),
  },
  {
    algorithm: 'es256',
    as: 'base64url',
    secret: pkcs8(p256.privateKey),
    isRight: (message: Buffer, signature: Buffer) =>
      verify('sha256', message, { key: p256.publicKey, dsaEncoding: 'ieee-p1363' }, signature),
  },
] as const;

for (const { algorithm, as, secret, isRight } of privateKeys) {
  const plan = madeUpPlan({
    secret: 'pem',
    values: [
      { name: 'timestamp', make: 'clock', unit: 'milliseconds' },
      { name: 'digest', make: 'hash', hash: 'sha256', of: '{path}', as: 'raw' },
      { name: 'signature', make: 'signature', algorithm, of: '{timestamp}{digest}', as },
    ],
  });
  for (const language of languageIds.filter((id) => canSign(plan, id))) {
    test(`${language}: ${algorithm} with a private key`, async () => {
      const digest = createHash('sha256').update('/private').digest();
      const exchange = await startFakeExchange((request) => {
        const message = Buffer.concat([Buffer.from(header(request, 'x-time')), digest]);
        const isGood = isRight(message, Buffer.from(header(request, 'x-sign'), as));
        return { status: isGood ? 200 : 401, body: {} };
      });
      const source = programOf(plan, language);
      const env = { NORTHWIND_API_BASE: exchange.url };
      // As printed, on one line as in JSON, and with the line ends of Windows.
      const forms = [
        secret.trimEnd(),
        secret.replaceAll('\n', '\\n'),
        secret.replaceAll('\n', '\r\n'),
      ];
      const lines = (...texts: string[]): string[] => texts.flatMap((text) => text.split('\n'));
      const runs = await runMany(language, [
        ...forms.map((form) => ({ source, typed: lines('EXAMPLE-KEY', form), env })),
        { source, typed: lines(secret.trimEnd(), 'EXAMPLE-KEY'), env },
        {
          source,
          typed: lines(
            'EXAMPLE-KEY',
            '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
          ),
          env,
        },
      ]);
      exchange.close();
      for (const { output, status } of runs.slice(0, 3)) {
        expect(output).toContain('it reads');
        expect(status).toBe(0);
      }
      const [swapped, broken] = runs.slice(3);
      expect(swapped?.output).toContain(en.program.swapped.replace('%s', 'Key'));
      expect(swapped?.status).toBe(1);
      expect(broken?.output).toContain(en.program.wrongSecret);
      expect(broken?.status).toBe(1);
      expect(exchange.arrived.length).toBe(3);
    });
  }

  test(`Python has no program for ${algorithm}`, () => {
    expect(canSign(plan, 'python')).toBe(false);
    expect(testProgram(plan, 'python', en.program)).toBeUndefined();
    expect(() => renderPython(programData(plan, en.program))).toThrow('with a private key');
  });
}

test('what is no base64 is refused where the secret must be', async () => {
  const plan = madeUpPlan({ secret: 'base64' });
  for (const language of languageIds) {
    const secrets = ['abc', 'ab=cdefg', 'abc_defg', '====', 'a==='];
    const runs = await runMany(
      language,
      secrets.map((secret) => ({
        source: programOf(plan, language),
        typed: [madeUpCredentials[0], secret],
        env: { NORTHWIND_API_BASE: 'http://127.0.0.1:1' },
      })),
    );
    for (const { output, status } of runs) {
      expect(output, language).toContain(en.program.wrongSecret);
      expect(status, language).toBe(1);
    }
  }
});
