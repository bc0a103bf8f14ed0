import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'astro/zod';
import { checkPart } from './check-part.ts';
import { parsePart } from './parts.ts';

/**
 * A thread that checks parts. It is started with the context of all parts, is sent the
 * slug and the files of one part after the other, and answers each with its result as JSON.
 */

const filesSchema = z.strictObject({
  root: z.string(),
  texts: z.map(z.string(), z.string()),
  others: z.set(z.string()),
});
const partSchema = z.strictObject({ slug: z.string().optional(), own: filesSchema });

const context = filesSchema.parse(workerData);

parentPort?.on('message', (sent: unknown) => {
  const { slug, own } = partSchema.parse(sent);
  parentPort?.postMessage(JSON.stringify(checkPart(parsePart({ slug, own, context }))));
});
