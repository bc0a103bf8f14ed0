import { expect, test } from 'playwright/test';
import { stepIds } from '../../../src/vocabulary/steps.ts';
import { paths, withBase } from '../../../src/site/urls.ts';

test('published addresses keep their form', () => {
  // Written out on purpose: people link to these.
  expect(paths.home).toBe('/');
  expect(paths.concepts).toBe('/concepts/');
  expect(paths.concept('storing-a-secret')).toBe('/concepts/storing-a-secret/');
  expect(paths.exchange('gate')).toBe('/gate/');
  expect(paths.guide('gate', 'spot-trading')).toBe('/gate/spot-trading/');
  expect(paths.embed).toBe('/embed/');
  expect(paths.embeddedStep('/gate/', 'test-key')).toBe('/embed/gate/test-key/');
  expect(paths.embeddedStep('/gate/read-only/', 'test-key')).toBe(
    '/embed/gate/read-only/test-key/',
  );
  expect(paths.embeddedStep('/for/desk/gate/key-2/', 'test-key')).toBe(
    '/embed/for/desk/gate/key-2/test-key/',
  );
  expect(paths.errors).toBe('/errors/');
  expect(paths.exchangeErrors('gate')).toBe('/errors/gate/');
  expect(paths.error('gate', 'forbidden')).toBe('/errors/gate/#error-forbidden');
  expect(paths.facts('gate')).toBe('/gate/facts/');
  expect(paths.errorList).toBe('/api/v1/errors.json');
  expect(paths.errorListOf('gate')).toBe('/api/v1/errors/gate.json');
  expect(paths.errorIndex).toBe('/api/v1/error-index.json');
  expect(paths.ccxtErrors).toBe('/api/v1/ccxt-errors.json');
  expect(stepIds.map((id) => paths.step('gate', id))).toEqual(stepIds.map((id) => `/gate/#${id}`));
});

test('the base stands once before a path, with one slash between', () => {
  expect(withBase('/gate/#sign-in', '/')).toBe('/gate/#sign-in');
  expect(withBase('/gate/', '/guides')).toBe('/guides/gate/');
  expect(withBase('/gate/', '/guides/')).toBe('/guides/gate/');
  expect(withBase('/', '/')).toBe('/');
  expect(withBase('/', '/guides')).toBe('/guides/');
  expect(withBase('/', '/guides/')).toBe('/guides/');
});

test('a path without a slash at its start is an error', () => {
  expect(() => withBase('gate/', '/guides/')).toThrow(
    new Error('[urls] "gate/" does not start with "/".'),
  );
  expect(() => withBase('', '/')).toThrow(new Error('[urls] "" does not start with "/".'));
});
