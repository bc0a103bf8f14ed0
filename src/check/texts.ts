import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { DataFile, ExchangeFolder } from './content.ts';
import { placeOfNode } from './guide-body.ts';
import type { Place } from './problem.ts';

/** A piece of text with the file and place where it stands. */
export interface TextPiece extends Place {
  readonly file: string;
  readonly text: string;
  /** Path of the value for data; undefined for text of a body. */
  readonly path: readonly PropertyKey[] | undefined;
  /** Type of the node for text of a body: text, inlineCode or code. */
  readonly kind: 'value' | 'text' | 'inlineCode' | 'code';
}

/** Every text in a value, with its path. */
export function textsOf(
  value: unknown,
  path: readonly PropertyKey[] = [],
): { path: PropertyKey[]; text: string }[] {
  if (typeof value === 'string') return [{ path: [...path], text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    textsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Every text of a data file. Places are found when they are asked for. */
export function textsOfData(file: DataFile<unknown>): TextPiece[] {
  return textsOf(file.value).map(({ path, text }) => ({
    file: file.path,
    text,
    path,
    kind: 'value' as const,
    get line() {
      return file.yaml.placeOf(path).line;
    },
    get column() {
      return file.yaml.placeOf(path).column;
    },
  }));
}

/** Every text of a body: words, inline code and code blocks. */
export function textsOfBody(file: string, tree: Nodes): TextPiece[] {
  const pieces: TextPiece[] = [];
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
      pieces.push({
        file,
        text: node.value,
        path: undefined,
        kind: node.type,
        ...placeOfNode(node),
      });
    }
  });
  return pieces;
}

/** Every text of an exchange: facts, screens, frontmatter and body. */
export function textsOfExchange({ facts, screens, guide }: ExchangeFolder): TextPiece[] {
  return [
    ...[facts, screens, guide].flatMap((file) => (file === undefined ? [] : textsOfData(file))),
    ...(guide?.mdx.tree === undefined ? [] : textsOfBody(guide.path, guide.mdx.tree)),
  ];
}
