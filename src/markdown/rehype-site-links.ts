import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { withBase } from '../model/urls.ts';

interface Options {
  /** Base path of the site. */
  readonly base: string;
}

/**
 * Puts the base path before links to this site (Astro leaves Markdown links as they
 * are) and keeps pages that a link opens elsewhere from reaching back.
 */
export function rehypeSiteLinks({ base }: Options) {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      const href = node.properties['href'];
      if (node.tagName !== 'a' || typeof href !== 'string') return;
      if (/^\/(?!\/)/.test(href)) node.properties['href'] = withBase(href, base);
      else if (!href.startsWith('#')) node.properties['rel'] = ['noopener', 'noreferrer'];
    });
  };
}
