import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import { startFakeExchange } from '../../support/fake-exchange.ts';
import { madeUpCredentials, madeUpPlan } from '../../support/signing/made-up.ts';
import { programOf } from '../../support/signing/programs.ts';
import { runMany } from '../../support/signing/run-many.ts';
import { firstRunners, runProgram } from '../../support/signing/run-program.ts';

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
    const [run] = await runMany(language, [
      { source: programOf(madeUpPlan({ places }), language), typed: madeUpCredentials, env: {} },
    ]);
    server.close();
    await rm(folder, { recursive: true });
    expect(run?.output).toContain(en.program.certificate.replace('%s', base));
    expect(run?.status).toBe(1);
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
