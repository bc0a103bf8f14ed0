import { z } from 'astro/zod';

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An id: lowercase words joined by hyphens. */
export const idSchema = z
  .string()
  .regex(kebab, 'Expected lowercase words joined by hyphens, such as "spot-trading".');

/** One line of plain text, as a label on screen or a name. */
export const lineSchema = z
  .string()
  .min(1, 'Expected some text.')
  .regex(/^\S(?:[^\n]*\S)?$/, 'Expected one line without spaces at its ends.');

/** Prose: Markdown of one or more lines, limited to emphasis, code and links. */
export const proseSchema = z.string().trim().min(1, 'Expected some text.');

/** An https address without user name, password or port. */
export const httpsUrlSchema = z
  .string()
  .refine(
    isPlainHttpsUrl,
    'Expected an address that starts with https:// and has no user name and no port.',
  )
  // What editors can be told of the condition.
  .meta({ format: 'uri', pattern: '^[Hh][Tt][Tt][Pp][Ss]://' });

/** A domain name in lowercase, without scheme or path. */
export const domainSchema = z
  .string()
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
    'Expected a domain name in lowercase, such as "www.gate.com".',
  );

/**
 * A calendar day, `2026-11-20`. YAML readers differ on whether an unquoted day is
 * text or a date; both arrive here and leave as text.
 */
export const daySchema = z
  .preprocess(
    (value) =>
      value instanceof Date && !Number.isNaN(value.getTime())
        ? value.toISOString().slice(0, 10)
        : value,
    z.iso.date('Expected a day such as 2026-11-20.'),
  )
  .meta({ type: 'string', format: 'date' });

/** A calendar month, `2025-10`. */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Expected a month such as 2025-10.');

function isPlainHttpsUrl(value: string): boolean {
  // Browsers also read "https:host" as an address; people would not.
  if (!/^https:\/\//i.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  return url.username === '' && url.password === '' && url.port === '';
}
