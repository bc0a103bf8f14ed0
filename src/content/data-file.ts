import type { z } from 'astro/zod';
import type { ContentFiles } from './content-files.ts';
import { charactersAllowed } from './limits.ts';
import { type MdxText, parseMdxText } from './mdx-text.ts';
import type { FilePlace } from './place.ts';
import { parseYamlText, type YamlText } from './yaml-text.ts';

/** A file that holds data: its YAML, the value where it fits the schema, the issues where not. */
export interface DataFile<Value> {
  /** Path below the content folder. */
  readonly path: string;
  /** Undefined where the file does not parse or does not fit. */
  readonly value: Value | undefined;
  /** What the YAML reader could not read. */
  readonly errors: YamlText['errors'];
  readonly issues: readonly z.core.$ZodIssue[];
  /**
   * Place of the value at a path, or of the closest part above it that exists, in the
   * file in which it is written. With `key`, the place of the key itself.
   */
  at(path: readonly PropertyKey[], target?: 'key' | 'value'): FilePlace;
}

/** An MDX file: data in its frontmatter and a body. */
export interface DocumentFile<Value> extends DataFile<Value> {
  readonly mdx: MdxText;
}

/** What turns texts into values. Tests that check one tree many times remember the results. */
export interface Readers {
  readonly yaml: typeof parseYamlText;
  readonly mdx: typeof parseMdxText;
}

export const usualReaders: Readers = { yaml: parseYamlText, mdx: parseMdxText };

/** Reads a YAML file. Output: undefined where it is not there, or too long to be read. */
export function readData<Value>(
  files: ContentFiles,
  path: string,
  schema: z.ZodType<Value>,
  readers: Readers,
): DataFile<Value> | undefined {
  const text = readable(files, path);
  return text === undefined ? undefined : fit(path, readers.yaml(text), schema);
}

/** Reads an MDX file. Output: undefined where it is not there, or too long to be read. */
export function readDocument<Value>(
  files: ContentFiles,
  path: string,
  schema: z.ZodType<Value>,
  readers: Readers,
): DocumentFile<Value> | undefined {
  const text = readable(files, path);
  if (text === undefined) return undefined;
  const mdx = readers.mdx(text);
  // Without frontmatter there is nothing that could fit; a rule of its own tells so.
  if (mdx.frontmatter === undefined) {
    const nothing = parseYamlText('');
    return { path, value: undefined, errors: [], issues: [], at: placesIn(path, nothing), mdx };
  }
  return { ...fit(path, mdx.frontmatter, schema), mdx };
}

/**
 * Several files read as one.
 *
 * Input: the file that it begins with, the joined value (undefined where one of them does
 * not fit), the parts that stand in another file by their keys, and what finds the file
 * of a path where keys alone do not tell. Output: the joined file, without problems of
 * its own: those are told of each file.
 */
export function joinedFile<Value>(
  first: DataFile<unknown>,
  value: Value | undefined,
  parts: Readonly<
    Record<string, { file: DataFile<unknown> | undefined; path: readonly PropertyKey[] }>
  >,
  elsewhere?: (
    path: readonly PropertyKey[],
  ) => { file: DataFile<unknown>; path: readonly PropertyKey[] } | undefined,
): DataFile<Value> {
  return {
    path: first.path,
    value,
    errors: [],
    issues: [],
    at: (path, target) => {
      const other = elsewhere?.(path);
      if (other !== undefined) return other.file.at(other.path, target);
      const [key, ...rest] = path;
      const part = typeof key === 'string' ? parts[key] : undefined;
      return part?.file === undefined
        ? first.at(path, target)
        : part.file.at([...part.path, ...rest], target);
    },
  };
}

function fit<Value>(path: string, yaml: YamlText, schema: z.ZodType<Value>): DataFile<Value> {
  const file = { path, errors: yaml.errors, at: placesIn(path, yaml) };
  if (yaml.errors.length > 0) return { ...file, value: undefined, issues: [] };
  const result = schema.safeParse(yaml.value, { reportInput: true });
  return result.success
    ? { ...file, value: result.data, issues: [] }
    : { ...file, value: undefined, issues: result.error.issues };
}

function placesIn(file: string, yaml: YamlText): DataFile<unknown>['at'] {
  return (path, target) => ({ file, ...yaml.placeOf(path, target) });
}

/** The text of a file, unless it is too long to be read: reading a flood could take minutes. */
export function readable(files: ContentFiles, path: string): string | undefined {
  const text = files.texts.get(path);
  return text === undefined || text.length > charactersAllowed(path) ? undefined : text;
}
