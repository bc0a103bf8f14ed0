import type { Nodes } from 'mdast';
import type { ExchangeFolder } from '../content/content.ts';
import type { DataFile } from '../content/data-file.ts';
import { nodesOf, placeOfNode } from '../markdown/mdx-nodes.ts';
import type { Place } from '../content/place.ts';

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
  const found: { path: PropertyKey[]; text: string }[] = [];
  // One list for all levels: joining a list for each level took most of the time.
  const gather = (part: unknown, at: readonly PropertyKey[]): void => {
    if (typeof part === 'string') found.push({ path: [...at], text: part });
    else if (Array.isArray(part))
      part.forEach((item: unknown, index) => gather(item, [...at, index]));
    else if (typeof part === 'object' && part !== null)
      for (const [key, item] of Object.entries(part)) gather(item, [...at, key]);
  };
  gather(value, path);
  return found;
}

/** A text of data; its file and place are found when they are asked for, which takes long. */
class DataText implements TextPiece {
  readonly kind = 'value';
  readonly path: readonly PropertyKey[];
  readonly text: string;
  readonly #file: DataFile<unknown>;

  constructor(file: DataFile<unknown>, path: readonly PropertyKey[], text: string) {
    this.#file = file;
    this.path = path;
    this.text = text;
  }
  get file(): string {
    return this.#file.at(this.path).file;
  }
  get line(): number {
    return this.#file.at(this.path).line;
  }
  get column(): number {
    return this.#file.at(this.path).column;
  }
}

/** Several rules read the texts of one file, which are gathered once. */
const textsByFile = new WeakMap<DataFile<unknown>, readonly TextPiece[]>();

/** Every text of a data file. */
export function textsOfData(file: DataFile<unknown>): readonly TextPiece[] {
  const known = textsByFile.get(file);
  if (known !== undefined) return known;
  const texts = textsOf(file.value).map(({ path, text }) => new DataText(file, path, text));
  textsByFile.set(file, texts);
  return texts;
}

/** Every text of a body: words, inline code and code blocks. */
export function textsOfBody(file: string, tree: Nodes): TextPiece[] {
  return nodesOf(tree).flatMap((node) =>
    node.type === 'text' || node.type === 'inlineCode' || node.type === 'code'
      ? { file, text: node.value, path: undefined, kind: node.type, ...placeOfNode(node) }
      : [],
  );
}

/** Several rules read the texts of one exchange, which are gathered once. */
const textsByExchange = new WeakMap<ExchangeFolder, readonly TextPiece[]>();

/** Every text of an exchange: facts, screens, frontmatter and body. */
export function textsOfExchange(exchange: ExchangeFolder): readonly TextPiece[] {
  const known = textsByExchange.get(exchange);
  if (known !== undefined) return known;
  const { facts, screens, guide } = exchange;
  const texts = [
    ...[facts, screens, guide].flatMap((file) => (file === undefined ? [] : textsOfData(file))),
    ...textsOfSteps(exchange),
  ];
  textsByExchange.set(exchange, texts);
  return texts;
}

/** Every text of the bodies of an exchange's steps. */
export function textsOfSteps({ steps }: Pick<ExchangeFolder, 'steps'>): TextPiece[] {
  return steps.flatMap(({ path, mdx }) =>
    mdx.tree === undefined ? [] : textsOfBody(path, mdx.tree),
  );
}
