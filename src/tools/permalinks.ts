import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseContent } from '../content/content.ts';
import { contentFolder } from '../content/content-folder.ts';
import { readContentFiles } from '../content/content-files.ts';
import { rootFiles } from '../content/layout.ts';
import { outlineOf } from '../content/outline.ts';
import { listedPermalinks, presentPermalinks } from '../check/permalinks.ts';

/**
 * Adds what is new to the list of permalinks: `npm run permalinks`. Takes nothing away:
 * what was published stays, or gets a redirect.
 */

const header =
  '# Everything that was ever published. Lines are added by "npm run permalinks" and never removed.';
const folder = contentFolder();
const file = path.join(folder, rootFiles.permalinks);
const before = await readFile(file, 'utf8').catch(() => '');
const listed = listedPermalinks(before).map(({ permalink }) => permalink);
const present = presentPermalinks(outlineOf(parseContent(await readContentFiles(folder))));
const all = [...new Set([...listed, ...present])].sort();
await writeFile(file, `${header}\n${all.join('\n')}\n`);
console.log(
  `${rootFiles.permalinks}: ${all.length} lines, ${all.length - listed.length} of them new.`,
);
