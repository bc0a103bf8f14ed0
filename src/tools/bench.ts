import path from 'node:path';
import { readContentFiles } from '../content/content-files.ts';
import { contentFolder } from '../content/content-folder.ts';
import { errorAnswerTimes } from './bench/error-answers.ts';
import { layOut, manyExchanges } from './bench/generate.ts';
import { weighPages, weightTable } from './bench/page-weights.ts';
import { lengthTable, measurePaths, tooLong } from './bench/path-length.ts';
import {
  benchBuild,
  benchCheck,
  type Goal,
  type Row,
  runTable,
  type Workplace,
} from './bench/runs.ts';
import { ensureBrowser } from './browser.ts';

/**
 * Measures: `npm run bench`. Prints how long a build from scratch takes, and how much memory,
 * for the content as it is and for 40 and 80 exchanges made of it; how long the check of 40
 * takes; what a first visit of each page loads; how long a pasted error takes to
 * be answered; and how far a reader scrolls on each path.
 * Ends with status 1 where a page is over its budget or a path too far above its goals;
 * times depend on the machine, so that goals stand beside them and fail nothing.
 */

const root = path.resolve('.cache/bench');

/** The content as it is. */
const asItIs: Workplace = { content: contentFolder(), folder: path.join(root, 'as-it-is') };

ensureBrowser((line) => console.log(line));
const real = await readContentFiles(asItIs.content);
const forty = await made(40);
const eighty = await made(80);
const goalOfBuild: Goal = { seconds: 12, megabytes: 1_200 };
const rows: Row[] = [
  await benchCheck('check of 40 exchanges', forty, { seconds: 4 }),
  await benchBuild('build as it is', asItIs, {}),
  await benchBuild('build of 40 exchanges', forty, goalOfBuild),
  await benchBuild('build of 80 exchanges', eighty, { note: 'no slower a page than 40' }),
];
console.log(`${runTable(rows)}\n`);

const site = path.join(asItIs.folder, 'site');
const weights = await weighPages(site);
console.log(`${weightTable(weights)}\n`);
console.log(`${await errorAnswerTimes(site)}\n`);
const lengths = await measurePaths(site);
console.log(lengthTable(lengths));
const isOver =
  weights.some((weight) => weight.isOver) ||
  lengths.some(({ length }) => tooLong(length).length > 0);
process.exitCode = isOver ? 1 : 0;

/** Lays out content with so many exchanges. */
async function made(count: number): Promise<Workplace> {
  const folder = path.join(root, String(count));
  const content = path.join(folder, 'content');
  await layOut(content, manyExchanges(real, count));
  return { content, folder };
}
