import { expect, test } from 'playwright/test';
import vm from 'node:vm';
import { javaScriptQuote } from '../../../src/programs/javascript.ts';
import { realPrograms } from '../../support/signing/programs.ts';

test('programs import only built-in modules of Node 18, by their full names', async () => {
  const programs = await realPrograms('javascript');
  expect(programs.length).toBeGreaterThan(20);
  for (const { name, source } of programs) {
    const imports = source.split('\n').filter((line) => /\b(import|require)\b/.test(line));
    expect(imports, name).toEqual([
      "import crypto from 'node:crypto';",
      "import readline from 'node:readline';",
      "import { Writable } from 'node:stream';",
    ]);
  }
});

test('javaScriptQuote writes what JavaScript reads back', () => {
  const texts = [
    '',
    'plain',
    '"',
    "'",
    '\\',
    '\\"',
    '"\'\\',
    'é €\u{1f511}',
    '\n\u{1b}\u{2028}',
    '${a}',
  ];
  for (const text of texts) expect(vm.runInNewContext(javaScriptQuote(text))).toBe(text);
});
