import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { Place } from '../check/problem.ts';

/** A YAML text with its value and the places of its parts. */
export interface YamlText {
  readonly value: unknown;
  /** What the YAML reader could not read, with places. */
  readonly errors: readonly (Place & { readonly message: string })[];
  /**
   * Place of the value at a path, or of the closest part above it that exists.
   * With `key`, the place of the key itself.
   */
  placeOf(path: readonly PropertyKey[], target?: 'key' | 'value'): Place;
}

/**
 * Parses YAML.
 *
 * Input: the text, and the line on which it starts in its file (0 for the first:
 * frontmatter starts at 1). Output: value, errors and places. Never throws.
 */
export function parseYamlText(text: string, lineOffset = 0): YamlText {
  // The site reads content with js-yaml, which is seven times as fast as the reader that
  // knows places. Days stay text here: as dates, 30 February would turn into 1 March.
  const quick = anchors.test(text) ? undefined : quickly(text);
  if (quick === undefined || quick instanceof YAMLException) {
    return parseWithPlaces(text, lineOffset, quick);
  }
  let parsed: YamlText | undefined;
  return {
    value: quick.value,
    errors: [],
    placeOf: (path, target) => {
      parsed ??= parseWithPlaces(text, lineOffset, undefined);
      return parsed.placeOf(path, target);
    },
  };
}

/** Anchors and aliases can stand for more values than fit into memory; only the other reader counts them. */
const anchors = /(?:[:,[{-]\s+|^)[&*][\w-]/m;

function quickly(text: string): { value: unknown } | YAMLException {
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) ?? null };
  } catch (error) {
    if (error instanceof YAMLException) return error;
    throw error;
  }
}

/** `refusal` is what the site's reader said, which counts where this reader sees no fault. */
function parseWithPlaces(
  text: string,
  lineOffset: number,
  refusal: YAMLException | undefined,
): YamlText {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: true,
    logLevel: 'error',
    // The place is reported apart, in lines of the file; the reader counts those of the text.
    prettyErrors: false,
  });
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1) + lineOffset, column: Math.max(col, 1) };
  };
  // A warning is a tag that the reader does not know; the site's own reader refuses it.
  const unread = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    ...at(pos[0]),
    message,
  }));
  const own = [...unread, ...(text.includes('*') ? unknownAliases(document, at) : [])];
  const errors =
    own.length === 0 && refusal !== undefined
      ? [{ ...at(refusal.mark.position), message: refusal.reason }]
      : own;
  if (errors.length > 0) {
    return {
      value: undefined,
      errors,
      placeOf: (path, target = 'value') => at(offsetOf(document, path, target)),
    };
  }
  // Most texts are never asked for a place: their syntax tree is not kept, but made again.
  let again: Document | undefined;
  const placeOf: YamlText['placeOf'] = (path, target = 'value') => {
    again ??= parseDocument(text, { logLevel: 'error', prettyErrors: false });
    return at(offsetOf(again, path, target));
  };
  try {
    return { value: document.toJS(), errors, placeOf };
  } catch (error) {
    // Aliases of aliases can stand for more values than fit into memory.
    const message = error instanceof Error ? error.message : String(error);
    return { value: undefined, errors: [{ ...at(0), message }], placeOf };
  }
}

function unknownAliases(
  document: Document.Parsed,
  at: (offset: number) => Place,
): (Place & { message: string })[] {
  const found: (Place & { message: string })[] = [];
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) === undefined)
        found.push({
          ...at(alias.range?.[0] ?? 0),
          message: `There is no "&${alias.source}" that "*${alias.source}" could stand for`,
        });
    },
  });
  return found;
}

function offsetOf(
  document: Document,
  path: readonly PropertyKey[],
  target: 'key' | 'value',
): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const part = path.slice(0, length);
    const last = part.at(-1);
    const parent: unknown = length === 0 ? undefined : nodeAt(document, part.slice(0, -1));
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last);
      if (isPair(pair)) {
        const value = isNode(pair.value) ? pair.value.range?.[0] : undefined;
        const key = isNode(pair.key) ? pair.key.range?.[0] : undefined;
        const found = target === 'key' || length < path.length ? (key ?? value) : (value ?? key);
        if (found !== undefined) return found;
      }
    }
    const node = nodeAt(document, part);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function nodeAt(document: Document, path: readonly PropertyKey[]): unknown {
  return path.length === 0 ? document.contents : document.getIn(path, true);
}
