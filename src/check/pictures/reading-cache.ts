import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'astro/zod';
import { type Reading, readingSchema } from './reading.ts';

/** Raise it when pictures are read in another way: what was read before counts no more. */
const edition = 1;

const entrySchema = z.strictObject({ edition: z.literal(edition), reading: readingSchema });

/** Where readings are kept between runs; may be deleted at any time. */
export const defaultCacheFolder = path.resolve('.cache/pictures');

/**
 * Readings of pictures by the SHA-256 of their bytes, one JSON file each. What was read is
 * kept, not how it was judged, so a changed rule judges anew.
 */
export interface ReadingCache {
  /** The reading of a picture; undefined where there is none that can be used. */
  get(bytes: Uint8Array): Promise<Reading | undefined>;
  set(bytes: Uint8Array, reading: Reading): Promise<void>;
}

/** A cache in a folder, which is made when it is needed. */
export function readingCache(folder: string): ReadingCache {
  const fileOf = (bytes: Uint8Array): string =>
    path.join(folder, `${createHash('sha256').update(bytes).digest('hex')}.json`);
  return {
    get: async (bytes) => {
      try {
        const written: unknown = JSON.parse(await readFile(fileOf(bytes), 'utf8'));
        return entrySchema.safeParse(written).data?.reading;
      } catch {
        return undefined;
      }
    },
    set: async (bytes, reading) => {
      await mkdir(folder, { recursive: true });
      // Several checks can run at once: a reader must never see half a file.
      const half = path.join(folder, `${randomUUID()}.part`);
      await writeFile(half, JSON.stringify({ edition, reading }));
      await rename(half, fileOf(bytes));
    },
  };
}
