import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';
import { frontmatterRange } from '../../content/mdx-text.ts';
import { CaptureError } from './request.ts';

/** An entry of `captures:` in the frontmatter of a guide. */
export interface CaptureEntry {
  readonly screen: string;
  readonly file: string;
  readonly alt: string;
  readonly date: string;
}

/** A change of a text: what stands from `start` to `end` becomes `text`. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Adds the entry of a screen to the frontmatter of a guide, or renews it.
 *
 * Input: the text of guide.mdx and the entry. Output: the text, in which everything else
 * stands as it stood, comments and spaces included. Throws a CaptureError where the
 * frontmatter cannot be read.
 */
export function withCapture(guide: string, entry: CaptureEntry): string {
  const range = frontmatterRange(guide);
  if (range === undefined)
    throw new CaptureError('The guide has no frontmatter. Run "npm run check" and mend it first.');
  const eol = guide.startsWith('---\r') || guide.startsWith('\uFEFF---\r') ? '\r\n' : '\n';
  const yaml = guide.slice(range.start, range.end);
  const edited = editsFor(yaml, entry)
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: put }) =>
        `${text.slice(0, start)}${put.replaceAll('\n', eol)}${text.slice(end)}`,
      yaml,
    );
  return `${guide.slice(0, range.start)}${edited}${guide.slice(range.end)}`;
}

function editsFor(yaml: string, entry: CaptureEntry): Edit[] {
  const document = parseDocument(yaml, { logLevel: 'error' });
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root))
    throw new CaptureError(
      'The frontmatter of the guide cannot be read. Run "npm run check" and mend it first.',
    );
  const captures: unknown = root.get('captures', true);
  if (!isSeq(captures)) {
    const at = placeOfNewKey(yaml, root);
    return [{ start: at, end: at, text: `captures:\n${blockItem(entry, '  ')}` }];
  }
  const present = captures.items.find((item) => isMap(item) && item.get('screen') === entry.screen);
  if (isMap(present)) return valueEdits(present, entry);
  const [start, end] = rangeOf(captures);
  if (captures.flow !== true) {
    const lineStart = yaml.lastIndexOf('\n', start) + 1;
    const at = endOfLastLine(yaml, start, end);
    return [{ start: at, end: at, text: blockItem(entry, ' '.repeat(start - lineStart)) }];
  }
  if (captures.items.length === 0)
    return [{ start, end, text: `\n${blockItem(entry, '  ').trimEnd()}` }];
  // The end of the last item, or of the comma behind it.
  const bracket = end - 1;
  const last = yaml.slice(start, bracket).trimEnd();
  const flow = `{ ${lines(entry).join(', ')} }`;
  return [
    {
      start: start + last.length,
      end: bracket,
      text: `${last.endsWith(',') ? '' : ','} ${flow}`,
    },
  ];
}

/** Where a new key "captures" goes: before the checklist and the comments on it, or to the end. */
function placeOfNewKey(yaml: string, root: YAMLMap): number {
  const checklist = root.items.find(({ key }) => isScalar(key) && key.value === 'checklist')?.key;
  if (!isNode(checklist)) return yaml.length;
  let at = rangeOf(checklist)[0];
  for (;;) {
    const lineBefore = yaml.lastIndexOf('\n', at - 2) + 1;
    if (at === 0 || yaml[lineBefore] !== '#') return at;
    at = lineBefore;
  }
}

/** New values for the keys of an entry that is there. */
function valueEdits(item: YAMLMap, entry: CaptureEntry): Edit[] {
  return (['file', 'alt', 'date'] as const).map((key) => {
    const value: unknown = item.get(key, true);
    if (!isScalar(value))
      throw new CaptureError(
        `The entry of "${entry.screen}" under "captures" has no plain "${key}". Run "npm run check" and mend it first.`,
      );
    const [start, end] = rangeOf(value);
    // A text over several lines ends with a line break, which stays.
    const isBlock = value.type === 'BLOCK_FOLDED' || value.type === 'BLOCK_LITERAL';
    return { start, end, text: `${scalar(entry[key])}${isBlock ? '\n' : ''}` };
  });
}

function blockItem(entry: CaptureEntry, indent: string): string {
  return `${indent}- ${lines(entry).join(`\n${indent}  `)}\n`;
}

function lines({ screen, file, alt, date }: CaptureEntry): string[] {
  return [
    `screen: ${scalar(screen)}`,
    `file: ${scalar(file)}`,
    `alt: ${scalar(alt)}`,
    `date: ${scalar(date)}`,
  ];
}

/** A text as YAML writes it in any place, inside braces too. */
function scalar(value: string): string {
  const plain = stringify(value, { lineWidth: 0 }).trimEnd();
  return plain === value && /[,[\]{}]/.test(value) ? JSON.stringify(value) : plain;
}

/** Offset behind the line on which a block ends; comments and empty lines behind it stay behind. */
function endOfLastLine(yaml: string, start: number, end: number): number {
  let text = yaml.slice(start, end).trimEnd();
  for (;;) {
    const lineStart = text.lastIndexOf('\n') + 1;
    if (lineStart === 0 || !text.slice(lineStart).trimStart().startsWith('#')) break;
    text = text.slice(0, lineStart).trimEnd();
  }
  const lineEnd = yaml.indexOf('\n', start + text.length);
  return lineEnd < 0 ? yaml.length : lineEnd + 1;
}

function rangeOf(node: Node): [number, number] {
  if (!node.range) throw new Error('[capture] The YAML reader gave no place of a node.');
  return [node.range[0], node.range[1]];
}
