import { expect, test } from 'playwright/test';
import { z } from 'astro/zod';
import { guideFrontmatterSchema, guideSchema, stepsForUseCase } from '../../../src/schema/guide.ts';
import { changedAt, issuesOf, openObjects } from '../../support/nested-values.ts';
import { sampleGuideFile } from '../../support/sample-guide.ts';

test.describe('the steps for a use case', () => {
  const steps = [
    { id: 'a' },
    { id: 'b', useCases: ['futures'] },
    { id: 'c', useCases: ['trading', 'futures'] },
    { id: 'd', useCases: undefined },
  ];
  const idsFor = (useCase: string): string[] => stepsForUseCase(steps, useCase).map(({ id }) => id);

  test('are those for all and those that name it, in the order of the guide', () => {
    expect(idsFor('trading')).toEqual(['a', 'c', 'd']);
    expect(idsFor('futures')).toEqual(['a', 'b', 'c', 'd']);
    expect(idsFor('read-only')).toEqual(['a', 'd']);
  });
});

test.describe('the frontmatter of a guide', () => {
  test('fits with every field, and without those that may be left out', () => {
    expect(guideFrontmatterSchema.parse(sampleGuideFile)).toMatchObject(sampleGuideFile);
    const { captures: _captures, checklist: _checklist, ...least } = sampleGuideFile;
    expect(guideFrontmatterSchema.parse(least)).toMatchObject({ captures: [], checklist: [] });
    expect(guideFrontmatterSchema.parse(least).steps[0]).toEqual({
      id: 'check-account',
      title: 'Check your account',
      screens: [],
    });
  });

  test('has no place for keys that the schema does not know', () => {
    expect(openObjects(guideFrontmatterSchema)).toEqual([]);
    expect(issuesOf(guideFrontmatterSchema, { ...sampleGuideFile, author: 'x' })).toEqual([
      ': Unrecognized key: "author"',
    ]);
  });

  const refused: [string, (string | number)[], unknown][] = [
    ['a step that is not in the table', ['steps', 0, 'id'], 'log-in'],
    ['a step for no use case', ['steps', 2, 'useCases'], []],
    ['no steps', ['steps'], []],
    ['a summary that search results would cut', ['summary'], 'x'.repeat(201)],
    ['no minutes', ['minutes'], 0],
    ['hours', ['minutes'], 61],
    ['a way of checking that is none of ours', ['verification', 'method'], 'guessed'],
    ['an interface that is none of ours', ['verification', 'interface'], 'terminal'],
    ['a day that does not exist', ['verification', 'date'], '2026-02-30'],
  ];
  for (const [name, path, value] of refused) {
    test(`refuses ${name}`, () => {
      const [issue, ...others] = issuesOf(
        guideFrontmatterSchema,
        changedAt(sampleGuideFile, path, () => value),
      );
      expect(issue?.startsWith(`${path.join('.')}: `)).toBe(true);
      expect(others).toEqual([]);
    });
  }

  test('takes captures as the given schema of images says', () => {
    const image = z.literal('./captures/sign-in.png').transform(() => ({ src: '/x.webp' }));
    expect(guideSchema(image).parse(sampleGuideFile).captures[0]?.file).toEqual({ src: '/x.webp' });
    const other = changedAt(sampleGuideFile, ['captures', 0, 'file'], () => './other.png');
    expect(issuesOf(guideSchema(image), other)).toHaveLength(1);
  });
});
