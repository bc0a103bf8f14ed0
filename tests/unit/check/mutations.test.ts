import path from 'node:path';
import { expect, test } from 'playwright/test';
import { checkContent } from '../../../src/check/check.ts';
import { parseContent } from '../../../src/content/content.ts';
import type { Readers } from '../../../src/content/data-file.ts';
import { type ContentFiles, readContentFiles } from '../../../src/content/content-files.ts';
import { parseMdxText } from '../../../src/content/mdx-text.ts';
import { outlineOf } from '../../../src/content/outline.ts';
import { presentPermalinks } from '../../../src/check/permalinks.ts';
import { rules } from '../../../src/check/rules/index.ts';
import { parseYamlText } from '../../../src/content/yaml-text.ts';
import {
  kinds,
  partnerFile,
  partnerText,
  redirectsOf,
  type Tree,
} from '../../support/mutations.ts';

/**
 * The real content, damaged in every way that the table of kinds knows: each damage is
 * reported by the right rule, in the right file, on the right line.
 */

function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    results.set(text, result);
    return result;
  };
}

/** What was not damaged is read once. */
const readers: Readers = {
  yaml: remembered((text: string) => parseYamlText(text)),
  mdx: remembered((text: string) => parseMdxText(text)),
};

const files = await readContentFiles(path.resolve('content'));
const content = parseContent(files, readers);
const published = content.exchanges.filter(({ slug }) => !slug.startsWith('_'));

/** Each exchange with the next one beside it: enough for the rules that compare. */
const trees: Tree[] = published.map(({ slug, facts }, index) => {
  const next = published[(index + 1) % published.length];
  if (facts?.value === undefined || next?.facts?.value === undefined || next.slug === slug)
    throw new Error(`content/exchanges/${slug} cannot be read, or stands alone.`);
  const ours = [...files.texts].filter(([file]) =>
    ['use-cases.yaml', 'powers.yaml', `exchanges/${slug}/`, `exchanges/${next.slug}/`].some(
      (part) => file.startsWith(part),
    ),
  );
  const texts = new Map(ours);
  texts.set('redirects.yaml', redirectsOf(slug));
  if (facts.value.status.state === 'active') texts.set(partnerFile, partnerText(slug, facts.value));
  const permalinks = presentPermalinks(outlineOf(parseContent(treeFiles(texts), readers)));
  texts.set('permalinks.txt', `${permalinks.join('\n')}\n`);
  return {
    slug,
    facts: facts.value,
    neighbour: { slug: next.slug, facts: next.facts.value },
    texts,
  };
});

function treeFiles(texts: ReadonlyMap<string, string>): ContentFiles {
  return { root: 'content', texts, others: files.others };
}

test('there are two exchanges at least, and every rule of texts has a kind of damage', () => {
  expect(trees.length).toBeGreaterThan(1);
  const covered = new Set<string>(kinds.map(({ rule }) => rule));
  // Copies of the template are a matter of the template; see the cases of that rule.
  const elsewhere = ['template-left'];
  expect(Object.keys(rules).filter((rule) => !covered.has(rule))).toEqual(elsewhere);
  expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
});

for (const tree of trees) {
  test(`${tree.slug}: nothing is reported of the undamaged files but warnings`, () => {
    const problems = checkContent(treeFiles(tree.texts), undefined, readers);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
}

for (const kind of kinds) {
  test(`${kind.rule}: ${kind.name}`, () => {
    const reports = trees.flatMap((tree) => {
      const apart = ['use-cases.yaml', 'redirects.yaml', partnerFile].includes(kind.file);
      const file = apart ? kind.file : `exchanges/${tree.slug}/${kind.file}`;
      const text = tree.texts.get(file);
      const damaged = text === undefined ? undefined : kind.damage(text, tree);
      if (damaged === undefined) return [];
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
      const problems = checkContent(treeFiles(texts), undefined, readers);
      const wanted = `${damaged.reportedIn ?? target}:${damaged.line} ${kind.rule}`;
      const found = problems.map(({ file: where, line, rule }) => `${where}:${line} ${rule}`);
      return [{ wanted, found: found.includes(wanted) ? wanted : found }];
    });
    expect(reports.length, 'The damage applies to no exchange.').toBeGreaterThan(0);
    expect(reports.map(({ found }) => found)).toEqual(reports.map(({ wanted }) => wanted));
  });
}
