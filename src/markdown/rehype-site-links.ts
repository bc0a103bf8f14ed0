import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { anchorLink, type TextPlace } from '../site/anchors.ts';
import { paths, withBase } from '../site/urls.ts';
import { docFolder } from '../vocabulary/docs.ts';

interface Options {
  /** Base path of the site. */
  readonly base: string;
  /** Where the text of an exchange is shown; undefined for a text of no exchange. */
  readonly place?: TextPlace | undefined;
}

/**
 * Puts the base path before links to this site (Astro leaves Markdown links as they
 * are), the page before anchors of another page of the exchange, leads to the pages for
 * contributors that are files in the repository, and keeps pages that a link opens elsewhere
 * from reaching back.
 */
export function rehypeSiteLinks({ base, place }: Options) {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      const href = node.properties['href'];
      if (node.tagName !== 'a' || typeof href !== 'string') return;
      if (/^\/(?!\/)/.test(href)) node.properties['href'] = withBase(href, base);
      else if (href.startsWith(`${docFolder}/`)) {
        // CONTRIBUTING.md is read in the repository too, where these pages are files.
        const [file = '', anchor] = href.slice(docFolder.length + 1).split('#');
        const address = withBase(paths.contributeDoc(file.replace(/\.md$/, '')), base);
        node.properties['href'] = anchor === undefined ? address : `${address}#${anchor}`;
      } else if (href.startsWith('#')) {
        if (place !== undefined) node.properties['href'] = anchorLink(href, place, base);
      } else node.properties['rel'] = ['noopener', 'noreferrer'];
    });
  };
}
