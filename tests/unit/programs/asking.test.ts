import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import type { TestPlan } from '../../../src/programs/plan.ts';
import { canSign } from '../../../src/programs/programs.ts';
import { startFakeExchange } from '../../support/fake-exchange.ts';
import { madeUpCredentials, madeUpPlan } from '../../support/signing/made-up.ts';
import { programOf } from '../../support/signing/programs.ts';
import { runMany } from '../../support/signing/run-many.ts';
import { firstRunners, runProgram } from '../../support/signing/run-program.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ed25519 = generateKeyPairSync('ed25519').privateKey;
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;

/** Where programs send what they ask for, and what becomes of slips while it is typed. */

const plan = madeUpPlan({});

for (const runner of firstRunners) {
  const { language } = runner;
  const source = programOf(plan, language);

  test(`${language}: nothing is asked for an address that the exchange does not document`, async () => {
    const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
    const port = new URL(exchange.url).port;
    const addresses = [
      'http://api.northwind.example',
      'https://api.northwind.example.evil.example',
      'https://evil.example',
      'https://api.northwind.example@evil.example',
      `http://127.0.0.1:${port}@evil.example`,
      `http://127.0.0.1:${port}/x`,
      `http://127.0.0.1.evil.example:${port}`,
      `http://localhost:${port}`,
      `http://[::1]:${port}`,
      `http://127.0.0.1:${port}\nhttps://evil.example`,
      `ftp://127.0.0.1:${port}`,
      `//127.0.0.1:${port}`,
      '$(touch pwned)',
      '-K',
    ];
    const runs = await runMany(
      language,
      addresses.map((address) => ({
        source,
        typed: madeUpCredentials,
        env: { [plan.baseVariable]: address },
      })),
    );
    runs.forEach(({ output, status }, index) => {
      const name = addresses[index];
      expect(output, name).toContain(en.program.badBase.replace('%s', plan.baseVariable));
      expect(output, name).not.toContain(en.program.hidden('Key'));
      expect(status, name).toBe(1);
    });
    exchange.close();
    expect(exchange.arrived).toEqual([]);
  });

  test(`${language}: an empty answer is asked for again, until there is no more`, async () => {
    const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
    const env = { [plan.baseVariable]: exchange.url };
    const [key, secret] = madeUpCredentials;
    const runs = await runMany(language, [
      { source, typed: ['', key, '', ' ', secret], env },
      { source, typed: [key, '', ''], env },
    ]);
    exchange.close();
    const [good, none] = runs;
    expect(good?.output.split(en.program.empty.replace('%s', 'Secret')).length).toBe(3);
    expect(good?.output).toContain('it reads');
    expect(exchange.arrived.length).toBe(1);
    expect(exchange.arrived[0]?.headers['x-key']).toBe(key);
    expect(none?.status).toBe(1);
  });

  test(`${language}: the quotes of a file in JSON are taken off, with a word`, async () => {
    const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
    const [key, secret] = madeUpCredentials;
    const typed = [
      [`"${key}",`, `"${secret}"`],
      [` "${key}" `, secret],
    ];
    const env = { [plan.baseVariable]: exchange.url };
    const runs = await runMany(
      language,
      typed.map((lines) => ({ source, typed: lines, env })),
    );
    exchange.close();
    expect(exchange.arrived.map(({ headers }) => headers['x-key'])).toEqual([key, key]);
    for (const { output } of runs) {
      expect(output).toContain(en.program.spacesRemoved.replace('%s', 'Key'));
    }
  });

  test(`${language}: values that were certainly swapped are not sent`, async () => {
    const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
    const [a, b] = ['0123456789abcdef0123', 'ABCDEF-GHIJK-LMNOPQ'];
    const [formOfKey, formOfSecret] = ['^[0-9a-f]{20}$', '^[A-Z-]{19}$'];
    const credential = (
      variable: 'key' | 'secret' | 'passphrase',
      label: string,
      form: string,
    ): TestPlan['credentials'][number] => ({
      variable,
      label,
      form,
      environment: `NORTHWIND_API_${variable.toUpperCase()}`,
    });
    const withForms = (key: string, secret: string): string =>
      programOf(
        madeUpPlan({
          credentials: [
            credential('key', 'Key', key),
            credential('secret', 'Secret', secret),
            credential('passphrase', 'Pass', ''),
          ],
        }),
        language,
      );
    const swapped = (label: string): string => en.program.swapped.replace('%s', label);
    const cases: readonly (readonly [string, readonly string[], string | undefined])[] = [
      // Both forms are known, or one; the right way round, and the wrong one.
      [withForms(formOfKey, formOfSecret), [a, b, 'pass'], undefined],
      [withForms(formOfKey, formOfSecret), [b, a, 'pass'], swapped('Key')],
      [withForms(formOfKey, ''), [b, a, 'pass'], swapped('Secret')],
      [withForms('', formOfSecret), [b, a, 'pass'], swapped('Key')],
      [withForms('', ''), [b, a, 'pass'], undefined],
      // A secret goes out as nothing else, whatever stands in its place.
      [withForms(formOfKey, formOfSecret), [b, 'x', 'pass'], swapped('Key')],
      [withForms(formOfKey, formOfSecret), [a, 'pass', b], swapped('Pass')],
      // Values of forms that no source shows are sent: examples are no rules.
      [withForms(formOfKey, formOfSecret), ['new-form', 'other-form', 'pass'], undefined],
      [withForms('', ''), [a, a, 'pass'], en.program.same.replace('%s', 'Key')],
      [withForms('', ''), [a, b, b], en.program.same.replace('%s', 'Pass')],
    ];
    const env = { [plan.baseVariable]: exchange.url };
    const runs = await runMany(
      language,
      cases.map(([source, typed]) => ({ source, typed, env })),
    );
    exchange.close();
    cases.forEach(([, typed, refusal], index) => {
      const name = `${index}: ${typed.join(' ')}`;
      expect(runs[index]?.output, name).toContain(refusal ?? 'it reads');
      expect(runs[index]?.status, name).toBe(refusal === undefined ? 0 : 1);
    });
    expect(exchange.arrived.length).toBe(cases.filter(([, , refusal]) => !refusal).length);
  });

  test(`${language}: a key as its file in JSON holds it, and a key of another kind`, async () => {
    const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
    const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
    const sec1 = p256.export({ type: 'sec1', format: 'pem' }).toString();
    const keyPlan = madeUpPlan({
      secret: 'ec-pem-or-ed25519',
      values: [
        {
          name: 'signature',
          make: 'signature',
          algorithm: 'es256-or-eddsa',
          of: '{algorithm}{path}',
          as: 'base64url',
        },
      ],
      send: { url: '{path}', headers: { 'X-Key': '{key}', 'X-Sign': '{signature}' } },
    });
    if (!canSign(keyPlan, language)) return;
    const source = programOf(keyPlan, language);
    const escaped = JSON.stringify(sec1);
    const env = { [plan.baseVariable]: exchange.url };
    const good = [
      escaped,
      `${escaped},`,
      `"privateKey": ${escaped}`,
      sec1,
      pem(p256),
      pem(ed25519),
    ];
    const bad = [pem(rsa), pem(p384), sec1.slice(0, -60), sec1.replace('M', 'x'), 'A'.repeat(88)];
    const runs = await runMany(
      language,
      [...good, ...bad].map((text) => ({
        source,
        typed: ['"name": "organizations/a/apiKeys/b",', ...text.trimEnd().split('\n')],
        env,
      })),
    );
    exchange.close();
    good.forEach((text, index) => {
      expect(runs[index]?.output, text.slice(0, 60)).toContain('it reads');
    });
    bad.forEach((text, index) => {
      const { output, status } = runs[good.length + index] ?? {};
      expect(output, text.slice(0, 60)).toContain(en.program.wrongSecret);
      expect(status).toBe(1);
    });
    const keys = exchange.arrived.map(({ headers }) => headers['x-key']);
    expect(keys).toEqual(good.map(() => 'organizations/a/apiKeys/b'));
  });

  test(`${language}: a certificate that nobody vouches for is named`, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'certificate-test-'));
    const file = path.join(folder, 'both.pem');
    const request = 'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost'.split(' ');
    spawnSync('openssl', [...request, '-keyout', file, '-out', `${file}.crt`]);
    const server = createServer({
      key: await readFile(file),
      cert: await readFile(`${file}.crt`),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const base = `https://localhost:${port}`;
    const places = [{ label: 'here', base }];
    const run = await runProgram(
      runner,
      programOf(madeUpPlan({ places }), language),
      madeUpCredentials,
      // What people set for other programs, and forget.
      { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    );
    server.close();
    await rm(folder, { recursive: true });
    expect(run.output).toContain(en.program.certificate.replace('%s', base));
    expect(run.status).toBe(1);
  });

  test(`${language}: values behind its name are refused, and not shown`, async () => {
    const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
    const run = await runProgram(
      runner,
      source,
      madeUpCredentials,
      { [plan.baseVariable]: exchange.url },
      undefined,
      ['EXAMPLE-ARGUMENT'],
    );
    exchange.close();
    expect(run.output).toBe(`${en.program.arguments}\n`);
    expect(run.status).toBe(1);
    expect(exchange.arrived).toEqual([]);
  });
}

