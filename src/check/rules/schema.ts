import type { z } from 'astro/zod';
import type { DataFile } from '../../content/data-file.ts';
import type { Finding, Rule } from '../rule.ts';
import { didYouMean, quotedList, sentence } from '../suggest.ts';

export const schema: Rule = {
  meaning: 'Every file has the fields of its schema, all of the right kind, and no others.',
  mend: 'Write the field as the message says; leave a fact out where no source documents it.',
  example: 'minutes: six',
  check: (content) =>
    content.dataFiles.flatMap((file) =>
      file.issues
        .filter((issue) => !standsRaw(issue, content.files.texts.get(file.path) ?? ''))
        .flatMap((issue) => describe(file, issue, issue.path)),
    ),
};

/** Whether an issue is a sign that the file holds as it is: "unsafe-text" tells of it, with its place. */
function standsRaw(issue: Issue, text: string): boolean {
  const sign: unknown = issue.code === 'custom' ? issue.params?.['sign'] : undefined;
  return typeof sign === 'string' && text.includes(sign);
}

type Issue = z.core.$ZodIssue;

function describe(file: DataFile<unknown>, issue: Issue, path: readonly PropertyKey[]): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...file.at([...path, key], 'key'),
      message: `${nameOf(path)} has no field "${key}".`,
      help: 'Remove it, or correct its spelling.',
    }));
  }
  const meant = issue.code === 'invalid_union' ? shapeMeant(issue) : undefined;
  return meant === undefined
    ? [{ ...file.at(path), ...explain(issue, path) }]
    : meant.flatMap((inner) => describe(file, inner, [...path, ...inner.path]));
}

/**
 * Of several shapes without a field that tells them apart, what the one lacks that is of the
 * same kind as what was found; undefined where none is, or more than one.
 */
function shapeMeant(issue: Issue & { code: 'invalid_union' }): readonly Issue[] | undefined {
  const isObject = typeof issue.input === 'object';
  const likely = issue.errors.filter(
    (shape) =>
      !shape.some(
        ({ code, path }) =>
          path.length === 0 && (code === 'invalid_type' || (isObject && code === 'invalid_value')),
      ),
  );
  return likely.length === 1 ? likely[0] : undefined;
}

function explain(issue: Issue, path: readonly PropertyKey[]): Pick<Finding, 'message' | 'help'> {
  const name = nameOf(path);
  const missing = issue.input === undefined;
  switch (issue.code) {
    case 'invalid_type':
      return missing
        ? {
            message: `${name} is missing; expected ${kinds[issue.expected] ?? issue.expected}.`,
            help: `Add the field "${String(path.at(-1) ?? '')}".`,
          }
        : {
            message: `${name} is ${shown(issue.input)}; expected ${kinds[issue.expected] ?? issue.expected}.`,
            help: 'Write it as the kind that is expected.',
          };
    case 'invalid_value':
      return wrongWord(name, issue.input, issue.values.map(String));
    case 'invalid_union':
      // The path of such an issue ends with the field that tells the shapes apart.
      if ('options' in issue && issue.discriminator !== undefined)
        return wrongWord(
          name,
          fieldOf(issue.input, issue.discriminator),
          (issue.options ?? []).map(String),
        );
      return {
        message: `${name} is ${shown(issue.input)}, which is none of the shapes it can have.`,
        help: 'Compare it with the same field of another exchange.',
      };
    case 'too_small':
    case 'too_big':
      return {
        message: `${name}: ${sentence(issue.message)}`,
        help: issue.code === 'too_small' ? 'Add what is missing.' : 'Shorten it.',
      };
    default: {
      // A condition on a whole group speaks for itself.
      const written = missing || typeof issue.input === 'object' ? '' : ` is ${shown(issue.input)}`;
      return {
        message: `${name}${written}: ${sentence(issue.message)}`,
        help: 'Write it in the form that is expected.',
      };
    }
  }
}

function wrongWord(
  name: string,
  written: unknown,
  known: readonly string[],
): Pick<Finding, 'message' | 'help'> {
  return {
    message: `${name} is ${written === undefined ? 'missing' : shown(written)}; expected one of ${quotedList(known)}.`,
    help: `${didYouMean(String(written), known)}Use one of the expected words.`,
  };
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === field)?.[1]
    : undefined;
}

const kinds: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The file';
  return `"${path.map(String).join('.')}"`;
}

function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  // JSON has no word for numbers such as .inf.
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
