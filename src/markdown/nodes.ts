import type { Root, RootContent } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { TextPlace } from '../site/anchors.ts';
import { rehypeFocusableCode } from './rehype-focusable-code.ts';
import { rehypeSiteLinks } from './rehype-site-links.ts';

/** How parsed Markdown becomes HTML. */
export interface NodeOptions {
  /** Base path of the site. */
  readonly base: string;
  /** Where the text is shown; undefined for a text of no exchange. */
  readonly place?: TextPlace;
  /** Name of a block of code for screen readers. */
  readonly codeLabel: string;
  /** What stands in place of other words, such as a partner's name in place of "your tool". */
  readonly instead?: ReadonlyMap<string, string>;
  /** Whether readers are to stay: links to other pages of the site become plain words. */
  readonly stays?: boolean;
}

/** The same, with every choice made. */
interface Way extends Required<Omit<NodeOptions, 'place'>> {
  readonly place: TextPlace | undefined;
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
  { base, place, codeLabel, instead = new Map(), stays = false }: NodeOptions,
): string {
  const way = JSON.stringify([base, place ?? null, codeLabel, [...instead], stays]);
  const known = htmlByNodes.get(nodes) ?? new Map<string, string>();
  htmlByNodes.set(nodes, known);
  const html = known.get(way) ?? render(nodes, { base, place, codeLabel, instead, stays });
  known.set(way, html);
  return html;
}

function render(
  nodes: readonly RootContent[],
  { base, place, codeLabel, instead, stays }: Way,
): string {
  const processor = unified()
    .use(() => (tree: Root) => {
      replaceWords(tree, instead);
      if (stays) unlink(tree);
    })
    .use(remarkRehype, { handlers: { image: () => undefined } })
    .use(rehypeSiteLinks, { base, place })
    .use(rehypeFocusableCode, { label: codeLabel })
    .use(rehypeStringify);
  return processor.stringify(
    processor.runSync({ type: 'root', children: structuredClone([...nodes]) }),
  );
}

/** Puts other words in place of some, in text and in code within it. */
function replaceWords(tree: Root, instead: ReadonlyMap<string, string>): void {
  if (instead.size === 0) return;
  visit(tree, (node) => {
    if (node.type !== 'text' && node.type !== 'inlineCode') return;
    for (const [words, others] of instead) node.value = node.value.replaceAll(words, others);
  });
}

/** Leaves the words of links to other pages of the site; bare anchors are of the exchange itself. */
function unlink(tree: Root): void {
  visit(tree, 'link', (link, index, parent) => {
    if (index === undefined || parent === undefined || !link.url.startsWith('/')) return undefined;
    parent.children.splice(index, 1, ...link.children);
    return index;
  });
}
