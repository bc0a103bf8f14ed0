import { expect, test } from 'playwright/test';
import { checkContent } from '../../../src/check/check.ts';
import { readContentFiles } from '../../../src/content/content-files.ts';
import { validFiles } from '../../support/check-cases.ts';

/** What the rule finds with the real template beside the made-up content. */

const valid = await validFiles();
const real = await readContentFiles('content');
const templateTexts = [...real.texts].filter(([file]) => file.startsWith('exchanges/_template/'));

/** Problems of the made-up content with one text of it replaced, as file, rule and message. */
function problems(file: string, find: string, replace: string): [string, string, string][] {
  const texts = new Map([...valid.texts, ...templateTexts]);
  const text = texts.get(file) ?? '';
  expect(text).toContain(find);
  texts.set(
    file,
    text.replace(find, () => replace),
  );
  return checkContent({ ...valid, texts }).map((problem) => [
    problem.file,
    problem.rule,
    problem.message,
  ]);
}

const facts = 'exchanges/northwind/exchange.yaml';
const guide = 'exchanges/northwind/steps/test-key.mdx';

test('the template beside other content makes no problem', () => {
  expect(templateTexts.length).toBeGreaterThan(0);
  expect(problems(guide, 'It places no order.', 'It places none.')).toEqual([]);
});

test('the name of the template is found in facts and in the body', () => {
  const found = (file: string) => [
    file,
    'template-left',
    'This names "Template Exchange", which stands for the exchange in the template.',
  ];
  expect(problems(facts, 'keysStay: A key', 'keysStay: At Template Exchange a key')).toEqual([
    found(facts),
  ]);
  expect(problems(guide, 'It places no', 'Template Exchange places no')).toEqual([found(guide)]);
});

test('the domain of the template is found in an address', () => {
  expect(problems(facts, 'keysStay: A key', 'keysStay: On api.template.example a key')).toEqual([
    [
      facts,
      'template-left',
      'This names "template.example", which stands for the exchange in the template.',
    ],
  ]);
});

test('an address of the template is no problem of its own', () => {
  const found = problems(facts, 'https://test.northwind.example', 'https://test.template.example');
  expect(found.map(([, rule]) => rule)).toEqual(['template-left']);
});

test('the domain of the template is no problem in a comment', () => {
  expect(problems(facts, 'status:', '# See api.template.example.\nstatus:')).toEqual([]);
});

test('a sentence with the name of the exchange is that of the template with its own name', () => {
  const name = valid.texts.get(facts)?.match(/^ {2}name: (.+)$/m)?.[1] ?? '';
  expect(name).toMatch(/^Northwind/);
  const texts = templateTexts.map(([file, text]): [string, string] => [
    file,
    text.replace(
      'Write what the test does not prove.',
      'Template Exchange never asks for the secret by telephone.',
    ),
  ]);
  const damaged = new Map([...valid.texts, ...texts]);
  const text = damaged.get(guide) ?? '';
  damaged.set(
    guide,
    text.replace('It places no order.', `${name} never asks for the secret by telephone.`),
  );
  expect(
    checkContent({ ...valid, texts: damaged }).map(({ rule, message }) => `${rule}: ${message}`),
  ).toEqual([
    `template-left: This sentence is one of the template: "${name} never asks for the secret by telephone."`,
  ]);
});
