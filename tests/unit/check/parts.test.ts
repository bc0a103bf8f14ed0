import path from 'node:path';
import { expect, test } from 'playwright/test';
import { parseContent } from '../../../src/content/content.ts';
import { type ContentFiles, readContentFiles } from '../../../src/content/content-files.ts';
import { joinedOutline, outlineDigest, outlineOf } from '../../../src/check/outline.ts';
import { parsePart, type PartFiles, partsOf } from '../../../src/check/parts.ts';
import { validFiles } from '../../support/check-cases.ts';

function filesOf({ own }: PartFiles): string[] {
  return [...own.texts.keys(), ...own.others];
}

test('every file is in exactly one part', async () => {
  for (const files of [await validFiles(), await readContentFiles(path.resolve('content'))]) {
    expect(partsOf(files).flatMap(filesOf).toSorted()).toEqual(
      [...files.texts.keys(), ...files.others].toSorted(),
    );
  }
});

test('a part holds the files of one exchange, or all that is outside of exchanges', () => {
  const files: ContentFiles = {
    root: 'content',
    texts: new Map(
      ['exchanges/README.md', 'exchanges/b/guide.mdx', 'exchanges/_template/x.md', 'use-cases.yaml']
        .toSorted()
        .map((file): [string, string] => [file, `text of ${file}`]),
    ),
    others: new Set(['exchanges/a/captures/x.png', 'logo.png']),
  };
  const parts = partsOf(files);
  expect(parts.map((part) => [part.slug, filesOf(part)])).toEqual([
    [undefined, ['exchanges/README.md', 'use-cases.yaml', 'logo.png']],
    ['_template', ['exchanges/_template/x.md']],
    ['a', ['exchanges/a/captures/x.png']],
    ['b', ['exchanges/b/guide.mdx']],
  ]);
  for (const { context } of parts)
    expect([...context.texts]).toEqual([
      ['exchanges/_template/x.md', 'text of exchanges/_template/x.md'],
      ['use-cases.yaml', 'text of use-cases.yaml'],
    ]);
});

test('a part has its own exchange, and the use cases and the template of all', async () => {
  const [outside, ...exchanges] = partsOf(await readContentFiles(path.resolve('content'))).map(
    (part) => parsePart(part),
  );
  expect(outside?.exchanges).toEqual([]);
  expect(outside?.concepts.length).toBeGreaterThan(0);
  for (const part of exchanges) {
    expect(part.exchanges.map(({ slug }) => slug)).toEqual([part.slug]);
    expect(part.concepts).toEqual([]);
    expect(part.dataFiles.map(({ path: file }) => file.split('/')[1])).toEqual(
      part.dataFiles.map(() => part.slug),
    );
    expect(part.useCases?.value).toEqual(outside?.useCases?.value);
    expect(part.template?.slug).toBe('_template');
  }
});

test('the outlines of the parts together are the outline of the content', async () => {
  const files = await readContentFiles(path.resolve('content'));
  const digests = partsOf(files).map((part) => ({
    slug: part.slug,
    digest: outlineDigest.schema.parse(outlineDigest.of(parsePart(part))),
  }));
  expect(joinedOutline(digests)).toEqual(outlineOf(parseContent(files)));
});
