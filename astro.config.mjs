import { createHash } from 'node:crypto';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { themeBootScript } from './src/client/theme-boot.ts';
import { checkBeforeBuild } from './src/integrations/check-before-build.ts';
import { contentInDev } from './src/integrations/content-in-dev.ts';
import { hostFiles } from './src/integrations/host-files.ts';
import { listedPages } from './src/integrations/listed-pages.ts';
import { dictionaryOf, mainLanguage } from './src/i18n/index.ts';
import { ownPolicy } from './src/integrations/own-policy.ts';
import { rehypeFocusableCode } from './src/markdown/rehype-focusable-code.ts';
import { rehypeSiteLinks } from './src/markdown/rehype-site-links.ts';
import { readSiteConfig } from './src/site/config.ts';

const site = readSiteConfig(process.env);
const { origin, base } = site;
const listed = listedPages(base);
const themeBootHash = createHash('sha256').update(themeBootScript).digest('base64');

export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  // A separate folder for a build with other content keeps the caches apart.
  cacheDir: process.env.CACHE_DIR ?? './.cache/astro',
  outDir: process.env.OUT_DIR ?? './dist',
  // Pictures beside links are drawn in threads of their own while pages are made.
  build: { concurrency: 4 },
  integrations: [
    checkBeforeBuild(),
    mdx(),
    contentInDev(),
    listed.integration,
    sitemap({ filter: (page) => listed.has(page) }),
    hostFiles(site),
    ownPolicy(),
  ],
  markdown: {
    // Highlighting writes inline styles, which the content security policy refuses.
    syntaxHighlight: false,
    processor: unified({
      // gfm is off because remark-gfm is named with its options, as in the checks' parser.
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkGfm],
      rehypePlugins: [
        [rehypeSiteLinks, { base }],
        [rehypeFocusableCode, { label: dictionaryOf(mainLanguage).guide.code }],
      ],
    }),
  },
  // Writes what editors read to check and complete frontmatter.
  experimental: { contentIntellisense: true },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      scriptDirective: { resources: ["'self'"], hashes: [`sha256-${themeBootHash}`] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  // Phones that get no more updates: light-dark() and nesting are compiled away for them.
  vite: {
    build: {
      cssTarget: ['chrome109', 'safari15.4', 'firefox115'],
      rolldownOptions: {
        output: {
          // What several scripts share is small: one file of it, not one request for each.
          codeSplitting: {
            groups: [
              {
                name: 'shared',
                test: /src\/(?:client\/(?:bar|copy-text|lead-on|moved-anchor|programs)|i18n\/filled-in)\.ts$/,
              },
            ],
          },
        },
      },
    },
  },
});
