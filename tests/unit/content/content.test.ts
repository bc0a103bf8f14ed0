import { expect, test } from 'playwright/test';
import { parseContent } from '../../../src/content/content.ts';
import { validFiles } from '../../support/check-cases.ts';

test('the parts of the valid content', async () => {
  const content = parseContent(await validFiles());
  expect(content.exchanges.map(({ slug }) => slug)).toEqual(['fabrikam', 'northwind']);
  expect(content.exchanges[1]?.facts?.value?.names.name).toBe('Northwind');
  expect(content.exchanges[1]?.screens?.value?.screens).toHaveLength(9);
  expect(content.exchanges[1]?.guide?.value?.steps).toHaveLength(12);
  expect(content.useCases?.value?.map(({ id }) => id)).toEqual([
    'read-only',
    'spot-trading',
    'futures-trading',
  ]);
  expect(content.concepts.map(({ path }) => path)).toEqual(['concepts/example-addresses.mdx']);
  expect(content.documents.map(({ path }) => path)).toEqual([
    'exchanges/fabrikam/guide.mdx',
    'exchanges/northwind/guide.mdx',
    'concepts/example-addresses.mdx',
  ]);
  expect(content.dataFiles.map(({ path }) => path).toSorted()).toEqual(
    [...content.files.texts.keys()].toSorted(),
  );
  expect(content.dataFiles.flatMap(({ issues }) => issues)).toEqual([]);
});

test('files that are missing or do not fit leave the others as they are', async () => {
  const files = await validFiles();
  const texts = new Map(files.texts);
  texts.delete('exchanges/fabrikam/screens.yaml');
  texts.set('exchanges/fabrikam/exchange.yaml', 'names: 1\n');
  texts.set('exchanges/fabrikam/guide.mdx', 'No frontmatter.\n');
  texts.set('use-cases.yaml', 'a: [\n');
  const content = parseContent({ ...files, texts });
  const [fabrikam, northwind] = content.exchanges;
  expect(fabrikam?.screens).toBeUndefined();
  expect(fabrikam?.facts?.value).toBeUndefined();
  expect(fabrikam?.facts?.issues.length).toBeGreaterThan(10);
  expect(fabrikam?.guide?.value).toBeUndefined();
  expect(fabrikam?.guide?.issues).toEqual([]);
  expect(fabrikam?.guide?.mdx.tree?.children).toHaveLength(1);
  expect(northwind?.facts?.value).toBeDefined();
  expect(content.useCases?.value).toBeUndefined();
  expect(content.useCases?.issues).toEqual([]);
  expect(content.useCases?.yaml.errors).toHaveLength(1);
});

test('a folder of exchanges is known by any file in it; concepts only by their own folder', () => {
  const content = parseContent({
    root: 'content',
    texts: new Map([
      ['exchanges/README.md', ''],
      ['exchanges/a/notes.md', ''],
      ['concepts/deep/er.mdx', ''],
      ['concepts/x.md', ''],
    ]),
    others: new Set(['exchanges/b/captures/x.png', 'logo.png']),
  });
  expect(content.exchanges).toEqual(
    ['a', 'b'].map((slug) => ({ slug, facts: undefined, screens: undefined, guide: undefined })),
  );
  expect([content.concepts, content.dataFiles, content.documents]).toEqual([[], [], []]);
  expect(content.useCases).toBeUndefined();
});
