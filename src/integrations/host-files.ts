import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { siteContent } from '../content/site-content.ts';
import type { SiteConfig } from '../site/config.ts';
import {
  headerRules,
  mostRedirectLines,
  nginxHeaders,
  nginxRedirects,
  redirectLines,
} from '../site/host-files.ts';
import { routesOf } from '../site/routes.ts';

/** Writes beside the built pages what hosts read: redirects, and headers about frames. */
export function hostFiles({ base, onNetlify }: SiteConfig): AstroIntegration {
  return {
    name: 'host-files',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { routes } = await siteContent();
        const ways = routesOf(routes, 'moved').map(({ path, to }) => ({ from: path, to }));
        const files = {
          _redirects: redirectLines(ways, base, onNetlify),
          'redirects.nginx.conf': nginxRedirects(ways, base),
          _headers: headerRules(
            routes.map(({ path }) => path),
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
