import { expect, test } from 'playwright/test';
import { readPort, readSiteConfig } from '../../../src/site/config.ts';

test('without variables the site lives on this computer and has no repository', () => {
  const expected = {
    origin: 'http://localhost:4321',
    base: '/',
    repository: undefined,
    onNetlify: false,
    examplePartners: true,
  };
  expect(readSiteConfig({})).toEqual(expected);
  // A variable that is set to nothing is as good as none, as in workflows.
  expect(
    readSiteConfig({
      SITE_URL: '',
      PORT: '',
      BASE_PATH: '',
      REPOSITORY_URL: '',
      GITHUB_SERVER_URL: '',
      GITHUB_REPOSITORY: '',
      EXAMPLE_PARTNERS: '',
    }),
  ).toEqual(expected);
});

test('all four are read from their variables', () => {
  expect(
    readSiteConfig({
      SITE_URL: 'https://example.org',
      BASE_PATH: '/guides/',
      REPOSITORY_URL: 'https://git.example.org/us/guides',
      EXAMPLE_PARTNERS: 'no',
    }),
  ).toEqual({
    origin: 'https://example.org',
    base: '/guides/',
    repository: 'https://git.example.org/us/guides',
    onNetlify: false,
    examplePartners: false,
  });
  for (const [written, shown] of [
    ['yes', true],
    ['no', false],
  ] as const)
    expect(readSiteConfig({ EXAMPLE_PARTNERS: written }).examplePartners).toBe(shown);
  expect(() => readSiteConfig({ EXAMPLE_PARTNERS: 'false' })).toThrow(
    '[site] EXAMPLE_PARTNERS is "false"; expected "yes" or "no".',
  );
});

test('the origin on this computer has the port that is served, one that is published does not', () => {
  expect(readPort({})).toBe(4321);
  expect(readPort({ PORT: '4500' })).toBe(4500);
  expect(readSiteConfig({ PORT: '4500' }).origin).toBe('http://localhost:4500');
  expect(readSiteConfig({ PORT: '4500', SITE_URL: 'https://example.org' }).origin).toBe(
    'https://example.org',
  );
});

test('Netlify is known by the variable that it sets', () => {
  expect(readSiteConfig({ NETLIFY: 'true' }).onNetlify).toBe(true);
  expect(readSiteConfig({ NETLIFY: 'false' }).onNetlify).toBe(false);
});

test('the origin has no path and no slash', () => {
  for (const address of [
    'https://example.org',
    'https://example.org/',
    'https://example.org/guides/?a#b',
  ]) {
    expect(readSiteConfig({ SITE_URL: address }).origin).toBe('https://example.org');
  }
  expect(readSiteConfig({ SITE_URL: 'http://localhost:8080/' }).origin).toBe(
    'http://localhost:8080',
  );
});

test('the base has a slash at both ends, however it is written', () => {
  for (const path of ['guides', '/guides', 'guides/', '/guides/', '//guides//']) {
    expect(readSiteConfig({ BASE_PATH: path }).base).toBe('/guides/');
  }
  for (const path of ['/', '//']) expect(readSiteConfig({ BASE_PATH: path }).base).toBe('/');
  expect(readSiteConfig({ BASE_PATH: 'docs/keys' }).base).toBe('/docs/keys/');
});

test.describe('the repository', () => {
  const actions = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'northwind/guides',
  };

  test('is known in GitHub Actions', () => {
    expect(readSiteConfig(actions).repository).toBe('https://github.com/northwind/guides');
  });

  test('is unknown with half of what GitHub Actions sets', () => {
    expect(readSiteConfig({ ...actions, GITHUB_SERVER_URL: undefined }).repository).toBe(undefined);
    expect(readSiteConfig({ ...actions, GITHUB_REPOSITORY: undefined }).repository).toBe(undefined);
  });

  test('is the one that is named, also in GitHub Actions', () => {
    const REPOSITORY_URL = 'https://git.example.org/us/guides';
    expect(readSiteConfig({ ...actions, REPOSITORY_URL }).repository).toBe(REPOSITORY_URL);
  });

  test('has no slash at its end', () => {
    expect(readSiteConfig({ REPOSITORY_URL: 'https://github.com/a/b/' }).repository).toBe(
      'https://github.com/a/b',
    );
  });
});

test.describe('what is no address is an error that names the variable and what was expected', () => {
  test('SITE_URL', () => {
    expect(() => readSiteConfig({ SITE_URL: 'example.org' })).toThrow(
      new Error(
        '[site] SITE_URL is "example.org"; expected an address such as https://example.org.',
      ),
    );
  });

  test('PORT', () => {
    for (const PORT of ['0', '65536', '4e3', '80 ', '-1', 'http'])
      expect(() => readPort({ PORT })).toThrow(
        new Error(`[site] PORT is "${PORT}"; expected a number from 1 to 65535.`),
      );
    expect(readPort({ PORT: '65535' })).toBe(65_535);
  });

  test('REPOSITORY_URL', () => {
    expect(() => readSiteConfig({ REPOSITORY_URL: 'northwind/guides' })).toThrow(
      new Error(
        '[site] REPOSITORY_URL is "northwind/guides"; expected the address of the repository.',
      ),
    );
  });
});
