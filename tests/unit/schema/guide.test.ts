import { expect, test } from 'playwright/test';
import {
  guideFrontmatterSchema,
  stepFrontmatterSchema,
  stepsForUseCase,
} from '../../../src/schema/guide.ts';
import { changedAt, issuesOf, openObjects } from '../../support/nested-values.ts';
import { sampleGuideFile, sampleStepFiles } from '../../support/sample-guide.ts';

test.describe('the steps for a use case', () => {
  const steps = [
    { id: 'a' },
    { id: 'b', useCases: ['futures'] },
    { id: 'c', useCases: ['trading', 'futures'] },
    { id: 'd', useCases: undefined },
  ];
  const idsFor = (useCase: string): string[] =>
    stepsForUseCase(steps, [useCase]).map(({ id }) => id);

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
  });

  test('has no place for keys that the schema does not know', () => {
    expect(openObjects(guideFrontmatterSchema)).toEqual([]);
    expect(issuesOf(guideFrontmatterSchema, { ...sampleGuideFile, author: 'x' })).toEqual([
      ': Unrecognized key: "author"',
    ]);
  });

  const refused: [string, (string | number)[], unknown][] = [
    ['a step that is not in the table', ['steps', 0], 'log-in'],
    ['a step as guides had it before', ['steps', 0], { id: 'sign-in', title: 'Sign in' }],
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
});

test.describe('the frontmatter of a step', () => {
  test('fits with every field, and without those that may be left out', () => {
    for (const file of Object.values(sampleStepFiles))
      expect(stepFrontmatterSchema.parse(file)).toEqual(file);
  });

  test('has no place for keys that the schema does not know', () => {
    expect(openObjects(stepFrontmatterSchema)).toEqual([]);
    expect(issuesOf(stepFrontmatterSchema, { title: 'Sign in', screens: ['x'] })).toEqual([
      ': Unrecognized key: "screens"',
    ]);
  });

  test('refuses a step for no use case, and one without a title', () => {
    expect(issuesOf(stepFrontmatterSchema, { title: 'Sign in', useCases: [] })[0]).toMatch(
      /^useCases: /,
    );
    expect(issuesOf(stepFrontmatterSchema, {})[0]).toMatch(/^title: /);
  });
});
