import type { AstroIntegration } from 'astro';
import { siteContent } from '../content/site-content.ts';
import { withBase } from '../site/urls.ts';

/** Tells which built pages search engines are told of. */
export interface ListedPages {
  /** Reads the list of pages when a build begins: nothing is read while the site is served. */
  readonly integration: AstroIntegration;
  /** Whether a page is listed. Input: its whole address. */
  has(page: string): boolean;
}

/** The pages that are in the sitemap, below the base path of the site. */
export function listedPages(base: string): ListedPages {
  const listed = new Set<string>();
  return {
    has: (page) => listed.has(new URL(page).pathname),
    integration: {
      name: 'listed-pages',
      hooks: {
        'astro:build:start': async () => {
          const { routes } = await siteContent();
          for (const { path, isInSitemap } of routes)
            if (isInSitemap) listed.add(withBase(path, base));
        },
      },
    },
  };
}
