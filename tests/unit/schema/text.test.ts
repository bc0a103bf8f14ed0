import { expect, test } from 'playwright/test';
import type { z } from 'astro/zod';
import fc from 'fast-check';
import {
  codeSchema,
  daySchema,
  domainSchema,
  emailSchema,
  httpsUrlSchema,
  idSchema,
  isCleanText,
  labelSchema,
  nameSchema,
  proseSchema,
  quoteSchema,
  type TextKind,
  textKinds,
  textProblem,
  wordsSchema,
  wordsUpTo,
} from '../../../src/schema/text.ts';
import { issuesOf } from '../../support/nested-values.ts';

interface Texts {
  schema: z.ZodType;
  taken: readonly unknown[];
  refused: readonly unknown[];
  message: string;
}

const kinds: Record<string, Texts> = {
  'an id': {
    schema: idSchema,
    taken: ['a', 'v4', '3commas', 'spot-trading', 'api-docs-v4-96'],
    refused: ['', 'Spot', 'spot_trading', 'spot trading', '-spot', 'spot-', 'spot--trading', 'é'],
    message: 'Expected lowercase words joined by hyphens, such as "spot-trading".',
  },
  'a line of ours': {
    schema: wordsSchema,
    taken: ['x', 'Read Only', '©', 'API Management › Keys'],
    refused: [' x', 'x ', 'one\ntwo', 'x\n', ' '],
    message: 'Expected one line without spaces at its ends.',
  },
  'a label': {
    schema: labelSchema,
    taken: [
      'x',
      'Read Only',
      'APIキーの作成',
      'API 키',
      '只读API',
      'Só leitura',
      '5 µs',
      'API-ключ',
    ],
    refused: [' x', 'x ', 'one\ntwo', '\n', ' '],
    message: 'Expected one line without spaces at its ends.',
  },
  'an address': {
    schema: httpsUrlSchema,
    taken: ['https://www.gate.com', 'https://www.gate.com/a?b=c#d', 'https://gate.com:443/'],
    refused: [
      '',
      'gate.com',
      '//gate.com',
      '/gate/',
      'http://gate.com',
      'javascript:alert(1)',
      'https://reader@gate.com',
      'https://:secret@gate.com',
      'https://gate.com:8443',
    ],
    message: 'Expected an address that starts with https:// and has no user name and no port.',
  },
  'an address of ASCII signs': {
    schema: httpsUrlSchema,
    taken: ['https://gate.com/%C3%A9', 'https://xn--80ak6aa92e.com/'],
    refused: [
      'https://гейт.com',
      'https://gate.com/é',
      'https://gate.com/a b',
      'https://gate.com ',
    ],
    message:
      'Expected an address of ASCII signs without spaces: others are written such as "%C3%A9", and domains such as "xn--80ak6aa92e.com".',
  },
  'a domain': {
    schema: domainSchema,
    taken: ['gate.com', 'www.gate.com', 'gate.com.tr', 'a.io', '3commas.io', 'x-y.example'],
    refused: [
      '',
      'gate',
      'Gate.com',
      'https://gate.com',
      'gate.com/',
      'gate.com:443',
      '.gate.com',
      'gate.com.',
      '-gate.com',
      'gate-.com',
      'gate..com',
      '*.gate.com',
      '203.0.113.10',
    ],
    message: 'Expected a domain name in lowercase, such as "www.gate.com".',
  },
  'a day': {
    schema: daySchema,
    taken: ['2026-11-20', '2028-02-29'],
    refused: ['', '2026-02-29', '2026-13-01', '20.11.2026', '2026-11-20T00:00:00Z', 20_261_120],
    message: 'Expected a day such as 2026-11-20.',
  },
};

