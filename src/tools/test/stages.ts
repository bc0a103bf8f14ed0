import { testSiteNames, testSites } from '../../../tests/support/sites.ts';
import { layOutTestContent } from '../../../tests/support/test-content.ts';
import { ensureBrowser } from '../browser.ts';
import { buildSite } from '../build-site.ts';
import { ensureNginx } from '../nginx.ts';
import { run } from '../run.ts';
import { debianInstaller, ensureProgram, findProgram } from '../system-program.ts';

/** A part of the whole test. */
export interface Stage {
  readonly name: string;
  /** Output: undefined, or what went wrong. */
  work(): Promise<string | undefined>;
}

/** The sites that the tests look at, one after the other: builds share what they generate below .astro. */
export const buildStages: readonly Stage[] = [
  { name: 'Lay out the content of the test sites', work: () => faultOf(layOutTestContent()) },
  ...testSiteNames.map((name) => ({
    name: `Build the site "${name}"`,
    work: () => buildSite(testSites[name].build),
  })),
];

/** What can be done meanwhile. */
export const otherStages: readonly Stage[] = [
  { name: 'Find or install a browser', work: () => prepare(describeBrowser) },
  { name: 'Find or install nginx', work: () => prepare(ensureNginx) },
  { name: 'Find or install what readers run programs with', work: () => prepare(ensureReaders) },
  { name: 'Lint (oxlint)', work: () => passes('oxlint', ['--deny-warnings']) },
  { name: 'Content (npm run check)', work: () => passes('node', ['src/check/cli.ts']) },
  { name: 'Formatting (prettier)', work: () => passes('prettier', ['--check', '.']) },
];

/** Writes below .astro too, so it waits for the builds; the tests need not wait for it. */
export const typeStage: Stage = {
  name: 'Types (astro check)',
  work: () => passes('astro', ['check']),
};

/**
 * Finds or installs what the programs for readers are run with, and what looks over them.
 * Output: their files. Throws, with what to do, where one is missing.
 */
function ensureReaders(tell: (line: string) => void): string {
  return ['curl', 'openssl', 'dash', 'bash', 'python3', 'shellcheck']
    .map((name) =>
      ensureProgram(
        {
          name,
          find: () => findProgram(name),
          installers: debianInstaller(name),
          byHand: `Install ${name} and run the tests again.`,
        },
        tell,
      ),
    )
    .join(', ');
}

function describeBrowser(tell: (line: string) => void): string {
  const { path, origin } = ensureBrowser(tell);
  return `${path} (of ${origin})`;
}

async function passes(program: string, args: string[]): Promise<string | undefined> {
  const { status, output } = await run(program, args);
  return status === 0 ? undefined : output;
}

/** Finds or installs a program that the tests use, and says which. */
function prepare(ensure: (tell: (line: string) => void) => string): Promise<string | undefined> {
  const tell = (line: string): void => console.log(`     ${line}`);
  return faultOf(Promise.try(() => tell(ensure(tell))));
}

/** What a piece of work throws, as text; undefined where it ends well. */
async function faultOf(work: Promise<void>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
