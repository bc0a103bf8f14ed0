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
import type { Place } from './place.ts';

/** A YAML text with its value and the places of its parts. */
export interface YamlText {
  /** Undefined where the text cannot be read. */
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
 * Parses YAML, in which days stay text.
 *
 * Input: the text, and the line on which it starts in its file (0 for the first:
 * frontmatter starts at 1). Output: value, errors and places. Never throws.
 */
export function parseYamlText(text: string, lineOffset = 0): YamlText {
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
  const placeOf: YamlText['placeOf'] = (path, target = 'value') =>
    at(offsetOf(document, path, target));
  // A warning is a tag that the reader does not know, whose value it would only guess.
  const errors = [
    ...[...document.errors, ...document.warnings].map(({ pos, message }) => ({
      ...at(pos[0]),
      message,
    })),
    ...(text.includes('*') ? unknownAliases(document, at) : []),
  ];
  if (errors.length > 0) return { value: undefined, errors, placeOf };
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
