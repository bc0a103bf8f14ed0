import path from 'node:path';
import { checkContent } from '../check/check.ts';
import { type ContentFiles, readContentFiles } from '../check/content-files.ts';
import { parseContent } from '../check/content.ts';

/**
 * Measures the check: `npm run bench:check [-- <number>]`. Makes 1,000 exchanges (or the
 * number given) of the real ones, each with names, domains and words of its own, and
 * checks them all. Prints the seconds and the most memory of this program, and ends with
 * status 1 where either is over its limit.
 */

const limits = { seconds: 3, megabytes: 500 };
const wanted = Number(process.argv[2] ?? 1_000);

const files = manyExchanges(await readContentFiles(path.resolve('content')), wanted);
const characters = [...files.texts.values()].reduce((sum, text) => sum + text.length, 0);
const started = performance.now();
const problems = checkContent(files);
const seconds = (performance.now() - started) / 1_000;
// Kilobytes, on every system.
const megabytes = process.resourceUsage().maxRSS / 1_024;
const errors = problems.filter(({ severity }) => severity === 'error');
const over = seconds > limits.seconds || megabytes > limits.megabytes;

console.log(`${wanted} exchanges, ${(characters / 1e6).toFixed(1)} million characters`);
console.log(`${seconds.toFixed(2)} s (limit ${limits.seconds} s)`);
console.log(`${megabytes.toFixed(0)} MB at most (limit ${limits.megabytes} MB)`);
console.log(`${errors.length} problems${over ? '; OVER THE LIMIT' : ''}`);
for (const { file, line, rule, message } of errors.slice(0, 5))
  console.log(`  ${file}:${line} ${rule} ${message}`);
process.exitCode = over || errors.length > 0 ? 1 : 0;

/** Copies of the published exchanges, in turns, that are no copies to any rule. */
function manyExchanges(real: ContentFiles, count: number): ContentFiles {
  const published = parseContent(real).exchanges.flatMap(({ slug, facts }) =>
    slug.startsWith('_') || facts?.value === undefined ? [] : [{ slug, facts: facts.value }],
  );
  const shared = [...real.texts].filter(
    ([file]) => !file.startsWith('exchanges/') && file !== 'permalinks.txt',
  );
  const texts = new Map(shared);
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
  }
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
