import { spawn } from 'node:child_process';
import path from 'node:path';

/** How a command ended. */
export interface Outcome {
  /** Exit status; 1 where the command was ended by a signal or could not start. */
  readonly status: number;
  readonly output: string;
}

/**
 * Runs a program of this project's dependencies.
 *
 * Input: its name in node_modules/.bin, its arguments, variables to add to the
 * environment, and whether its output is shown as it comes. Output: how it ended.
 */
export function run(
  program: string,
  args: readonly string[],
  options: { env?: Record<string, string>; show?: boolean } = {},
): Promise<Outcome> {
  const bin = path.resolve('node_modules/.bin');
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: {
        ...process.env,
        ...options.env,
        PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
      },
      // Windows starts the programs of node_modules/.bin through its shell only.
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer, stream: NodeJS.WriteStream): void => {
      output += chunk.toString();
      if (options.show) stream.write(chunk);
    };
    child.stdout.on('data', (chunk: Buffer) => collect(chunk, process.stdout));
    child.stderr.on('data', (chunk: Buffer) => collect(chunk, process.stderr));
    child.once('error', (error) => resolve({ status: 1, output: `${output}${error.message}\n` }));
    child.once('close', (status) => resolve({ status: status ?? 1, output }));
  });
}
