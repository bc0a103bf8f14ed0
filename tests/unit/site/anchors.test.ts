import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import {
  conceptAnchors,
  creatingSections,
  errorPageAnchors,
  furtherSections,
  guideAnchors,
  guideSections,
  headingAnchor,
} from '../../../src/site/anchors.ts';

const guide = {
  steps: ['sign-in', 'test-key'],
  isActive: true,
  errors: ['bad-clock'],
  questions: ['why'],
  sources: ['docs'],
  sites: 2,
  hasTestEnvironment: true,
} as const;

test('a guide has its steps, its sections and its entries', () => {
  expect(guideAnchors(guide)).toEqual([
    'sign-in',
    'test-key',
    ...guideSections,
    ...creatingSections,
    'sites',
    'test-environment',
    'error-bad-clock',
    'question-why',
    'source-docs',
  ]);
  expect(errorPageAnchors(guide)).toEqual(['error-bad-clock']);
});

test('what the facts do not have, and what a closing exchange does not need, is left out', () => {
  const bare = { ...guide, isActive: false, sites: 1, hasTestEnvironment: false };
  const gone = [...creatingSections, ...Object.values(furtherSections)];
  expect(guideAnchors(bare).filter((anchor) => gone.some((one) => one === anchor))).toEqual([]);
});

test('a concept has its headings, and questions where there are any', () => {
  const concept = { headings: ['What’s next?', 'A 2nd key'], questions: 0, sources: ['rfc'] };
  expect(conceptAnchors(concept)).toEqual(['whats-next', 'a-2nd-key', 'sources', 'source-rfc']);
  expect(conceptAnchors({ ...concept, questions: 1 })).toContain('questions');
  expect(headingAnchor('Über `keys`')).toBe('über-keys');
});

test('the sections are those that the components of a guide draw', async () => {
  const folder = path.resolve('src/components/guide');
  const files = [
    ...(await readdir(folder)).map((name) => path.join(folder, name)),
    path.resolve('src/components/SourceList.astro'),
  ];
  const drawn = await Promise.all(
    files.map(async (file) =>
      [...(await readFile(file, 'utf8')).matchAll(/<h[23] id="([a-z-]+)"/g)].map(
        ([, id = '']) => id,
      ),
    ),
  );
  // A page that refuses a use case has one section of its own, which nobody links to.
  const known = [...guideSections, ...creatingSections, ...Object.values(furtherSections)];
  expect(
    drawn
      .flat()
      .filter((id) => id !== 'refusal')
      .toSorted(),
  ).toEqual(known.toSorted());
});
