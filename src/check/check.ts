import { today } from '../derive/dates.ts';
import { checkPart, type PartResult } from './check-part.ts';
import { checkParts, usualWorkers } from './check-parts.ts';
import { compareParts } from './compare-parts.ts';
import { type Readers, usualReaders } from '../content/content.ts';
import { type ContentFiles, readContentFiles } from '../content/content-files.ts';
import type { KeptTexts } from './kept-texts.ts';
import { parsePart, type Part, type PartFiles, partsOf } from './parts.ts';
import type { PictureOptions } from './pictures/check-pictures.ts';
import { captureFilesOf } from './pictures/capture-files.ts';
import { compareProblems, type Problem } from './problem.ts';
import type { RuleText } from './rule.ts';
import { rules } from './rules/index.ts';

/** How a folder is checked. */
export interface CheckOptions extends PictureOptions {
  /** Where results are kept between runs; undefined for nowhere. */
  readonly kept: KeptTexts | undefined;
  /** The day against which days are judged. */
  readonly day: string;
  /** Most threads that check parts at once. */
  readonly mostWorkers: number;
}

/**
 * Runs every rule of texts. Input: the files of a content folder and the present day.
 * Output: all problems, sorted.
 */
export function checkContent(
  files: ContentFiles,
  day = today(),
  readers: Readers = usualReaders,
): Problem[] {
  const parts = partsOf(files);
  const results = parts.map((part) => checkPart(parsePart(part, readers)));
  return problemsOf(files, parts, results, { day, readers }).sort(compareProblems);
}

/**
 * Reads and checks a content folder, texts and pictures.
 *
 * Input: the folder, and what is not as usual (nothing is kept, the day is today). Output:
 * the files, and all problems, sorted. Throws where the folder cannot be read.
 */
export async function checkFolder(
  folder: string,
  options: Partial<CheckOptions> = {},
): Promise<{ files: ContentFiles; problems: Problem[] }> {
  const { kept, day = today(), mostWorkers = usualWorkers, ...pictures } = options;
  const files = await readContentFiles(folder);
  const parts = partsOf(files);
  const results = await checkParts(parts, { kept, mostWorkers });
  const problems = [
    ...problemsOf(files, parts, results, { day, readers: usualReaders, kept }),
    ...(await checkCaptures(folder, files, parts, pictures)),
  ];
  kept?.prune();
  return { files, problems: problems.sort(compareProblems) };
}

/** What the rules found in the parts, and what those find that compare them. */
function problemsOf(
  files: ContentFiles,
  parts: readonly PartFiles[],
  results: readonly PartResult[],
  { day, readers, kept }: { day: string; readers: Readers; kept?: KeptTexts | undefined },
): Problem[] {
  const compared = compareParts({
    files,
    today: day,
    results,
    partOf: (slug) => partOf(parts, slug, readers),
    kept,
  });
  const texts: Record<string, RuleText> = rules;
  return [...results.flatMap(({ findings }) => findings), ...compared].map(({ rule, finding }) => ({
    ...finding,
    rule,
    severity: texts[rule]?.severity ?? 'error',
  }));
}

function partOf(
  parts: readonly PartFiles[],
  slug: string | undefined,
  readers: Readers = usualReaders,
): Part {
  const found = parts.find((part) => part.slug === slug);
  if (found === undefined) throw new Error(`[content] There is no part "${slug}".`);
  return parsePart(found, readers);
}

async function checkCaptures(
  folder: string,
  files: ContentFiles,
  parts: readonly PartFiles[],
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
    return await checkPictures(folder, files, (slug) => partOf(parts, slug).exchanges[0], {
      cacheFolder: defaultCacheFolder,
      unreadIs: 'error',
      ...options,
      reader,
    });
  } finally {
    await reader.close();
  }
}
