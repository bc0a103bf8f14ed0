import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { languageIds } from '../../../src/i18n/index.ts';
import { type FoundWords, wordsInAstro, wordsInScript } from '../../support/words-in-code.ts';

/** Names in templates that no language translates, each with the reason. */
const namesAsTheyAre: Readonly<Record<string, string>> = {};

const wordsOf = (found: readonly FoundWords[]): string[] => found.map(({ words }) => words);

test.describe('words are found', () => {
  test('between tags, in expressions and in attributes that are read', () => {
    const source = `---
const words = 'not these';
---
<!doctype html>
<script is:inline set:html={boot} />
<style>.not { color: red; }</style>
<script>
  import './not-these.ts';
</script>
<p class="not these" title="In a title">Between tags</p>
{open && <b>Within an expression</b>}
{open ? 'If so' : \`if \${not} so\`}
{list.map((item) => (item === 'not this' ? item : ['In a list', <i>{'and quoted'}</i>]))}
<img alt={open ? 'An image' : t.alt} src="not-this.png" />
`;
    expect(wordsInAstro(source)).toEqual([
      { line: 10, words: '"In a title"' },
      { line: 10, words: 'Between tags' },
      { line: 11, words: 'Within an expression' },
      { line: 12, words: 'If so' },
      { line: 12, words: 'if' },
      { line: 12, words: 'so' },
      { line: 13, words: 'In a list' },
      { line: 13, words: 'and quoted' },
      { line: 14, words: 'An image' },
    ]);
  });

  test('none where a template takes its words from the dictionary', () => {
    const source = `<p aria-label={t.label} class:list={['tag', open && 'open']}>
  {t.text} · {t.find('not this')} &nbsp; # 1 <b>{name}</b>
</p>
{composed(t.sentence, { link: (words) => <a href="/not/">{words}</a> })}
`;
    expect(wordsInAstro(source)).toEqual([]);
  });

  test('in scripts, where they are shown or are phrases', () => {
    const source = `
button.textContent = 'Copied';
box.append(open ? 'Open' : dataset['closed'] ?? '');
const message = "That did not work.";
page.querySelector('a[data-link] span, li a')?.setAttribute('aria-current', 'step');
observe({ rootMargin: '-20% 0px -70% 0px' });
`;
    expect(wordsOf(wordsInScript(source))).toEqual(['Copied', 'Open', 'That did not work.']);
  });

  test('a template that cannot be read is no template without words', () => {
    expect(() => wordsInAstro('<p>\n{open && <b>}\n</p>')).toThrow(/^\[words\] Line \d+ cannot/);
  });
});

const astroFiles = globSync('src/**/*.astro');
const clientFiles = globSync('src/client/**/*.ts');
const codeFiles = ['astro.config.mjs', ...globSync('src/**/*.{ts,astro,mjs}')];

test('templates hold no words of their own', () => {
  expect(astroFiles.length).toBeGreaterThan(0);
  const found = astroFiles.flatMap((file) =>
    wordsInAstro(readFileSync(file, 'utf8'))
      .filter(({ words }) => !Object.hasOwn(namesAsTheyAre, words))
      .map(({ line, words }) => `${file}:${line}  ${words}`),
  );
  expect(found).toEqual([]);
});

test('scripts of the browser hold no words of their own', () => {
  expect(clientFiles.length).toBeGreaterThan(0);
  const found = clientFiles.flatMap((file) =>
    wordsInScript(readFileSync(file, 'utf8')).map(({ line, words }) => `${file}:${line}  ${words}`),
  );
  expect(found).toEqual([]);
});

test('only the list of languages imports a language', () => {
  const language = new RegExp(`from '[^']*(?:/i18n|\\./?)/(?:${languageIds.join('|')})(?:/|\\.ts)`);
  expect("import { en } from '../i18n/en/index.ts';").toMatch(language);
  const importing = codeFiles.filter((file) => language.test(readFileSync(file, 'utf8')));
  expect(importing).toEqual(['src/i18n/index.ts']);
});
