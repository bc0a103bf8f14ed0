import { expect, test } from 'playwright/test';
import { listedPermalinks } from '../../../src/check/permalinks.ts';

test('lines for people are no permalinks', () => {
  expect(listedPermalinks('# Published\n\n/gate/\r\n  /gate/#test-key  \n#x\n')).toEqual([
    { line: 3, permalink: '/gate/' },
    { line: 4, permalink: '/gate/#test-key' },
    { line: 5, permalink: '#x' },
  ]);
  expect(listedPermalinks('')).toEqual([]);
});
