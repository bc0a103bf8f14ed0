import { parseContent } from './content.ts';
import { type ContentFiles, readContentFiles } from './content-files.ts';
import { compareProblems, type Problem } from './problem.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** Runs every rule. Input: the files of a content folder. Output: all problems, sorted. */
export function checkContent(files: ContentFiles): Problem[] {
  const content = parseContent(files);
  return Object.entries<Rule>(rules)
    .flatMap(([id, rule]) =>
      rule
        .check(content)
        .map((finding) => ({ ...finding, rule: id, severity: rule.severity ?? 'error' })),
    )
    .sort(compareProblems);
}

/** Reads and checks a content folder. Throws where the folder cannot be read. */
export async function checkFolder(
  folder: string,
): Promise<{ files: ContentFiles; problems: Problem[] }> {
  const files = await readContentFiles(folder);
  return { files, problems: checkContent(files) };
}
