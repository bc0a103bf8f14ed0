import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isMdxElement, nodesOf, placeOfNode } from '../../markdown/mdx-nodes.ts';
import {
  mendOfSign,
  mixedWord,
  shownSign,
  unsafeSigns,
  unsafeSignsOfFile,
} from '../../schema/safe-text.ts';
import type { Finding, Rule } from '../rule.ts';

/** Lines of a file that are named: a file that is no text at all would fill the report. */
const mostLines = 10;

/**
 * What the schemas do not see: files as they are stored, comments included, their names,
 * and the bodies of documents. Values are checked by their schemas, escapes included.
 */
export const unsafeText: Rule = {
  meaning:
    'Files are UTF-8 and hold no sign that people cannot see or that ends a line or turns text around: no controls, zero-width or bidirectional signs, unusual spaces. No word mixes Latin letters with Cyrillic, Greek or others that look alike.',
  mend: 'Delete the sign that is named, or write a plain space; type the text again by hand where you do not see it.',
  example: 'A label with U+2028 LINE SEPARATOR in it, copied from a chat.',
  check: ({ files, documents }) => [
    ...[...files.texts].flatMap(([file, text]) => hiddenIn(file, text)),
    ...[...files.texts.keys(), ...files.others].flatMap(nameFaults),
    ...documents.flatMap(({ path, mdx }) =>
      mdx.tree === undefined ? [] : bodyFaults(path, mdx.tree, files.texts.get(path) ?? ''),
    ),
  ],
};

type Fault = Pick<Finding, 'message' | 'help'>;

function nameFaults(file: string): Finding[] {
  return unsafeSigns(file)
    .slice(0, 1)
    .map((sign) => ({
      file,
      line: 1,
      column: 1,
      message: `The name of this file has ${shownSign(sign)} in it.`,
      help: 'Rename it.',
    }));
}

/** The first unsafe sign of each line. */
function hiddenIn(file: string, text: string): Finding[] {
  const found = new Map<number, Finding>();
  let line = 1;
  let lineStart = 0;
  let end = text.indexOf('\n');
  for (const sign of unsafeSignsOfFile(text)) {
    while (end >= 0 && end < sign.index) {
      line += 1;
      lineStart = end + 1;
      end = text.indexOf('\n', lineStart);
    }
    if (found.has(line)) continue;
    if (found.size === mostLines) break;
    const column = sign.index - lineStart + 1;
    const message = `There is ${shownSign(sign)} here.`;
    found.set(line, { file, line, column, message, help: mendOfSign(sign) });
  }
  return [...found.values()];
}

/** What stands in a body only after escapes are read, and words of two scripts. */
function bodyFaults(file: string, tree: Nodes, raw: string): Finding[] {
  // These are reported where they stand.
  const known = new Set(unsafeSignsOfFile(raw).map(({ codePoint }) => codePoint));
  return nodesOf(tree).flatMap((node) => {
    // Its values have a schema.
    if (node.type === 'yaml') return [];
    const faults = [
      ...textsOfNode(node).flatMap((text) => escapedIn(text, known)),
      ...wordsOfNode(node).flatMap(mixedIn),
    ];
    return faults.slice(0, 1).map((fault) => ({ file, ...placeOfNode(node), ...fault }));
  });
}

function escapedIn(text: string, known: ReadonlySet<number>): Fault[] {
  return unsafeSignsOfFile(text)
    .filter(({ codePoint }) => !known.has(codePoint))
    .map((sign) => ({
      message: `An escape here stands for ${shownSign(sign)}.`,
      help: 'Delete the escape.',
    }));
}

function mixedIn(text: string): Fault[] {
  const mixed = mixedWord(text);
  return mixed === undefined
    ? []
    : [
        {
          message: `The word "${mixed.word}" mixes ${mixed.scripts.join(' and ')} letters, which look alike.`,
          help: 'Type the whole word again in one script.',
        },
      ];
}

/** Every text that a node holds itself: its value, its address, its title, its attributes. */
function textsOfNode(node: Nodes): string[] {
  const own = Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    key !== 'type' && typeof value === 'string' ? [value] : [],
  );
  const attributes = isMdxElement(node)
    ? node.attributes.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
    : [];
  return [...own, ...attributes];
}

/** Texts in which words are looked for: a word may change its emphasis in the middle. */
function wordsOfNode(node: Nodes): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return [toString(node)];
    case 'code':
      return [node.value];
    default:
      return isMdxElement(node) ? textsOfNode(node) : [];
  }
}
