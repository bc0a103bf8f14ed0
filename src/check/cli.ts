import { parseArgs } from 'node:util';
import { checkFolder } from './check.ts';
import { contentFolder } from '../content/content-folder.ts';
import type { ContentFiles } from '../content/content-files.ts';
import { exchangeOf, rootFiles } from '../content/layout.ts';
import { today } from '../derive/dates.ts';
import { dictionaryOf, mainLanguage } from '../i18n/index.ts';
import { formatGrades, gradesOf, type GuideGrade } from './grades.ts';
import {
  git,
  landingBranch,
  lostPermalinks,
  permalinksBefore,
  undeployedProblems,
} from './landing.ts';
import { compareProblems, type Problem } from './problem.ts';
import { formatAnnotation, formatJson, formatReport } from './report.ts';

/**
 * `npm run check`. Exit status: 0 content in order (warnings allowed), 1 problems,
 * 2 the check itself could not run (wrong options, no content folder).
 */

const usage = `Usage: npm run check -- [--json] [--changed] [--landing] [--deploy]
  --json     prints the problems as JSON on standard output
  --changed  reports only files that differ from the main branch or are not committed
             (all content is read all the same, because rules compare files)
  --landing  also compares the list of permalinks with the branch that this would land on
             (the one that GITHUB_BASE_REF names, else the main branch)
  --deploy   also refuses content that says that nothing was deployed yet`;

try {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      changed: { type: 'boolean', default: false },
      landing: { type: 'boolean', default: false },
      deploy: { type: 'boolean', default: false },
    },
  });
  const day = today();
  const { content, problems } = await checkFolder(contentFolder(), { day });
  const { files } = content;
  const changed = values.changed ? changedFiles() : undefined;
  const isMeant = (file: string): boolean => changed?.has(`${files.root}/${file}`) ?? true;
  report(
    files,
    [...problems, ...furtherProblems(files, values)]
      .filter(({ file }) => isMeant(file))
      .toSorted(compareProblems),
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

/** What depends on where the content comes from and goes to. */
function furtherProblems(
  { root, texts }: ContentFiles,
  options: { readonly landing: boolean; readonly deploy: boolean },
): Problem[] {
  const list = texts.get(rootFiles.permalinks);
  const lost = (): Problem[] => {
    const branch = landingBranch();
    if (branch === undefined)
      throw new Error(
        'The branch that this would land on is not here. Fetch it (in a workflow: "fetch-depth: 0").',
      );
    return lostPermalinks(permalinksBefore(branch, root), list);
  };
  return [...(options.landing ? lost() : []), ...(options.deploy ? undeployedProblems(list) : [])];
}

/** Files that differ from the main branch or are not committed, by their paths from here. */
function changedFiles(): ReadonlySet<string> {
  const lines = (...args: string[]): string[] =>
    git(...args)
      .split('\n')
      .filter(Boolean);
  const base = landingBranch('');
  return new Set([
    ...(base === undefined ? [] : lines('diff', '--name-only', '--merge-base', base)),
    ...lines('diff', '--name-only', 'HEAD'),
    ...lines('ls-files', '--others', '--exclude-standard'),
  ]);
}
