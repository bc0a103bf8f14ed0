import path from 'node:path';
import { expect, test } from 'playwright/test';
import { checkContent } from '../../../src/check/check.ts';
import { rules } from '../../../src/check/rules/index.ts';
import { rememberingReaders } from '../../support/check-cases.ts';
import { kinds } from '../../support/mutations/index.ts';
import { damageOf, treeFiles, trialsOf } from '../../support/mutations/trees.ts';

/**
 * Content, damaged in every way that the table of kinds knows: each damage is reported by
 * the right rule, in the right file, on the right line.
 */

/** What was not damaged is read once. */
const readers = rememberingReaders();
const trials = await trialsOf(kinds, readers);

test('every rule of texts has a kind of damage, and kinds have names of their own', () => {
  const covered = new Set<string>(kinds.map(({ rule }) => rule));
  // Copies of the template are a matter of the template; see the cases of that rule.
  const elsewhere = ['template-left'];
  expect(Object.keys(rules).filter((rule) => !covered.has(rule))).toEqual(elsewhere);
  expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
});

test('nothing is reported of the undamaged files but warnings', () => {
  const reports = trials.map(({ tree }) => ({
    slug: tree.slug,
    errors: checkContent(treeFiles(tree, tree.texts), undefined, readers).filter(
      ({ severity }) => severity === 'error',
    ),
  }));
  expect(reports.filter(({ errors }) => errors.length > 0)).toEqual([]);
});

for (const kind of kinds) {
  test(`${kind.rule}: ${kind.name}`, () => {
    const reports = trials.flatMap(({ tree, kinds: tried }) => {
      const damage = tried.includes(kind) ? damageOf(kind, tree) : undefined;
      if (damage === undefined) return [];
      const { file, text, damaged } = damage;
      const texts = new Map(tree.texts);
      const target = damaged.renamedTo ?? damaged.movedTo ?? file;
      if (damaged.text === undefined) texts.delete(file);
      else if (damaged.renamedTo !== undefined) {
        texts.delete(file);
        texts.set(damaged.renamedTo, damaged.text);
      } else if (target !== file) {
        const folder = `${path.dirname(file)}/`;
        for (const [name, value] of tree.texts)
          if (name.startsWith(folder)) {
            texts.delete(name);
            texts.set(`${path.dirname(target)}/${name.slice(folder.length)}`, value);
          }
      } else {
        expect(damaged.text, `${file} is not changed`).not.toBe(text);
        texts.set(file, damaged.text);
      }
      const problems = checkContent(treeFiles(tree, texts), undefined, readers);
      const wanted = `${damaged.reportedIn ?? target}:${damaged.line} ${kind.rule}`;
      const found = problems.map(({ file: where, line, rule }) => `${where}:${line} ${rule}`);
      return [{ wanted, found: found.includes(wanted) ? wanted : found }];
    });
    expect(reports.length, 'The damage applies to no exchange.').toBeGreaterThan(0);
    expect(reports.map(({ found }) => found)).toEqual(reports.map(({ wanted }) => wanted));
  });
}
