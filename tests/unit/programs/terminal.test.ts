import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'astro/zod';
import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import { languages } from '../../../src/programs/languages.ts';
import { startFakeExchange } from '../../support/fake-exchange.ts';
import { madeUpCredentials, madeUpPlan } from '../../support/signing/made-up.ts';
import { programOf } from '../../support/signing/programs.ts';
import { firstRunners, otherShells, type Runner } from '../../support/signing/run-program.ts';

/** What programs show, hide and leave in a terminal. */

const plan = madeUpPlan({});
const [key, secret] = madeUpCredentials;
const asks = (label: string): string => `${en.program.hidden(label)}: `;
const script = path.resolve('tests/support/signing/in-terminal.py');

const seenSchema = z.strictObject({
  shown: z.string(),
  echoes: z.array(z.boolean()),
  echoAfterwards: z.boolean(),
  status: z.int(),
  left: z.string(),
});

/** Runs the made-up program in a terminal; each step waits for a text and types another. */
async function inTerminal(
  { language, command }: Runner,
  steps: readonly (readonly [waits: string, types: string])[],
): Promise<z.infer<typeof seenSchema> & { readonly keys: readonly (string | undefined)[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'terminal-test-'));
  const exchange = await startFakeExchange(() => ({ status: 200, body: {} }));
  try {
    const file = path.join(folder, languages[language].file);
    await writeFile(file, programOf(plan, language));
    const child = spawn('python3', [script, JSON.stringify(steps), ...command, file], {
      env: { ...process.env, TERM: 'xterm', [plan.baseVariable]: exchange.url },
    });
    let [output, errors] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    await new Promise((resolve) => child.once('close', resolve));
    expect(errors).toBe('');
    const keys = exchange.arrived.map(({ headers }) => headers['x-key']);
    return { ...seenSchema.parse(JSON.parse(output)), keys };
  } finally {
    exchange.close();
    await rm(folder, { recursive: true });
  }
}

for (const runner of [...firstRunners, ...otherShells.slice(0, 1)]) {
  test(`${runner.name}: hides what is typed, and whatever ends it brings the terminal back`, async () => {
    // Ctrl-C, and Ctrl-\, which Node.js takes for a sign like others.
    const ends = runner.language === 'javascript' ? ['\u{3}'] : ['\u{3}', '\u{1c}'];
    for (const end of ends) {
      const run = await inTerminal(runner, [
        [asks('Key'), `${key}\n`],
        [asks('Secret'), end],
      ]);
      expect(run.shown).not.toContain(key);
      expect(run.echoes).toEqual([false, false]);
      expect(run.status).toBe(130);
      expect(run.echoAfterwards).toBe(true);
      expect(run.keys).toEqual([]);
    }
  });

  test(`${runner.name}: takes nothing of a paste of several lines, and leaves nothing of it`, async () => {
    const run = await inTerminal(runner, [
      [asks('Key'), `EXAMPLE-\nKEY\n${secret}`],
      [asks('Key'), `${key}\r\n`],
      [asks('Secret'), `${secret}\nrm -r x\n`],
      [asks('Secret'), `${secret}\n`],
    ]);
    for (const text of [key, secret, 'EXAMPLE-', 'rm -r']) expect(run.shown).not.toContain(text);
    expect(run.shown).toContain(en.program.pasted.replace('%s', 'Key'));
    expect(run.shown).toContain(en.program.pasted.replace('%s', 'Secret'));
    expect(run.shown).toContain('it reads');
    expect(run.keys).toEqual([key]);
    expect(run.left).toBe('');
    expect(run.echoAfterwards).toBe(true);
    expect(run.status).toBe(0);
  });
}
