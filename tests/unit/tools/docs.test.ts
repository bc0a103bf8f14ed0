import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { dictionaryOf, mainLanguage } from '../../../src/i18n/index.ts';
import { docPage } from '../../../src/tools/docs/pages.ts';
import { docFolder, docNames } from '../../../src/vocabulary/docs.ts';

test('there is a page for each name, and no other', () => {
  expect(readdirSync(docFolder).sort()).toEqual(docNames.map((name) => `${name}.md`).sort());
});

for (const name of docNames) {
  test(`the page of ${name} is that of the code (renew it with "npm run docs")`, async () => {
    const text = readFileSync(`${docFolder}/${name}.md`, 'utf8');
    expect(await docPage(name, dictionaryOf(mainLanguage))).toBe(text);
  });
}
