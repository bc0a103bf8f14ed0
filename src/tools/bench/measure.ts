import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'astro/zod';

/** What a run took. */
export interface Usage {
  /** From start to end. */
  readonly seconds: number;
  /** Time of the processor, of all processes together: what a quiet machine would need at most. */
  readonly processorSeconds: number;
  /** The most memory that one process had. */
  readonly megabytes: number;
}

const lineSchema = z.tuple([z.number(), z.number()]);

/**
 * Measures what a run starts.
 *
 * Input: the folder for what is noted meanwhile, and the run, which gets the variables that
 * its processes need. Output: what the run comes to, and what it took.
 */
export async function measured<Result>(
  folder: string,
  run: (env: Record<string, string>) => Promise<Result>,
): Promise<{ result: Result; usage: Usage }> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'usage.txt');
  await rm(file, { force: true });
  const started = performance.now();
  const result = await run({
    BENCH_USAGE: file,
    NODE_OPTIONS: `--import=${import.meta.resolve('./report-usage.ts')}`,
  });
  const seconds = (performance.now() - started) / 1_000;
  const lines = (await readFile(file, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => lineSchema.parse(JSON.parse(line)));
  return {
    result,
    usage: {
      seconds,
      processorSeconds: lines.reduce((sum, [, micro]) => sum + micro, 0) / 1e6,
      megabytes: Math.max(...lines.map(([kilobytes]) => kilobytes)) / 1_024,
    },
  };
}
