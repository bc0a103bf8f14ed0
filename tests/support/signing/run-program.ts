import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LanguageId, languages } from '../../../src/programs/languages.ts';

/** Programs that run a test program; shells are tried both. */
export const runners = {
  sh: ['dash', 'bash'],
  python: ['python3'],
  javascript: ['node'],
} as const satisfies Record<LanguageId, readonly string[]>;

export interface Run {
  readonly status: number | null;
  /** All that it wrote, to both outputs. */
  readonly output: string;
  /** Files that it left behind, in its folder and in the one for temporary files. */
  readonly left: readonly string[];
}

/**
 * Runs a test program as a reader would, but without a terminal.
 *
 * Input: what runs it, the program, lines of input, variables, and when it is interrupted
 * (Ctrl-C). Output: what came out.
 */
export async function runProgram(
  runner: string,
  language: LanguageId,
  source: string,
  lines: readonly string[],
  env: Readonly<Record<string, string>>,
  interrupted?: Promise<void>,
): Promise<Run> {
  const folder = await mkdtemp(path.join(tmpdir(), 'test-key-'));
  const file = path.join(folder, languages[language].file);
  await writeFile(file, source);
  await mkdir(path.join(folder, 'tmp'));
  try {
    const ended = await new Promise<Omit<Run, 'left'>>((resolve, reject) => {
      const child = spawn(runner, [file], {
        cwd: folder,
        env: { PATH: process.env['PATH'], TMPDIR: path.join(folder, 'tmp'), ...env },
        // In a session of its own, so that no terminal of whoever runs the tests is asked.
        detached: true,
      });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.once('error', reject);
      child.once('close', (status) => resolve({ status, output }));
      child.stdin.on('error', () => {
        // A program that stops early leaves its input unread.
      });
      child.stdin.end(lines.map((line) => `${line}\n`).join(''));
      // As a terminal does: the program and all that it started.
      void interrupted?.then(() => child.pid !== undefined && process.kill(-child.pid, 'SIGINT'));
    });
    const own = [path.basename(file), 'tmp'];
    const found = await readdir(folder, { recursive: true });
    return { ...ended, left: found.filter((name) => !own.includes(name)) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
