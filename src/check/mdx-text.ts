import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import type { Place } from './problem.ts';
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
    if (!(error instanceof VFileMessage)) throw error;
    return {
      frontmatter,
      tree: undefined,
      error: { line: error.line ?? 1, column: error.column ?? 1, message: error.reason },
    };
  }
}

function frontmatterOf(text: string): YamlText | undefined {
  const match = /^---\r?\n([\s\S]*?)^---\s*$/m.exec(text);
  if (match === null || match.index !== 0) return undefined;
  return parseYamlText(match[1] ?? '', 1);
}
