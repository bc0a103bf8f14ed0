import path from 'node:path/posix';
import type { Problem } from './problem.ts';

/** A problem on one line: `file:line:col  rule  message  help`. */
export function formatProblem(problem: Problem, root: string): string {
  const { file, line, column, rule, message, help } = problem;
  return `${path.join(root, file)}:${line}:${column}  ${rule}  ${message}  ${help}`;
}

/** All problems and a closing line. Input: problems, the folder to name, and how many files were read. */
export function formatReport(
  problems: readonly Problem[],
  root: string,
  fileCount: number,
): string {
  const closing =
    problems.length === 0
      ? `Content is in order: ${fileCount} files read.`
      : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${new Set(problems.map(({ file }) => file)).size} of ${fileCount} files. Each rule is explained in CONTRIBUTING.md.`;
  return [...problems.map((problem) => formatProblem(problem, root)), closing].join('\n');
}
