import { expect, test } from 'playwright/test';
import { rightsReadableOf } from '../../../src/derive/rights-readable.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';

const { signing, rightsReadable } = sampleExchange();
if (signing === undefined) throw new Error('The sample exchange has no signing recipe.');
const rights = { method: 'GET' as const, path: '/v1/key', shows: [], family: [] };

test('a recipe with the request says that a key can ask', () => {
  expect(rightsReadableOf({ signing: { ...signing, rights }, rightsReadable: undefined })).toEqual({
    can: true,
    note: undefined,
    sources: signing.sources,
  });
});

test('without it the facts say so', () => {
  expect(rightsReadableOf({ signing, rightsReadable })).toEqual({
    can: true,
    note: 'Without addresses.',
    sources: ['docs'],
  });
});

test('and without either it is not documented', () => {
  expect(rightsReadableOf({ signing, rightsReadable: undefined })).toBeUndefined();
  expect(rightsReadableOf({ signing: undefined, rightsReadable: undefined })).toBeUndefined();
});
