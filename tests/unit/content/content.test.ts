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
  expect(content.concepts.map(({ path }) => path)).toContain('concepts/example-addresses.mdx');
  const order = content.exchanges[1]?.guide?.value?.order ?? [];
  expect(content.exchanges[1]?.steps.map(({ name }) => name)).toEqual(order);
  expect(content.documents.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'exchanges/fabrikam/guide.mdx',
      'exchanges/northwind/guide.mdx',
      'exchanges/northwind/steps/accept-terms.mdx',
      'concepts/example-addresses.mdx',
    ]),
  );
  expect(content.dataFiles.map(({ path }) => path).toSorted()).toEqual(
    // The list of permalinks is text.
    [...content.files.texts.keys()].filter((path) => path !== 'permalinks.txt').toSorted(),
  );
  expect(content.dataFiles.flatMap(({ issues }) => issues)).toEqual([]);
});

test('the facts of an exchange are those of its files together', async () => {
  const content = parseContent(await validFiles());
  const [fabrikam, northwind] = content.exchanges.map(({ facts }) => facts?.value);
  expect(northwind?.sources.map(({ id }) => id)).toEqual(['api-docs', 'help']);
  expect(northwind?.troubleshooting.map(({ id }) => id)).toEqual([
    'bad-signature',
    'address-refused',
  ]);
  expect(northwind?.undocumentedErrors?.map(({ kind }) => kind)).toEqual(['clock', 'permission']);
  expect(northwind?.signing?.keyTypes).toEqual(['standard']);
  // This one has no recipe, and need not have one.
  expect(fabrikam).not.toHaveProperty('signing');
});

test('steps are in the order of the guide, those that it does not list last, by name', async () => {
  const files = await validFiles();
  const texts = new Map(files.texts);
  const step = '---\ntitle: Wait\n---\n\n1. Wait.\n';
  texts.set('exchanges/northwind/steps/a.mdx', step);
  texts.set('exchanges/northwind/steps/wait-for-approval.mdx', step);
  const [, northwind] = parseContent({ ...files, texts }).exchanges;
  expect(northwind?.steps.slice(-3).map(({ name }) => name)).toEqual([
    'revoke-key',
    'a',
    'wait-for-approval',
  ]);
  expect(northwind?.guide?.value?.steps.map(({ id }) => id)).toEqual(
    northwind?.guide?.value?.order,
  );
});

test('a step has its title, use cases and the screens that its text places', async () => {
  const content = parseContent(await validFiles());
  const steps = content.exchanges[1]?.guide?.value?.steps ?? [];
  expect(steps.find(({ id }) => id === 'accept-terms')).toEqual({
    id: 'accept-terms',
    title: 'Accept the trading agreement',
    useCases: ['spot-trading'],
    screens: ['agreement'],
  });
  expect(steps.find(({ id }) => id === 'create-key')?.screens).toEqual(['key-list', 'create-form']);
});

test('a guide with a step that cannot be read has no value; one without its file lacks that step', async () => {
  const files = await validFiles();
  const file = 'exchanges/northwind/steps/accept-terms.mdx';
  const guideOf = (texts: ReadonlyMap<string, string>) =>
    parseContent({ ...files, texts }).exchanges[1]?.guide?.value;
  const without = new Map(files.texts);
  without.delete(file);
  expect(guideOf(without)?.order).toContain('accept-terms');
  expect(guideOf(without)?.steps.map(({ id }) => id)).not.toContain('accept-terms');
  expect(guideOf(new Map(files.texts).set(file, '---\ntitle: 1\n---\n'))).toBeUndefined();
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
  expect(fabrikam?.guide?.value).toBeUndefined();
  // Problems are told of each file, not of those that are read together.
  expect([fabrikam?.facts?.issues, fabrikam?.guide?.issues]).toEqual([[], []]);
  const own = (name: string) =>
    content.dataFiles.find(({ path }) => path === `exchanges/fabrikam/${name}`);
  expect(own('exchange.yaml')?.issues.length).toBeGreaterThan(10);
  expect(own('guide.mdx')?.issues).toEqual([]);
  expect(own('sources.yaml')?.value).toBeDefined();
  expect(fabrikam?.documents[0]?.mdx.tree?.children).toHaveLength(1);
  expect(northwind?.facts?.value).toBeDefined();
  expect(content.useCases?.value).toBeUndefined();
  expect(content.useCases?.issues).toEqual([]);
  expect(content.useCases?.errors).toHaveLength(1);
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
    ['a', 'b'].map((slug) => ({
      slug,
      facts: undefined,
      screens: undefined,
      guide: undefined,
      steps: [],
      dataFiles: [],
      documents: [],
    })),
  );
  expect([content.concepts, content.dataFiles, content.documents]).toEqual([[], [], []]);
  expect(content.useCases).toBeUndefined();
});
