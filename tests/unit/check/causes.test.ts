import path from 'node:path';
import { expect, test } from 'playwright/test';
import { checkContent } from '../../../src/check/check.ts';
import { presentPermalinks } from '../../../src/check/permalinks.ts';
import { parseContent } from '../../../src/content/content.ts';
import { type ContentFiles, readContentFiles } from '../../../src/content/content-files.ts';
import { requiredRootFiles, rootFiles } from '../../../src/content/layout.ts';
import { outlineOf } from '../../../src/content/outline.ts';
import { casesDay, rememberingReaders, validFiles } from '../../support/check-cases.ts';

/**
 * Causes are reported, not their shadows: a file that cannot be read, or does not fit its
 * schema, is the only one that is reported, however many others lean on it.
 */

const readers = rememberingReaders();

/** Ways of breaking a file, whatever is in it. Undefined where a way does not apply. */
const ways: Readonly<Record<string, (text: string, file: string) => string | undefined>> = {
  'that is no YAML': (text, file) => {
    if (file.endsWith('.yaml')) return `${text}\n%: [\n`;
    return file.endsWith('.mdx') ? text.replace('---\n', '---\nx: [\n') : undefined;
  },
  'that does not fit its schema': (text, file) => {
    if (file.endsWith('.mdx')) return text.replace('---\n', '---\nunknownField: 1\n');
    if (!file.endsWith('.yaml')) return undefined;
    const isList = /^(?:#.*\n)*- /.test(text);
    return isList ? `${text}\n- { unknownField: 1 }\n` : `${text}\nunknownField: 1\n`;
  },
  'that is no MDX': (text, file) => (file.endsWith('.mdx') ? `${text}\n\n<Note>\n` : undefined),
  'that is empty': (_text, file) => (/\.(?:yaml|mdx)$/.test(file) ? '' : undefined),
};

/** The files that are reported where one of them is broken, as often as they are. */
function reportedFiles(files: ContentFiles, file: string, text: string, day?: string): string[] {
  const texts = new Map(files.texts).set(file, text);
  return checkContent({ ...files, texts }, day, readers)
    .filter(({ severity }) => severity === 'error')
    .map((problem) => problem.file);
}

/** Content with the list of everything that was published, which much leans on. */
function withPermalinks(files: ContentFiles): ContentFiles {
  const present = presentPermalinks(outlineOf(parseContent(files, readers)));
  return { ...files, texts: new Map(files.texts).set(rootFiles.permalinks, present.join('\n')) };
}

const made = withPermalinks(await validFiles());
const real = await readContentFiles(path.resolve('content'));

for (const [way, broken] of Object.entries(ways)) {
  test(`a file ${way} is the only one that is reported`, () => {
    expect(reportedFiles(made, rootFiles.useCases, made.texts.get('use-cases.yaml') ?? '')).toEqual(
      [],
    );
    for (const [file, text] of made.texts) {
      const damaged = broken(text, file);
      // An empty list of redirects is one, with nothing in it.
      if (damaged === undefined) continue;
      const reported = reportedFiles(made, file, damaged, casesDay);
      expect(reported.length, file).toBeGreaterThan(0);
      expect([...new Set(reported)], file).toEqual([file]);
    }
  });

  test(`a list for all exchanges ${way} is the only file that is reported, among all of them`, () => {
    for (const file of [...requiredRootFiles, rootFiles.powers, rootFiles.redirects]) {
      const damaged = broken(real.texts.get(file) ?? '', file);
      if (damaged === undefined) continue;
      const reported = reportedFiles(real, file, damaged);
      expect(reported.length, file).toBeGreaterThan(0);
      expect([...new Set(reported)], file).toEqual([file]);
    }
  });
}

test('a fault of YAML in one file of an exchange is one problem', () => {
  for (const name of [
    'exchange.yaml',
    'errors.yaml',
    'sources.yaml',
    'signing.yaml',
    'guide.mdx',
  ]) {
    const file = `exchanges/northwind/${name}`;
    const text = made.texts.get(file) ?? '';
    const line = text.startsWith('- ') ? '- *y\n' : 'x: *y\n';
    const damaged = file.endsWith('.mdx') ? text.replace('---\n', `---\n${line}`) : text + line;
    expect(reportedFiles(made, file, damaged, casesDay)).toEqual([file]);
  }
});

test('a problem with facts of several files is reported in the file that holds them', () => {
  const edit = (file: string, find: string, replace: string): string[] => {
    const text = made.texts.get(file) ?? '';
    expect(text).toContain(find);
    return reportedFiles(made, file, text.replace(find, replace), casesDay);
  };
  const folder = 'exchanges/northwind';
  expect(edit(`${folder}/sources.yaml`, 'docs.northwind.example', 'docs.evil.example')).toEqual([
    `${folder}/sources.yaml`,
  ]);
  expect(edit(`${folder}/errors.yaml`, 'sources: [api-docs]', 'sources: [api-dogs]')).toEqual([
    `${folder}/errors.yaml`,
  ]);
  expect(edit(`${folder}/signing.yaml`, 'sites: [global]', 'sites: [eu]')).toEqual([
    `${folder}/signing.yaml`,
  ]);
  expect(edit(`${folder}/steps/accept-terms.mdx`, '[spot-trading]', '[moon-trading]')).toEqual([
    `${folder}/steps/accept-terms.mdx`,
  ]);
});
