import { expect, test } from 'playwright/test';
import {
  daysBetween,
  formIsOld,
  formatDay,
  isStale,
  staleAfterDays,
  today,
} from '../../../src/derive/dates.ts';

test('days are counted over months, leap days and changes of the clock', () => {
  expect(daysBetween('2026-11-20', '2026-11-20')).toBe(0);
  expect(daysBetween('2026-11-20', '2026-11-21')).toBe(1);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
  expect(daysBetween('2026-11-21', '2026-11-20')).toBe(-1);
});

test('a check is stale on the day after the limit, not on the limit', () => {
  expect(staleAfterDays).toBe(180);
  // 19 May 2027 is day 180.
  expect(isStale('2026-11-20', '2027-05-18')).toBe(false);
  expect(isStale('2026-11-20', '2027-05-19')).toBe(false);
  expect(isStale('2026-11-20', '2027-05-20')).toBe(true);
});

test('a check of today or of tomorrow is not stale', () => {
  expect(isStale('2026-11-20', '2026-11-20')).toBe(false);
  expect(isStale('2026-11-21', '2026-11-20')).toBe(false);
});

test('a day is written as readers write it', () => {
  expect(formatDay('2026-11-20', 'en-GB')).toBe('20 November 2026');
  expect(formatDay('2026-01-01', 'en-GB')).toBe('1 January 2026');
  expect(formatDay('2026-11-20', 'de')).toBe('20. November 2026');
});

test.describe('wherever the reader lives', () => {
  let zone: string | undefined;
  test.beforeEach(() => {
    zone = process.env['TZ'];
  });
  test.afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    test(`a day stays the same day in ${timeZone}`, () => {
      process.env['TZ'] = timeZone;
      expect(formatDay('2026-11-20', 'en-GB')).toBe('20 November 2026');
      expect(daysBetween('2026-11-20', '2026-11-21')).toBe(1);
    });
  }
});

test('today is the present day in UTC', () => {
  const before = Date.now();
  const day = today();
  const after = Date.now();
  expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
  // The day may end while this runs; it still began at most a day before.
  expect(Date.parse(day)).toBeLessThanOrEqual(after);
  expect(Date.parse(day) + 86_400_000).toBeGreaterThan(before);
});

test('a build of another day has its moment in SOURCE_DATE_EPOCH', () => {
  expect(today({ SOURCE_DATE_EPOCH: '1803859200' })).toBe('2027-03-01');
  expect(today({ SOURCE_DATE_EPOCH: '0' })).toBe('1970-01-01');
  expect(today({ SOURCE_DATE_EPOCH: '' })).toBe(today({}));
  for (const wrong of ['2027-03-01', '-1', '1e9', 'now'])
    expect(() => today({ SOURCE_DATE_EPOCH: wrong }), wrong).toThrow('expected whole seconds');
});

test('a form is old a year after its newest picture', () => {
  expect(['2025-10', '2025-11', '2024-12'].map((seen) => formIsOld(seen, '2026-11-30'))).toEqual([
    true,
    false,
    true,
  ]);
});
