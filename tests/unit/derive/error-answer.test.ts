import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { parseContent } from '../../../src/content/content.ts';
import { isPublished } from '../../../src/content/layout.ts';
import { mostRead } from '../../../src/derive/error-match.ts';
import { answerErrors, type ErrorAnswer } from '../../../src/derive/errors/answer.ts';
import { errorIndexOf } from '../../../src/derive/errors/index-of.ts';
import { isCcxtTables, isErrorIndex } from '../../../src/derive/errors/shapes.ts';
import { errorKinds } from '../../../src/vocabulary/error-kinds.ts';

const content = parseContent(await readContentFiles(path.resolve('content')));
const exchanges = content.exchanges.flatMap(({ slug, facts }) =>
  facts?.value === undefined || !isPublished(slug) ? [] : [{ ...facts.value, slug }],
);
const ccxt = content.ccxtErrors?.value?.exchanges ?? {};
const index = errorIndexOf(exchanges, content.names?.value ?? [], ccxt);
const answerTo = (text: string): ErrorAnswer | undefined => answerErrors(text, index, ccxt);

/** Texts as people and tools show them, each with what an expert would answer at first sight. */
const texts = z
  .array(
    z.strictObject({
      text: z.string(),
      /** Where it stands in public. */
      from: z.string(),
      /** Folder of the guide, or the name of an exchange without one; none where the text names none. */
      exchange: z.string().optional(),
      entry: z.union([z.string(), z.array(z.string())]).optional(),
      kind: z.enum([...errorKinds, 'unclear']).optional(),
      /** The status that alone cannot tell. */
      status: z.int().optional(),
      none: z.boolean().optional(),
      /** Known not to be placed yet: it must be silent, or at least not wrong. */
      missed: z.boolean().optional(),
    }),
  )
  .parse(parse(readFileSync('tests/fixtures/error-texts.yaml', 'utf8')));

type Expected = (typeof texts)[number];

/** Whether an answer gives nobody the card of an exchange that the text does not speak of. */
function isOfNobodyElse(answer: ErrorAnswer | undefined, { exchange }: Expected): boolean {
  if (answer === undefined) return true;
  const named = answer.exchange?.slug ?? answer.exchange?.name;
  return (
    (named === undefined || exchange === undefined || named === exchange) &&
    answer.entries.every(({ slug }) => exchange === undefined || slug === exchange)
  );
}

function isPlaced(answer: ErrorAnswer | undefined, expected: Expected): boolean {
  const { entry, kind, status, none = false } = expected;
  if (none) return answer === undefined;
  if (answer === undefined || !isOfNobodyElse(answer, expected)) return false;
  if (status !== undefined) return answer.statusAlone === status && answer.confidence === 'one-of';
  if (kind === 'unclear') return answer.confidence === 'one-of';
  const kindsOf = (slug: string, id: string): readonly string[] =>
    index.exchanges.find((exchange) => exchange.slug === slug)?.kinds[id] ?? [];
  if (kind !== undefined)
    return (
      answer.kinds.some((one) => alike(one, kind)) ||
      answer.entries
        .slice(0, 3)
        .some(({ slug, id }) => kindsOf(slug, id).some((one) => alike(one, kind)))
    );
  const wanted = [entry ?? []].flat();
  if (answer.entries.length > 0)
    return answer.entries.slice(0, 3).some(({ id }) => wanted.includes(id));
  // Without the exchange in the text, the kind is what can be said.
  return wanted.some((id) =>
    kindsOf(expected.exchange ?? '', id).some((one) => answer.kinds.some((two) => alike(one, two))),
  );
}

/** Kinds that lead to the same mend. */
function alike(a: string, b: string): boolean {
  const groups = [
    ['clock', 'nonce'],
    ['region', 'site'],
    ['down', 'other'],
  ];
  return a === b || groups.some((group) => group.includes(a) && group.includes(b));
}

