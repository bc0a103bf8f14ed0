import { expect, test } from 'playwright/test';
import { listedExchange, matchableExchange, stepLink } from '../../../src/derive/error-catalog.ts';
import { errorListVersion, isErrorList } from '../../../src/derive/error-catalog-shape.ts';
import type { GuidePage } from '../../../src/derive/guide-page.ts';
import { sampleExchange } from '../../support/sample-exchange.ts';
import { samplePage } from '../../support/sample-page.ts';
import { useCaseThat } from '../../support/sample-permissions.ts';

// Every use case is served, so that each has its page with steps.
const exchange = sampleExchange({
  permissions: { ...sampleExchange().permissions, refusals: [] },
});
const useCases = ['reading', 'trading', 'futures'].map((id) => ({
  ...useCaseThat(['read-balances']),
  id,
}));
const pages: GuidePage[] = useCases.map((useCase) => samplePage(useCase, { exchange, useCases }));
const as = {
  path: (path: string) => `/guides${path}`,
  plain: (markdown: string) => markdown.toUpperCase(),
};

test.describe('an exchange to be recognised', () => {
  test('is named by its names, folder, domains, hosts and the ids of tools, once each', () => {
    const { clues } = matchableExchange(exchange);
    for (const clue of ['northwind', 'northwindeu', 'api.northwind.example'])
      expect(clues).toContain(clue);
    expect(clues).toEqual([...new Set(clues)].map((clue) => clue.toLowerCase()));
  });

  test('has the entries that a program can recognise, and only these', () => {
    const [entry] = exchange.troubleshooting;
    if (entry === undefined) throw new Error('The sample has no entry.');
    const { codes: _codes, messages: _messages, http: _http, kinds: _kinds, ...plain } = entry;
    const two = { ...exchange, troubleshooting: [entry, { ...plain, id: 'button' }] };
    expect(matchableExchange(two).errors).toEqual([
      {
        id: 'bad-key',
        codes: ['INVALID_KEY'],
        messages: ['Invalid key provided'],
        http: [401],
      },
    ]);
  });
});

test.describe('the link to a step', () => {
  test('leads to the page of the exchange, if that has the step', () => {
    expect(stepLink(pages, 'create-key')).toMatchObject({
      step: 'create-key',
      path: '/northwind/#create-key',
    });
    expect(stepLink(pages.toReversed(), 'create-key')?.path).toBe('/northwind/#create-key');
  });

  test('leads to a use case that has it, if the usual page has not', () => {
    expect(stepLink(pages, 'enable-product')?.path).toBe('/northwind/futures/#enable-product');
  });

  test('is missing where no page has it', () => {
    expect(stepLink(pages, 'withdraw-funds')).toBeUndefined();
    expect(stepLink([], 'create-key')).toBeUndefined();
  });
});

test('a listed exchange has plain texts and paths below the base', () => {
  const listed = listedExchange(exchange, pages, as);
  expect(listed).toMatchObject({
    slug: 'northwind',
    name: exchange.names.name,
    guide: '/guides/northwind/',
    page: '/guides/errors/northwind/',
    undocumented: [{ kind: 'clock', text: 'THE ANSWER IS NOT DOCUMENTED.' }],
  });
  expect(listed.errors).toEqual([
    {
      id: 'bad-key',
      codes: ['INVALID_KEY'],
      messages: ['Invalid key provided'],
      http: [401],
      kinds: ['key'],
      symptom: 'The key is refused.',
      tellApart: 'LOOK WHETHER IT IS IN THE LIST.',
      path: '/guides/errors/northwind/#error-bad-key',
      causes: [
        {
          cause: 'IT WAS DELETED.',
          mend: 'MAKE A NEW ONE.',
          step: {
            step: 'create-key',
            title: stepLink(pages, 'create-key')?.title,
            path: '/guides/northwind/#create-key',
          },
        },
      ],
    },
  ]);
});

test('a list is known by its version', () => {
  expect(isErrorList({ version: errorListVersion, exchanges: [] })).toBe(true);
  for (const other of [undefined, null, 'x', [], {}, { version: errorListVersion + 1 }])
    expect(isErrorList(other)).toBe(false);
});
