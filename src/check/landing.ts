import { execFileSync } from 'node:child_process';
import { rootFiles } from '../content/layout.ts';
import { isDeployed, listedPermalinks } from './permalinks.ts';
import type { Problem } from './problem.ts';

/**
 * What can only be seen beside the branch that a change would land on: a promise that is
 * taken out of the list together with what it promised.
 */

/** Runs git in the working folder. Throws what git says. */
export function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * The branch that a change would land on: the one that GitHub names for a pull request, else
 * the main branch, of the remote if there is one. Undefined where none of them is here.
 */
export function landingBranch(named = process.env['GITHUB_BASE_REF'] ?? ''): string | undefined {
  return (named === '' ? ['origin/main', 'main'] : [`origin/${named}`]).find((branch) => {
    try {
      return git('rev-parse', '--verify', '--quiet', `${branch}^{commit}`) !== '';
    } catch {
      return false;
    }
  });
}

/**
 * The list of permalinks where a change left a branch. Input: the branch, and the content
 * folder as seen from here. Output: its text; undefined where there was none. Throws where
 * the two have no history in common, as in a clone without it.
 */
export function permalinksBefore(branch: string, root: string): string | undefined {
  const start = git('merge-base', 'HEAD', branch).trim();
  const file = `./${root}/${rootFiles.permalinks}`;
  return git('ls-tree', '--name-only', start, file) === ''
    ? undefined
    : git('show', `${start}:${file}`);
}

/**
 * The lines of the list before that the list now lacks, and the word that nothing was
 * published, which does not come back. Before the first deployment nothing is promised.
 *
 * Input: the texts of both lists; undefined where there is none. Output: problems of the
 * rule "permanence".
 */
export function lostPermalinks(before: string | undefined, now = ''): Problem[] {
  if (before === undefined || !isDeployed(before)) return [];
  const listed = new Set(listedPermalinks(now).map(({ permalink }) => permalink));
  const problem = (message: string, help: string): Problem => ({
    file: rootFiles.permalinks,
    line: 1,
    column: 1,
    rule: 'permanence',
    severity: 'error',
    message,
    help,
  });
  return [
    ...(isDeployed(now)
      ? []
      : [
          problem(
            'The list says that nothing was deployed yet, but addresses were.',
            'Bring its first line back.',
          ),
        ]),
    ...listedPermalinks(before).flatMap(({ permalink }) =>
      listed.has(permalink)
        ? []
        : [
            problem(
              `${permalink} was published, and its line is gone.`,
              `Bring the line back; if the page or anchor is gone too, add a redirect for it to ${rootFiles.redirects}.`,
            ),
          ],
    ),
  ];
}

/** What keeps content from being deployed for the first time. */
export function undeployedProblems(now = ''): Problem[] {
  return isDeployed(now)
    ? []
    : [
        {
          file: rootFiles.permalinks,
          line: 1,
          column: 1,
          rule: 'permanence',
          severity: 'error',
          message: 'The list says that nothing was deployed yet.',
          help: 'If this is to be the first deployment, take that line away; from then on every address stays.',
        },
      ];
}
