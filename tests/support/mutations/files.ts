import { appendLine, formerPath, lineAt, redirectLine, replaceAt, shifted } from './damage.ts';
import { type Kind, partnerFile } from './kind.ts';

/** Damage to whole files and to redirects. */
export const fileKinds: readonly Kind[] = [
  // Files
  {
    name: 'a key of the frontmatter twice',
    rule: 'yaml-syntax',
    file: 'guide.mdx',
    damage: (text) =>
      shifted(
        replaceAt(text, /minutes: .*/, (found) => `${found}\n${found}`),
        1,
      ),
  },
  {
    name: 'a group of facts twice',
    rule: 'yaml-syntax',
    file: 'exchange.yaml',
    damage: (text) => appendLine(text, 'docs: {}', 1),
  },
  {
    name: 'a tab for an indent',
    rule: 'yaml-syntax',
    file: 'exchange.yaml',
    damage: (text) => shifted(replaceAt(text, /\nstatus:\n {2}/, '\nstatus:\n\t'), 2),
  },
  {
    name: 'a conflict that was left',
    rule: 'yaml-syntax',
    file: 'screens.yaml',
    damage: (text) => appendLine(text, '<<<<<<< HEAD', 1),
  },
  {
    name: 'a text with a colon',
    rule: 'yaml-syntax',
    file: 'screens.yaml',
    damage: (text) => replaceAt(text, /(?<=\n {4}alt: ).*/, 'Here: press the button.'),
  },
  {
    name: 'frontmatter that does not start',
    rule: 'mdx-syntax',
    file: 'guide.mdx',
    damage: (text) => ({ text: text.slice(4), line: 1 }),
  },
  {
    name: 'quotes too deep',
    rule: 'deep-nesting',
    file: 'steps/test-key.mdx',
    damage: (text) => appendLine(text, `${'> '.repeat(13)}deep`),
  },
  {
    name: 'a guide that is too long',
    rule: 'file-size',
    file: 'guide.mdx',
    damage: (text) => ({ text: text + 'x'.repeat(120_001), line: 1 }),
  },
  ...(
    [
      'errors.yaml',
      'exchange.yaml',
      'guide.mdx',
      'screens.yaml',
      'sources.yaml',
      'domains.yaml',
      'names.yaml',
      'permalinks.txt',
      'requests.yaml',
      'use-cases.yaml',
    ] as const
  ).map((file): Kind => ({
    name: `${file} removed`,
    rule: 'file-missing',
    file,
    damage: () => ({ text: undefined, line: 1 }),
  })),
  {
    name: 'a published source under another id',
    rule: 'permanence',
    file: 'sources.yaml',
    damage: (text, { slug, facts, texts }) => {
      const id = facts.sources[0]?.id ?? '';
      const list = texts.get('permalinks.txt') ?? '';
      return {
        text: text.replaceAll(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g'), 'renamed-source'),
        line: lineAt(list, list.indexOf(`/${slug}/facts/#source-${id}\n`)),
        reportedIn: 'permalinks.txt',
      };
    },
  },
  {
    name: 'a redirect from the name of another exchange',
    rule: 'redirect-source',
    file: 'redirects.yaml',
    damage: (text, { slug, neighbour }) =>
      appendLine(text, redirectLine(`/${neighbour.slug}x/`, `/${slug}/`), 1),
  },
  {
    name: 'a profile whose name ends otherwise',
    rule: 'file-ignored',
    file: partnerFile,
    damage: (text) => ({ text, line: 1, renamedTo: partnerFile.replace('.yaml', '.yml') }),
  },
  {
    name: 'facts in a file of another name',
    rule: 'file-ignored',
    file: 'errors.yaml',
    damage: (text, { slug }) => ({
      text,
      line: 1,
      renamedTo: `exchanges/${slug}/errors-old.yaml`,
    }),
  },
  {
    name: 'a published source and its line removed, before the first deployment',
    rule: 'permanence',
    file: 'permalinks.txt',
    damage: (text) => ({
      text: `# Not deployed yet\n${text}/gone/\n`,
      line: text.split('\n').length + 1,
    }),
  },
  // Redirects
  ...[
    ['from where the site keeps its own pages', '/for/somebody/'],
    ['from where a file would be', '/robots.txt/'],
  ].map(([name = '', from = '']): Kind => ({
    name: `a redirect ${name}`,
    rule: 'redirect-source',
    file: 'redirects.yaml',
    damage: (text, { slug }) => appendLine(text, redirectLine(from, `/${slug}/`), 1),
  })),
  ...[
    ['that climbs', '/../x/'],
    ['with an empty part', '//x/'],
    ['with an escape', '/%2e%2e/x/'],
    ['into what the build writes', '/_astro/'],
    ['with a question', "'/x/?a=b'"],
    ['with a backslash', "'/x\\y/'"],
  ].map(([name = '', from = '']): Kind => ({
    name: `a redirect from a path ${name}`,
    rule: 'schema',
    file: 'redirects.yaml',
    damage: (text, { slug }) => appendLine(text, redirectLine(from, `/${slug}/`), 1),
  })),
  {
    name: 'a redirect to files for programs',
    rule: 'redirect-target',
    file: 'redirects.yaml',
    damage: (text) => appendLine(text, redirectLine('/older-name/', '/schemas/'), 1),
  },
  {
    name: 'a redirect to a page that does not exist',
    rule: 'redirect-target',
    file: 'redirects.yaml',
    damage: (text, { slug }) => replaceAt(text, new RegExp(`(?<=to: )/${slug}/`), '/no/such/page/'),
  },
  {
    name: 'a redirect to a step that does not exist',
    rule: 'redirect-target',
    file: 'redirects.yaml',
    damage: (text, { slug }) =>
      replaceAt(text, new RegExp(`(?<=to: )/${slug}/`), `'/${slug}/#drink-water'`),
  },
  {
    name: 'a redirect to a redirect',
    rule: 'redirect-chain',
    file: 'redirects.yaml',
    damage: (text, { slug }) => appendLine(text, redirectLine('/older-name/', formerPath(slug)), 1),
  },
  {
    name: 'a redirect in circles',
    rule: 'redirect-chain',
    file: 'redirects.yaml',
    damage: (text, { slug }) => replaceAt(text, new RegExp(`(?<=to: )/${slug}/`), formerPath(slug)),
  },
  {
    name: 'a redirect from a guide',
    rule: 'redirect-source',
    file: 'redirects.yaml',
    damage: (text, { slug, neighbour }) =>
      appendLine(text, redirectLine(`/${slug}/`, `/${neighbour.slug}/`), 1),
  },
  {
    name: 'a path that is redirected twice',
    rule: 'redirect-source',
    file: 'redirects.yaml',
    damage: (text, { slug, neighbour }) =>
      appendLine(text, redirectLine(formerPath(slug), `/${neighbour.slug}/`), 1),
  },
];
