import { expect, test } from 'playwright/test';
import { parseContent } from '../../../src/content/content.ts';
import { outlineOf } from '../../../src/check/outline.ts';
import { listedPermalinks, presentPermalinks } from '../../../src/check/permalinks.ts';
import { validFiles } from '../../support/check-cases.ts';

test('pages, steps and sources of published exchanges, concepts and use cases', async () => {
  const links = presentPermalinks(outlineOf(parseContent(await validFiles())));
  expect(links).toEqual(links.toSorted());
  expect(new Set(links).size).toBe(links.length);
  expect(links.filter((link) => link.startsWith('/fabrikam/'))).toEqual([
    '/fabrikam/',
    '/fabrikam/#check-account',
    '/fabrikam/#confirm-identity',
    '/fabrikam/#create-key',
    '/fabrikam/#open-api-management',
    '/fabrikam/#restrict-ip',
    '/fabrikam/#revoke-key',
    '/fabrikam/#rotate-key',
    '/fabrikam/#save-credentials',
    '/fabrikam/#set-permissions',
    '/fabrikam/#sign-in',
    '/fabrikam/#source-notice',
    '/fabrikam/#test-key',
    '/fabrikam/futures-trading/',
    '/fabrikam/read-only/',
    '/fabrikam/spot-trading/',
  ]);
  expect(links.filter((link) => /^\/embed\/fabrikam\/.*rotate-key/.test(link))).toEqual([
    '/embed/fabrikam/futures-trading/rotate-key/',
    '/embed/fabrikam/read-only/rotate-key/',
    '/embed/fabrikam/rotate-key/',
    '/embed/fabrikam/spot-trading/rotate-key/',
  ]);
  expect(links).toContain('/embed/');
  expect(links).toContain('/northwind/#accept-terms');
  expect(links).toContain('/concepts/example-addresses/');
});

test('pages, steps and the feed of partners, but not of examples', async () => {
  const files = await validFiles();
  const example = presentPermalinks(outlineOf(parseContent(files)));
  expect(example.filter((link) => link.startsWith('/for/'))).toEqual([]);
  const texts = new Map(files.texts);
  const file = 'partners/example-desk.yaml';
  texts.set(file, (texts.get(file) ?? '').replace('example: true', 'example: false'));
  const real = presentPermalinks(outlineOf(parseContent({ ...files, texts })));
  expect(real.filter((link) => link.startsWith('/for/') && !link.includes('#'))).toEqual([
    '/for/example-desk/',
    '/for/example-desk/feed.xml',
    '/for/example-desk/northwind/',
  ]);
  // This step is for spot trading, which is the use case of the profile.
  expect(real).toContain('/for/example-desk/northwind/#accept-terms');
});

test('an exchange that is not published has none, one that cannot be read keeps its pages', async () => {
  const files = await validFiles();
  const texts = new Map(
    [...files.texts].map(([file, text]): [string, string] => [
      file.replace('fabrikam', '_draft'),
      file.endsWith('northwind/guide.mdx') ? 'No frontmatter.' : text,
    ]),
  );
  const links = presentPermalinks(outlineOf(parseContent({ ...files, texts })));
  expect(links.filter((link) => link.includes('draft') || link.includes('fabrikam'))).toEqual([]);
  expect(links).toContain('/northwind/read-only/');
  expect(links).not.toContain('/northwind/#test-key');
});

test('lines for people are no permalinks', () => {
  expect(listedPermalinks('# Published\n\n/gate/\r\n  /gate/#test-key  \n#x\n')).toEqual([
    { line: 3, permalink: '/gate/' },
    { line: 4, permalink: '/gate/#test-key' },
    { line: 5, permalink: '#x' },
  ]);
  expect(listedPermalinks('')).toEqual([]);
});
