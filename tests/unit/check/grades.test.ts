import { expect, test } from 'playwright/test';
import { formatGrades, gradesOf } from '../../../src/check/grades.ts';
import { parseContent } from '../../../src/content/content.ts';
import { dictionaryOf, mainLanguage } from '../../../src/i18n/index.ts';
import { casesDay, validFiles } from '../../support/check-cases.ts';

const words = dictionaryOf(mainLanguage);

test('every published guide that can be read has a grade', async () => {
  const files = await validFiles();
  const gradesWith = (texts: ReadonlyMap<string, string>) =>
    gradesOf(parseContent({ ...files, texts }), casesDay).map(({ exchange }) => exchange);
  expect(gradesWith(files.texts)).toEqual(['fabrikam', 'northwind']);
  const broken = new Map(files.texts).set('exchanges/northwind/errors.yaml', 'a: [');
  expect(gradesWith(broken)).toEqual(['fabrikam']);
  const draft = [...files.texts].map(([file, text]): [string, string] => [
    file.replace('fabrikam', '_draft'),
    text,
  ]);
  expect(gradesWith(new Map(draft))).toEqual(['northwind']);
});

test('guides that lack the same stand on one line, in the words of the site', () => {
  const silver = { grade: 'silver', missing: [{ kind: 'no-live-account' }] } as const;
  const text = formatGrades(
    [
      { exchange: 'a', ...silver },
      { exchange: 'b', grade: 'gold', missing: [] },
      { exchange: 'c', ...silver },
    ],
    words,
  );
  expect(text.split('\n')).toEqual([
    `${words.quality.grades.silver}: a, c. ${words.quality.missing(silver.missing)}`,
    `${words.quality.grades.gold}: b.`,
  ]);
  expect(formatGrades([], words)).toBe('');
});
