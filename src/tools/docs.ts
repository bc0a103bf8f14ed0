import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dictionaryOf, mainLanguage } from '../i18n/index.ts';
import { docFolder, docNames } from '../vocabulary/docs.ts';
import { docPage } from './docs/pages.ts';

/** Renews the pages for contributors that are made from the code: `npm run docs`. */

await mkdir(docFolder, { recursive: true });
for (const name of docNames) {
  const file = path.posix.join(docFolder, `${name}.md`);
  await writeFile(file, await docPage(name, dictionaryOf(mainLanguage)));
  console.log(`${file} is up to date.`);
}
