import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { TextPlace } from '../site/anchors.ts';
import { rehypeSiteLinks } from './rehype-site-links.ts';

/** Facts stand on many pages: each text is parsed once, and rendered once for each way of it. */
const trees = new Map<string, Root>();
const rendered = new Map<string, string>();

const parser = unified().use(remarkParse).freeze();

/**
 * Parses the Markdown of a prose fact: plain CommonMark, so that an address in the
 * text becomes a link only where the author wrote one. The tree is shared: do not change it.
 */
export function parseProse(markdown: string): Root {
  const tree = trees.get(markdown) ?? parser.parse(markdown);
  trees.set(markdown, tree);
  return tree;
}

/**
 * Renders the Markdown of a prose fact.
 *
 * Input: Markdown as authors write it in YAML, the base path of the site, and where the text
 * is shown, if it is one of an exchange. HTML and images in it are dropped. Output: HTML of
 * its paragraphs.
 */
export function renderProse(markdown: string, base: string, place?: TextPlace): string {
  const way = JSON.stringify([base, place ?? null, markdown]);
  const html = rendered.get(way) ?? render(markdown, base, place);
  rendered.set(way, html);
  return html;
}

function render(markdown: string, base: string, place: TextPlace | undefined): string {
  const processor = unified()
    .use(remarkRehype, { handlers: { image: () => undefined } })
    .use(rehypeSiteLinks, { base, place })
    .use(rehypeStringify);
  return processor.stringify(processor.runSync(parseProse(markdown)));
}

/** The text of the Markdown of a prose fact, without its emphasis, code marks and links. */
export function plainProse(markdown: string): string {
  return parseProse(markdown)
    .children.map((block) => toString(block, { includeHtml: false }).replaceAll(/\s+/g, ' '))
    .join(' ');
}

/** Like {@link renderProse}, for a place inside a sentence: one paragraph comes without its `<p>`. */
export function renderInlineProse(markdown: string, base: string, place?: TextPlace): string {
  const html = renderProse(markdown, base, place);
  const single = /^<p>((?:(?!<p>)[\s\S])*)<\/p>$/.exec(html.trim());
  return single?.[1] ?? html;
}
