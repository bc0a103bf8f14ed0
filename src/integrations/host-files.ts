import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { parseContent } from '../content/content.ts';
import { contentFolder } from '../content/content-folder.ts';
import { readContentFiles } from '../content/content-files.ts';
import { outlineOf } from '../check/outline.ts';
import { presentPermalinks } from '../check/permalinks.ts';
import {
  headerRules,
  mostRedirectLines,
  nginxHeaders,
  nginxRedirects,
  redirectLines,
} from '../site/host-files.ts';
import { pagesAmong, pageWays } from '../site/redirect.ts';
import { paths } from '../site/urls.ts';
import type { SiteConfig } from '../site/config.ts';

/** Writes beside the built pages what hosts read: redirects, and headers about frames. */
export function hostFiles({ base, onNetlify }: SiteConfig): AstroIntegration {
  return {
    name: 'host-files',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const content = parseContent(await readContentFiles(contentFolder()));
        const pages = pagesAmong(presentPermalinks(outlineOf(content)));
        const ways = pageWays(content.redirects?.value ?? [], pages);
        const files = {
          _redirects: redirectLines(ways, base, onNetlify),
          'redirects.nginx.conf': nginxRedirects(ways, base),
          _headers: headerRules(
            // Examples of partners have pages that are not among the permalinks.
            [...pages, paths.partners, ...ways.map(({ from }) => from)],
            base,
            onNetlify,
          ),
          'headers.nginx.conf': nginxHeaders(base),
        };
        const lines = files._redirects.split('\n').length;
        if (lines > mostRedirectLines)
          logger.warn(
            `_redirects has ${lines} lines; Cloudflare Pages reads ${mostRedirectLines}. Beyond, its visitors get the pages that lead on.`,
          );
        for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, dir), text);
      },
    },
  };
}
