import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LanguageId, languages } from '../../../src/programs/languages.ts';
import { findProgram } from '../../../src/tools/system-program.ts';

/** A program that runs a test program: its name, and how it is called. */
export interface Runner {
  readonly language: LanguageId;
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** What runs a program of each language first of all. */
export const firstRunners: readonly Runner[] = [
  { language: 'sh', name: 'dash', command: ['dash'] },
  { language: 'python', name: 'python3', command: ['python3'] },
  { language: 'javascript', name: 'node', command: [process.execPath] },
];

/** Bash, which every computer with a terminal has, and what else is here. */
const shells: readonly Runner[] = [
  { language: 'sh', name: 'bash', command: ['bash'] },
  ...(['busybox', 'mksh', 'ksh'] as const)
    .filter((name) => findProgram(name) !== undefined)
    .map((name): Runner => ({
      language: 'sh',
      name,
      command: name === 'busybox' ? [name, 'sh'] : [name],
    })),
];

/** Whether a shell writes by itself what programs in it keep from other programs. */
function hasPrintf({ command: [program, ...rest] }: Runner): boolean {
  const { stdout } = spawnSync(program, [...rest, '-c', 'command -v printf'], { encoding: 'utf8' });
  return stdout.trim() === 'printf';
}

/** Further shells that run the programs. */
export const otherShells = shells.filter(hasPrintf);

/** Shells in which the programs refuse to run. */
export const refusedShells = shells.filter((shell) => !hasPrintf(shell));

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
 * (Ctrl-C), what stands behind its name, and other files in its folder. Output: what came out.
 */
export async function runProgram(
  { language, command }: Runner,
  source: string,
  lines: readonly string[],
  env: Readonly<Record<string, string>>,
  interrupted?: Promise<void>,
  values: readonly string[] = [],
  beside: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const folder = await mkdtemp(path.join(tmpdir(), 'test-key-'));
  const file = path.join(folder, languages[language].file);
  await writeFile(file, source);
  for (const [name, text] of Object.entries(beside)) await writeFile(path.join(folder, name), text);
  await mkdir(path.join(folder, 'tmp'));
  try {
    const [program, ...rest] = command;
    const ended = await new Promise<Omit<Run, 'left'>>((resolve, reject) => {
      const child = spawn(program, [...rest, file, ...values], {
        cwd: folder,
        env: { PATH: process.env['PATH'], TMPDIR: path.join(folder, 'tmp'), ...env },
        // In a session of its own, so that no terminal of whoever runs the tests is asked.
        detached: true,
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => (output += text));
      }
      child.once('error', reject);
      child.once('close', (status) => resolve({ status, output }));
      child.stdin.on('error', () => {
        // A program that stops early leaves its input unread.
      });
      child.stdin.end(lines.map((line) => `${line}\n`).join(''));
      // As a terminal does: the program and all that it started.
      void interrupted?.then(() => child.pid !== undefined && process.kill(-child.pid, 'SIGINT'));
    });
    const own = [path.basename(file), 'tmp', ...Object.keys(beside)];
    const found = await readdir(folder, { recursive: true });
    return { ...ended, left: found.filter((name) => !own.includes(name)) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Does something with each of several things, three at a time: programs wait more than they work. */
export async function forAll<Thing>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const left = things.values();
  const worker = async (): Promise<void> => {
    for (const thing of left) await work(thing);
  };
  await Promise.all([worker(), worker(), worker()]);
}
