import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'playwright/test';
import { keptTexts as open, type KeptTexts } from '../../../src/check/kept-texts.ts';
import { test } from '../../support/pictures.ts';

function keptTexts(folder: string, options: { code?: string; most?: number } = {}): KeptTexts {
  const kept = open(folder, options);
  if (kept === undefined) throw new Error('The code of the check has no hash.');
  return kept;
}

test('what was kept is there for the next run', ({ outputPath }) => {
  const folder = outputPath('kept');
  const key = keptTexts(folder).keyOf(['a', 'b']);
  expect(keptTexts(folder).get(key)).toBeUndefined();
  for (const text of ['', 'one\ntwo', 'ä€😀']) {
    keptTexts(folder).set(key, text);
    expect(keptTexts(folder).get(key)).toBe(text);
  }
});

test('keys differ where the texts, their borders, their order or the code differ', ({
  outputPath,
}) => {
  const folder = outputPath('kept');
  const kept = keptTexts(folder, { code: 'one' });
  const keys = [
    kept.keyOf(['ab', 'c']),
    kept.keyOf(['a', 'bc']),
    kept.keyOf(['abc']),
    kept.keyOf(['c', 'ab']),
    kept.keyOf(['ab', 'c', '']),
    kept.keyOf(['ab1:c']),
    kept.keyOf([]),
    keptTexts(folder, { code: 'two' }).keyOf(['ab', 'c']),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(keptTexts(folder, { code: 'one' }).keyOf(['ab', 'c'])).toBe(keys[0]);
});

test('a damaged file counts for nothing and is written anew', async ({ outputPath }) => {
  const folder = outputPath('kept');
  const kept = keptTexts(folder);
  const key = kept.keyOf(['x']);
  kept.set(key, '{"good":true}');
  const file = path.join(folder, key);
  const good = await readFile(file, 'utf8');
  for (const text of ['', '\n', good.slice(0, -1), good.replace('true', 'false'), `${good} `]) {
    expect(text).not.toBe(good);
    await writeFile(file, text);
    expect(kept.get(key), JSON.stringify(text)).toBeUndefined();
    kept.set(key, '{"good":true}');
    expect(kept.get(key)).toBe('{"good":true}');
  }
  expect(await readdir(folder)).toEqual([key]);
});

test('where nothing can be written, nothing is kept and nothing fails', async ({ outputPath }) => {
  const folder = outputPath('kept');
  // A file stands where the folder should be.
  await writeFile(folder, '');
  const kept = keptTexts(folder);
  kept.set(kept.keyOf([]), 'x');
  kept.prune();
  expect(kept.get(kept.keyOf([]))).toBeUndefined();
});

test('the oldest that were not used go; what this run used stays', async ({ outputPath }) => {
  const folder = outputPath('kept');
  const first = keptTexts(folder);
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => first.keyOf([name]));
  for (const [index, key] of keys.entries()) {
    first.set(key, 'x');
    await utimes(path.join(folder, key), index, index);
  }
  await writeFile(path.join(folder, 'left-by-a-run-that-was-ended.part'), '');
  await utimes(path.join(folder, 'left-by-a-run-that-was-ended.part'), 0, 0);
  const second = keptTexts(folder, { most: 4 });
  const [oldest = '', , , , , newest = ''] = keys;
  second.get(oldest);
  second.prune();
  expect(await readdir(folder), 'nothing was added, so nothing goes').toHaveLength(7);
  const added = second.keyOf(['added']);
  second.set(added, 'y');
  second.prune();
  expect((await readdir(folder)).toSorted()).toEqual([oldest, keys[4], newest, added].toSorted());
});
