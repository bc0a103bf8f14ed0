import { createHash, randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { codeHash } from './code-hash.ts';

/** Where results of the check are kept between runs; may be deleted at any time. */
export const defaultKeptFolder = path.resolve('.cache/check');

/** Most texts that stay from earlier runs, some ten kilobytes each. */
const mostTexts = 5_000;

/**
 * Results that are kept between runs, each in a file of its own. A key stands for all that
 * a result was made of: the code of the check is part of every key.
 */
export interface KeptTexts {
  /** The key of a result that depends on these texts, in this order, and on the code. */
  keyOf(texts: Iterable<string>): string;
  /** Undefined where nothing is kept, or where it is damaged. */
  get(key: string): string | undefined;
  /** Keeps a text. A disk that cannot be written to is no reason to stop: then nothing is kept. */
  set(key: string, text: string): void;
  /** Drops the oldest that this run did not use, so that a bounded number stays. Call it at the end of a run. */
  prune(): void;
}

/**
 * Opens a folder of kept texts, which is made when it is needed.
 *
 * Input: the folder; what stands for the code of the check, and how many texts stay.
 * Output: undefined where the code cannot be told, so that nothing may be kept.
 */
export function keptTexts(
  folder: string,
  { code = codeHash(), most = mostTexts }: { code?: string | undefined; most?: number } = {},
): KeptTexts | undefined {
  if (code === undefined) return undefined;
  const used = new Set<string>();
  let hasWritten = false;
  return {
    keyOf: (texts) => {
      const hash = createHash('sha256').update(code);
      // With the lengths, no two rows of texts are the same row of bytes.
      for (const text of texts) hash.update(`${text.length}:`).update(text);
      return hash.digest('hex');
    },
    get: (key) => {
      const text = read(path.join(folder, key));
      if (text !== undefined) used.add(key);
      return text;
    },
    set: (key, text) => {
      // Several checks can run at once: a reader must never see half a file.
      const half = path.join(folder, `${randomUUID()}.part`);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(half, `${checksum(text)}\n${text}`);
        renameSync(half, path.join(folder, key));
        used.add(key);
        hasWritten = true;
      } catch {
        removeIfPossible(half);
      }
    },
    prune: () => {
      if (hasWritten) prune(folder, used, Math.max(most, 2 * used.size));
    },
  };
}

function read(file: string): string | undefined {
  try {
    const written = readFileSync(file, 'utf8');
    const end = written.indexOf('\n');
    const text = written.slice(end + 1);
    return written.slice(0, end) === checksum(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function prune(folder: string, used: ReadonlySet<string>, most: number): void {
  const names = readdirSync(folder);
  if (names.length <= most) return;
  const unused = names
    .filter((name) => !used.has(name))
    .map((name) => ({ file: path.join(folder, name), time: timeOf(path.join(folder, name)) }))
    .toSorted((a, b) => a.time - b.time);
  for (const { file } of unused.slice(0, names.length - most)) removeIfPossible(file);
}

/** When a file was written; long ago where another check has just removed it. */
function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What stays is no result of any key, or is one that holds.
  }
}
