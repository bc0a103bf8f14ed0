import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const source = path.resolve(import.meta.dirname, '..');

/** Folders below src that hold all code of the check. */
export const codeFolders = [
  'check',
  'content',
  'derive',
  'markdown',
  'schema',
  'site',
  'vocabulary',
] as const;

/** What npm has installed: each package with its version. */
const installed = path.resolve(source, '../node_modules/.package-lock.json');

/**
 * A hash of everything that results of the check depend on besides the content: its code,
 * the packages that are installed, and the version of Node.
 *
 * Input: the folder with the source, and the list of what is installed. Output: undefined
 * where one of them is not as expected, as with another installer than npm.
 */
export function codeHash(folder = source, packages = installed): string | undefined {
  const hash = createHash('sha256').update(process.version);
  try {
    hash.update(readFileSync(packages));
    for (const part of codeFolders)
      for (const file of filesBelow(path.join(folder, part)))
        hash.update(`\n${path.relative(folder, file)}\n`).update(readFileSync(file));
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
