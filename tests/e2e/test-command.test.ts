import { spawn } from 'node:child_process';
import {
  answerAsGate,
  answerAsGemini,
  fakeCredentials,
  startFakeExchange,
} from '../support/fake-exchange.ts';
import { expect, test } from '../support/test.ts';

/** The programs of the step "test-key", as a reader copies them from the page. */
const programs = [
  {
    path: 'gate/',
    answer: answerAsGate,
    variable: 'GATE_API_BASE',
    choice: ['1'],
    method: 'GET',
    target: '/api/v4/spot/accounts',
    good: 'USDT',
    refused: 'INVALID_SIGNATURE',
  },
  {
    path: 'gemini/',
    answer: answerAsGemini,
    variable: 'GEMINI_API_BASE',
    choice: [],
    method: 'POST',
    target: '/v1/roles',
    good: '"isAuditor":true',
    refused: 'InvalidSignature',
  },
] as const;

for (const shell of ['sh', 'bash'] as const) {
  for (const program of programs) {
    test(`${program.path} the program works in ${shell}, and shows no credential`, async ({
      page,
    }) => {
      await page.goto(program.path);
      const source = await page.locator('#test-key pre').innerText();
      const exchange = await startFakeExchange(program.answer);
      const { key, secret } = fakeCredentials;
      const output = await runProgram(shell, source, [...program.choice, key, secret], {
        [program.variable]: exchange.url,
      });
      exchange.close();
      expect(exchange.arrived.map(({ method, path }) => [method, path])).toEqual([
        [program.method, program.target],
      ]);
      expect(output).toContain(program.good);
      expect(output).toContain('HTTP status: 200');
      expect(output).not.toContain(secret);
      expect(output).not.toContain(key);
    });

    test(`${program.path} a wrong secret is refused in ${shell}`, async ({ page }) => {
      await page.goto(program.path);
      const source = await page.locator('#test-key pre').innerText();
      const exchange = await startFakeExchange(program.answer);
      const lines = [...program.choice, fakeCredentials.key, 'another secret'];
      const output = await runProgram(shell, source, lines, { [program.variable]: exchange.url });
      exchange.close();
      expect(output).toContain(program.refused);
      expect(output).toContain('Warning');
    });
  }
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
