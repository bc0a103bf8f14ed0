import { type Content, parseContent } from '../content/content.ts';
import { type ContentFiles, readContentFiles } from '../content/content-files.ts';
import { type Readers, usualReaders } from '../content/data-file.ts';
import { today } from '../derive/dates.ts';
import { captureFilesOf } from './pictures/capture-files.ts';
import type { PictureOptions } from './pictures/check-pictures.ts';
import { compareProblems, type Problem } from './problem.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** How a folder is checked. */
export interface CheckOptions extends PictureOptions {
  /** The day against which days are judged. */
  readonly day: string;
}

/**
 * Runs every rule of texts. Input: the files of a content folder and the current day.
 * Output: all problems, sorted.
 */
export function checkContent(
  files: ContentFiles,
  day = today(),
  readers: Readers = usualReaders,
): Problem[] {
  return problemsOf(parseContent(files, readers), day).sort(compareProblems);
}

/**
 * Reads and checks a content folder, texts and pictures.
 *
 * Input: the folder, and what is not as usual (the day is today). Output: the content and
 * all problems, sorted. Throws where the folder cannot be read.
 */
export async function checkFolder(
  folder: string,
  options: Partial<CheckOptions> = {},
): Promise<{ content: Content; problems: Problem[] }> {
  const content = parseContent(await readContentFiles(folder));
  return { content, problems: await checkLoaded(content, folder, options) };
}

/**
 * Checks content that was read, and its pictures.
 *
 * Input: the content, its folder, and what is not as usual. Output: all problems, sorted.
 */
export async function checkLoaded(
  content: Content,
  folder: string,
  { day = today(), ...pictures }: Partial<CheckOptions> = {},
): Promise<Problem[]> {
  const problems = [
    ...problemsOf(content, day),
    ...(await checkCaptures(folder, content, pictures)),
  ];
  return problems.sort(compareProblems);
}

function problemsOf(content: Content, day: string): Problem[] {
  return Object.entries<Rule>(rules).flatMap(([rule, { check, severity = 'error' }]) =>
    check(content, { today: day }).map((finding) => ({ ...finding, rule, severity })),
  );
}

async function checkCaptures(
  folder: string,
  { files, exchanges }: Content,
  options: Partial<PictureOptions>,
): Promise<Problem[]> {
  // What decodes pictures takes a while to load, and most content has none.
  if (captureFilesOf(files).length === 0) return [];
  const [{ checkPictures }, { pictureReader }, { defaultCacheFolder }] = await Promise.all([
    import('./pictures/check-pictures.ts'),
    import('./pictures/recognise.ts'),
    import('./pictures/reading-cache.ts'),
  ]);
  const reader = options.reader ?? pictureReader();
  try {
    return await checkPictures(
      folder,
      files,
      (slug) => exchanges.find((exchange) => exchange.slug === slug),
      { cacheFolder: defaultCacheFolder, unreadIs: 'error', ...options, reader },
    );
  } finally {
    await reader.close();
  }
}
