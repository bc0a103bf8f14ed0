import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { isPublished } from '../../../src/content/layout.ts';
import { namesOf } from '../../../src/schema/names.ts';
import { realContent } from '../../support/content.ts';

/**
 * No code knows an exchange: what is known of one stands in the content, where adding it
 * changes no code. Comments and examples may name one.
 */

const endings = new Set(['.ts', '.astro', '.css', '.js', '.mjs', '.py', '.sh', '.awk']);

/** Where a name may stand besides comments, each with the reason. */
const allowed: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /^\s*example:/, why: 'What a rule refuses, as contributors read it.' },
  { pattern: /\bsuch as ["\\]/, why: 'An example of a form in a message.' },
  { pattern: /^Example: npm run /, why: 'How a command is called.' },
  { pattern: /\.describe\(/, why: 'An example beside a field of a schema.' },
  { pattern: /\(\\`\/\w+\/#/, why: 'An example of an address in the pages for contributors.' },
];

/** The lines of a file that are no comment, with their numbers. */
function codeLines(text: string): { line: number; code: string }[] {
  return text.split('\n').flatMap((written, index) => {
    const code = written.replace(/(?:^|\s)(?:\/\/|#!?)\s.*$/, '');
    return /^\s*(?:\*|\/\*|<!--|--)/.test(code) || code.trim() === ''
      ? []
      : [{ line: index + 1, code }];
  });
}

/** Every name, folder and domain of an exchange that is known, as whole words. */
async function namePattern(): Promise<RegExp> {
  const { exchanges, names } = await realContent();
  const published = exchanges.filter(({ slug }) => isPublished(slug));
  const words = [
    ...(names?.value ?? []).flatMap(namesOf),
    ...published.flatMap(({ slug, facts }) => [
      slug,
      ...(facts?.value?.domains.official ?? []),
      facts?.value?.names.name,
      ...(facts?.value?.names.former ?? []).map(({ name }) => name),
    ]),
  ].flatMap((word) => word ?? []);
  const escaped = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\w-])(?:${escaped.join('|')})(?![\\w-])`);
}

async function findings(folder: string): Promise<string[]> {
  const names = await namePattern();
  const files = (await readdir(folder, { recursive: true })).filter((file) =>
    endings.has(path.extname(file)),
  );
  expect(files.length).toBeGreaterThan(0);
  const found = await Promise.all(
    files.map(async (file) =>
      codeLines(await readFile(path.join(folder, file), 'utf8'))
        .filter(({ code }) => names.test(code))
        .filter(({ code }) => !allowed.some(({ pattern }) => pattern.test(code)))
        .map(({ line, code }) => `${file}:${line} ${code.trim()}`),
    ),
  );
  return found.flat();
}

test('no code names an exchange', async () => {
  expect(await findings('src')).toEqual([]);
});

test('a name, a folder and a domain are found in code, and not in comments', async () => {
  const names = await namePattern();
  const { exchanges } = await realContent();
  const facts = exchanges.find(({ slug }) => isPublished(slug))?.facts?.value;
  const name = facts?.names.name ?? '';
  const domain = facts?.domains.official[0] ?? '';
  const matched = (text: string): string[] =>
    codeLines(text).flatMap(({ code }) => (names.test(code) ? [code] : []));
  const code = [`const x = '${name}';`, `const y = 'https://www.${domain}/';`];
  expect(matched(code.join('\n'))).toEqual(code);
  expect(matched(`const z = 'un${name}ly';`)).toEqual([]);
  expect(matched(`/** ${name} */\n * ${name}\n// ${name}\n  # ${name}`)).toEqual([]);
});

test('every exception is used', async () => {
  const files = (await readdir('src', { recursive: true })).filter((file) =>
    endings.has(path.extname(file)),
  );
  const names = await namePattern();
  const lines = (
    await Promise.all(
      files.map(async (file) => codeLines(await readFile(path.join('src', file), 'utf8'))),
    )
  )
    .flat()
    .filter(({ code }) => names.test(code));
  for (const { pattern, why } of allowed)
    expect(
      lines.some(({ code }) => pattern.test(code)),
      why,
    ).toBe(true);
});
