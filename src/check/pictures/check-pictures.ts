import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExchangeFolder } from '../../content/content.ts';
import type { ContentFiles } from '../../content/content-files.ts';
import type { Problem } from '../problem.ts';
import { formatBox } from './box.ts';
import { kindOfBytes } from './kinds.ts';
import { captureFilesOf } from './capture-files.ts';
import {
  imageOf,
  type Picture,
  type PictureFile,
  type PictureFinding,
  type PictureRule,
  type Unread,
} from './picture.ts';
import { largestPicture } from './limits.ts';
import { fits } from './picture-size.ts';
import { pictureRules } from './index.ts';
import { type PictureReader, ReaderMissing, type Reading } from './reading.ts';
import { readingCache } from './reading-cache.ts';

/** How pictures are read. */
export interface PictureOptions {
  readonly reader: PictureReader;
  /** Folder in which readings are kept between runs. */
  readonly cacheFolder: string;
  /** What it is where a picture cannot be looked at for secrets. */
  readonly unreadIs: 'error' | 'warning';
  /** After how many seconds reading a picture is given up. */
  readonly seconds?: number;
}

/** A finding with the id and the severity of its rule. */
export interface JudgedFinding extends PictureFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
}

/**
 * Checks every file in the folders "captures".
 *
 * Input: the content folder, its files, what parses an exchange by its slug, and how
 * pictures are read. Output: all problems, unsorted. Throws where a file cannot be read from the disk.
 */
export async function checkPictures(
  folder: string,
  files: ContentFiles,
  exchangeOf: (slug: string) => ExchangeFolder | undefined,
  options: PictureOptions,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [slug, captures] of Map.groupBy(captureFilesOf(files), (capture) => capture.slug)) {
    const exchange = exchangeOf(slug);
    for (const { file } of captures) {
      const bytes = await readFile(path.join(folder, file));
      const findings = await checkPicture({ file, bytes, exchange }, options);
      problems.push(...findings.map((finding) => asProblem(file, finding)));
    }
  }
  return problems;
}

/**
 * Checks one picture. A reading is kept unless something secret was found in it: it would
 * hold that secret.
 *
 * Input: the file and how pictures are read. Output: what the rules found. Never throws
 * because of the picture.
 */
export async function checkPicture(
  file: PictureFile,
  { reader, cacheFolder, unreadIs, seconds = largestPicture.seconds }: PictureOptions,
): Promise<JudgedFinding[]> {
  const cache = readingCache(cacheFolder);
  const image = await imageOf(file.bytes);
  const isReadable =
    image !== undefined && fits(image) && file.bytes.length <= largestPicture.bytes;
  const kept = isReadable ? await cache.get(file.bytes) : undefined;
  const reading = isReadable
    ? (kept ?? (await readOrSayWhy(reader, file.bytes, seconds)))
    : undefined;
  const picture: Picture = { ...file, kind: kindOfBytes(file.bytes), image, reading };
  const findings = Object.entries<PictureRule>(pictureRules).flatMap(
    ([rule, { check, severity }]) =>
      check(picture).map((finding) => ({
        ...finding,
        rule,
        severity: finding.unread === true ? unreadIs : (severity ?? 'error'),
      })),
  );
  const isClean = findings.every(({ rule }) => rule !== 'picture-secret');
  if (kept === undefined && isClean && reading !== undefined && 'rows' in reading)
    await cache.set(file.bytes, reading);
  return findings;
}

async function readOrSayWhy(
  reader: PictureReader,
  bytes: Uint8Array,
  seconds: number,
): Promise<Reading | Unread> {
  try {
    return await readWithin(reader, bytes, seconds);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return error instanceof ReaderMissing
      ? {
          reason: `text recognition is not installed. ${reason}`,
          help: 'Run "npm install" with the development dependencies, and check again.',
        }
      : {
          reason,
          help: 'Take the screenshot again and add it with "npm run capture".',
        };
  }
}

/** A reading; one that takes too long is given up, and its reader with it, which starts anew. */
async function readWithin(
  reader: PictureReader,
  bytes: Uint8Array,
  seconds: number,
): Promise<Reading> {
  const { promise: given, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`Reading it took longer than ${seconds} seconds.`)),
    seconds * 1_000,
  );
  const reading = reader.read(bytes);
  try {
    return await Promise.race([reading, given]);
  } catch (error) {
    // What was given up may still fail, when nobody waits for it any more.
    reading.catch(() => {});
    await reader.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function asProblem(file: string, { message, help, box, rule, severity }: JudgedFinding): Problem {
  const place =
    box === undefined ? '' : ` It is at ${formatBox(box)} (left, top, width, height in pixels).`;
  return { file, line: 1, column: 1, rule, severity, message: `${message}${place}`, help };
}
