import { spawn } from 'node:child_process';
import * as fakes from '../support/fake-exchange.ts';
import { expect, test } from '../support/test.ts';

interface Program {
  readonly slug: string;
  readonly fake: fakes.Impersonation;
  /** Variable that leads the program to another address. */
  readonly variable: string;
  /** Answers to questions before the credentials. */
  readonly choice?: readonly string[];
  readonly method: 'GET' | 'POST';
  readonly target: string;
}

/** The programs of the step "test-key", as readers copy them from the page. */
const programs: readonly Program[] = [
  {
    slug: 'gate',
    fake: fakes.gate,
    variable: 'GATE_API_BASE',
    choice: ['1'],
    method: 'GET',
    target: '/api/v4/spot/accounts',
  },
  {
    slug: 'gemini',
    fake: fakes.gemini,
    variable: 'GEMINI_API_BASE',
    method: 'POST',
    target: '/v1/roles',
  },
  {
    slug: 'binance',
    fake: fakes.binance,
    variable: 'BINANCE_API_BASE',
    method: 'GET',
    target: '/sapi/v1/account/apiRestrictions',
  },
  {
    slug: 'okx',
    fake: fakes.okx,
    variable: 'OKX_API_BASE',
    choice: ['1'],
    method: 'GET',
    target: '/api/v5/account/config',
  },
  {
    slug: 'kraken',
    fake: fakes.kraken,
    variable: 'KRAKEN_API_BASE',
    method: 'POST',
    target: '/0/private/GetApiKeyInfo',
  },
  {
    slug: 'kraken-futures',
    fake: fakes.krakenFutures,
    variable: 'KRAKEN_FUTURES_API_BASE',
    method: 'GET',
    target: '/api/auth/v1/api-keys/v3/check',
  },
  {
    slug: 'coinbase',
    fake: fakes.coinbase,
    variable: 'COINBASE_API_BASE',
    method: 'GET',
    target: '/api/v3/brokerage/key_permissions',
  },
  {
    slug: 'lbank',
    fake: fakes.lbank,
    variable: 'LBANK_API_BASE',
    method: 'POST',
    target: '/v2/supplement/api_Restrictions.do',
  },
  {
    slug: 'kucoin',
    fake: fakes.kucoin,
    variable: 'KUCOIN_API_BASE',
    method: 'GET',
    target: '/api/v1/user/api-key',
  },
];

for (const { slug, fake, variable, choice = [], method, target } of programs) {
  test(`the program for ${slug} is signed right, shows no credential, and a wrong secret is refused`, async ({
    page,
  }) => {
    await page.goto(`${slug}/`);
    const source = await page.locator('#test-key pre').first().innerText();
    const exchange = await fakes.startFakeExchange(fake);
    const env = { [variable]: exchange.url };
    const wrong = fake.credentials.with(fake.wrong.index, fake.wrong.value);
    for (const shell of ['sh', 'bash']) {
      const output = await runProgram(shell, source, [...choice, ...fake.credentials], env);
      expect(stripped(output), shell).toContain(stripped(JSON.stringify(fake.accepted)));
      expect(output, shell).toContain('HTTP status: 200');
      for (const value of fake.credentials) expect(output, shell).not.toContain(value);

      const refused = await runProgram(shell, source, [...choice, ...wrong], env);
      expect(stripped(refused), shell).toContain(stripped(JSON.stringify(fake.refused.body)));
      expect(refused, shell).not.toContain(fake.wrong.value);
    }
    exchange.close();
    const requests = exchange.arrived.map(
      (request) => `${request.method} ${request.path.split('?')[0]}`,
    );
    expect(new Set(requests)).toEqual(new Set([`${method} ${target}`]));
    expect(requests).toHaveLength(4);
  });
}

/** Programs may break the answer into lines for readers. */
function stripped(text: string): string {
  return text.replaceAll(/[\s,]+/g, '');
}

/** Runs a program with lines of input. Output: all that it wrote. */
function runProgram(
  shell: string,
  source: string,
  lines: readonly string[],
  env: Record<string, string>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(shell, ['-c', source], { env: { ...process.env, ...env } });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', () => resolve(output));
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  });
}
