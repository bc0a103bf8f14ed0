import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';

const order = '@layer reset, tokens, prose, components, utilities;\n';
const folder = 'src/styles';
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
const text = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

/** The sheets that pages, layouts and components import. */
const loaded = new Set(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(astro|ts)$/.test(file))
    .flatMap((file) => [
      ...readFileSync(path.join('src', file), 'utf8').matchAll(
        /^\s*import '[^']*\/styles\/([^']+)';$/gm,
      ),
    ])
    .map(([, name = '']) => name),
);
/** The sheets that others put together. */
const imported = new Set(
  [...loaded]
    .filter((name) => sheets.includes(name))
    .flatMap((name) => [...text(name).matchAll(/^@import '\.\/([^']+)';$/gm)])
    .map(([, name = '']) => name),
);

test('every sheet that a page loads begins with the order of the layers', () => {
  // The first sheet of a page decides, and a small one stands before the large one.
  expect([...loaded]).toEqual(expect.arrayContaining(['pages.css', 'path.css', 'record.css']));
  expect([...loaded].filter((name) => !text(name).startsWith(order))).toEqual([]);
});

test('every sheet is loaded by pages, or is a part of one that is', () => {
  expect(sheets.filter((name) => loaded.has(name) === imported.has(name))).toEqual([]);
  expect([...loaded, ...imported].filter((name) => !sheets.includes(name))).toEqual([]);
});

test('every rule is in one of the layers', () => {
  const layers = order.slice('@layer '.length, -2).split(', ');
  for (const name of sheets) {
    const outside = text(name)
      .replaceAll(/\/\*.*?\*\//gs, '')
      .split('\n')
      .filter((line) => /^[^\s}]/.test(line) && `${line}\n` !== order)
      .filter((line) => !line.startsWith('@import '))
      .filter((line) => !layers.some((layer) => line === `@layer ${layer} {`));
    expect(outside, name).toEqual([]);
  }
});
