import { spawnSync } from 'node:child_process';
import { expect, test } from 'playwright/test';
import { pythonQuote } from '../../../src/programs/python.ts';
import { realPrograms } from '../../support/signing/programs.ts';

test('every program is Python 3.9', async () => {
  const programs = await realPrograms('python');
  expect(programs.length).toBeGreaterThan(20);
  const script = [
    'import ast, json, sys',
    'for name, source in json.load(sys.stdin):',
    '    ast.parse(source, filename=name, feature_version=(3, 9))',
  ].join('\n');
  const { status, stderr } = spawnSync('python3', ['-c', script], {
    input: JSON.stringify(programs.map(({ name, source }) => [name, source])),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('programs import only what they use', async () => {
  for (const { name, source } of await realPrograms('python')) {
    const [, ...imports] = source.split(/^import /m).map((part) => part.split('\n')[0] ?? '');
    for (const module of imports) {
      expect(source.split(`${module}.`).length, `${name}: ${module}`).toBeGreaterThan(1);
    }
  }
});

test('pythonQuote writes what Python reads back', () => {
  const texts = ['', 'plain', '"\'\\', 'é €\u{1f511}', '\n\t\u{1b}\u{2028}', '{a} %s $x'];
  const { stdout } = spawnSync(
    'python3',
    ['-c', `import json; print(json.dumps([${texts.map(pythonQuote).join(', ')}]))`],
    { encoding: 'utf8' },
  );
  expect(JSON.parse(stdout)).toEqual(texts);
});
