import { expect, test } from 'playwright/test';
import type { z } from 'astro/zod';
import {
  daySchema,
  domainSchema,
  httpsUrlSchema,
  idSchema,
  lineSchema,
  proseSchema,
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
  'a line': {
    schema: lineSchema,
    taken: ['x', 'Read Only', '©', 'API Management › Keys'],
    refused: [' x', 'x ', 'one\ntwo', 'x\n', ' '],
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

test('an empty line says that some text is expected', () => {
  expect(issuesOf(lineSchema, '')).toContain(': Expected some text.');
});

test('prose loses the space around it, and keeps its lines', () => {
  expect(proseSchema.parse('\n One **line**.\n\nAnother. \n')).toBe('One **line**.\n\nAnother.');
  expect(issuesOf(proseSchema, ' \n ')).toEqual([': Expected some text.']);
});

test('a day that a YAML reader turned into a date becomes text again', () => {
  expect(daySchema.parse(new Date('2026-11-20'))).toBe('2026-11-20');
  expect(daySchema.parse(new Date('2026-11-20T23:59:59Z'))).toBe('2026-11-20');
});
