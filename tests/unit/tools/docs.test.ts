import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { withGeneratedParts } from '../../../src/tools/docs.ts';

test('the generated parts of CONTRIBUTING.md are those of the code (renew them with "npm run docs")', async () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  expect(await withGeneratedParts(text)).toBe(text);
});

test('a text without a marker is refused, and the message names it', async () => {
  await expect(async () => withGeneratedParts('no markers')).rejects.toThrow(
    '[docs] The text has no "<!-- generated: steps -->" … "<!-- end: steps -->".',
  );
});
