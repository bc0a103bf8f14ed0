import { z } from 'astro/zod';
import { mendOfSign, mixedWord, shownSign, unsafeSigns } from './safe-text.ts';

/**
 * The texts of content. Every string of every schema is of one of these kinds and passes
 * one core, {@link textProblem}; `textKindsOf` lists them for a schema.
 */

/** Kinds of text, with what holds for each. */
export const textKinds = {
  /** An exchange's or a tool's own text, letter for letter. */
  label: { translated: false, manyLines: false, filled: true },
  /** What something is called: an exchange, a publisher, the title of a page. */
  name: { translated: false, manyLines: false, filled: true },
  /** A line of ours. */
  words: { translated: true, manyLines: false, filled: true },
  /** Markdown of ours: emphasis, code and links, on one or more lines. */
  prose: { translated: true, manyLines: true, filled: false },
  /** What only machines read, or what is typed as it is: ids, addresses, days, parts of requests. */
  code: { translated: false, manyLines: false, filled: false },
  /** What a program puts together to be signed, which may have line feeds in it. */
  template: { translated: false, manyLines: true, filled: false },
} as const satisfies Record<
  string,
  {
    /** Whether it is ours, so that a translation has its own. */
    readonly translated: boolean;
    /** Whether it may have line feeds. */
    readonly manyLines: boolean;
    /** Whether it needs something in it, and no space at its ends. */
    readonly filled: boolean;
  }
>;

export type TextKind = keyof typeof textKinds;

/** What is wrong with a text. */
export interface TextProblem {
  /** A sentence or two: what was found, where, and what to do. */
  readonly message: string;
  /** The sign that does not belong there, if that is the fault. */
  readonly sign?: string;
}

/**
 * The first thing that is wrong with a text of some kind; undefined where nothing is. The
 * length is a matter of the field.
 *
 * Input: any text. Output: the problem. Never throws.
 */
