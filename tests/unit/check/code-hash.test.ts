import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test as base } from 'playwright/test';
import { codeFolders, codeHash } from '../../../src/check/code-hash.ts';

/** A test with a copy of the code of the check, and of a list of installed packages. */
const test = base.extend<{ copy: { source: string; packages: string } }>({
  // Playwright reads from this pattern that the fixture needs no other.
  // oxlint-disable-next-line no-empty-pattern
  copy: async ({}, use, info) => {
    const source = info.outputPath('src');
    for (const folder of codeFolders)
      await cp(path.resolve('src', folder), path.join(source, folder), { recursive: true });
    const packages = info.outputPath('packages.json');
    await writeFile(packages, '{}');
    await use({ source, packages });
  },
});

test('the code of this project has a hash, the same each time', () => {
  expect(codeHash()).toMatch(/^[0-9a-f]{64}$/);
  expect(codeHash()).toBe(codeHash());
});

test('every change of the code, the packages or the files is another hash', async ({ copy }) => {
  const { source, packages } = copy;
  const hashes = [codeHash(source, packages)];
  const changed = async (change: Promise<unknown>): Promise<void> => {
    await change;
    hashes.push(codeHash(source, packages));
  };
  const rule = path.join(source, 'check/rules/secret.ts');
  await changed(writeFile(rule, `${await readFile(rule, 'utf8')}\n`));
  await changed(writeFile(path.join(source, 'model/steps.ts'), ''));
  await changed(writeFile(path.join(source, 'markdown/prose.ts'), 'export {};'));
  await changed(writeFile(packages, '{"yaml":1}'));
  await changed(writeFile(path.join(source, 'check/new.ts'), ''));
  await changed(rm(path.join(source, 'check/new.ts')));
  // A file that only moved is another one, too.
  await mkdir(path.join(source, 'model/moved'));
  await changed(
    cp(path.join(source, 'model/urls.ts'), path.join(source, 'model/moved/urls.ts')).then(() =>
      rm(path.join(source, 'model/urls.ts')),
    ),
  );
  expect(hashes).not.toContain(undefined);
  // Only the file that was added and removed again left no trace.
  expect(hashes[6]).toBe(hashes[4]);
  expect(new Set(hashes).size).toBe(hashes.length - 1);
});

test('code or packages that cannot be told have no hash', async ({ copy }) => {
  const { source, packages } = copy;
  expect(codeHash(source, `${packages}.missing`)).toBeUndefined();
  await rm(path.join(source, 'markdown'), { recursive: true });
  expect(codeHash(source, packages)).toBeUndefined();
});

test('the folders of the code import nothing of this project from elsewhere', async () => {
  const outside: string[] = [];
  for (const folder of codeFolders) {
    const files = await readdir(path.resolve('src', folder), { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.ts'))) {
      const full = path.resolve('src', folder, file);
      const text = await readFile(full, 'utf8');
      for (const [, imported = ''] of text.matchAll(
        /(?:from|import\(|URL\()\s*'(\.[^']+|[^'.]+\.ts)'/g,
      )) {
        const target = path.relative('src', path.resolve(path.dirname(full), imported));
        if (!codeFolders.some((known) => target.startsWith(`${known}${path.sep}`)))
          outside.push(`src/${folder}/${file} imports ${imported}`);
      }
    }
  }
  expect(outside).toEqual([]);
});
