import { cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkContent } from '../../check/check.ts';
import { type ContentFiles, readContentFiles } from '../../content/content-files.ts';
import { formatProblem } from '../../check/report.ts';
import type { RuleId } from '../../check/rules/index.ts';
import { exchangeOf, templateSlug } from '../../content/layout.ts';
import type { Answers } from './answers.ts';
import { fillTemplate } from './fill.ts';
import type { FolderTexts } from './left.ts';

/** The rules that keep a copy from being published until it is filled in. */
const expectedRules: ReadonlySet<string> = new Set<RuleId>(['template-left', 'tool-id']);

/** The rules that keep it until a maintainer has looked at its domains and its requests. */
const reviewRules: ReadonlySet<string> = new Set<RuleId>(['official-domain', 'reviewed-request']);

/** Throws where the folder of an exchange exists, whatever is in it. */
export async function refuseExisting(content: string, slug: string): Promise<void> {
  const folder = path.join(content, 'exchanges', slug);
  if (await stat(folder).catch(() => undefined))
    throw new Error(
      `${shown(folder)} exists already, and nothing was changed. Edit what is there, or give another name.`,
    );
}

/**
 * Makes the folder of a new exchange from the template.
 *
 * The copy is written and checked in a folder beside, and takes its name only when it
 * is whole. Input: the content folder, the name of the new folder, the answers and the
 * present day. Output: the texts of the template and of the copy. Throws, and leaves
 * nothing behind, where the folder exists, the template cannot be read, or the copy
 * fails another rule than the copy is meant to.
 */
export async function createExchange(
  content: string,
  slug: string,
  answers: Answers,
  day: string,
): Promise<{ template: FolderTexts; copy: FolderTexts }> {
  await refuseExisting(content, slug);
  const exchanges = path.join(content, 'exchanges');
  // The underscore keeps it from being published, should anything interrupt us.
  const passing = `_new-${slug}-${process.pid}`;
  const folder = path.join(exchanges, passing);
  try {
    await mkdir(folder);
    await cp(path.join(exchanges, templateSlug), folder, { recursive: true });
    const template = new Map<string, string>();
    const copy = new Map<string, string>();
    const prefix = `exchanges/${templateSlug}/`;
    for (const [file, text] of (await readContentFiles(content)).texts) {
      if (exchangeOf(file) !== templateSlug) continue;
      const name = file.slice(prefix.length);
      template.set(name, text);
      copy.set(name, fillTemplate(text, answers, day));
      await writeFile(path.join(folder, name), fillTemplate(text, answers, day));
    }
    refuseProblems(renamed(await readContentFiles(content), passing, slug), slug);
    await refuseExisting(content, slug);
    await rename(folder, path.join(exchanges, slug));
    return { template, copy };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function refuseProblems(files: ContentFiles, slug: string): void {
  const own = checkContent(files).filter(
    ({ file, rule, severity }) =>
      severity === 'error' && !reviewRules.has(rule) && file.startsWith(`exchanges/${slug}/`),
  );
  // A line that still names the template, such as an address or an id of it, is to be filled in anyway.
  const left = new Set(
    own.filter(({ rule }) => expectedRules.has(rule)).map(({ file, line }) => `${file}:${line}`),
  );
  const problems = own.filter(({ file, line }) => !left.has(`${file}:${line}`));
  if (problems.length > 0)
    throw new Error(
      [
        'With these answers the new guide fails the checks, so nothing was made:',
        ...problems.map((problem) => formatProblem(problem, files.root)),
      ].join('\n'),
    );
}

/** The content as it will be once a folder has its name. */
function renamed(files: ContentFiles, from: string, to: string): ContentFiles {
  const name = (file: string): string =>
    file.startsWith(`exchanges/${from}/`)
      ? `exchanges/${to}/${file.slice(`exchanges/${from}/`.length)}`
      : file;
  return {
    root: files.root,
    texts: new Map([...files.texts].map(([file, text]) => [name(file), text])),
    others: new Set([...files.others].map(name)),
  };
}

function shown(folder: string): string {
  return path.relative(process.cwd(), folder).split(path.sep).join('/');
}
