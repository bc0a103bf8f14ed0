import { expect, test } from 'playwright/test';
import { en } from '../../../src/i18n/en/index.ts';
import { isLinkTargets } from '../../../src/site/link-places.ts';
import { linkTargets } from '../../../src/site/link-targets.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { sampleGuide } from '../../support/sample-guide.ts';

const exchange = sampleExchange();
const targets = linkTargets(exchange, sampleGuide(), en.record.groups, (path) => `/guides${path}`);

test('links lead to steps by their own titles, to questions, errors and groups of facts', () => {
  expect(targets.steps).toMatchObject({ 'create-key': 'Start a key' });
  expect(targets.questions).toEqual(
    exchange.questions.map(({ id, question }) => ({
      id: `question-${id}`,
      title: question,
      path: `/guides/northwind/facts/#question-${id}`,
    })),
  );
  expect(targets.errors.map(({ path }) => path)).toEqual(
    exchange.troubleshooting.map(({ id }) => `/guides/errors/northwind/#error-${id}`),
  );
  expect(targets.facts).toContainEqual({
    id: 'facts-lifetimes',
    title: 'When a key ends',
    path: '/guides/northwind/facts/#lifetimes',
  });
  const ids = [targets.questions, targets.errors, targets.facts].flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what is loaded is taken only in this form, and leads nowhere else', () => {
  expect(isLinkTargets(JSON.parse(JSON.stringify(targets)))).toBe(true);
  const [first] = targets.facts;
  for (const wrong of [
    null,
    'text',
    {},
    { ...targets, steps: { 'sign-in': 1 } },
    { ...targets, errors: 'none' },
    { ...targets, facts: [{ ...first, path: 'https://evil.example/' }] },
    { ...targets, facts: [{ ...first, path: '//evil.example/' }] },
    { ...targets, facts: [{ ...first, title: undefined }] },
  ])
    expect(isLinkTargets(wrong)).toBe(false);
});
