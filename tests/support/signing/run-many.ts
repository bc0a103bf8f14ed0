import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import path from 'node:path';
import { Writable } from 'node:stream';
import { format } from 'node:util';
import vm from 'node:vm';
import type { LanguageId } from '../../../src/programs/languages.ts';
import { firstRunners, forAll, type Run, runProgram } from './run-program.ts';

/** One run of a program: what is typed, and variables of the environment. */
export interface ProgramCase {
  readonly source: string;
  readonly typed: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Runs many programs of one language, each with what a reader would type, without a terminal.
 * Shell scripts run as everywhere; Python and JavaScript share one interpreter, whose start
 * takes longer than all that a program does. They send their requests as always.
 *
 * Output: status and output of each, in the order of the cases.
 */
export async function runMany(
  language: LanguageId,
  cases: readonly ProgramCase[],
): Promise<Pick<Run, 'status' | 'output'>[]> {
  if (language === 'python') return runPython(cases);
  const runner = firstRunners.find((candidate) => candidate.language === language);
  if (runner === undefined) throw new Error(`Nothing runs ${language}.`);
  const runs = new Map<ProgramCase, Pick<Run, 'status' | 'output'>>();
  await forAll(cases, async (one) => {
    runs.set(
      one,
      language === 'javascript'
        ? await runJavaScript(one)
        : await runProgram(runner, one.source.replaceAll('sleep 1; ', ''), one.typed, one.env),
    );
  });
  return cases.flatMap((one) => runs.get(one) ?? []);
}

async function runPython(cases: readonly ProgramCase[]): Promise<Pick<Run, 'status' | 'output'>[]> {
  const child = spawn('python3', [path.resolve('tests/support/signing/run-many.py')]);
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdin.end(JSON.stringify(cases));
  await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (errors !== '') throw new Error(errors);
  const results: unknown = JSON.parse(output);
  return (Array.isArray(results) ? results : []).map((result: unknown) => {
    const [status, text]: unknown[] = Array.isArray(result) ? result : [];
    return { status: Number(status), output: String(text) };
  });
}

/** A program that ended. */
class Ended extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`ended with ${status}`);
    this.status = status;
  }
}

async function runJavaScript({
  source,
  typed,
  env,
}: ProgramCase): Promise<Pick<Run, 'status' | 'output'>> {
  let output = '';
  const say = (...parts: unknown[]): void => {
    output += `${format(...parts)}\n`;
  };
  const ownProcess = {
    argv: ['node', 'test-key.mjs'],
    env,
    stdin: { isTTY: false },
    stdout: { write: (text: string) => (output += text) },
    exitCode: 0,
    exit: (status: number): never => {
      throw new Ended(status);
    },
  };
  const readline = {
    createInterface: () => {
      const heard = new Map<string, (line: string) => void>();
      queueMicrotask(() => {
        for (const line of typed) heard.get('line')?.(line);
        heard.get('close')?.('');
      });
      return {
        on: (event: string, hear: (line: string) => void) => heard.set(event, hear),
        close: (): void => undefined,
      };
    },
  };
  // No fake exchange counts nonces here; what runs a program by itself sees that they grow.
  const atomics = { wait: (): string => 'timed-out' };
  const run = vm.compileFunction(
    // The modules that it imports are handed over.
    `return (async () => { 'use strict'; ${source.replaceAll(/^#!.*$|^import .*$/gm, '')} })();`,
    ['crypto', 'readline', 'Writable', 'wait', 'Atomics', 'process', 'console'],
  );
  try {
    await run(crypto, readline, Writable, undefined, atomics, ownProcess, { log: say, error: say });
    return { status: ownProcess.exitCode, output };
  } catch (error) {
    if (error instanceof Ended) return { status: error.status, output };
    return {
      status: 1,
      output: `${output}${error instanceof Error ? error.stack : String(error)}`,
    };
  }
}
