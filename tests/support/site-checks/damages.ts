import { damagesOfPartners } from './damages-of-partners.ts';
import { damagesOfPaths } from './damages-of-paths.ts';
import type { SiteCheckName } from './index.ts';

/** A change to a built site that one of the checks must report. */
export interface Damage {
  readonly file: string;
  /** What stands there, and what takes its place; where both are missing, the file goes. */
  readonly find?: string | RegExp;
  readonly replace?: string;
  /** Files that come with it. */
  readonly with?: Readonly<Record<string, string>>;
  /** What the report must say. */
  readonly says: string;
}

const guide = 'northwind/index.html';
const record = 'northwind/facts/index.html';
const partner = 'for/wingtip-desk/northwind/index.html';
const link = '<a href="/guides/northwind/read-only/">';

/** For every check, what it must not let through, as damage to the made-up site. */
export const damages: Readonly<Record<SiteCheckName, readonly Damage[]>> = {
  ...damagesOfPaths,
  ...damagesOfPartners,
  'every page is of a known kind': [
    { file: 'a/b/c/index.html', replace: '<h1>New</h1>', says: 'is of no known kind' },
  ],
  'every page is valid HTML': [
    { file: guide, find: 'id="sign-in"', replace: 'id="create-key"', says: 'Duplicate ID' },
    { file: guide, find: '<h1>', replace: '<h1>Two</h1><h1>', says: 'heading-level' },
    {
      file: guide,
      find: /<h2 id="ready-title">([^<]+)<\/h2>/,
      replace: '<h5 id="ready-title">$1</h5>',
      says: 'heading-level',
    },
    { file: guide, find: '<ol class="do">', replace: '<ol class="do"><p>No</p>', says: 'content' },
    { file: guide, find: / alt="[^"]+"/, replace: '', says: 'wcag/h37' },
    {
      file: guide,
      find: /<label>(<input[^>]+two-factor">)(<span>[^<]+<\/span>)<\/label>/,
      replace: '<div>$1$2</div>',
      says: 'label',
    },
    { file: guide, find: '</main>', replace: '', says: 'main' },
  ],
  'links lead to pages, anchors and files that exist': [
    { file: guide, find: link, replace: '<a href="/guides/no/">', says: 'does not exist' },
    { file: guide, find: link, replace: '<a href="#no">', says: 'names no anchor' },
    { file: guide, find: link, replace: '<a href="/northwind/">', says: 'leaves the base path' },
    { file: guide, find: link, replace: '<a href="http://a.example/">', says: 'is not https' },
    { file: 'northwind/spot-trading/test-key.sh', says: 'does not exist' },
  ],
  'nothing is loaded from elsewhere': [
    {
      file: guide,
      find: '</main>',
      replace: '<img src="https://a.example/b.png" alt="B"></main>',
      says: 'is loaded from elsewhere',
    },
    {
      file: guide,
      find: '</main>',
      replace: '<img srcset="/guides/b.png 1x" alt="B"></main>',
      says: 'does not exist',
    },
    {
      file: 'a.css',
      replace: '@import "https://a.example/b.css";',
      says: 'is loaded from elsewhere',
    },
    { file: 'a.css', replace: 'a { background: url(b.png) }', says: 'does not exist' },
  ],
  'every page has its head': [
    { file: guide, find: /<title>.*?<\/title>/, replace: '', says: 'has no title' },
    { file: guide, find: 'name="description"', replace: 'name="d"', says: 'has no description' },
    { file: guide, find: ' lang="en"', replace: '', says: 'has no language' },
    { file: guide, find: 'name="viewport"', replace: 'name="v"', says: 'has no viewport' },
    { file: guide, find: 'rel="canonical"', replace: 'rel="c"', says: 'as the address to keep' },
    { file: partner, find: 'noindex', replace: 'index', says: 'is open to search engines' },
    {
      file: guide,
      find: '</head>',
      replace: '<meta name="robots" content="noindex"></head>',
      says: 'is closed to search engines',
    },
  ],
  'no two pages share a title': [
    {
      file: 'northwind/read-only/index.html',
      find: /(?<=<title>)[^<]+/,
      replace: 'Northwind API key for spot trading · Exchange Setup Guides',
      says: 'share "Northwind API key for spot trading',
    },
  ],
  'every page says what to show beside a link to it': [
    { file: guide, find: 'content="1200"', replace: 'content="12"', says: 'og:image:width' },
    { file: guide, find: /(?<="og:title" content=")[^"]+/, replace: 'Else', says: 'shared as' },
    { file: guide, find: /(?<="og:image" content=")[^"]+/, replace: '', says: 'no picture' },
    { file: partner, find: /(?<="og:url" content=")[^"]+/, replace: '', says: 'og:url' },
  ],
  'the address to keep names itself': [
    {
      file: 'northwind/read-only/index.html',
      find: /(?<=rel="canonical" href=")[^"]+/,
      replace: 'https://guides.example.org/guides/northwind/spot-trading/',
      says: 'which names another',
    },
    {
      file: guide,
      find: /(?<=rel="canonical" href=")[^"]+/,
      replace: 'https://guides.example.org/guides/no/',
      says: 'does not exist',
    },
  ],
  'the policy allows what the page has and no more': [
    { file: guide, find: /<meta http-equiv="content-sec[^>]+>/, replace: '', says: 'has no' },
    { file: guide, find: "default-src 'none'", replace: "default-src 'self'", says: 'default-src' },
    {
      file: guide,
      find: "script-src 'self'",
      replace: "script-src 'self' 'unsafe-inline'",
      says: 'script-src',
    },
    { file: guide, find: '</main>', replace: '<script>1</script></main>', says: 'script-src' },
    { file: guide, find: '</main>', replace: '<style>a{}</style></main>', says: 'style-src' },
    { file: guide, find: '<h1>', replace: '<h1 style="color:red">', says: 'style' },
    { file: guide, find: '<h1>', replace: '<h1 onclick="x()">', says: 'onclick' },
  ],
  'no page has a field for a secret': [
    { file: guide, find: '</main>', replace: '<form></form></main>', says: '<form>' },
    { file: guide, find: '</main>', replace: '<input type="password"></main>', says: '<input>' },
    { file: guide, find: '</main>', replace: '<textarea></textarea></main>', says: 'for text' },
    { file: 'errors/index.html', find: '<textarea', replace: '<textarea name="a"', says: 'text' },
  ],
  'every first visit stays within its budget': [
    {
      file: 'concepts/index.html',
      find: '</main>',
      // Text that cannot be compressed much.
      replace: `${Array.from({ length: 20_000 }, (_, at) => ((at * 7919) % 104_729).toString(36)).join(' ')}</main>`,
      says: 'bytes, more than',
    },
    {
      file: 'concepts/index.html',
      find: '</main>',
      replace: ['404.html', '_headers', '_redirects', 'favicon.svg', 'sitemap-0.xml']
        .map((file) => `<link rel="stylesheet" href="/guides/${file}">`)
        .join(''),
      says: 'files, more than',
    },
  ],
  'share pictures are small and named': [
    { file: 'og/index.png', replace: 'A picture.', says: 'is no picture' },
    {
      file: 'concepts/example-addresses/index.html',
      find: 'og/concepts/',
      replace: 'og/',
      says: 'no page names it',
    },
  ],
  'the sitemap has every page that may be listed': [
    {
      file: 'sitemap-0.xml',
      find: 'https://guides.example.org/guides/link/',
      replace: 'https://guides.example.org/guides/no/',
      says: 'lists https://guides.example.org/guides/no/',
    },
    {
      file: 'sitemap-0.xml',
      find: '<url><loc>https://guides.example.org/guides/northwind/</loc></url>',
      replace: '',
      says: 'lacks https://guides.example.org/guides/northwind/',
    },
  ],
  'redirects lead to pages that exist': [
    { file: 'fabrikam/index.html', says: 'does not exist' },
    { file: 'wide-world/index.html', says: 'has no page that leads on' },
    { file: '_redirects', find: '/guides/wide-world ', replace: '/guides/no ', says: 'no page' },
    {
      file: 'redirects.nginx.conf',
      find: 'location = /guides/wide-world {',
      replace: 'location = /guides/wide-word {',
      says: 'does not lead /guides/wide-world',
    },
    {
      file: 'wide-world/index.html',
      find: '0; url=/guides/fabrikam/#rotate-key',
      replace: '0; url=/guides/northwind/',
      says: 'does not lead',
    },
  ],
  'hosts let frames show embedded steps alone': [
    { file: '_headers', find: '/*', replace: '/a/*', says: 'of frames' },
    { file: '_headers', find: '/embed/:exchange/*', replace: '/*', says: 'of frames' },
  ],
  'everything that was published is there': [
    { file: 'concepts/example-addresses/index.html', says: 'does not exist' },
    { file: guide, find: 'id="restrict-ip"', replace: 'id="restrict"', says: '#restrict-ip' },
    { file: record, find: 'id="source-help"', replace: '', says: '#source-help' },
  ],
  'JSON can be parsed': [
    { file: 'api/v1/errors.json', find: '}', replace: '', says: 'errors.json' },
    { file: 'schemas/exchange.json', find: '"$schema"', replace: '"s"', says: 'else than' },
  ],
  'the list of errors leads to places that exist': [
    {
      file: 'errors/northwind/index.html',
      find: 'id="error-bad-signature"',
      replace: '',
      says: '#error-bad-signature',
    },
  ],
  'the pages of errors say all that programs get': [
    {
      file: 'errors/northwind/index.html',
      find: 'The secret is incomplete.',
      replace: 'Who knows.',
      says: 'lacks "The secret is incomplete."',
    },
    {
      file: 'errors/northwind/index.html',
      find: '#save-credentials',
      replace: '#create-key',
      says: 'leads to',
    },
    { file: 'errors/northwind/index.html', find: '4001', replace: '4002', says: 'lacks "4001"' },
  ],
  'feeds lead to what they announce': [
    { file: 'for/wingtip-desk/feed.xml', says: 'has no feed' },
    {
      file: 'for/wingtip-desk/index.html',
      find: 'id="added-',
      replace: 'id="new-',
      says: 'names no anchor',
    },
    {
      file: 'for/wingtip-desk/feed.xml',
      find: /<pubDate>[^<]+<\/pubDate>/,
      replace: '',
      says: 'has no day',
    },
  ],
  'every exchange stands on every list': [
    {
      file: 'index.html',
      find: '<a class="name" href="/guides/northwind/">',
      replace: '<a class="name" href="/guides/fabrikam/">',
      says: 'northwind: is not on the home page',
    },
    {
      file: 'errors/index.html',
      find: /\/guides\/errors\/northwind\//g,
      replace: '/guides/errors/fabrikam/',
      says: 'northwind: is not on the page of errors',
    },
  ],
  'concepts lead to every exchange': [
    {
      file: 'concepts/if-a-key-leaks/index.html',
      find: /\/guides\/fabrikam\/#revoke-key/g,
      replace: '/guides/northwind/#revoke-key',
      says: '/guides/fabrikam/#revoke-key',
    },
  ],
  'every choice of the link maker leads to its page': [
    {
      file: 'northwind/read-only/index.html',
      find: '<h1>',
      replace: '<h1>Not ',
      says: 'is titled',
    },
    {
      file: 'northwind/read-only/index.html',
      find: 'id="revoke-key"',
      replace: '',
      says: 'has no step revoke-key',
    },
    {
      file: 'link/index.html',
      find: /href="\/guides\/northwind\/read-only\/"/g,
      replace: 'href="/guides/northwind/"',
      says: '/guides/northwind/read-only/ is not offered',
    },
  ],
  'records have their parts': [
    {
      file: record,
      find: /<li>\s*<a href="#limits">.*?<\/li>/s,
      replace: '',
      says: 'has the contents',
    },
    { file: record, find: 'id="lifetimes"', replace: 'id="ends"', says: 'has the groups' },
    { file: record, find: 'id="source-help"', replace: '', says: 'has no anchor source-help' },
    {
      file: record,
      find: /id="question-[\w-]+"/,
      replace: 'id="question"',
      says: 'has no anchor question-',
    },
  ],
  'records show everything that is stored': [
    {
      file: record,
      find: 'At most 20 characters.',
      replace: 'Some letters.',
      says: 'lacks labelField.rules',
    },
    { file: record, find: /https:\/\/api\.northwind\.example/g, replace: '', says: 'apiBase' },
  ],
  'the matrix of a record is what people expect': [
    { file: record, find: /(<td class="on">\s*<span>)[^<]+/, replace: '$1off', says: 'expected "' },
  ],
  'facts lead to sources and errors to steps': [
    { file: record, find: /read \d+ \w+ \d{4}/g, replace: 'read', says: 'which has no day' },
    {
      file: 'errors/northwind/index.html',
      find: 'href="/guides/northwind/facts/#source-api-docs"',
      replace: 'href="#source-help"',
      says: 'elsewhere',
    },
    {
      file: 'errors/northwind/index.html',
      find: /class="to-step" href="([^"#]+)#/,
      replace: 'class="to-step" href="$1#x',
      says: 'to no step',
    },
  ],
};
