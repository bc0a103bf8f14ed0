import { expect, test } from 'playwright/test';
import { findExchanges, isQuestion } from '../../../src/derive/find-exchange.ts';

const candidates = [
  { words: ['Contoso', 'contoso', 'Contoso.io', 'contoso.example'] },
  { words: ['Fabrikam', 'fabrikam', 'fabrikam.example'] },
  { words: ['Fabrikam Futures', 'fabrikam-futures', 'Litware', 'fabrikam.example'] },
  { words: ['Northwind', 'northwind', 'northwind.example'] },
  { words: ['XT', 'xt.example'] },
];

const found = (typed: string): (string | undefined)[] =>
  findExchanges(typed, candidates).map(({ words }) => words[0]);

const cases: readonly (readonly [typed: string, found: readonly string[]])[] = [
  // As far as it is typed.
  ['c', ['Contoso']],
  ['fab', ['Fabrikam', 'Fabrikam Futures']],
  ['FABRIKAM F', ['Fabrikam Futures']],
  ['futures', ['Fabrikam Futures']],
  ['x', ['XT']],
  // Former names, however they are written.
  ['contoso.io', ['Contoso']],
  ['contoso io', ['Contoso']],
  ['Litware', ['Fabrikam Futures']],
  // Addresses.
  ['https://www.northwind.example/account/keys?x=1#y', ['Northwind']],
  ['northwind.example', ['Northwind']],
  ['app.northwind.example/', ['Northwind']],
  ['evil-northwind.example', []],
  ['northwind.example.evil.test', []],
  // Words around it.
  ['northwind api key', ['Northwind']],
  ['my Contoso account', ['Contoso']],
  // Slips of the keys.
  ['nortwhind', ['Northwind']],
  ['norhtwind', ['Northwind']],
  ['fabricam', ['Fabrikam']],
  ['cntoso', ['Contoso']],
  ['xz', []],
  // Nothing.
  ['', []],
  ['  ', []],
  ['.', []],
  ['zzzz', []],
  ['<script>alert(1)</script>', []],
];

for (const [typed, wanted] of cases) {
  test(`"${typed}" finds ${wanted.join(', ') || 'nothing'}`, () => {
    expect(found(typed)).toEqual(wanted);
  });
}

test('a slip is no name, where only names count', () => {
  expect(findExchanges('fabricam', candidates, { nearly: false })).toEqual([]);
});

test('a text without letters asks for nothing', () => {
  expect(['', ' ', '…', 'a'].map(isQuestion)).toEqual([false, false, false, true]);
});

test('a long text is read as far as a name can go', () => {
  expect(found(`contoso ${'x'.repeat(1_000_000)}`)).toEqual(['Contoso']);
});
