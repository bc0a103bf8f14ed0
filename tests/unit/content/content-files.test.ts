import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { unsafeSignsOfFile } from '../../../src/schema/safe-text.ts';

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'content-files-'));
});
test.afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, content: string | Uint8Array): Promise<void> {
  const full = path.join(folder, name);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, content);
}

test('texts are read and sorted by path; other files are known by their paths', async () => {
  await write('use-cases.yaml', 'u');
  await write('exchanges/b/guide.mdx', 'b');
  await write('exchanges/a/exchange.yaml', 'a');
  await write('exchanges/a/captures/form.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0));
  await write('exchanges/a/notes.txt', 'x');
  await write('README.md', 'ä');
  await write('x.yml', '');
  const { texts, others } = await readContentFiles(folder);
  expect([...texts]).toEqual([
    ['README.md', 'ä'],
    ['exchanges/a/exchange.yaml', 'a'],
    ['exchanges/a/notes.txt', 'x'],
    ['exchanges/b/guide.mdx', 'b'],
    ['use-cases.yaml', 'u'],
    ['x.yml', ''],
  ]);
  expect([...others]).toEqual(['exchanges/a/captures/form.png']);
});

test('a mark at the start is left away, and bytes that are not UTF-8 can be found', async () => {
  await write('marked.yaml', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61));
  await write('latin-1.yaml', Uint8Array.of(0x61, 0xe9, 0x62));
  await write('cut.yaml', Uint8Array.of(0x61, 0xe2, 0x82));
  await write('surrogate.yaml', Uint8Array.of(0x61, 0xed, 0xa0, 0x80));
  await write('overlong.yaml', Uint8Array.of(0x61, 0xc0, 0x80));
  await write('utf-16.yaml', Uint8Array.of(0xff, 0xfe, 0x61, 0x00));
  await write('right.yaml', 'aé€🔑');
  const { texts } = await readContentFiles(folder);
  expect(texts.get('marked.yaml')).toBe('a');
  const bad = [...texts].filter(([, text]) => unsafeSignsOfFile(text).length > 0);
  expect(bad.map(([file]) => file)).toEqual([
    'cut.yaml',
    'latin-1.yaml',
    'overlong.yaml',
    'surrogate.yaml',
    'utf-16.yaml',
  ]);
});

test('an ending in another case is no text', async () => {
  await write('Use-Cases.YAML', 'u');
  const { texts, others } = await readContentFiles(folder);
  expect([[...texts], [...others]]).toEqual([[], ['Use-Cases.YAML']]);
});

test('an empty folder has no files', async () => {
  const { texts, others } = await readContentFiles(folder);
  expect(texts.size + others.size).toBe(0);
});

test('the root is the folder as seen from where the command runs', async () => {
  expect((await readContentFiles(path.resolve('content'))).root).toBe('content');
  expect((await readContentFiles(path.resolve('tests/fixtures/content'))).root).toBe(
    'tests/fixtures/content',
  );
});

test('a symbolic link to a file or a folder is refused', async () => {
  await write('unchecked/guide.mdx', 'x');
  for (const [target, name] of [
    ['unchecked', 'linked'],
    ['unchecked/guide.mdx', 'linked.mdx'],
    ['nowhere', 'broken.mdx'],
  ] as const) {
    const link = path.join(folder, name);
    await symlink(path.join(folder, target), link);
    await expect(readContentFiles(folder)).rejects.toThrow(
      `[content] ${link} is a symbolic link. Put the file itself there.`,
    );
    await rm(link);
  }
});

test('a folder that does not exist is an error', async () => {
  await expect(readContentFiles(path.join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
});
