import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { pictureRules } from '../../../src/check/pictures/index.ts';
import { rules } from '../../../src/check/rules/index.ts';
import { dictionaryOf, mainLanguage } from '../../../src/i18n/index.ts';
import { mdxComponentTexts } from '../../../src/schema/mdx-components.ts';
import { docPage } from '../../../src/tools/docs/pages.ts';
import { docFolder, docNames } from '../../../src/vocabulary/docs.ts';

const t = dictionaryOf(mainLanguage);

for (const name of docNames) {
  test(`the page "${name}" is that of the code (renew it with "npm run docs")`, async () => {
    expect(readFileSync(path.join(docFolder, `${name}.md`), 'utf8')).toBe(await docPage(name, t));
  });
}

test('the folder holds these pages and no others', () => {
  expect(readdirSync(docFolder).sort()).toEqual(docNames.map((name) => `${name}.md`).sort());
});

test('every rule has a heading, every component and every block of a screen an explanation', async () => {
  const headings = (await docPage('rules', t)).match(/^## .+$/gm);
  expect(headings).toEqual(
    Object.keys({ ...rules, ...pictureRules })
      .sort()
      .map((id) => `## ${id}`),
  );
  const components = await docPage('components', t);
  for (const { shows } of Object.values(mdxComponentTexts))
    expect(components.replaceAll(/ +/g, ' ')).toContain(shows);
  const cells = (await docPage('screens', t))
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.filter((row) => row.some((cell, index) => cell === '' && index % 4 !== 0))).toEqual(
    [],
  );
});

test('the first page for contributors is short', () => {
  const words = readFileSync('CONTRIBUTING.md', 'utf8').split(/\s+/).filter(Boolean);
  expect(words.length).toBeLessThanOrEqual(1_200);
});
