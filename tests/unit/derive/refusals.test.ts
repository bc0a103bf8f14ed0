import { expect, test } from 'playwright/test';
import { namedRefusals } from '../../../src/derive/refusals.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';

test('each refusal stands under its first name, and the first entry of a name counts', () => {
  const [entry] = sampleExchange().troubleshooting;
  if (entry === undefined) throw new Error('The sample exchange has no error entry.');
  const { codes: _codes, messages: _messages, http: _http, kinds: _kinds, ...plain } = entry;
  const troubleshooting = [
    { ...plain, id: 'one', codes: ['-1', '-2'], kinds: ['address' as const, 'key' as const] },
    { ...plain, id: 'two', codes: ['-1'], kinds: ['key' as const] },
    { ...plain, id: 'symptom' },
    { ...plain, id: 'three', codes: ['-3'], kinds: ['clock' as const] },
    // Hedge mode is refused of orders alone.
    { ...plain, id: 'four', codes: ['-4'], kinds: ['mode' as const] },
  ];
  expect(namedRefusals({ troubleshooting })).toEqual([
    { name: '-1', id: 'one', kind: 'address' },
    { name: '-3', id: 'three', kind: 'clock' },
  ]);
});
