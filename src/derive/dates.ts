const dayMs = 86_400_000;

/** Days after which a verification is shown as possibly stale. */
export const staleAfterDays = 180;

/** Whole days from one day (`2026-11-20`) to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** Whether something checked on a day is older on `today` than the limit. */
export function isStale(checked: string, today: string): boolean {
  return daysBetween(checked, today) > staleAfterDays;
}

/** Months after which the newest picture of a dialog is old: forms change within a year. */
export const oldestFormMonths = 12;

/** Whether a month (`2025-10`) is further from `today` than a form stays as it is. */
export function formIsOld(seen: string, today: string): boolean {
  const monthsOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return monthsOf(today) - monthsOf(seen) > oldestFormMonths;
}

/** To make a formatter takes a thousand times as long as to use it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(locale: string): Intl.DateTimeFormat {
  const made = formatters.get(locale);
  if (made !== undefined) return made;
  const formatter = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  formatters.set(locale, formatter);
  return formatter;
}

/** A day for readers, such as "20 November 2026". */
export function formatDay(day: string, locale: string): string {
  return formatterOf(locale).format(new Date(`${day}T00:00:00Z`));
}

/** A month (`2025-10`) for readers, such as "October 2025". */
export function formatMonth(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
}

/**
 * The current day in UTC, `2026-11-20`. Where SOURCE_DATE_EPOCH is set (seconds, as
 * reproducible-builds.org specifies it), that moment counts: the same content then gives the
 * same pages on every day. Throws where it is no number of seconds.
 */
export function today(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const epoch = environment['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return new Date().toISOString().slice(0, 10);
  if (!/^\d{1,11}$/.test(epoch))
    throw new Error(
      `[dates] SOURCE_DATE_EPOCH is "${epoch}"; expected whole seconds since 1970, such as 1795824000.`,
    );
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
}