for (const [name, { schema, taken, refused, message }] of Object.entries(kinds)) {
  test.describe(name, () => {
    for (const text of taken) {
      test(`may be ${JSON.stringify(text)}`, () => {
        expect(schema.parse(text)).toBe(text);
      });
    }
    for (const text of refused) {
      test(`may not be ${JSON.stringify(text)}, and says what was expected`, () => {
        expect(issuesOf(schema, text)).toContain(`: ${message}`);
      });
    }
  });
}

test('an empty line says that some text is expected, and nothing else', () => {
  for (const schema of [wordsSchema, labelSchema, nameSchema, codeSchema])
    expect(issuesOf(schema, '')).toEqual([': Expected some text.']);
});

test('a text has a length, which the field can shorten', () => {
  expect(issuesOf(wordsUpTo(5), '12345')).toEqual([]);
  expect(issuesOf(wordsUpTo(5), '123456')).toEqual([': Expected at most 5 characters, found 6.']);
  for (const schema of [labelSchema, quoteSchema, nameSchema, wordsSchema, proseSchema, codeSchema])
    expect(issuesOf(schema, 'x'.repeat(10_000))).toEqual([
      expect.stringMatching(/^: Expected at most \d+ characters, found 10000\.$/),
    ]);
});

test('prose loses the space around it, and keeps its lines', () => {
  expect(proseSchema.parse('\n One **line**.\n\nAnother. \n')).toBe('One **line**.\n\nAnother.');
  expect(issuesOf(proseSchema, ' \n ')).toEqual([': Expected some text.']);
});

test('a day that a YAML reader turned into a date becomes text again', () => {
  expect(daySchema.parse(new Date('2026-11-20'))).toBe('2026-11-20');
  expect(daySchema.parse(new Date('2026-11-20T23:59:59Z'))).toBe('2026-11-20');
});

const kindsOfText = Object.keys(textKinds).filter((name): name is TextKind =>
  Object.hasOwn(textKinds, name),
);

/** One schema for each kind of text that a field can have, each with a text that fits. */
const fields: readonly (readonly [string, z.ZodType, string])[] = [
  ['a label', labelSchema, 'Read Only'],
  ['a sentence of the exchange', quoteSchema, 'Invalid key …'],
  ['a name', nameSchema, 'Gate'],
  ['words', wordsSchema, 'Write it down.'],
  ['prose', proseSchema, 'One **line**.\n\nAnother.'],
  ['a code', codeSchema, 'EAPI:Invalid key'],
  ['an id', idSchema, 'spot-trading'],
  ['an address', httpsUrlSchema, 'https://www.gate.com/a'],
  ['a domain', domainSchema, 'www.gate.com'],
  ['a day', daySchema, '2026-11-20'],
  ['an e-mail address', emailSchema, 'help@desk.example.com'],
];

/** Code points that no text may have: written out, so that a fault of the search shows. */
const forbidden: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x180b, 0x180f],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x2800, 0x2800],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xe000, 0xf8ff],
  [0xfe00, 0xfe0f],
  [0xfdd0, 0xfdef],
  [0xfeff, 0xfeff],
  [0xfff9, 0xffff],
  [0x1d173, 0x1d17a],
  [0x1fffe, 0x1ffff],
  [0xe0000, 0xe0fff],
  [0xf0000, 0xfffff],
  [0x100000, 0x10ffff],
];

const sign = fc
  .oneof(...forbidden.map(([min, max]) => fc.integer({ min, max })))
  .map((codePoint) => String.fromCodePoint(codePoint));

for (const [name, schema, text] of fields) {
  test(`${name} with a forbidden sign at any place is refused, and says which`, () => {
    expect(issuesOf(schema, text)).toEqual([]);
    fc.assert(
      fc.property(sign, fc.integer({ min: 0, max: text.length }), (bad, place) => {
        const issues = issuesOf(schema, text.slice(0, place) + bad + text.slice(place));
        expect(issues).toHaveLength(1);
      }),
      { numRuns: 400 },
    );
  });
}