export function textProblem(value: string, kind: TextKind): TextProblem | undefined {
  const { manyLines, filled } = textKinds[kind];
  const signs = unsafeSigns(value);
  const sign = signs.find(({ codePoint }) => codePoint !== 0x0a);
  if (sign !== undefined) {
    const position = Array.from(value.slice(0, sign.index)).length + 1;
    return {
      message: `Found ${shownSign(sign)} as character ${position}. ${mendOfSign(sign)}`,
      sign: String.fromCodePoint(sign.codePoint),
    };
  }
  if (filled && value === '') return { message: 'Expected some text.' };
  if ((!manyLines && signs.length > 0) || (filled && value !== value.trim()))
    return { message: 'Expected one line without spaces at its ends.' };
  const reference = kind === 'prose' ? characterReference.exec(value)?.[0] : undefined;
  if (reference !== undefined)
    return {
      message: `Found "${reference}", which stands for a sign that reviewers do not see. Write the sign itself.`,
    };
  const mark = kind === 'words' ? markdownMark.exec(value)?.[0] : undefined;
  if (mark !== undefined)
    return {
      message: `Found "${mark}", which is Markdown: this text is shown as it is. Write it without.`,
    };
  // A word can change its emphasis in the middle.
  const mixed = mixedWord(kind === 'prose' ? value.replaceAll(/[*`~\\]/g, '') : value);
  if (mixed !== undefined)
    return {
      message: `The word "${mixed.word}" mixes ${mixed.scripts.join(' and ')} letters, which look alike. Type the whole word again in one script.`,
    };
  return undefined;
}

/** What Markdown reads as stress, code or a link. */
const markdownMark = /\*\*|`|\]\(/;

/** A sign written as HTML writes it, which Markdown knows too: `&#8232;`, `&nbsp;`. */
const characterReference = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;

/** Whether nothing is wrong with a text of some kind. */
export function isCleanText(value: string, kind: TextKind): boolean {
  return textProblem(value, kind) === undefined;
}

/** A text of some kind with at most so many characters. */
function textOf(kind: TextKind, most: number): z.ZodString {
  const text = z
    .string()
    .superRefine((value, context) => {
      const problem = textProblem(value, kind);
      if (problem === undefined) return;
      const { message, sign } = problem;
      context.addIssue({ code: 'custom', message, params: { sign }, continue: false });
    })
    .max(most, {
      error: ({ input }) =>
        `Expected at most ${most} characters, found ${typeof input === 'string' ? input.length : 'none'}.`,
    });
  const { filled } = textKinds[kind];
  // What editors can be told of the conditions; "npm run check" tells the rest.
  return text.meta({ text: kind, ...(filled ? { minLength: 1, pattern: oneLine } : {}) });
}

const oneLine = '^\\S(?:[^\\n]*\\S)?$';

/** An exchange's or a tool's own text with at most so many characters. Never translated. */
export function labelUpTo(most: number): z.ZodString {
  return textOf('label', most);
}

/** A line of ours with at most so many characters. */
export function wordsUpTo(most: number): z.ZodString {
  return textOf('words', most);
}

/** A name with at most so many characters. */
export function nameUpTo(most: number): z.ZodString {
  return textOf('name', most);
}

/** A text for machines with at most so many characters; it may be empty where no pattern says otherwise. */
export function codeUpTo(most: number): z.ZodString {
  return textOf('code', most);
}

/** A text to be signed with at most so many characters. */
export function templateUpTo(most: number): z.ZodString {
  return textOf('template', most);
}

/** The exchange's own text on something to click, tick or fill in. */
export const labelSchema = labelUpTo(120);

/** The exchange's own sentence: a notice on a screen, or the text of an answer. */
export const quoteSchema = labelUpTo(300);

/** What something or somebody is called. */
export const nameSchema = nameUpTo(120);

/** A line of ours. */
export const wordsSchema = wordsUpTo(300);

/** Prose of ours: Markdown of one or more lines, limited to emphasis, code and links. */
export const proseSchema = textOf('prose', 1500).trim().min(1, 'Expected some text.');

/** A code, a value or a name in an answer, as a machine writes it. */
export const codeSchema = codeUpTo(120).min(1, 'Expected some text.');

/** An id: lowercase words joined by hyphens. */
export const idSchema = codeUpTo(60).regex(
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  'Expected lowercase words joined by hyphens, such as "spot-trading".',
);

/** An https address of ASCII signs, without user name, password or port. */
export const httpsUrlSchema = codeUpTo(500)
  .refine(isPlainHttpsUrl, {
    error: 'Expected an address that starts with https:// and has no user name and no port.',
    abort: true,
  })
  // Browsers drop spaces at the ends, and domains in other scripts can look like any other.
  .regex(
    /^[\x21-\x7e]*$/,
    'Expected an address of ASCII signs without spaces: others are written such as "%C3%A9", and domains such as "xn--80ak6aa92e.com".',
  )
  // What editors can be told of the condition.
  .meta({ format: 'uri', pattern: '^[Hh][Tt][Tt][Pp][Ss]://' });

/** A domain name in lowercase, without scheme or path. */
export const domainSchema = codeUpTo(253).regex(
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
  'Expected a domain name in lowercase, such as "www.gate.com".',
);

/** An e-mail address. */
export const emailSchema = z
  .email('Expected an e-mail address such as help@desk.example.com.')
  .max(254)
  .meta({ text: 'code' });

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
    z.iso.date('Expected a day such as 2026-11-20.').meta({ text: 'code' }),
  )
  .meta({ type: 'string', format: 'date' });

/** A calendar month, `2025-10`. */
export const monthSchema = codeUpTo(7).regex(
  /^\d{4}-(?:0[1-9]|1[0-2])$/,
  'Expected a month such as 2025-10.',
);

function isPlainHttpsUrl(value: string): boolean {
  // Browsers also read "https:host" as an address; people would not.
  if (!/^https:\/\//i.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  return url.username === '' && url.password === '' && url.port === '';
}
