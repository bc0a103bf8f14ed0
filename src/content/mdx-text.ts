import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import type { Place } from './place.ts';
import { parseYamlText, type YamlText } from './yaml-text.ts';

/** An MDX text: its frontmatter and its syntax tree. The text is read, never run. */
export interface MdxText {
  readonly frontmatter: YamlText | undefined;
  /** Undefined where the text is not valid MDX. */
  readonly tree: Root | undefined;
  readonly error: (Place & { readonly message: string }) | undefined;
}

/** The Markdown that content is written in: the same dialect as the site's pipeline. */
const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx);

/** Parses MDX. Input: the text of a file. Output: its parts. Never throws. */
export function parseMdxText(text: string): MdxText {
  const frontmatter = frontmatterOf(text);
  try {
    return { frontmatter, tree: parser.parse(text), error: undefined };
  } catch (error) {
    // The reader calls itself for each level, until there is no room for another call.
    if (error instanceof RangeError) return { frontmatter, tree: undefined, error: tooDeep };
    if (!(error instanceof VFileMessage)) throw error;
    // A tag that is open at the end of the file is placed in words only: "(3:1-3:7)".
    const [, line = '1', column = '1'] = /\((\d+):(\d+)-/.exec(error.reason) ?? [];
    return {
      frontmatter,
      tree: undefined,
      error: {
        line: error.line ?? Number(line),
        column: error.column ?? Number(column),
        message: error.reason,
      },
    };
  }
}

const tooDeep = { line: 1, column: 1, message: 'Quotes or lists stand in one another too deeply' };

function frontmatterOf(text: string): YamlText | undefined {
  const found = frontmatterRange(text);
  return found === undefined ? undefined : parseYamlText(text.slice(found.start, found.end), 1);
}

/** Where the YAML of the frontmatter stands in an MDX text, without its "---" lines. */
export function frontmatterRange(text: string): { start: number; end: number } | undefined {
  const match = /^(\uFEFF?---\r?\n)([\s\S]*?)^---\s*$/m.exec(text);
  if (match === null || match.index !== 0) return undefined;
  const [, opening = '', yaml = ''] = match;
  return { start: opening.length, end: opening.length + yaml.length };
}
