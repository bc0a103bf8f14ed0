import { expect, test } from 'playwright/test';
import { parseContent } from '../../../src/content/content.ts';
import { outlineOf } from '../../../src/content/outline.ts';
import {
  isPage,
  permalinksOf,
  type Route,
  routesOf,
  singlePages,
  siteRoutes,
} from '../../../src/site/routes.ts';
import { recordGroups } from '../../../src/vocabulary/record-groups.ts';
import { validFiles } from '../../support/check-cases.ts';

const files = await validFiles();

/** The routes of the made-up content, with some of its files replaced. */
function routesWith(changes: Readonly<Record<string, string>> = {}): Route[] {
  const texts = new Map([...files.texts, ...Object.entries(changes)]);
  return siteRoutes(outlineOf(parseContent({ ...files, texts })));
}

function linksWith(changes: Readonly<Record<string, string>> = {}): string[] {
  return permalinksOf(routesWith(changes));
}

const partnerFile = 'partners/example-desk.yaml';
const realPartner = {
  [partnerFile]: (files.texts.get(partnerFile) ?? '').replace('example: true', 'example: false'),
};

test('no two routes have one path, and paths are those of pages or of files', () => {
  const paths = routesWith().map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const path of paths) expect(path).toMatch(/^\/(?:[\w-]+\/)*(?:[\w-]+\.[a-z]+)?$/);
});

test('every page of which there is one is there once', () => {
  expect(routesOf(routesWith(), 'single').map(({ page }) => page)).toEqual([...singlePages]);
});

test('an exchange has a page of its own, one for each use case, its record, its errors, and its steps alone', () => {
  const ofFabrikam = routesWith().filter(
    (route) => 'exchange' in route && route.exchange === 'fabrikam',
  );
  const kinds = Map.groupBy(ofFabrikam, ({ kind }) => kind);
  expect(kinds.get('guide')?.map(({ path }) => path)).toEqual([
    '/fabrikam/',
    '/fabrikam/read-only/',
    '/fabrikam/spot-trading/',
    '/fabrikam/futures-trading/',
  ]);
  expect(kinds.get('exchange-errors')?.map(({ path }) => path)).toEqual(['/errors/fabrikam/']);
  // Eleven steps, for the guide and for each of three use cases.
  const alone = routesOf(routesWith(), 'embedded-step').filter(({ path }) =>
    path.startsWith('/embed/fabrikam/'),
  );
  expect(alone).toHaveLength(44);
  // The record, also of an exchange that closes.
  expect(kinds.get('facts')).toMatchObject([
    { path: '/fabrikam/facts/', isInSitemap: true, hasPicture: true },
  ]);
  expect(kinds.get('link-targets')).toMatchObject([
    { path: '/link/fabrikam.json', isInSitemap: false, isPromised: false },
  ]);
  expect(kinds.get('error-list-of')?.map(({ path }) => path)).toEqual([
    '/api/v1/errors/fabrikam.json',
  ]);
  expect([...kinds.keys()]).toHaveLength(5);
});

test('the address without a use case is that of the usual one', () => {
  const [first] = routesOf(routesWith(), 'guide').filter(
    ({ exchange }) => exchange === 'northwind',
  );
  expect(first).toMatchObject({ path: '/northwind/', useCase: 'spot-trading', isDefault: true });
  const alone = routesOf(routesWith(), 'embedded-step').find(
    ({ path }) => path === '/embed/northwind/restrict-ip/',
  );
  expect(alone).toMatchObject({ guide: '/northwind/', step: 'restrict-ip' });
});

test('search engines are told of each text once', () => {
  const listed = routesWith()
    .filter(({ isInSitemap }) => isInSitemap)
    .map(({ path }) => path);
  expect(listed).toEqual(
    expect.arrayContaining(['/', '/northwind/', '/northwind/read-only/', '/errors/northwind/']),
  );
  // What stands on the page of the exchange, what says the same of a closing one for every use
  // case, and what is made for one partner, one frame or one program.
  for (const path of [
    '/northwind/spot-trading/',
    '/fabrikam/read-only/',
    '/for/example-desk/',
    '/embed/northwind/sign-in/',
    '/api/v1/errors.json',
  ])
    expect(listed).not.toContain(path);
});

