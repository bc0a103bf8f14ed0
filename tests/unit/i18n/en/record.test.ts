import { expect, test } from 'playwright/test';
import { en } from '../../../../src/i18n/en/index.ts';
import { plainSentence } from '../../../../src/i18n/sentence.ts';

const { record } = en;

test('a value of a request tells how it is made, and of what', () => {
  const made = (value: Parameters<typeof record.made>[0]): string =>
    plainSentence(record.made(value));
  expect(made({ name: 'expires', make: 'clock', unit: 'seconds', plus: 60 })).toBe(
    'the time in seconds, 60 seconds later',
  );
  expect(made({ name: 'signature', make: 'hmac', hash: 'sha512', of: '{path}', as: 'hex' })).toBe(
    'HMAC with SHA-512 and the secret, of {of}, in hexadecimal',
  );
});

test('what an answer holds is a part of a sentence', () => {
  expect(plainSentence(record.holds({ path: 'code', is: '0' }))).toBe('{path} is {value}');
  expect(plainSentence(record.holds({ path: 'error', absent: true }))).toBe('there is no {path}');
  expect(plainSentence(record.holds({ path: 'a.*', items: true }))).toBe(
    'there is {path}, or its list is empty',
  );
});

test('days of reading are one or two', () => {
  expect(record.read('2026-11-20', '2026-11-20')).toBe('Sources read on 20 November 2026.');
  expect(record.read('2026-10-01', '2026-11-20')).toBe(
    'Sources read from 1 October 2026 to 20 November 2026.',
  );
});
