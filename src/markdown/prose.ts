import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { rehypeSiteLinks } from './rehype-site-links.ts';

/**
 * Parses the Markdown of a prose fact: plain CommonMark, so that an address in the
 * text becomes a link only where the author wrote one.
 */
export function parseProse(markdown: string): Root {
  return unified().use(remarkParse).parse(markdown);
}

/**
 * Renders the Markdown of a prose fact.
 *
 * Input: Markdown as authors write it in YAML, and the base path of the site. HTML and
 * images in it are dropped. Output: HTML of its paragraphs.
 */
export function renderProse(markdown: string, base: string): string {
  return unified()
    .use(remarkParse)
    .use(remarkRehype, { handlers: { image: () => undefined } })
    .use(rehypeSiteLinks, { base })
    .use(rehypeStringify)
    .processSync(markdown)
    .toString();
}

/** Like {@link renderProse}, for a place inside a sentence: one paragraph comes without its `<p>`. */
export function renderInlineProse(markdown: string, base: string): string {
  const html = renderProse(markdown, base);
  const single = /^<p>((?:(?!<p>)[\s\S])*)<\/p>$/.exec(html.trim());
  return single?.[1] ?? html;
}
