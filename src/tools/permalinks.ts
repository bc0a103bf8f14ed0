import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseContent } from '../content/content.ts';
import { contentFolder } from '../content/content-folder.ts';
import { readContentFiles } from '../content/content-files.ts';
import { rootFiles } from '../content/layout.ts';
import { outlineOf } from '../content/outline.ts';
import {
  isDeployed,
  listedPermalinks,
  permalinksFile,
  presentPermalinks,
} from '../check/permalinks.ts';

/**
 * Adds what is new to the list of permalinks: `npm run permalinks`. Takes nothing away:
 * what was published stays, or gets a redirect. Until the first deployment, of which the
 * list tells, it is made anew.
 */

const folder = contentFolder();
const file = path.join(folder, rootFiles.permalinks);
const before = await readFile(file, 'utf8').catch(() => '');
const listed = listedPermalinks(before).map(({ permalink }) => permalink);
const present = presentPermalinks(outlineOf(parseContent(await readContentFiles(folder))));
const deployed = isDeployed(before);
const all = new Set(deployed ? [...listed, ...present] : present);
await writeFile(file, permalinksFile(all, deployed));
console.log(
  `${rootFiles.permalinks}: ${all.size} lines, ${all.difference(new Set(listed)).size} of them new.`,
);
