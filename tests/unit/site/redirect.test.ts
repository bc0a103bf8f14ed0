import { expect, test } from 'playwright/test';
import {
  anchorWays,
  isPlace,
  pageWays,
  type Redirect,
  redirection,
  redirectSchema,
  splitPath,
} from '../../../src/site/redirect.ts';

const pages = ['/', '/concepts/', '/concepts/words/', '/gate/', '/gate/read-only/', '/okx/'];
const permalinks = new Set([
  ...pages,
  '/gate/#restrict-ip',
  '/gate/#source-help',
  '/okx/#test-key',
]);

function line(from: string, to: string): Redirect {
  return { from, to, why: 'A test.' };
}

test('paths of pages and anchors are taken, addresses and queries are not', () => {
  for (const path of [
    '/',
    '/gate/',
    '/gate.io/',
    '/gate/read-only/',
    '/gate/#restrict-ip',
    '/#top',
  ])
    expect(redirectSchema.safeParse(line(path, path)).success, path).toBe(true);
  for (const path of [
    '',
    'gate/',
    '/gate',
    '/Gate/',
    '//evil.example/',
    'https://gate.com/',
    '/a/?b=c',
    '/a b/',
    '/gate/#',
    '/$uri/',
    '/a/../#x y',
  ])
    expect(redirectSchema.safeParse(line(path, '/')).success, path).toBe(false);
});

test('a path in its parts', () => {
  expect(splitPath('/gate/')).toEqual({ page: '/gate/', anchor: undefined });
  expect(splitPath('/gate/#restrict-ip')).toEqual({ page: '/gate/', anchor: 'restrict-ip' });
});

test('one line leads all that lies below along', () => {
  expect(pageWays([line('/gate-io/', '/gate/')], pages)).toEqual([
    { from: '/gate-io/', to: '/gate/' },
    { from: '/gate-io/read-only/', to: '/gate/read-only/' },
  ]);
});

test('a folder without a page of its own leads what lies below along', () => {
  expect(pageWays([line('/e/gate-io/', '/e/gate/')], ['/e/gate/sign-in/'])).toEqual([
    { from: '/e/gate-io/sign-in/', to: '/e/gate/sign-in/' },
  ]);
});

test('nothing lies below an anchor or the home page', () => {
  expect(pageWays([line('/old/', '/gate/#restrict-ip')], pages)).toEqual([
    { from: '/old/', to: '/gate/#restrict-ip' },
  ]);
  expect(pageWays([line('/start/', '/')], pages)).toEqual([{ from: '/start/', to: '/' }]);
});

test('of two lines the longer path decides, in any order', () => {
  const lines = [line('/g/', '/gate/'), line('/g/read-only/', '/concepts/words/')];
  const expected = [
    { from: '/g/', to: '/gate/' },
    { from: '/g/read-only/', to: '/concepts/words/' },
  ];
  expect(pageWays(lines, pages)).toEqual(expected);
  expect(pageWays(lines.toReversed(), pages)).toEqual(expected);
});

test('no way starts at a page, and none leads where there is no page', () => {
  expect(pageWays([line('/okx/', '/gate/'), line('/a/', '/b/')], pages)).toEqual([
    { from: '/okx/read-only/', to: '/gate/read-only/' },
  ]);
  expect(pageWays([line('/gate/#old', '/gate/#restrict-ip')], pages)).toEqual([]);
});

test('anchors of a page, and of its exchange on every use-case page', () => {
  const lines = [
    line('/gate/#old', '/gate/#restrict-ip'),
    line('/gate/#words', '/concepts/words/'),
    line('/okx/#old', '/okx/#test-key'),
  ];
  const expected = [
    { from: 'old', to: '#restrict-ip' },
    { from: 'words', to: '/concepts/words/' },
  ];
  expect(anchorWays(lines, '/gate/')).toEqual(expected);
  expect(anchorWays(lines, '/gate/read-only/', '/gate/')).toEqual(expected);
  expect(anchorWays(lines, '/concepts/words/')).toEqual([]);
});

test('an anchor that the page is without leads to the page of the exchange', () => {
  const lines = [line('/gate/#bind', '/gate/#restrict-ip')];
  const lacking = anchorWays(lines, '/gate/read-only/', '/gate/', (id) => id !== 'restrict-ip');
  expect(lacking).toEqual([{ from: 'bind', to: '/gate/#restrict-ip' }]);
});

test('a use-case page has the anchors of its exchange', () => {
  expect(isPlace('/gate/read-only/#restrict-ip', permalinks)).toBe(true);
  expect(isPlace('/gate/read-only/#drink-water', permalinks)).toBe(false);
  expect(isPlace('/okx/read-only/#test-key', permalinks)).toBe(false);
  expect(isPlace('/concepts/words/#restrict-ip', permalinks)).toBe(false);
});

test('a path leads to itself, by its line, or with its page', () => {
  const lines = [
    line('/gate-io/', '/gate/'),
    line('/ro/', '/gate/read-only/'),
    line('/bind/', '/gate/#restrict-ip'),
    line('/gate/#source-blog', '/gate/#source-help'),
    line('/lost/', '/nowhere/'),
  ];
  const to = redirection(lines, permalinks).destinationOf;
  expect(to('/gate/')).toBe('/gate/');
  expect(to('/gate-io/')).toBe('/gate/');
  expect(to('/gate-io/read-only/')).toBe('/gate/read-only/');
  expect(to('/gate-io/#restrict-ip')).toBe('/gate/#restrict-ip');
  expect(to('/gate-io/#source-blog'), 'by way of the anchor of the page').toBe(
    '/gate/#source-help',
  );
  expect(to('/gate-io/#drink-water')).toBe(undefined);
  expect(to('/ro/#restrict-ip')).toBe('/gate/read-only/#restrict-ip');
  expect(to('/bind/#test-key'), 'the anchor of the line counts').toBe('/gate/#restrict-ip');
  expect(to('/lost/')).toBe(undefined);
  expect(to('/contoso/')).toBe(undefined);
});

test('a path is followed from line to line, and circles end', () => {
  const lines = [
    line('/a/', '/b/'),
    line('/b/', '/gate/'),
    line('/c/', '/d/'),
    line('/d/', '/c/'),
    line('/e/', '/e/e/'),
  ];
  const follow = redirection(lines, permalinks).passedBy;
  expect(follow('/gate/')).toEqual({ passed: [], endless: false });
  expect(follow('/unknown/')).toEqual({ passed: [], endless: false });
  expect(follow('/a/read-only/')).toEqual({
    passed: ['/b/read-only/', '/gate/read-only/'],
    endless: false,
  });
  expect(follow('/c/')).toEqual({ passed: ['/d/', '/c/'], endless: true });
  expect(follow('/e/')).toEqual({ passed: ['/e/e/'], endless: true });
});
