import { today } from '../model/dates.ts';
import { type Content, parseContent, type Readers } from './content.ts';
import { type ContentFiles, readContentFiles } from './content-files.ts';
import type { PictureOptions } from './pictures/check-pictures.ts';
import { captureFilesOf } from './pictures/capture-files.ts';
import { compareProblems, type Problem } from './problem.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/**
 * Runs every rule of texts. Input: the files of a content folder and the present day.
 * Output: all problems, sorted.
 */
export function checkContent(files: ContentFiles, day = today(), readers?: Readers): Problem[] {
  return checkTexts(parseContent(files, day, readers)).sort(compareProblems);
}

/**
 * Reads and checks a content folder, texts and pictures.
 *
 * Input: the folder; how pictures are read, where it is not as usual. Output: the files,
 * and all problems, sorted. Throws where the folder cannot be read.
 */
export async function checkFolder(
  folder: string,
  options: Partial<PictureOptions> = {},
): Promise<{ files: ContentFiles; problems: Problem[] }> {
  const files = await readContentFiles(folder);
  const content = parseContent(files);
  const problems = [...checkTexts(content), ...(await checkCaptures(folder, content, options))];
  return { files, problems: problems.sort(compareProblems) };
}

function checkTexts(content: Content): Problem[] {
  return Object.entries<Rule>(rules).flatMap(([id, rule]) =>
    rule
      .check(content)
      .map((finding) => ({ ...finding, rule: id, severity: rule.severity ?? 'error' })),
  );
}

async function checkCaptures(
  folder: string,
  content: Content,
  options: Partial<PictureOptions>,
): Promise<Problem[]> {
  // What decodes pictures takes a while to load, and most content has none.
  if (captureFilesOf(content.files).length === 0) return [];
  const [{ checkPictures }, { pictureReader }, { defaultCacheFolder }] = await Promise.all([
    import('./pictures/check-pictures.ts'),
    import('./pictures/recognise.ts'),
    import('./pictures/reading-cache.ts'),
  ]);
  const reader = options.reader ?? pictureReader();
  try {
    return await checkPictures(folder, content, {
      cacheFolder: defaultCacheFolder,
      unreadIs: 'error',
      ...options,
      reader,
    });
  } finally {
    await reader.close();
  }
}
