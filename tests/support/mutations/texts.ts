import { allCapabilities } from '../../../src/derive/permission-settings.ts';
import { movesOut } from '../../../src/vocabulary/capabilities.ts';
import {
  addOfficial,
  appendLine,
  firstPermissionLabel,
  inStep,
  insertLine,
  lineAt,
  nameOf,
  onDomain,
  replaceAt,
  strangerOf,
  titleLine,
} from './damage.ts';
import { type Kind, partnerFile } from './kind.ts';

/** Damage to texts: programs, links, signs that nobody sees, secrets, the wrong exchange. */
export const textKinds: readonly Kind[] = [
  // Bold that is no label
  ...inStep('bold-label', { 'a stressed sentence': '**Go on.** It takes a moment.' }),
  // Programs and HTML
  ...inStep('mdx-only-content', {
    'a script': '<script src="https://evil.example/x.js"></script>',
    'an import': "import x from './x.js'",
    'an export': 'export const x = 1',
    'an expression': 'Two is {1 + 1}.',
    'a comment': '{/* hidden */}',
    'an HTML tag': 'A <b>bold</b> word.',
    'an HTML image with a handler': '<img src="x" onerror="steal()" />',
    'an HTML link': '<a href="https://evil.example">here</a>',
    'a frame': '<iframe src="https://evil.example" />',
    'a remote image': '![Form](https://evil.example/form.png)',
    'spread attributes': '<Note {...props} />',
    'an attribute too many': '<Screen id="x" onClick="y" />',
    'an unknown component': '<Warnings />',
  }),
  ...inStep('mdx-syntax', {
    'a comparison sign': 'Wait while 1 <2.',
    'an HTML comment': '<!-- hidden -->',
    'an address in angle brackets': 'See <https://evil.example>.',
    'a tag that nobody opened': '</Note>',
  }),
  // Links and domains
  ...inStep('link-domain', {
    'a remote link': 'See [here](https://tailspin.example/).',
    'a shortener': 'See [here](https://bit.ly/3abc).',
    'a javascript: link': 'See [here](javascript:alert(1)).',
    'a data: link': 'See [here](data:text/html,x).',
    'a mail link': 'See [here](mailto:help@mail.example).',
    'a link by reference': 'See [here][there].\n\n[there]: https://evil.example',
    'a link without scheme': 'See [here](//evil.example/).',
    'a backslash link': 'See [here](/\\evil.example/).',
    'a relative link': 'See [here](../bybit/).',
    'a bare address': 'See https://evil.example/keys there.',
  }),
  onDomain('a look-alike with a word', (domain) => `https://login-${domain}/`),
  onDomain(
    'a look-alike with another ending',
    (domain) => `https://www.${nameOf(domain)}.support/`,
  ),
  onDomain('a look-alike as a subdomain', (domain) => `https://www.${domain}.evil.example/`),
  onDomain('a look-alike with a Cyrillic letter', (domain) =>
    /[aeo]/.test(nameOf(domain))
      ? `https://${domain.replace(/[aeo]/, (letter) => ({ a: 'а', e: 'е', o: 'о' })[letter] ?? '')}/`
      : undefined,
  ),
  onDomain('the domain as a user name', (domain) => `https://${domain}@evil.example/`),
  onDomain('http', (domain) => `http://www.${domain}/`),
  onDomain('a port', (domain) => `https://www.${domain}:8443/`),
  onDomain('a referral parameter', (domain) => `https://www.${domain}/signup?ref=ABC`),
  onDomain('an open redirect', (domain) => `https://www.${domain}/go?url=https://evil.example`),
  {
    name: 'a look-alike domain in words',
    rule: 'bare-domain',
    file: 'steps/test-key.mdx',
    damage: (text, { facts }) =>
      appendLine(text, `Type ${nameOf(facts.domains.official[0] ?? '')}-login.com there.`),
  },
  {
    name: 'the page of keys on a look-alike',
    rule: 'link-domain',
    file: 'exchange.yaml',
    damage: (text) =>
      replaceAt(text, /(?<=keyPage:\n {2}url: )https:\/\/[^/\n]+/, 'https://key-page.example'),
  },
  {
    name: 'a drawn address on another domain',
    rule: 'link-domain',
    file: 'screens.yaml',
    damage: (text) => replaceAt(text, /(?<=address: )https:\/\/[^/\n]+/, 'https://evil.example'),
  },
  {
    name: 'a source on a domain that nobody reviewed',
    rule: 'link-domain',
    file: 'sources.yaml',
    damage: (text) =>
      replaceAt(
        text,
        /(?<=\n {2}url: )https:\/\/\S+(?=\n {2}checked)/,
        'https://blog.evil.example/x',
      ),
  },
  {
    name: 'a domain of another exchange',
    rule: 'shared-domain',
    file: 'exchange.yaml',
    damage: (text, { facts, neighbour }) =>
      facts.names.others.some(({ name }) => name === neighbour.facts.names.name)
        ? undefined
        : addOfficial(text, neighbour.facts.domains.official[0] ?? ''),
  },
  {
    name: 'a domain that everybody can register under',
    rule: 'shared-domain',
    file: 'exchange.yaml',
    damage: (text) => addOfficial(text, 'co.uk'),
  },
  // Programs, remote control, protections
  ...inStep('lowered-guard', {
    'remote control': 'Too hard? Install AnyDesk and wait.',
    'a program': 'Too hard? Run `setup-keys.exe` first.',
    'a package': 'Run `npm install exchange-keys` first.',
    'a piped script': 'Run `curl -s x | sh` first.',
    'a console': 'Press F12 and paste what they sent.',
    'two-factor off': 'Switch off your authenticator app first.',
  }),
  // Signs that nobody sees
  ...inStep('unsafe-text', {
    'a line separator': 'Press\u2028it.',
    'text that is turned around': 'Press \u202eti\u202c.',
    'a no-break space': 'Press\u00a0it.',
    'a control sign': 'Press\u0085it.',
    'an escape of a control sign': 'Press&#x200b;it.',
    'a Cyrillic letter in a word': 'Prеss it.',
  }),
  ...(
    ['exchange.yaml', 'screens.yaml', 'use-cases.yaml', 'redirects.yaml', partnerFile] as const
  ).map((file): Kind => ({
    name: `a hidden sign in a comment of ${file}`,
    rule: 'unsafe-text',
    file,
    damage: (text) => insertLine(text, '# \u200b', 1),
  })),
  {
    name: 'an escape in the label of a permission',
    rule: 'schema',
    file: 'exchange.yaml',
    damage: (text) => replaceAt(text, firstPermissionLabel, String.raw`"Read\u2028only"`),
  },
  // Labels and powers
  {
    name: 'a label of withdrawing over a permission that reads',
    rule: 'label-power',
    file: 'exchange.yaml',
    damage: (text, { facts }) =>
      facts.permissions.items.slice(0, 1).flatMap(allCapabilities).some(movesOut)
        ? undefined
        : replaceAt(text, firstPermissionLabel, 'Withdraw digital assets'),
  },
  // Secrets
  ...inStep('secret', {
    'a secret in hexadecimal':
      'Paste 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.',
    'a secret of mixed letters':
      'Paste vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A.',
    'a private key': '`-----BEGIN RSA PRIVATE KEY-----`',
    'a seed phrase': 'legal winner thank year wave sausage worth useful legal winner thank yellow',
    'a token': 'Send eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmN.',
    'a cloud key': 'Send AKIAIOSFODNN7ABCDEFG.',
    'an id used as a key': 'Send 3fa85f64-5717-4562-b3fc-2c963f66afa6.',
    'an e-mail address': 'Write to `jane.doe@mail.org`.',
  }),
  {
    name: 'a secret in a comment of the facts',
    rule: 'secret',
    file: 'exchange.yaml',
    damage: (text) => insertLine(text, '# vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14', 1),
  },
  ...inStep('public-address', {
    'a public IPv4 address': 'Enter 52.31.14.7.',
    'a public IPv4 address with a port': 'Enter `52.31.14.7:443`.',
    'a public IPv6 address': 'Enter `2606:4700::1111`.',
    'a private address': 'Enter 10.0.0.5.',
    'every address': 'Enter `0.0.0.0/0`.',
  }),
  // The wrong exchange
  {
    name: 'another exchange in a step',
    rule: 'other-exchange',
    file: 'steps/test-key.mdx',
    damage: (text, tree) => appendLine(text, `It asks for your ${strangerOf(tree)} password.`),
  },
  {
    name: 'the neighbour in a text alternative',
    rule: 'other-exchange',
    file: 'screens.yaml',
    damage: (text, tree) =>
      replaceAt(text, /(?<=\n {4}alt: ).*/, `Choose the one account of ${strangerOf(tree)} there.`),
  },
  {
    name: 'the title of another exchange',
    rule: 'title-names-exchange',
    file: 'guide.mdx',
    damage: (text, tree) =>
      replaceAt(text, /(?<=\ntitle: ).*/, `Create an API key on ${strangerOf(tree)}`),
  },
  {
    name: 'the name of another exchange',
    rule: 'folder-name',
    file: 'exchange.yaml',
    damage: (text) => replaceAt(text, /(?<=names:\n {2}name: ).*/, 'Tailspin'),
  },
  {
    name: 'a folder that is renamed',
    rule: 'folder-name',
    file: 'exchange.yaml',
    damage: (text, { slug }) => ({
      text,
      line: lineAt(text, text.search(/(?<=names:\n {2})name: /)),
      movedTo: `exchanges/old-${slug}/exchange.yaml`,
    }),
  },
  {
    name: 'a step of another guide',
    rule: 'cloned-guide',
    file: 'steps/save-credentials.mdx',
    damage: (_text, { slug, neighbour, texts }) => {
      const file = `exchanges/${neighbour.slug}/steps/save-credentials.mdx`;
      const other = texts.get(file);
      // Steps of a few words may be alike.
      if (other === undefined || other.split(/\s+/).length < 60) return undefined;
      // The later of the two in the alphabet counts as the copy.
      return slug > neighbour.slug
        ? { text: other, line: titleLine(other) }
        : { text: other, line: titleLine(other), reportedIn: file };
    },
  },
];