test('every forbidden sign is found in every kind of text, one by one', () => {
  const missed = forbidden.flatMap(([first, last]) =>
    // The private planes hold 130,000 signs of one kind; their ends stand for them.
    (last - first > 0x2000 ? [first, last] : range(first, last)).filter((codePoint) =>
      kindsOfText.some((kind) => isCleanText(`a${String.fromCodePoint(codePoint)}b`, kind)),
    ),
  );
  expect(missed).toEqual([]);
});

test('a line feed belongs into prose and into what is signed, and nowhere else', () => {
  const taking = kindsOfText.filter((kind) => isCleanText('a\nb', kind));
  expect(taking).toEqual(['prose', 'template']);
});

test('a text of printable ASCII, of accents, of other scripts or with emoji is clean', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (text) => {
      // Prose has no character references, and words no marks of Markdown.
      fc.pre(text === text.trim() && !/&.+;|\*\*|`|\]\(/.test(text));
      expect(kindsOfText.map((kind) => textProblem(text, kind))).toEqual(
        kindsOfText.map(() => undefined),
      );
    }),
  );
  for (const text of [
    'Ä ö é Ş ı',
    'Только чтение',
    'Μόνο ανάγνωση',
    'قراءة فقط',
    '🔑 key',
    '“…” – ✓',
  ])
    expect(
      kindsOfText.filter((kind) => !isCleanText(text, kind)),
      text,
    ).toEqual([]);
});

test('words show no Markdown, which prose and labels may hold', () => {
  for (const text of ['Leave **Withdraw** off', 'type `abc`', 'see [sites](#sites)']) {
    expect(textProblem(text, 'words')?.message, text).toMatch(/^Found ".+", which is Markdown/);
    expect(isCleanText(text, 'prose') && isCleanText(text, 'label'), text).toBe(true);
  }
  expect(isCleanText('5 * 3 [a] (b) _c_', 'words')).toBe(true);
});

test('a problem names the sign, its place and the mend', () => {
  expect(textProblem('API key\u2028x', 'label')).toEqual({
    message:
      'Found U+2028 LINE SEPARATOR as character 8. Delete it; if you do not see it, type the text again by hand.',
    sign: '\u2028',
  });
  expect(textProblem('🔑\u00a0x', 'words')?.message).toBe(
    'Found U+00A0 NO-BREAK SPACE as character 2. Write a plain space instead.',
  );
});

test('prose has no character references, and no word of two scripts across its emphasis', () => {
  for (const written of ['&#x2028;', '&#8203;', '&ZeroWidthSpace;', '&nbsp;'])
    expect(textProblem(`a ${written} b`, 'prose')?.message).toBe(
      `Found "${written}", which stands for a sign that reviewers do not see. Write the sign itself.`,
    );
  expect(isCleanText('a & b; c && d; AT&T', 'prose')).toBe(true);
  expect(isCleanText('&amp;', 'label')).toBe(true);
  expect(isCleanText('**Wіt**hdraw', 'prose')).toBe(false);
  expect(isCleanText('W**і**thdraw', 'prose')).toBe(false);
});

test('a word of two scripts that look alike is refused; words of two scripts are not', () => {
  expect(textProblem('My Аccount', 'label')?.message).toBe(
    'The word "Аccount" mixes Cyrillic and Latin letters, which look alike. Type the whole word again in one script.',
  );
  for (const text of ['Wіthdraw', 'Τrade', 'Trаde2', 'ΔBTC', 'Աpi', 'tr\u0430\u0301de'])
    expect(
      kindsOfText.filter((kind) => isCleanText(text, kind)),
      text,
    ).toEqual([]);
  for (const text of ['API-ключ', 'α and β', 'ключ API', 'API키', 'API密钥', 'APIキー', 'Spot取引'])
    expect(
      kindsOfText.filter((kind) => !isCleanText(text, kind)),
      text,
    ).toEqual([]);
});

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
