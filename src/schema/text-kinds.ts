import { z } from 'astro/zod';
import { type TextKind, textKinds } from './text.ts';

/** A string somewhere in a schema. */
export interface TextPlace {
  /** Where it stands: `permissions.items[].label`; a key of a record as `headers{key}`, its value as `headers{}`. */
  readonly path: string;
  /** Undefined for a string of no kind, which no schema of content may have. */
  readonly kind: TextKind | undefined;
}

/**
 * Every string that a schema takes, with its kind: a list of what is translated and what
 * stays as it is.
 *
 * Input: a schema. Output: the places in the order of the schema, each once; a closed list
 * of words (an enum or a literal) is no string. Throws where the schema has a part of a
 * sort that is not known here.
 */
export function textKindsOf(schema: z.ZodType): TextPlace[] {
  const found = new Map<string, TextPlace>();
  gather(schema, '', (place) => found.set(`${place.path} ${place.kind}`, place), new Set());
  return [...found.values()];
}

function gather(
  schema: z.core.$ZodType,
  path: string,
  add: (place: TextPlace) => void,
  recursive: Set<z.core.$ZodType>,
): void {
  const below = (inner: z.core.$ZodType, at = path): void => gather(inner, at, add, recursive);
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) {
    add({ path, kind: kindOf(schema) });
  } else if (schema instanceof z.ZodObject) {
    for (const [key, inner] of Object.entries<z.core.$ZodType>(schema.shape))
      below(inner, path === '' ? key : `${path}.${key}`);
  } else if (schema instanceof z.ZodArray) {
    below(schema.element, `${path}[]`);
  } else if (schema instanceof z.ZodRecord) {
    below(schema.keyType, `${path}{key}`);
    below(schema.valueType, `${path}{}`);
  } else if (schema instanceof z.ZodUnion || schema instanceof z.ZodDiscriminatedUnion) {
    for (const option of schema.options) below(option);
  } else if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  ) {
    below(schema.unwrap());
  } else if (schema instanceof z.ZodPipe) {
    below(schema.in);
    below(schema.out);
  } else if (schema instanceof z.ZodLazy) {
    // What holds itself is looked at once.
    if (!recursive.has(schema)) {
      recursive.add(schema);
      below(schema.unwrap());
    }
  } else if (!textless.some((type) => schema instanceof type)) {
    throw new Error(
      `[text-kinds] ${path || 'The schema'} is "${schema._zod.def.type}", of which this module does not know whether it holds text.`,
    );
  }
}

/** Sorts of schema that take no text of a writer. */
const textless = [
  z.ZodNull,
  z.ZodNumber,
  z.ZodBoolean,
  z.ZodEnum,
  z.ZodLiteral,
  z.ZodTransform,
] as const;

function kindOf(schema: z.ZodType): TextKind | undefined {
  const kind = schema.meta()?.['text'];
  return typeof kind === 'string' && isTextKind(kind) ? kind : undefined;
}

function isTextKind(text: string): text is TextKind {
  return Object.hasOwn(textKinds, text);
}
