import { expect, test } from 'playwright/test';
import {
  headerRules,
  mostRedirectLines,
  nginxHeaders,
  nginxRedirects,
  redirectLines,
} from '../../../src/site/host-files.ts';
import { outlineOf } from '../../../src/content/outline.ts';
import { routesOf, siteRoutes } from '../../../src/site/routes.ts';
import { realContent } from '../../support/content.ts';

const ways = [
  { from: '/gate-io/', to: '/gate/' },
  { from: '/bind/', to: '/gate/#restrict-ip' },
];
const origin = '# Made from content/redirects.yaml when the site is built.\n';

test('redirects for hosts that read _redirects, with and without the last slash', () => {
  expect(redirectLines(ways, '/', false)).toBe(
    `${origin}/gate-io/ /gate/ 301\n/gate-io /gate/ 301\n/bind/ /gate/#restrict-ip 301\n/bind /gate/#restrict-ip 301\n`,
  );
  expect(redirectLines(ways.slice(0, 1), '/guides/', false)).toBe(
    `${origin}/guides/gate-io/ /guides/gate/ 301\n/guides/gate-io /guides/gate/ 301\n`,
  );
  expect(redirectLines([], '/', false)).toBe(origin);
});

test('Netlify leads on although the path is a file too', () => {
  expect(redirectLines(ways.slice(0, 1), '/', true)).toBe(
    `${origin}/gate-io/ /gate/ 301!\n/gate-io /gate/ 301!\n`,
  );
});

test('redirects for nginx keep the query, before the anchor', () => {
  expect(nginxRedirects(ways, '/guides/')).toBe(
    `${origin}${[
      'location = /guides/gate-io/ { absolute_redirect off; return 301 "/guides/gate/$is_args$args"; }',
      'location = /guides/gate-io { absolute_redirect off; return 301 "/guides/gate/$is_args$args"; }',
      'location = /guides/bind/ { absolute_redirect off; return 301 "/guides/gate/$is_args$args#restrict-ip"; }',
      'location = /guides/bind { absolute_redirect off; return 301 "/guides/gate/$is_args$args#restrict-ip"; }',
    ].join('\n')}\n`,
  );
});

test('the real redirects are not more than Cloudflare reads', async () => {
  const content = await realContent();
  const moved = routesOf(siteRoutes(outlineOf(content)), 'moved');
  const real = moved.map(({ path, to }) => ({ from: path, to }));
  expect(real.length).toBeGreaterThan(content.redirects?.value?.length ?? 0);
  expect(redirectLines(real, '/', false).split('\n').length).toBeLessThan(mostRedirectLines);
});

const headersOrigin =
  '# Made when the site is built. Only embedded steps may be shown in frames of other sites.\n';

test('frames on hosts that begin anew at "!": all refuse, then embedded steps do not', () => {
  expect(headerRules([], '/guides/', false)).toBe(`${headersOrigin}/*
  Content-Security-Policy: frame-ancestors 'none'
  X-Frame-Options: DENY
/guides/embed/:exchange/*
  ! Content-Security-Policy
  ! X-Frame-Options
  Content-Security-Policy: frame-ancestors *
`);
});

test('frames on Netlify: rules that do not overlap', () => {
  const pages = ['/', '/gate/', '/gate/read-only/', '/embed/', '/embed/gate/sign-in/', '/gate-io/'];
  const refusal = "\n  Content-Security-Policy: frame-ancestors 'none'\n  X-Frame-Options: DENY\n";
  expect(headerRules(pages, '/', true)).toBe(
    `${headersOrigin}/${refusal}/404.html${refusal}/embed/${refusal}/gate/*${refusal}/gate-io/*${refusal}/embed/:exchange/*
  Content-Security-Policy: frame-ancestors *
`,
  );
});

test('frames on nginx', () => {
  expect(nginxHeaders('/guides/')).toBe(`${headersOrigin}set $frame_ancestors "'none'";
set $frame_options DENY;
if ($uri ~ "^/guides/embed/[^/]+/") { set $frame_ancestors "*"; set $frame_options ""; }
add_header Content-Security-Policy "frame-ancestors $frame_ancestors" always;
add_header X-Frame-Options $frame_options always;
`);
});
