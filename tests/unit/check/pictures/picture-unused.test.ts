import { cp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'playwright/test';
import { checkFolder } from '../../../../src/check/check.ts';
import { validFolder } from '../../../support/check-cases.ts';
import { drawPicture, fakeReader, plainForm, test } from '../../../support/pictures.ts';

let folder: string;

test.beforeEach(async ({ outputPath }) => {
  folder = outputPath('content');
  await cp(validFolder, folder, { recursive: true });
});

async function problems(): Promise<string[]> {
  const options = { reader: fakeReader(), cacheFolder: path.join(folder, '../cache') };
  const found = await checkFolder(folder, options);
  return found.problems
    .filter(({ rule }) => rule.startsWith('picture-'))
    .map(({ file, rule, message }) => `${file} ${rule} ${message}`);
}

test('a file that an entry names is fine; another is not, in subfolders too', async () => {
  expect(await problems()).toEqual([]);
  const captures = path.join(folder, 'exchanges/northwind/captures');
  await writeFile(path.join(captures, 'spare.png'), await drawPicture(plainForm));
  await writeFile(path.join(captures, '.DS_Store'), '');
  expect(await problems()).toEqual([
    'exchanges/northwind/captures/spare.png picture-unused No entry of "captures" in exchanges/northwind/guide.mdx names this file.',
  ]);
});

test('where the guide cannot be read, nothing is said about use', async () => {
  await writeFile(path.join(folder, 'exchanges/northwind/guide.mdx'), 'No frontmatter.');
  expect(await problems()).toEqual([]);
  await rm(path.join(folder, 'exchanges/northwind/guide.mdx'));
  expect(await problems()).toEqual([]);
});
