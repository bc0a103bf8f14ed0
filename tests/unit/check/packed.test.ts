import { expect, test } from 'playwright/test';
import { hashOf, packed, unpacked } from '../../../src/check/packed.ts';

test('numbers come back as they were', () => {
  const numbers = [0, 1, -1, 2 ** 31 - 1, -(2 ** 31), hashOf('a')];
  expect([...unpacked(packed(numbers))]).toEqual(numbers);
  expect([...unpacked(packed([]))]).toEqual([]);
});

test('hashes are those of FNV-1a', () => {
  // Test vectors: draft-eastlake-fnv, appendix C.
  expect(hashOf('') >>> 0).toBe(0x811c9dc5);
  expect(hashOf('a') >>> 0).toBe(0xe40c292c);
  expect(hashOf('foobar') >>> 0).toBe(0xbf9cf968);
  expect(hashOf('bar', hashOf('foo'))).toBe(hashOf('foobar'));
});