test('frames are for steps alone, and pictures for what people send', () => {
  const routes = routesWith();
  const kindsOf = (holds: (route: Route) => boolean): string[] =>
    [...new Set(routes.filter(holds).map(({ kind }) => kind))].sort();
  expect(kindsOf(({ mayBeFramed }) => mayBeFramed)).toEqual(['embedded-step']);
  expect(kindsOf(({ hasPicture }) => hasPicture)).toEqual([
    'concept',
    'facts',
    'guide',
    'partner',
    'partner-guide',
    'single',
  ]);
  expect(routes.find(({ path }) => path === '/northwind/')?.hasPicture).toBe(false);
});

test('pages end with a slash, files for programs do not', () => {
  expect(
    routesWith()
      .filter((route) => !isPage(route))
      .map(({ path }) => path),
  ).toEqual([
    '/api/v1/errors.json',
    '/api/v1/error-index.json',
    '/api/v1/ccxt-errors.json',
    '/api/v1/errors/fabrikam.json',
    '/link/fabrikam.json',
    '/api/v1/errors/northwind.json',
    '/link/northwind.json',
    '/for/example-desk/feed.xml',
  ]);
});

test('what moved leads on, is no promise, and hides no page', () => {
  const redirects = '- { from: /tailspin/, to: /northwind/, why: Renamed. }\n';
  const moved = routesOf(routesWith({ 'redirects.yaml': redirects }), 'moved');
  expect(moved.find(({ path }) => path === '/tailspin/read-only/')?.to).toBe(
    '/northwind/read-only/',
  );
  expect(linksWith({ 'redirects.yaml': redirects })).toEqual(linksWith({ 'redirects.yaml': '[]' }));
  const over = '- { from: /fabrikam/, to: /northwind/, why: A mistake. }\n';
  expect(
    routesWith({ 'redirects.yaml': over }).filter(({ path }) => path === '/fabrikam/'),
  ).toMatchObject([{ kind: 'guide' }]);
});

test.describe('permalinks', () => {
  test('are pages, steps, groups of facts, questions and sources of published exchanges, concepts and use cases', () => {
    const links = linksWith();
    const facts = routesOf(routesWith(), 'facts').find(({ exchange }) => exchange === 'fabrikam');
    const factAnchors = facts?.anchors ?? [];
    expect(factAnchors).toEqual(
      expect.arrayContaining([
        ...recordGroups,
        'source-notice',
        expect.stringMatching(/^question-/),
      ]),
    );
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
      '/fabrikam/#test-key',
      '/fabrikam/facts/',
      ...factAnchors.map((anchor) => `/fabrikam/facts/#${anchor}`).sort(),
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

  test('are pages, steps and the feed of partners, but not of examples', () => {
    expect(linksWith().filter((link) => link.startsWith('/for/'))).toEqual([]);
    const real = linksWith(realPartner);
    expect(real.filter((link) => link.startsWith('/for/') && !link.includes('#'))).toEqual([
      '/for/example-desk/',
      '/for/example-desk/feed.xml',
      '/for/example-desk/northwind/',
      '/for/example-desk/northwind/key-2/',
    ]);
    // This step is for spot trading, which is the use case of the profile.
    expect(real).toContain('/for/example-desk/northwind/#accept-terms');
    const reading = realPartner[partnerFile]?.replace(/(?<=\nuseCase: ).*/, 'read-only') ?? '';
    expect(linksWith({ [partnerFile]: reading })).not.toContain(
      '/for/example-desk/northwind/#accept-terms',
    );
  });

  test('are none of an exchange that is not published; one that cannot be read keeps its pages', () => {
    const texts = new Map(
      [...files.texts].map(([file, text]): [string, string] => [
        file.replace('fabrikam', '_draft'),
        file.endsWith('northwind/guide.mdx') ? 'No frontmatter.' : text,
      ]),
    );
    const links = permalinksOf(siteRoutes(outlineOf(parseContent({ ...files, texts }))));
    expect(links.filter((link) => link.includes('draft') || link.includes('fabrikam'))).toEqual([]);
    expect(links).toContain('/northwind/read-only/');
    expect(links).not.toContain('/northwind/#test-key');
  });
});
