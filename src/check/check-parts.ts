import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { z } from 'astro/zod';
import { checkPart, type PartResult } from './check-part.ts';
import type { ContentFiles } from '../content/content-files.ts';
import type { KeptTexts } from './kept-texts.ts';
import { parsePart, type PartFiles } from './parts.ts';

/** How parts are checked. */
export interface PartOptions {
  /** Where results are kept between runs; undefined for nowhere. */
  readonly kept: KeptTexts | undefined;
  /** Most threads that work at once, where there is enough to do. */
  readonly mostWorkers: number;
}

/** Fewer parts than this are done before another thread has loaded the rules. */
const fewestForWorker = 30;

/** More threads than this take more memory than they save time. */
export const usualWorkers = Math.min(4, availableParallelism());

const resultSchema: z.ZodType<PartResult> = z.strictObject({
  slug: z.string().optional(),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      finding: z.strictObject({
        file: z.string(),
        line: z.number(),
        column: z.number(),
        message: z.string(),
        help: z.string(),
      }),
    }),
  ),
  digests: z.record(z.string(), z.unknown()),
});

/**
 * Checks parts, each by itself, or takes what is kept of them.
 *
 * Input: the files of the parts. Output: their results, in the same order. Throws where a
 * rule throws.
 */
export async function checkParts(
  parts: readonly PartFiles[],
  { kept, mostWorkers }: PartOptions,
): Promise<PartResult[]> {
  const results = new Map<PartFiles, PartResult>();
  const missing = new Map<PartFiles, string>();
  for (const part of parts) {
    const key = kept?.keyOf(textsOfPart(part)) ?? '';
    const text = kept?.get(key);
    if (text === undefined) missing.set(part, key);
    else results.set(part, readResult(text));
  }
  await checkEach([...missing.keys()], mostWorkers, (part, text) => {
    const result = readResult(text);
    results.set(part, result);
    // A result may quote what it found, which must be gone when it is gone from the content.
    if (result.findings.every(({ rule }) => rule !== 'secret'))
      kept?.set(missing.get(part) ?? '', text);
  });
  return parts.flatMap((part) => results.get(part) ?? []);
}

function readResult(text: string): PartResult {
  return resultSchema.parse(JSON.parse(text));
}

/** Everything that the result of a part depends on, as a row of texts. */
function textsOfPart({ slug, own, context }: PartFiles): string[] {
  return [JSON.stringify(slug ?? null), ...textsOfFiles(own), ...textsOfFiles(context)];
}

function textsOfFiles({ texts, others }: ContentFiles): string[] {
  return [String(texts.size), ...[...texts].flat(), JSON.stringify([...others].sort())];
}

/** Checks parts, and hands each result over as JSON when it is there. */
async function checkEach(
  parts: readonly PartFiles[],
  mostWorkers: number,
  take: (part: PartFiles, text: string) => void,
): Promise<void> {
  const count = Math.min(mostWorkers, Math.floor(parts.length / fewestForWorker));
  if (count < 2) {
    for (const part of parts) take(part, JSON.stringify(checkPart(parsePart(part))));
    return;
  }
  const waiting = parts.values();
  const workers: Worker[] = [];
  try {
    await Promise.all(
      Array.from({ length: count }, () => {
        const worker = new Worker(new URL('part-worker.ts', import.meta.url), {
          workerData: parts[0]?.context,
          // Half of the usual: trees are thrown away one by one, and two threads fit into the memory of one.
          resourceLimits: { maxYoungGenerationSizeMb: 24 },
        });
        workers.push(worker);
        return keepBusy(worker, waiting, take);
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Gives a thread one part after the other, until none is left. */
function keepBusy(
  worker: Worker,
  waiting: Iterator<PartFiles>,
  take: (part: PartFiles, text: string) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // One part is sent ahead, so that the thread need not wait for this one.
    const sent: PartFiles[] = [];
    const sendNext = (): void => {
      const next = waiting.next();
      if (next.done === true) return;
      sent.push(next.value);
      worker.postMessage({ slug: next.value.slug, own: next.value.own });
    };
    worker.on('error', reject);
    worker.on('message', (text: unknown) => {
      const part = sent.shift();
      try {
        if (part !== undefined) take(part, z.string().parse(text));
      } catch (error) {
        reject(error);
      }
      sendNext();
      if (sent.length === 0) resolve();
    });
    sendNext();
    sendNext();
    if (sent.length === 0) resolve();
  });
}