test('Node.js passes a proxy by, and says so where one is named', async () => {
  const source = programOf(
    madeUpPlan({ places: [{ label: 'here', base: 'https://127.0.0.1:1' }] }),
    'javascript',
  );
  const tries: readonly (readonly [Record<string, string>, boolean])[] = [
    [{}, false],
    [{ https_proxy: 'http://127.0.0.1:2' }, true],
    [{ ALL_PROXY: 'http://127.0.0.1:2' }, true],
    [{ HTTPS_PROXY: 'http://127.0.0.1:2', NODE_USE_ENV_PROXY: '1' }, false],
  ];
  const runs = await runMany(
    'javascript',
    tries.map(([env]) => ({ source, typed: madeUpCredentials, env })),
  );
  tries.forEach(([, says], index) => {
    expect((runs[index]?.output ?? '').includes(en.program.proxy)).toBe(says);
  });
});

test('Python takes what people choose for UTF-8, and no module that lies beside the program', async () => {
  const [python] = firstRunners.filter(({ language }) => language === 'python');
  if (python === undefined) throw new Error('Nothing runs Python.');
  const { credentials, baseVariable } = madeUpPlan({});
  const source = programOf(
    madeUpPlan({
      credentials: [
        ...credentials,
        { variable: 'passphrase', label: 'Pass', environment: 'NORTHWIND_API_PASSPHRASE' },
      ],
      send: { url: '{path}', headers: { 'X-Key': '{key}', 'X-Pass': '{passphrase}' } },
    }),
    'python',
  );
  const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
  const run = await runProgram(
    python,
    source,
    [...madeUpCredentials, 'pä 🔑'],
    { PYTHONIOENCODING: 'ascii', [baseVariable]: exchange.url },
    undefined,
    [],
    { 'hmac.py': 'raise SystemExit(9)\n' },
  );
  exchange.close();
  expect(run.status).toBe(0);
  const sent = exchange.arrived.map(({ headers }) => headers['x-pass'] ?? '');
  expect(sent.map((text) => Buffer.from(text, 'latin1').toString())).toEqual(['pä 🔑']);
});