for (const expected of texts) {
  const { text, missed = false } = expected;
  test(`${missed ? 'no wrong answer' : 'the right answer'}: ${text.slice(0, 90).replaceAll('\n', ' ')}`, () => {
    const answer = answerTo(text);
    expect(isOfNobodyElse(answer, expected), JSON.stringify(answer)).toBe(true);
    expect(isPlaced(answer, expected), JSON.stringify(answer)).toBe(!missed);
  });
}

test('of the texts, 95 of 100 are placed', () => {
  expect(texts.length).toBeGreaterThan(100);
  const missed = texts.filter((one) => one.missed === true);
  expect(missed.length / texts.length).toBeLessThanOrEqual(0.05);
});

test.describe('any text', () => {
  test('gives no answer where it speaks of nothing, and throws never', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences', maxCount: 5 }), (text) => {
        expect(answerTo(text)).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 3000, unit: 'binary' }), (text) => void answerTo(text)),
    );
  });

  test('says the same whatever stands around it', () => {
    const noise = fc.array(fc.lorem({ maxCount: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...texts), noise, noise, ({ text }, before, after) => {
        const alone = answerTo(text);
        // A lone status or word is judged by the whole of a short text.
        fc.pre(text.length > 60 && alone !== undefined && alone.entries.length > 0);
        const within = answerTo([...before, text, ...after].join('\n'));
        expect(within?.entries.map(({ slug, id }) => [slug, id])).toEqual(
          alone?.entries.map(({ slug, id }) => [slug, id]),
        );
      }),
    );
  });

  test('is never worse with the name of its exchange', () => {
    for (const { text, exchange, entry, missed } of texts) {
      const named = index.exchanges.find(({ slug }) => slug === exchange);
      if (named === undefined || entry === undefined || missed === true) continue;
      const wanted = [entry].flat();
      const first = answerTo(text)?.entries.some(({ id }) => wanted.includes(id)) ?? false;
      const then = answerTo(`${named.name} ${text}`);
      if (first)
        expect(
          then?.entries.map(({ id }) => id),
          text,
        ).toEqual(
          expect.arrayContaining([expect.stringMatching(new RegExp(`^(?:${wanted.join('|')})$`))]),
        );
    }
  });

  test('with the name of one exchange never gives the entry of another', () => {
    for (const one of index.exchanges)
      for (const { text } of texts.filter(({ exchange }) => exchange === undefined)) {
        const answer = answerTo(`${one.name}: ${text}`);
        expect(
          answer?.entries.filter(({ slug }) => !slug.startsWith(one.slug)) ?? [],
          text,
        ).toEqual([]);
      }
  });

  test('is read at its beginning and its end, however long it is', () => {
    const long = 'x '.repeat(mostRead);
    const placed = texts.filter(({ text, entry }) => entry !== undefined && text.length > 60);
    expect(placed.length).toBeGreaterThan(20);
    for (const { text } of placed.slice(0, 20)) {
      const alone = answerTo(text)?.entries.map(({ id }) => id);
      for (const whole of [`${text}\n${long}`, `${long}\n${text}`])
        expect(
          answerTo(whole)?.entries.map(({ id }) => id),
          text,
        ).toEqual(alone);
    }
  });

  test('that is bait for regular expressions is answered at once', () => {
    const started = process.cpuUsage().user;
    for (const bait of ['IP ', 'api key ', 'timestamp ', '"code":', 'a'.repeat(50), '\\"', '((('])
      answerTo(bait.repeat(100_000));
    // Ten seconds are far more than it takes, and far less than backtracking would.
    expect(process.cpuUsage().user - started).toBeLessThan(10_000_000);
  });
});

test('what is loaded is taken only in its form', () => {
  expect(isErrorIndex(JSON.parse(JSON.stringify(index)))).toBe(true);
  expect(isCcxtTables(JSON.parse(JSON.stringify(ccxt)))).toBe(true);
  for (const wrong of [null, 1, 'x', [], {}, { exchanges: [] }])
    expect(isErrorIndex(wrong)).toBe(false);
  for (const wrong of [null, 1, 'x', { bybit: 1 }, { bybit: { key: 'x' } }])
    expect(isCcxtTables(wrong)).toBe(false);
});
