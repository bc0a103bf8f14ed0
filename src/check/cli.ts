import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { checkFolder } from './check.ts';
import { contentFolder } from '../content/content-folder.ts';
import type { ContentFiles } from '../content/content-files.ts';
import { exchangeOf } from '../content/layout.ts';
import { today } from '../derive/dates.ts';
import { dictionaryOf, mainLanguage } from '../i18n/index.ts';
import { formatGrades, gradesOf, type GuideGrade } from './grades.ts';
import type { Problem } from './problem.ts';
import { formatAnnotation, formatJson, formatReport } from './report.ts';

/**
 * `npm run check`. Exit status: 0 content in order (warnings allowed), 1 problems,
 * 2 the check itself could not run (wrong options, no content folder).
 */

const usage = `Usage: npm run check -- [--json] [--changed]
  --json     prints the problems as JSON on standard output
  --changed  reports only files that differ from the main branch or are not committed
             (all content is read all the same, because rules compare files)`;

try {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      changed: { type: 'boolean', default: false },
    },
  });
  const day = today();
  const { content, problems } = await checkFolder(contentFolder(), { day });
  const { files } = content;
  const changed = values.changed ? changedFiles() : undefined;
  const isMeant = (file: string): boolean => changed?.has(`${files.root}/${file}`) ?? true;
  report(
    files,
    problems.filter(({ file }) => isMeant(file)),
    gradesOf(content, day).filter(({ exchange }) =>
      [...files.texts.keys()].some((file) => exchangeOf(file) === exchange && isMeant(file)),
    ),
    values.json,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof TypeError) console.error(usage);
  process.exitCode = 2;
}

function report(
  files: ContentFiles,
  problems: readonly Problem[],
  grades: readonly GuideGrade[],
  asJson: boolean,
): void {
  const failed = problems.some(({ severity }) => severity === 'error');
  if (asJson) {
    console.log(formatJson(problems, grades, files.root, files.texts.size));
  } else {
    const text = formatReport(problems, files.root, files.texts.size);
    if (failed) console.error(text);
    else console.log([text, formatGrades(grades, dictionaryOf(mainLanguage))].join('\n').trimEnd());
  }
  if (process.env['GITHUB_ACTIONS'] === 'true' && !asJson) {
    for (const problem of problems) console.log(formatAnnotation(problem, files.root));
  }
  process.exitCode = failed ? 1 : 0;
}

/** Files that differ from the main branch or are not committed, by their paths from here. */
function changedFiles(): ReadonlySet<string> {
  const git = (...args: string[]): string[] =>
    execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
  const base = ['origin/main', 'main'].find((name) => {
    try {
      return git('rev-parse', '--verify', '--quiet', name).length > 0;
    } catch {
      return false;
    }
  });
  return new Set([
    ...(base === undefined ? [] : git('diff', '--name-only', '--merge-base', base)),
    ...git('diff', '--name-only', 'HEAD'),
    ...git('ls-files', '--others', '--exclude-standard'),
  ]);
}
