import { expect, test } from 'playwright/test';
import { dictionaryOf, languageIds } from '../../../src/i18n/index.ts';
import { confirmationKinds, credentialRoles } from '../../../src/schema/exchange.ts';
import { verificationMethods } from '../../../src/schema/guide.ts';
import { refusedRequests } from '../../../src/schema/partner.ts';
import { sourceKinds } from '../../../src/schema/source.ts';
import { capabilities } from '../../../src/vocabulary/capabilities.ts';
import { errorKinds } from '../../../src/vocabulary/error-kinds.ts';
import { phases, stepIds } from '../../../src/vocabulary/steps.ts';
import { lifetimes } from '../../support/dictionary-samples.ts';
import { functionTexts } from '../../support/dictionary-texts.ts';
import { isRecord } from '../../support/nested-values.ts';

/** Everything in a dictionary that is no group, by its place; a sentence is one text. */
function entriesOf(value: unknown, place = ''): [place: string, value: unknown][] {
  if (Array.isArray(value)) return [[place, value.map(wordsOf).join('')]];
  if (!isRecord(value)) return [[place, value]];
  return Object.entries(value).flatMap(([key, item]) =>
    entriesOf(item, place === '' ? key : `${place}.${key}`),
  );
}

/** The words of a piece of a sentence, or the name of its place. */
function wordsOf(piece: unknown): unknown {
  return isRecord(piece) ? piece['words'] || `{${piece['mark']}}` : piece;
}

for (const id of languageIds) {
  test.describe(id, () => {
    const t = dictionaryOf(id);
    const tried = functionTexts(t);
    const entries = entriesOf(t);
    const fixedTexts = entries.flatMap(([place, value]): [string, string][] =>
      typeof value === 'string' ? [[place, value]] : [],
    );
    const texts: [place: string, text: string][] = [
      ...fixedTexts,
      ...Object.entries(tried).flatMap(([place, list]) =>
        list.map((text): [string, string] => [place, text]),
      ),
    ];

    test('every function of the dictionary is tried here', () => {
      const functions = entries.filter(([, value]) => typeof value === 'function');
      expect(Object.keys(tried).toSorted()).toEqual(functions.map(([place]) => place).toSorted());
      for (const [place, list] of Object.entries(tried))
        expect(list.length, place).toBeGreaterThan(0);
    });

    test('the dictionary holds texts, sentences and functions, and nothing else', () => {
      const others = entries.filter(([, value]) => !['string', 'function'].includes(typeof value));
      expect(others).toEqual([]);
      expect(fixedTexts.length).toBeGreaterThan(100);
    });

    test('no text is empty', () => {
      expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
    });

    test('no text shows what a program forgot', () => {
      expect(
        texts.filter(([, text]) => /\bundefined\b|\bnull\b|\bNaN\b|\[object|\$\{/.test(text)),
      ).toEqual([]);
    });

    test('no text has two spaces in a line, a space before a full stop or comma, or two full stops', () => {
      expect(texts.filter(([, text]) => /[^\S\n]{2}| [.,;]|\.\./.test(text))).toEqual([]);
    });

    test('no text begins or ends with a space', () => {
      const places = texts.filter(([, text]) => text !== text.trim()).map(([place]) => place);
      expect([...new Set(places)]).toEqual([]);
    });

    const tables: [string, readonly string[], Record<string, unknown>][] = [
      ['phases', phases, t.guide.phases],
      ['ways of checking', verificationMethods, t.guide.verified],
      ['confirmations', confirmationKinds, t.confirmations],
      ['credentials', credentialRoles, t.credentials.roles],
      ['kinds of source', sourceKinds, t.sourceKinds],
      ['names of steps', stepIds, t.link.steps],
      ['what partners never ask for', refusedRequests, t.partner.neverAsks],
    ];
    for (const [name, words, table] of tables) {
      test(`each word of a vocabulary has a text of its own: ${name}`, () => {
        expect(Object.keys(table).toSorted()).toEqual(words.toSorted());
        const written = Object.values(table).filter((text) => typeof text === 'string');
        expect(new Set(written).size).toBe(written.length);
      });
    }

    test('each capability, kind of error and end of a key has a text of its own', () => {
      const told = capabilities.map((capability) => t.can([capability]));
      expect(new Set(told).size).toBe(capabilities.length);
      expect(new Set(errorKinds.map(t.errors.kindHead)).size).toBe(errorKinds.length);
      for (const labels of [[], ['Trade']]) {
        const ends = lifetimes.map((item) => t.lifetimes.entry(item, labels));
        expect(new Set(ends).size).toBe(lifetimes.length);
      }
    });
  });
}
