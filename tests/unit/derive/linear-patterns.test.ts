import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from 'scslre';
import { expect, test } from 'playwright/test';
import ts from 'typescript';

/**
 * What readers paste may be anything, a megabyte of bait included: every pattern that looks
 * at it runs in linear time. Analysed, not timed: scslre finds patterns whose time grows
 * with the square of the text, or worse.
 */

const files = [
  ...readdirSync('src/derive/errors').map((name) => `src/derive/errors/${name}`),
  'src/derive/error-match.ts',
  'src/derive/secret-shapes.ts',
  'src/derive/find-exchange.ts',
  'src/client/errors.ts',
];

/** Regular expressions of a file with their lines. */
function patternsOf(file: string): { line: number; pattern: RegExp }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: { line: number; pattern: RegExp }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const text = node.getText(source);
      const end = text.lastIndexOf('/');
      found.push({
        line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
        pattern: new RegExp(text.slice(1, end), text.slice(end + 1)),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('every pattern for pasted text is linear', () => {
  const patterns = files.flatMap((file) => patternsOf(file).map((one) => ({ file, ...one })));
  expect(patterns.length).toBeGreaterThan(30);
  const slow = patterns.flatMap(({ file, line, pattern }) =>
    analyse(pattern).reports.map(({ type }) => `${file}:${line} ${type}: ${pattern.source}`),
  );
  expect(slow).toEqual([]);
});

test('a pattern that is not linear is found', () => {
  expect(analyse(/\s*["']?\s*$/).reports.length).toBeGreaterThan(0);
});
