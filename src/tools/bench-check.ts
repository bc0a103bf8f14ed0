import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'astro/zod';
import { type ContentFiles, readContentFiles } from '../content/content-files.ts';
import { parseContent } from '../content/content.ts';
import { templateSlug } from '../check/parts.ts';
import { permalinkFile } from '../check/permalinks.ts';

/**
 * Measures the check: `npm run bench:check [-- <number>]`. Makes 1,000 exchanges (or the
 * number given) of the real ones, each with names, domains and words of its own, and runs
 * `npm run check` over them: as the first run of all does, then as the runs of every day
 * do, which know the results of the run before. Prints the seconds and the most memory of
 * each, and ends with status 1 where one is over its limit or finds a problem. The time
 * of the processor tells whether the machine had other work to do meanwhile.
 */

const usageSchema = z.tuple([z.number(), z.number()]);

interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** What people wait for all day: one file was edited since the run before. */
const everyDay: Limits = { seconds: 3, megabytes: 500 };
/** Every file is read and judged, half of the time for reading MDX: 16 s on two processors. */
const everythingAnew: Limits = { seconds: 25, megabytes: 900 };

const folder = path.resolve('.cache/bench-check');
const wanted = Number(process.argv[2] ?? 1_000);
const files = manyExchanges(await readContentFiles(path.resolve('content')), wanted);
await layOut(files);
const characters = [...files.texts.values()].reduce((sum, content) => sum + content.length, 0);
console.log(`${wanted} exchanges, ${(characters / 1e6).toFixed(1)} million characters`);

const runs = [
  await measured('everything anew (--no-cache)', everythingAnew, ['--no-cache']),
  await measured('first run, which keeps its results', everythingAnew, []),
  await measured('nothing changed', everyDay, []),
  await editOneGuide().then(() => measured('one guide changed', everyDay, [])),
];

await rm(folder, { recursive: true });
process.exitCode = runs.every(Boolean) ? 0 : 1;

/** Runs the check once and prints what it took. Output: whether all is as it should be. */
async function measured(name: string, limits: Limits, options: string[]): Promise<boolean> {
  const started = performance.now();
  const check = spawn(
    process.execPath,
    [
      '--import',
      import.meta.resolve('./report-usage.ts'),
      path.resolve('src/check/cli.ts'),
      ...options,
    ],
    {
      cwd: folder,
      env: { ...process.env, CONTENT_DIR: 'content' },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  );
  const output = ['', '', '', ''];
  check.stdio.forEach((stream, index) =>
    stream?.on('data', (chunk: Buffer) => {
      output[index] += chunk.toString();
    }),
  );
  const status = await new Promise((resolve) => check.once('close', resolve));
  const seconds = (performance.now() - started) / 1_000;
  const [, report = '', faults = '', usage = ''] = output;
  const [megabytes, worked] = usageSchema.parse(JSON.parse(usage));
  const isOver = !(seconds <= limits.seconds && megabytes <= limits.megabytes);
  console.log(
    `${name.padEnd(36)} ${seconds.toFixed(2).padStart(6)} s (limit ${limits.seconds} s)  ${megabytes.toFixed(0).padStart(5)} MB (limit ${limits.megabytes} MB)  ${worked.toFixed(1).padStart(5)} s of processor${isOver ? '  OVER THE LIMIT' : ''}`,
  );
  if (status !== 0) console.log(`${faults}${report}`.slice(0, 2_000));
  return !isOver && status === 0;
}

/** Puts the files where the check looks for content, and nothing beside them. */
async function layOut({ texts }: ContentFiles): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [file, content] of texts) {
    const full = path.join(folder, 'content', file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, content);
  }
}

async function editOneGuide(): Promise<void> {
  const guides = [...files.texts.keys()].filter((file) => file.endsWith('/guide.mdx'));
  const guide = path.join(folder, 'content', guides.at(-1) ?? '');
  await writeFile(guide, (await readFile(guide, 'utf8')).replace('</Step>', 'Edited.\n\n</Step>'));
}

