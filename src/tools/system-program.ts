import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** A way of installing a program, which has a name for people. */
export interface Installer {
  readonly what: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** The file of a program on the PATH, or in one of further folders. */
export function findProgram(
  name: string,
  furtherFolders: readonly string[] = [],
): string | undefined {
  return [...(process.env['PATH'] ?? '').split(path.delimiter), ...furtherFolders]
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
}

/** Installs a Debian package; none where this is not Debian or the user is not root. */
export function debianInstaller(pack: string): Installer[] {
  if (process.getuid?.() !== 0 || findProgram('apt-get') === undefined) return [];
  return [
    {
      what: `Debian's package ${pack}`,
      command: 'sh',
      args: ['-c', `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${pack}`],
    },
  ];
}

/**
 * Finds a program or installs it, and tells what it does.
 *
 * Input: its name for people, how it is looked for, how it can be installed (in the
 * order in which it is tried), what to do by hand, and where to tell. Output: what was
 * found. Throws, with what was tried and what to do, where nothing led to it.
 */
export function ensureProgram<Found>(
  program: {
    readonly name: string;
    find(): Found | undefined;
    readonly installers: readonly Installer[];
    readonly byHand: string;
  },
  tell: (line: string) => void,
): Found {
  const found = program.find();
  if (found !== undefined) return found;
  const failures: string[] = [];
  for (const { what, command, args } of program.installers) {
    tell(`No ${program.name} found. Installing ${what} …`);
    const { status, stderr } = spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
    });
    const installed = program.find();
    if (status === 0 && installed !== undefined) return installed;
    failures.push(
      `${what}: ${(stderr ?? '').trim().split('\n').at(-1) || `exit status ${status}`}`,
    );
  }
  throw new Error(
    [
      `No ${program.name} was found, and none could be installed.`,
      ...failures.map((failure) => `  ${failure}`),
      program.byHand,
    ].join('\n'),
  );
}
