import type { RootContent } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { rehypeFocusableCode } from './rehype-focusable-code.ts';
import { rehypeSiteLinks } from './rehype-site-links.ts';

/** How parsed Markdown becomes HTML. */
export interface NodeOptions {
  /** Base path of the site. */
  readonly base: string;
  /** Name of a block of code for screen readers. */
  readonly codeLabel: string;
}

/** The same nodes stand on many pages: their HTML is made once for each way of making it. */
const htmlByNodes = new WeakMap<readonly RootContent[], Map<string, string>>();

/**
 * Renders parsed Markdown.
 *
 * Input: nodes of a step, without components; and how. Output: HTML. Images and HTML in
 * them are dropped.
 */
export function renderNodes(
  nodes: readonly RootContent[],
  { base, codeLabel }: NodeOptions,
): string {
  const way = JSON.stringify([base, codeLabel]);
  const known = htmlByNodes.get(nodes) ?? new Map<string, string>();
  htmlByNodes.set(nodes, known);
  const html = known.get(way) ?? render(nodes, base, codeLabel);
  known.set(way, html);
  return html;
}

function render(nodes: readonly RootContent[], base: string, codeLabel: string): string {
  const processor = unified()
    .use(remarkRehype, { handlers: { image: () => undefined } })
    .use(rehypeSiteLinks, { base })
    .use(rehypeFocusableCode, { label: codeLabel })
    .use(rehypeStringify);
  return processor.stringify(processor.runSync({ type: 'root', children: [...nodes] }));
}
