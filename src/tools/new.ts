import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { contentFolder } from '../content/content-folder.ts';
import { slugOf } from '../check/rules/folder-name.ts';
import { today } from '../derive/dates.ts';
import { useCasesSchema } from '../schema/use-case.ts';
import { type Answers, folderFault, questions, readAnswer } from './new/answers.ts';
import { type Asker, startAsking } from './new/ask.ts';
import { createExchange, refuseExisting } from './new/create.ts';
import { domainsOf } from './new/fill.ts';
import { placesLeft } from './new/left.ts';

/**
 * Starts the guide of an exchange from the template: `npm run new -- bitvavo`. Exit
 * status: 0 made, 1 refused, 2 wrong options.
 */

const usage = `Usage: npm run new -- <exchange> [options]
  --name      ${questions.name.text}
  --site      ${questions.site.text}
  --key-page  ${questions.keyPage.text}
  --docs      ${questions.docs.text}
  --use-case  ${questions.useCase.text}
  --yes       asks nothing: what has no option and no default is an error
Example: npm run new -- bitvavo`;

const fields = ['name', 'site', 'keyPage', 'docs', 'useCase'] as const satisfies (keyof Answers)[];

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      site: { type: 'string' },
      'key-page': { type: 'string' },
      docs: { type: 'string' },
      'use-case': { type: 'string' },
      yes: { type: 'boolean', default: false },
    },
  });
  if (positionals.length > 1)
    throw new TypeError(
      `Expected one exchange, but found ${positionals.join(', ')}. Put names with spaces in quotes.`,
    );
  await make(positionals[0], values, values.yes);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof TypeError) console.error(usage);
  process.exitCode = error instanceof TypeError ? 2 : 1;
}

async function make(
  written: string | undefined,
  flags: Readonly<Record<string, string | boolean | undefined>>,
  yes: boolean,
): Promise<void> {
  const content = contentFolder();
  const day = today();
  if (written !== undefined) {
    // What is wrong with the name is told before anything is asked.
    const fault = folderFault(slugOf(written));
    if (fault !== undefined) throw new Error(fault);
    await refuseExisting(content, slugOf(written));
  }
  const useCases = useCasesSchema
    .parse(parse(await readFile(path.join(content, 'use-cases.yaml'), 'utf8')))
    .map(({ id }) => id);
  const defaults: Partial<Answers> = {
    ...(written === undefined ? {} : { name: asName(written) }),
    ...(useCases.includes('spot-trading') ? { useCase: 'spot-trading' } : {}),
  };
  const answers = await answersOf(flags, defaults, useCases, yes);
  const slug = slugOf(answers.name);
  if (written !== undefined && slugOf(written) !== slug)
    throw new Error(
      `The folder of "${answers.name}" is "${slug}", not "${slugOf(written)}". Correct one of the two.`,
    );
  const { template, copy } = await createExchange(content, slug, answers, day);
  const folder = path
    .relative('', path.join(content, 'exchanges', slug))
    .split(path.sep)
    .join('/');
  const left = placesLeft(template, copy, answers, day);
  console.log(
    [
      `${folder}/ is made. What still holds text of the template, and what belongs there:`,
      '',
      ...left.map(
        ({ file, line, what, advice }) => `${folder}/${file}:${line}  ${what}  ${advice}`,
      ),
      '',
      `${left.length} places. The check fails while a sentence of the template is left, and nothing is`,
      'published. It cannot tell its labels and numbers from true ones: go through the list.',
      '',
      `Official domains are ${domainsOf(answers).join(', ')}: keep only what the exchange owns.`,
      `The days of the source and of the check are ${day}: read the pages before you keep them.`,
      '',
      'Next:',
      `  npm run check        what is wrong or left, by file and line`,
      `  npm run dev          the page: http://localhost:4321/${slug}/`,
      `  npm run permalinks   when the guide is complete`,
    ].join('\n'),
  );
}

/** Answers from the flags, then from the defaults or the person. Throws with every fault at once. */
async function answersOf(
  flags: Readonly<Record<string, string | boolean | undefined>>,
  defaults: Partial<Answers>,
  useCases: readonly string[],
  yes: boolean,
): Promise<Answers> {
  const found: Partial<Record<keyof Answers, string>> = {};
  const faults: string[] = [];
  for (const field of fields) {
    const { flag, text } = questions[field];
    const given = flags[flag] ?? (yes ? defaults[field] : undefined);
    if (typeof given !== 'string') {
      if (yes) faults.push(`--${flag} is missing: ${text}.`);
      continue;
    }
    const result = readAnswer(field, given, useCases);
    if ('value' in result) found[field] = result.value;
    else faults.push(`--${flag} is "${given}". ${result.fault}`);
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));

  let asker: Asker | undefined;
  const answer = async (field: keyof Answers): Promise<string> => {
    const known = found[field];
    if (known !== undefined) return known;
    asker ??= startAsking();
    const text =
      field === 'useCase'
        ? `${questions[field].text} (${useCases.join(', ')})`
        : questions[field].text;
    return asker.ask(text, defaults[field], (line) => readAnswer(field, line, useCases));
  };
  try {
    return {
      name: await answer('name'),
      site: await answer('site'),
      keyPage: await answer('keyPage'),
      docs: await answer('docs'),
      useCase: await answer('useCase'),
    };
  } finally {
    asker?.close();
  }
}

/** A name from the name of a folder: "crypto-com" is "Crypto Com"; what has capitals stays. */
function asName(written: string): string {
  return written === slugOf(written)
    ? written
        .split('-')
        .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
        .join(' ')
    : written;
}
