import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { parseContent } from '../../src/content/content.ts';
import { type ContentFiles, readContentFiles } from '../../src/content/content-files.ts';
import { type Readers, usualReaders } from '../../src/content/data-file.ts';
import { rootFiles } from '../../src/content/layout.ts';
import { outlineOf } from '../../src/content/outline.ts';
import type { Place } from '../../src/content/place.ts';
import { permalinksFile, presentPermalinks } from '../../src/check/permalinks.ts';
import type { Problem } from '../../src/check/problem.ts';

/** The valid content that every case damages. */
export const validFolder = path.resolve('tests/fixtures/content');
/** The day on which the valid content was checked, and on which the cases play. */
export const casesDay = '2026-11-20';
const casesFolder = path.resolve('tests/fixtures/rules');

/**
 * A problem that a case expects. Its place is `line` and `column`, or the start of `at`:
 * a text that stands exactly once in the damaged file. Its message is known whole, or by
 * a distinctive part.
 */
const expectationSchema = z
  .strictObject({
    file: z.string().optional(),
    at: z.string().optional(),
    line: z.int().positive().optional(),
    column: z.int().positive().optional(),
    message: z.string().optional(),
    part: z.string().optional(),
    help: z.string().optional(),
  })
  .refine(({ at, line }) => (at === undefined) !== (line === undefined), 'Write "at" or "line".')
  .refine(
    ({ message, part }) => (message === undefined) !== (part === undefined),
    'Write "message" or "part".',
  );

const damageShape = {
  file: z.string(),
  find: z.string().optional(),
  replace: z.string().optional(),
  append: z.string().optional(),
  /** How often `append` is repeated. */
  times: z.int().positive().optional(),
  /** A line "<present>" stands for every permalink of the content as damaged so far. */
  create: z.string().optional(),
  delete: z.literal(true).optional(),
};

/** Exactly one way of damaging a file. */
const damageSchema = z
  .strictObject(damageShape)
  .refine(({ find, replace }) => (find === undefined) === (replace === undefined), {
    message: '"find" and "replace" belong together.',
  })
  .refine(
    (written) =>
      [written.find, written.append, written.create, written.delete].filter(
        (damage) => damage !== undefined,
      ).length === 1,
    { message: 'Write exactly one of "find", "append", "create" and "delete".' },
  );

const caseSchema = z
  .strictObject({
    name: z.string(),
    ...damageShape,
    /** Further damage, for what takes two files. */
    further: z.array(damageSchema).default([]),
    expect: z.array(expectationSchema),
    also: z.array(expectationSchema.safeExtend({ rule: z.string() })).default([]),
  })
  .superRefine(
    ({ name: _name, further: _further, expect: _expect, also: _also, ...own }, context) => {
      for (const { message } of damageSchema.safeParse(own).error?.issues ?? [])
        context.addIssue({ code: 'custom', message });
    },
  );

const caseFileSchema = z.strictObject({ cases: z.array(caseSchema).min(1) });

export type RuleCase = z.infer<typeof caseSchema>;
export type Expectation = z.infer<typeof expectationSchema>;

/** Readers that read each text once: cases damage one file of many. */
export function rememberingReaders(): Readers {
  return {
    yaml: remembered((text) => usualReaders.yaml(text)),
    mdx: remembered((text) => usualReaders.mdx(text)),
  };
}

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

/** The valid content, read anew. */
export function validFiles(): Promise<ContentFiles> {
  return readContentFiles(validFolder);
}

/** The cases of every rule, by the name of their file. Throws where a file has another shape. */
export async function readRuleCases(): Promise<Map<string, RuleCase[]>> {
  const names = (await readdir(casesFolder)).sort();
  const files = await Promise.all(
    names.map(async (name): Promise<[string, RuleCase[]]> => {
      const written: unknown = parse(await readFile(path.join(casesFolder, name), 'utf8'));
      const result = caseFileSchema.safeParse(written);
      if (!result.success) throw new Error(`${name}: ${z.prettifyError(result.error)}`);
      return [path.basename(name, '.yaml'), result.data.cases];
    }),
  );
  return new Map(files);
}

/** Content with the damage of a case; `create` also replaces a file. Throws where the case does not fit. */
export function damage(files: ContentFiles, written: RuleCase): ContentFiles {
  const parts = [written, ...written.further];
  const damaged = parts.reduce((before, part) => damageFile(before, part, written.name), files);
  if (parts.some(({ file }) => file === rootFiles.permalinks)) return damaged;
  // Cases of other rules are not about what is listed.
  const present = presentPermalinks(outlineOf(parseContent(damaged, readers)));
  return {
    ...damaged,
    texts: new Map(damaged.texts).set(rootFiles.permalinks, permalinksFile(present, true)),
  };
}

/** What a case leaves as it is was read for the one before. */
const readers = rememberingReaders();

function damageFile(
  files: ContentFiles,
  written: z.infer<typeof damageSchema>,
  name: string,
): ContentFiles {
  const { file, find, replace = '', append, times = 1, create } = written;
  const texts = new Map(files.texts);
  const others = new Set(files.others);
  if (create === undefined && !texts.has(file) && !others.has(file))
    throw new Error(`[${name}] ${file} does not exist.`);
  const text = texts.get(file) ?? '';
  if (find !== undefined) {
    placeOfText(text, find, name);
    texts.set(
      file,
      text.replace(find, () => replace),
    );
  } else if (append !== undefined) {
    texts.set(file, text + append.repeat(times));
  } else if (create === undefined) {
    texts.delete(file);
    others.delete(file);
  } else if (/\.(?:ya?ml|mdx?|txt)$/.test(file)) {
    texts.set(
      file,
      create.replace('<present>', () =>
        presentPermalinks(outlineOf(parseContent(files))).join('\n'),
      ),
    );
  } else {
    others.add(file);
  }
  return { root: files.root, texts, others };
}

/** Where a text stands, counted from 1. Throws where it stands there not once. */
export function placeOfText(text: string, part: string, name: string): Place {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`[${name}] The file does not hold ${JSON.stringify(part)}.`);
  if (text.includes(part, start + 1))
    throw new Error(`[${name}] ${JSON.stringify(part)} stands in the file more than once.`);
  const before = text.slice(0, start).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** A problem and its expectation side by side: equal where the problem is as expected. */
export function compared(
  problem: Problem,
  expected: Expectation & { rule: string },
  written: RuleCase,
  files: ContentFiles,
): { found: Partial<Problem>; wanted: Partial<Problem> } {
  const file = expected.file ?? written.file;
  const place =
    expected.at === undefined
      ? { line: expected.line ?? 0, column: expected.column ?? problem.column }
      : placeOfText(files.texts.get(file) ?? '', expected.at, written.name);
  const { help, part } = expected;
  const found = {
    file: problem.file,
    line: problem.line,
    column: problem.column,
    rule: problem.rule,
    message: part !== undefined && problem.message.includes(part) ? part : problem.message,
    ...(help === undefined ? {} : { help: problem.help }),
  };
  const wanted = {
    file,
    ...place,
    rule: expected.rule,
    message: expected.message ?? part ?? '',
    ...(help === undefined ? {} : { help }),
  };
  return { found, wanted };
}
