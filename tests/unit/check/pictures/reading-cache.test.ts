import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'playwright/test';
import { checkFolder } from '../../../../src/check/check.ts';
import { validFolder } from '../../../support/check-cases.ts';
import {
  deleteCache,
  drawPicture,
  fakeReader,
  findingsOf,
  madeUp,
  plainForm,
  test,
} from '../../../support/pictures.ts';

const secretReading = {
  rows: [[{ text: madeUp.secret, box: { x: 1, y: 2, width: 300, height: 12 } }]],
  codes: [],
};

test('a picture is read once, and again when the cache is deleted', async ({ outputPath }) => {
  const reader = fakeReader();
  const options = { reader, cacheFolder: outputPath('cache') };
  for (const _ of [1, 2, 3]) expect((await checkFolder(validFolder, options)).problems).toEqual([]);
  expect(reader.count).toBe(1);
  await deleteCache(options.cacheFolder);
  await checkFolder(validFolder, options);
  expect(reader.count).toBe(2);
});

test('a changed picture is read; what the old one was does not matter', async ({ outputPath }) => {
  const reader = fakeReader();
  const options = { reader, cacheFolder: outputPath('cache') };
  const folder = outputPath('content');
  await cp(validFolder, folder, { recursive: true });
  await checkFolder(folder, options);
  const file = path.join(folder, 'exchanges/northwind/captures/key-created.png');
  await writeFile(file, await drawPicture(plainForm));
  await checkFolder(folder, options);
  expect(reader.count).toBe(2);
  expect(await readdir(options.cacheFolder)).toHaveLength(2);
});

test('what is secret is not kept: each run reads and tells it again', async ({ outputPath }) => {
  const reader = fakeReader(secretReading);
  const cacheFolder = outputPath('cache');
  const bytes = await drawPicture(plainForm);
  for (const _ of [1, 2]) expect(await findingsOf(bytes, { reader, cacheFolder })).toHaveLength(1);
  expect(reader.count).toBe(2);
  await expect(readdir(cacheFolder)).rejects.toThrow('ENOENT');
});

test('a damaged file and one of another edition count for nothing', async ({ outputPath }) => {
  const cacheFolder = outputPath('cache');
  const bytes = await drawPicture(plainForm);
  const reader = fakeReader();
  await findingsOf(bytes, { reader, cacheFolder });
  const [name = ''] = await readdir(cacheFolder);
  expect(name).toMatch(/^[0-9a-f]{64}\.json$/);
  const file = path.join(cacheFolder, name);
  const good = await readFile(file, 'utf8');
  for (const text of ['', '{', good.replace('"edition":1', '"edition":0'), '{"edition":1}']) {
    expect(text).not.toBe(good);
    await writeFile(file, text);
    const again = fakeReader(secretReading);
    expect(await findingsOf(bytes, { reader: again, cacheFolder }), text).toHaveLength(1);
    expect(again.count, text).toBe(1);
  }
});

test('a kept reading is judged by the rules of now', async ({ outputPath }) => {
  const cacheFolder = outputPath('cache');
  const bytes = await drawPicture(plainForm);
  await findingsOf(bytes, { cacheFolder });
  const [name = ''] = await readdir(cacheFolder);
  const entry = JSON.stringify({ edition: 1, reading: secretReading });
  await writeFile(path.join(cacheFolder, name), entry);
  const reader = fakeReader();
  expect(await findingsOf(bytes, { reader, cacheFolder })).toHaveLength(1);
  expect(reader.count).toBe(0);
});
