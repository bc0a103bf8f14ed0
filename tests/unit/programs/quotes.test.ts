import { spawnSync } from 'node:child_process';
import vm from 'node:vm';
import { expect, test } from 'playwright/test';
import { plainText } from '../../../src/programs/plain-text.ts';
import { javaScriptQuote } from '../../../src/programs/javascript/quote.ts';
import { pythonQuote } from '../../../src/programs/python/quote.ts';
import { shellQuote } from '../../../src/programs/sh/quote.ts';
import { strangeSigns } from '../../support/signing/hostile.ts';

/** Each strange sign alone, between letters, twice, and behind a stroke; and all in one. */
const texts = [
  '',
  'plain é € \u{1f511}',
  ...strangeSigns.flatMap((sign) => [sign, `a${sign}b`, `${sign}${sign}`, `\\${sign}`]),
  strangeSigns.join(''),
];
const wellFormed = texts.map((text) => text.toWellFormed());

test('JavaScript reads back what is written for it, and nothing of it is raw', () => {
  const source = `[${texts.map(javaScriptQuote).join(', ')}]`;
  expect(source).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  expect(vm.runInNewContext(`JSON.stringify(${source})`)).toBe(JSON.stringify(wellFormed));
});

test('Python reads back what is written for it, and nothing of it is raw', () => {
  const source = `import json\nprint(json.dumps([${texts.map(pythonQuote).join(', ')}]))`;
  expect(source.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  const { stdout, stderr } = spawnSync('python3', ['-'], { input: source, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(wellFormed);
});

test('shells read back what is written for them, but NUL, which none can hold', () => {
  const expected = wellFormed.map((text) => text.replaceAll('\0', '\u{FFFD}'));
  // Between two words there is what no word holds.
  const source = `printf '%s\\000' ${texts.map(shellQuote).join(' ')}`;
  for (const shell of ['dash', 'bash']) {
    const { stdout, stderr } = spawnSync(shell, ['-s'], { input: source, encoding: 'utf8' });
    expect(stderr, shell).toBe('');
    expect(stdout.split('\0').slice(0, -1), shell).toEqual(expected);
  }
});

test('plain text is one line that holds nothing invisible, and letters of any language', () => {
  expect(texts.map(plainText).join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  expect(plainText('Größe 密钥 ключ 🔑 "\'\\$(`')).toBe('Größe 密钥 ключ 🔑 "\'\\$(`');
});
