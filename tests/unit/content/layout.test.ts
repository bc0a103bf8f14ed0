import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import {
  exchangeOf,
  inExchange,
  partnerOf,
  reviewedPaths,
  stepFile,
  stepOf,
} from '../../../src/content/layout.ts';

test('every reviewed list is there and has its owners', () => {
  const owned = readFileSync('.github/CODEOWNERS', 'utf8')
    .split('\n')
    .flatMap((line) => /^(\/\S+)\s+@\S/.exec(line)?.[1] ?? []);
  for (const listed of reviewedPaths) {
    expect(existsSync(path.join('content', listed)), listed).toBe(true);
    expect(owned).toContain(`/content/${listed}`);
  }
  // The list of owners owns itself.
  expect(owned).toContain('/.github/');
});

test('a path tells its exchange, its step and its partner', () => {
  expect(exchangeOf(inExchange('northwind', 'exchange.yaml'))).toBe('northwind');
  expect(exchangeOf('exchanges/README.md')).toBeUndefined();
  expect(stepOf(stepFile('northwind', 'sign-in'))).toBe('sign-in');
  for (const other of [
    'exchanges/northwind/steps/old/sign-in.mdx',
    'exchanges/northwind/sign-in.mdx',
    'exchanges/northwind/steps/sign-in.md',
  ])
    expect(stepOf(other)).toBeUndefined();
  expect(partnerOf('partners/desk.yaml')).toBe('desk');
  expect(partnerOf('partners/desk.yml')).toBeUndefined();
});
