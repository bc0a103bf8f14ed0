import path from 'node:path/posix';
import { withVisibleSigns } from '../schema/safe-text.ts';
import type { GuideGrade } from './grades.ts';
import type { Problem } from './problem.ts';

/**
 * A problem on one line: `file:line:col  rule  message  help`. Signs that would end the
 * line, hide or move its text stand there as escapes.
 */
export function formatProblem(problem: Problem, root: string): string {
  const { file, line, column, rule, severity, message, help } = problem;
  const mark = severity === 'warning' ? ' (warning)' : '';
  return withVisibleSigns(
    `${path.join(root, file)}:${line}:${column}  ${rule}${mark}  ${message}  ${help}`,
  );
}

/**
 * All problems and a closing line.
 *
 * Input: problems, the folder to name, and how many files were read. Output: the text.
 */
export function formatReport(
  problems: readonly Problem[],
  root: string,
  fileCount: number,
): string {
  return [
    ...problems.map((problem) => formatProblem(problem, root)),
    closingLine(problems, fileCount),
  ].join('\n');
}

/** A problem as GitHub shows it beside the line of a pull request. */
export function formatAnnotation(problem: Problem, root: string): string {
  const { file, line, column, rule, severity, message, help } = problem;
  const escape = (text: string): string =>
    withVisibleSigns(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
  const property = (text: string): string =>
    escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${severity} file=${property(path.join(root, file))},line=${line},col=${column},title=${property(rule)}::${escape(`${message} ${help}`)}`;
}

/**
 * All problems for programs: an object with `files` (how many were read), `problems`, and
 * `grades` (each guide that can be read, with what is missing for the next grade).
 */
export function formatJson(
  problems: readonly Problem[],
  grades: readonly GuideGrade[],
  root: string,
  fileCount: number,
): string {
  const withPaths = problems.map((problem) => ({
    ...problem,
    file: path.join(root, problem.file),
  }));
  return JSON.stringify({ files: fileCount, problems: withPaths, grades }, null, 2);
}

function closingLine(problems: readonly Problem[], fileCount: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.length - errors.length;
  const also = warnings === 0 ? '' : ` ${count(warnings, 'warning', 'warnings')}.`;
  if (errors.length === 0) return `Content is in order: ${fileCount} files read.${also}`;
  const fileNames = new Set(errors.map(({ file }) => file));
  return `${count(errors.length, 'problem', 'problems')} in ${fileNames.size} of ${fileCount} files.${also} Each rule is explained in .github/docs/rules.md.`;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