/** Copies of the published exchanges, in turns, that are no copies to any rule. */
function manyExchanges(real: ContentFiles, count: number): ContentFiles {
  const published = parseContent(real).exchanges.flatMap(({ slug, facts }) =>
    slug.startsWith('_') || facts?.value === undefined ? [] : [{ slug, facts: facts.value }],
  );
  const shared = [...real.texts].filter(
    ([file]) => !file.startsWith('exchanges/') || file.startsWith(`exchanges/${templateSlug}/`),
  );
  const texts = new Map(shared);
  // Redirects and partners name the first copy of each.
  for (const [file, text] of shared) {
    if (file !== 'redirects.yaml' && !file.startsWith('partners/')) continue;
    const renamed = published.reduce(
      (whole, { slug }, index) =>
        whole
          .replaceAll(`to: /${slug}/`, `to: /${slug}${index}/`)
          .replace(new RegExp(`(?<=exchange: )${slug}$`, 'm'), `${slug}${index}`),
      text,
    );
    texts.set(file, renamed);
  }
  const listed = (real.texts.get(permalinkFile) ?? '').split('\n').map((line) => line.split('/'));
  const permalinks = listed.filter((parts) => !published.some(({ slug }) => parts.includes(slug)));
  for (let index = 0; index < count; index += 1) {
    const { slug, facts } = published[index % published.length] ?? {};
    if (slug === undefined || facts === undefined) throw new Error('There is no exchange to vary.');
    const rename = renamer(facts.names.name, facts.domains.official, index);
    for (const [file, text] of real.texts) {
      if (!file.startsWith(`exchanges/${slug}/`)) continue;
      const renamed = rename(text);
      texts.set(
        file.replace(`/${slug}/`, `/${slug}${index}/`),
        file.endsWith('.mdx')
          ? otherWordsOfBody(renamed, index)
          : otherWordsOfProse(renamed, index),
      );
    }
    permalinks.push(
      ...listed
        .filter((parts) => parts.includes(slug))
        .map((parts) => parts.with(parts.indexOf(slug), `${slug}${index}`)),
    );
  }
  texts.set(permalinkFile, permalinks.map((parts) => parts.join('/')).join('\n'));
  return { root: 'content', texts, others: new Set() };
}

/** Gives an exchange a name and domains of its own. */
function renamer(
  name: string,
  domains: readonly string[],
  index: number,
): (text: string) => string {
  const words = [...domains]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', '\\.'));
  const domain = new RegExp(`(?<![\\w-])(?:${words.join('|')})(?![\\w-])`, 'g');
  const whole = new RegExp(`(?<![\\w-])${name}(?![A-Za-z0-9])`, 'g');
  return (text) =>
    text
      .replaceAll(domain, (found) => found.replace('.', `${index}.`))
      .replaceAll(whole, `${name}${index}`);
}

/** Other words in the body of a guide; commands, components, links and labels stay. */
function otherWordsOfBody(text: string, index: number): string {
  const end = text.indexOf('\n---\n', 4) + 5;
  const parts = text.slice(end).split(/(```[\s\S]*?```)/);
  return (
    text.slice(0, end) +
    parts.map((part) => (part.startsWith('```') ? part : otherWords(part, index))).join('')
  );
}

/** Other words in the paragraphs (">-") of a YAML file. */
function otherWordsOfProse(text: string, index: number): string {
  let outer = Number.POSITIVE_INFINITY;
  return text
    .split('\n')
    .map((line) => {
      const indent = line.search(/\S/);
      if (indent >= 0 && indent <= outer) outer = Number.POSITIVE_INFINITY;
      const isProse = indent > outer;
      const key = /^ *(?:- )?(?=\w+: >-$)/.exec(line);
      if (key !== null) outer = key[0].length;
      return isProse ? otherWords(line, index) : line;
    })
    .join('\n');
}

function otherWords(text: string, index: number): string {
  const ending = index.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
  return text.replaceAll(
    /<[^>]*>|\*\*[^*]*\*\*|`[^`]*`|\]\([^)]*\)|"[^"]*"|\S*[.@/]\S+|(?<![\w'-])[a-z]{3,}(?![\w'-])/g,
    (found) => (/^[a-z]{3,}$/.test(found) && found !== 'key' ? found + ending : found),
  );
}
