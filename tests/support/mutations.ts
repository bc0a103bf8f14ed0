import { allCapabilities } from '../../src/derive/permission-settings.ts';
import { movesOut } from '../../src/vocabulary/capabilities.ts';
import type { ExchangeFacts } from '../../src/schema/exchange.ts';
import type { RuleId } from '../../src/check/rules/index.ts';

/** The texts of one real exchange, and of another beside it. */
export interface Tree {
  readonly slug: string;
  readonly facts: ExchangeFacts;
  readonly neighbour: { readonly slug: string; readonly facts: ExchangeFacts };
  /** Every file by its path below the content folder. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A damaged file (undefined: deleted) and the line on which the damage must be reported. */
interface Damaged {
  readonly text: string | undefined;
  readonly line: number;
  /** Where the report is expected, if not in the damaged file. */
  readonly reportedIn?: string;
  /** Where the folder goes, if it is renamed, by the new path of the file. */
  readonly movedTo?: string;
  /** Where the file alone goes, if it is renamed. */
  readonly renamedTo?: string;
}

/** The profile in every tree of an exchange that takes new keys. */
export const partnerFile = 'partners/example-bot.yaml';

/** A profile that serves one exchange. */
export function partnerText(slug: string, { permissions }: ExchangeFacts): string {
  const refused = permissions.refusals.map(({ useCase }) => useCase);
  return `name: Example Bot
example: true
does: Trades for its clients.
domains: [bot.example.com]
keyPage: { url: https://bot.example.com/keys }
addresses:
  - address: 203.0.113.10
keyLabel: example-bot
useCase: ${refused.includes('read-only') ? 'spot-trading' : 'read-only'}
exchanges:
  - exchange: ${slug}
fields:
  api-key: Key
  secret: Secret
  passphrase: Passphrase
  memo: Memo
  private-key: Private key
neverAsks: [withdrawal-permission, password, codes]
contact: { email: help@bot.example.com }
languages: [en]
checked: 2026-11-20
`;
}

/** One kind of damage: a pure function of a text. Undefined where it does not apply. */
export interface Kind {
  readonly name: string;
  readonly rule: RuleId;
  /** Name within the folder of the exchange, or a path below the content folder. */
  readonly file:
    | 'guide.mdx'
    | `steps/${string}.mdx`
    | 'exchange.yaml'
    | 'errors.yaml'
    | 'sources.yaml'
    | 'signing.yaml'
    | 'screens.yaml'
    | 'expected.yaml'
    | 'use-cases.yaml'
    | 'redirects.yaml'
    | typeof partnerFile;
  damage(text: string, tree: Tree): Damaged | undefined;
}

export const kinds: readonly Kind[] = [
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
      if (other === undefined) return undefined;
      // The later of the two in the alphabet counts as the copy.
      return slug > neighbour.slug
        ? { text: other, line: titleLine(other) }
        : { text: other, line: titleLine(other), reportedIn: file };
    },
  },
  // Steps
  {
    name: 'a step misspelt in the list',
    rule: 'schema',
    file: 'guide.mdx',
    damage: (text) => replaceAt(text, /(?<=\n {2}- )revoke-key/, 'revoke-keys'),
  },
  {
    name: 'the file of a step misspelt',
    rule: 'step-unknown',
    file: 'steps/revoke-key.mdx',
    damage: (text, { slug }) => ({
      text,
      line: 1,
      renamedTo: `exchanges/${slug}/steps/revoke-keys.mdx`,
    }),
  },
  {
    name: 'the file of a step missing',
    rule: 'step-missing',
    file: 'steps/revoke-key.mdx',
    damage: (_text, { slug, texts }) => {
      const guide = texts.get(`exchanges/${slug}/guide.mdx`) ?? '';
      return {
        text: undefined,
        line: lineAt(guide, guide.indexOf('\n  - revoke-key') + 1),
        reportedIn: `exchanges/${slug}/guide.mdx`,
      };
    },
  },
  {
    name: 'a required step missing in the list',
    rule: 'step-missing',
    file: 'guide.mdx',
    damage: (text) => {
      const damaged = replaceAt(text, / {2}- revoke-key\n/, '');
      return damaged && { ...damaged, line: lineAt(text, text.indexOf('\nsteps:') + 1) };
    },
  },
  {
    name: 'a step twice in the list',
    rule: 'step-repeated',
    file: 'guide.mdx',
    damage: (text) =>
      shifted(
        replaceAt(text, / {2}- revoke-key\n/, (found) => found + found),
        1,
      ),
  },
  {
    name: 'words in the guide itself',
    rule: 'outside-step',
    file: 'guide.mdx',
    damage: (text) => appendLine(text, 'Stray words.'),
  },
  {
    name: 'a step in the guide itself',
    rule: 'outside-step',
    file: 'guide.mdx',
    damage: (text) => appendLine(text, '<Step id="create-subaccount">\n\n1. Wait.\n\n</Step>'),
  },
  // Screens
  {
    name: 'a drawn screen that no step places',
    rule: 'screen-placement',
    file: 'screens.yaml',
    damage: (text) => {
      const first = /(?<=\n {2}- id: ).*/.exec(text)?.[0] ?? '';
      const entry = text.slice(text.indexOf(`  - id: ${first}`)).split(/\n\n? {2}- id: /)[0] ?? '';
      return appendLine(text, entry.trimEnd().replace(first, 'spare-screen'), 1);
    },
  },
  {
    name: 'a step without a screen',
    rule: 'screen-for-step',
    file: 'steps/create-key.mdx',
    damage: (text) => ({
      text: text.replaceAll(/<Screen id="[^"]*" \/>/g, ''),
      line: titleLine(text),
    }),
  },
  {
    name: 'a screen that does not exist',
    rule: 'unknown-screen',
    file: 'steps/create-key.mdx',
    damage: (text) => replaceAt(text, /(?<=<Screen id=")[^"]*/, 'no-such-screen'),
  },
  {
    name: 'a screen placed twice',
    rule: 'screen-placement',
    file: 'steps/create-key.mdx',
    damage: (text) => {
      const damaged = replaceAt(text, /<Screen id="[^"]*" \/>/, (found) => `${found}\n\n${found}`);
      return damaged && { ...damaged, line: damaged.line + 2 };
    },
  },
  {
    name: 'a mark beyond the list of actions',
    rule: 'callout-text',
    file: 'screens.yaml',
    damage: (text) => {
      const damaged = replaceAt(text, /(?<=[mM]ark: )\d/, '9');
      return (
        damaged && {
          ...damaged,
          line: lineAt(text, text.lastIndexOf('\n  - id: ', text.search(/[mM]ark: \d/)) + 1),
        }
      );
    },
  },
  {
    name: 'a missing text alternative',
    rule: 'schema',
    file: 'screens.yaml',
    damage: (text) => {
      const damaged = replaceAt(text, /\n {4}alt: .*/, '');
      return damaged && { ...damaged, line: lineAt(text, text.indexOf('  - id: ')) };
    },
  },
  {
    name: 'the text alternative of another screen',
    rule: 'alt-text',
    file: 'screens.yaml',
    damage: (text) => {
      const first = /(?<=\n {4}alt: ).*/.exec(text)?.[0] ?? '';
      return replaceAt(text, /(?<=\n {4}alt: [\s\S]*\n {4}alt: ).*/, first);
    },
  },
  {
    name: 'a text alternative that names the picture',
    rule: 'alt-text',
    file: 'screens.yaml',
    damage: (text) =>
      replaceAt(text, /(?<=\n {4}alt: ).*/, 'Screenshot of the form with its fields'),
  },
  {
    name: 'a code that stands twice in one entry',
    rule: 'repeated-code',
    file: 'errors.yaml',
    damage: (text) =>
      replaceAt(text, /(?<=\n {4}codes: \[)[^\],]+(?=\])/, (code) => `${code}, ${code}`),
  },
  {
    name: 'a tool that is mentioned twice',
    rule: 'tool-mapping',
    file: 'exchange.yaml',
    damage: (text) => replaceAt(text, /(?<=\n {2}- tool: )freqtrade/, 'ccxt'),
  },
  {
    name: 'two screens of one id',
    rule: 'repeated-id',
    file: 'screens.yaml',
    damage: (text) => {
      const first = /(?<=\n {2}- id: ).*/.exec(text)?.[0] ?? '';
      return replaceAt(text, /(?<=\n {2}- id: [\s\S]*\n {2}- id: ).*/, first);
    },
  },
  {
    name: 'a kind of block that does not exist',
    rule: 'schema',
    file: 'screens.yaml',
    damage: (text) => replaceAt(text, /(?<=- type: ).*/, 'video'),
  },
  {
    name: 'a source of a screen that does not exist',
    rule: 'unknown-source',
    file: 'screens.yaml',
    damage: (text) => replaceAt(text, /(?<=sources: \[)[^\],]*/, 'no-such-source'),
  },
  {
    name: 'a capture that does not exist',
    rule: 'capture-file',
    file: 'guide.mdx',
    damage: (text, { slug, texts }) => {
      const screen = /(?<=\n {2}- id: ).*/.exec(
        texts.get(`exchanges/${slug}/screens.yaml`) ?? '',
      )?.[0];
      if (/^captures:/m.test(text) || screen === undefined) return undefined;
      const entry = `captures:\n  - screen: ${screen}\n    file: ./captures/none.png\n    alt: Type the name and press the button.\n    date: 2026-11-01\n`;
      const damaged = replaceAt(text, /steps:\n/, (found) => entry + found);
      return damaged && { ...damaged, line: damaged.line + 2 };
    },
  },
  // Facts and text
  {
    name: 'a label misspelt in an action',
    rule: 'unknown-label',
    file: 'steps/create-key.mdx',
    damage: (text) => replaceAt(text, /(?<=\n\d+\. [^*\n]*\*\*)[^*]+/, (label) => `${label}q`),
  },
  {
    name: 'a separator that contradicts the facts',
    rule: 'allowlist-text',
    file: 'steps/restrict-ip.mdx',
    damage: (text, { facts }) =>
      facts.allowlist.separator === undefined || facts.allowlist.separator === 'space'
        ? undefined
        : appendLine(text, 'Put a space between two addresses.'),
  },
  {
    name: 'a number of addresses that contradicts the facts',
    rule: 'allowlist-text',
    file: 'steps/restrict-ip.mdx',
    damage: (text, { facts }) =>
      facts.allowlist.most === undefined
        ? undefined
        : appendLine(text, `Enter up to ${facts.allowlist.most + 1} addresses.`),
  },
  {
    name: 'days that contradict the facts',
    rule: 'lifetime-text',
    file: 'steps/test-key.mdx',
    damage: (text, { facts }) =>
      facts.lifetimes.items.length === 0 || facts.lifetimes.items.some(({ days }) => days === 77)
        ? undefined
        : appendLine(text, 'A key without addresses is deleted after 77 days.'),
  },
  {
    name: 'a permission without a capability',
    rule: 'permission-power',
    file: 'exchange.yaml',
    // What is said to be unavoidable must be among them, which another rule tells.
    damage: (text, { facts }) =>
      facts.permissions.items[0]?.unavoidable.length === 0
        ? replaceAt(text, capabilities, 'capabilities: []')
        : undefined,
  },
  {
    name: 'settings that nobody expects',
    rule: 'expected-settings',
    file: 'expected.yaml',
    damage: (text) => {
      const damaged = replaceAt(text, /(?<=\n {2}never: ).*/, '[]');
      return damaged && { ...damaged, line: lineAt(text, text.indexOf('\nread-only:') + 1) };
    },
  },
  {
    name: 'rights that are said to be readable twice',
    rule: 'rights-readable',
    file: 'exchange.yaml',
    damage: (text, { facts }) =>
      facts.signing?.rights === undefined
        ? undefined
        : replaceAt(
            text,
            /(?<=\n)limits:/,
            `rightsReadable: { can: true, sources: [${facts.sources[0]?.id}] }\nlimits:`,
          ),
  },
  {
    name: 'a capability that does not exist',
    rule: 'schema',
    file: 'exchange.yaml',
    damage: (text) => replaceAt(text, capabilities, 'capabilities: [read-minds]'),
  },
  {
    name: 'a use case that nothing serves any more',
    rule: 'unserved-use-case',
    file: 'exchange.yaml',
    damage: (text, { facts }) => {
      if (facts.status.state !== 'active') return undefined;
      if (facts.permissions.refusals.some(({ useCase }) => useCase === 'spot-trading'))
        return undefined;
      const damaged = replaceAt(text, /\ntrade-spot|trade-spot/, 'read-account');
      return (
        damaged && {
          text: text.replaceAll('trade-spot', 'read-account'),
          line: lineAt(text, text.indexOf('\npermissions:') + 1),
        }
      );
    },
  },
  {
    name: 'a permission that does not exist',
    rule: 'unknown-permission',
    file: 'exchange.yaml',
    damage: (text) =>
      shifted(
        replaceAt(
          text,
          /(?<=\nallowlist:\n)/,
          '  required: { when: for-permissions, permissions: [no-such] }\n',
          (rest) => rest.replace(/(?<=\nallowlist:\n.*\n[\s\S]*?) {2}required:\n(?: {4}.*\n)+/, ''),
        ),
        0,
      ),
  },
  {
    name: 'a fact without a source',
    rule: 'schema',
    file: 'exchange.yaml',
    damage: (text) => replaceAt(text, /sources: \[[^\]]*\]/, 'sources: []'),
  },
  {
    name: 'a source that does not exist',
    rule: 'unknown-source',
    file: 'exchange.yaml',
    damage: (text) => replaceAt(text, /(?<=sources: \[)[^\],]*/, 'no-such-source'),
  },
  {
    name: 'two sources of one id',
    rule: 'repeated-id',
    file: 'sources.yaml',
    damage: (text) => {
      const [first = '', second = ''] = text.match(/(?<=^- id: ).*/gm) ?? [];
      return second === ''
        ? undefined
        : replaceAt(text, new RegExp(`(?<=\\n- id: )${second}(?=\\n)`), first);
    },
  },
  {
    name: 'a source read in the future',
    rule: 'future-date',
    file: 'sources.yaml',
    damage: (text) => replaceAt(text, /(?<=checked: ).*/, '2099-01-01'),
  },
  {
    name: 'a source read long ago',
    rule: 'stale-source',
    file: 'sources.yaml',
    damage: (text) => replaceAt(text, /(?<=checked: ).*/, '2020-01-01'),
  },
  {
    name: 'a verification in the future',
    rule: 'future-date',
    file: 'guide.mdx',
    damage: (text) => replaceAt(text, /(?<=\nverification:\n {2}date: ).*/, '2099-01-01'),
  },
  {
    name: 'a group that is missing',
    rule: 'schema',
    file: 'exchange.yaml',
    damage: (text) => {
      const damaged = replaceAt(text, /(?<=\n)credentials:\n(?:(?: .*)?\n)+/, '');
      return damaged && { ...damaged, line: lineAt(text, text.search(/^\w/m)) };
    },
  },
  {
    name: 'a field with a slip',
    rule: 'schema',
    file: 'exchange.yaml',
    damage: (text) => replaceAt(text, /(?<=\n)confirmations:/, 'conformations:'),
  },
  {
    name: 'a value that is none of those allowed',
    rule: 'schema',
    file: 'exchange.yaml',
    damage: (text) => replaceAt(text, /(?<=\n {2}control: ).*/, 'slider'),
  },
  {
    name: 'a recipe that signs with a value that readers do not have',
    rule: 'signing-names',
    file: 'signing.yaml',
    damage: (text) =>
      replaceAt(text, /(?<=\n {4}[\w-]+: |\n {2}body: |\n {2}url: ).*\{key\}.*/, "'{memo}'"),
  },
  {
    name: 'a site that does not exist',
    rule: 'unknown-site',
    file: 'guide.mdx',
    damage: (text) => replaceAt(text, /(?<=\n {2}site: ).*/, 'moon'),
  },
  {
    name: 'a default use case that does not exist',
    rule: 'unknown-use-case',
    file: 'guide.mdx',
    damage: (text) => replaceAt(text, /(?<=\ndefaultUseCase: ).*/, 'moon-trading'),
  },
  {
    name: 'a use case of a passage that does not exist',
    rule: 'unknown-use-case',
    file: 'steps/set-permissions.mdx',
    damage: (text) => replaceAt(text, /(?<=<Only for=")[^"]*/, 'moon-trading'),
  },
  {
    name: 'a text where a number belongs',
    rule: 'schema',
    file: 'guide.mdx',
    damage: (text) => replaceAt(text, /(?<=\nminutes: ).*/, 'ten'),
  },
  // Partners
  inProfile('partner-address', 'an address of a private network', '203.0.113.10', '192.168.0.4'),
  inProfile('partner-address', 'the whole internet as an address', '203.0.113.10', '0.0.0.0/0'),
  {
    name: 'IPv6 or sixty addresses in a profile',
    rule: 'partner-allowlist',
    file: partnerFile,
    damage: (text, { facts }) => {
      const { most, ipv6 } = facts.allowlist;
      if (ipv6 === true && most === undefined) return undefined;
      const more =
        ipv6 === true
          ? Array.from({ length: 60 }, (_, index) => `198.51.100.${index}`)
          : ['2001:db8::10'];
      const lines = more.map((address) => `  - address: ${address}\n`).join('');
      const damaged = replaceAt(text, /(?=keyLabel: )/, lines);
      return (
        damaged && {
          ...damaged,
          line: lineAt(damaged.text, damaged.text.indexOf('  - exchange: ')),
        }
      );
    },
  },
  inProfile(
    'partner-domain',
    'a key page elsewhere',
    'bot.example.com/keys',
    'bot.example.org/keys',
  ),
  inProfile(
    'partner-name',
    'a profile under another name',
    'name: Example Bot',
    'name: Example Robot',
  ),
  inProfile('schema', 'an address with a port in a profile', '203.0.113.10', '203.0.113.10:443'),
  {
    name: 'a profile for an exchange that does not exist',
    rule: 'partner-exchange',
    file: partnerFile,
    damage: (text) => replaceAt(text, /(?<=- exchange: ).*/, 'moon-exchange'),
  },
  {
    name: 'a profile without the field for the key',
    rule: 'partner-field',
    file: partnerFile,
    damage: (text) => {
      const damaged = replaceAt(text, / {2}api-key: .*\n/, '');
      return damaged && { ...damaged, line: damaged.line - 1 };
    },
  },
  {
    name: 'a label in a profile that the exchange does not take',
    rule: 'partner-label',
    file: partnerFile,
    damage: (text, { facts }) => {
      const { longest } = facts.labelField ?? {};
      if (longest === undefined || longest >= 30) return undefined;
      const damaged = replaceAt(text, /(?<=keyLabel: ).*/, 'x'.repeat(30));
      return damaged && { ...damaged, line: lineAt(text, text.indexOf('  - exchange: ')) };
    },
  },
  {
    name: 'a use case in a profile that the exchange refuses',
    rule: 'partner-use-case',
    file: partnerFile,
    damage: (text, { facts }) => {
      const refused = facts.permissions.refusals[0]?.useCase;
      const damaged = refused && replaceAt(text, /(?<=\nuseCase: ).*/, refused);
      return damaged
        ? { ...damaged, line: lineAt(text, text.indexOf('  - exchange: ')) }
        : undefined;
    },
  },
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
        line: lineAt(list, list.indexOf(`/${slug}/#source-${id}\n`)),
        reportedIn: 'permalinks.txt',
      };
    },
  },
  // Redirects
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

/** The path that the redirects of a tree lead to its exchange. */
function formerPath(slug: string): string {
  return `/${slug}-before/`;
}

function redirectLine(from: string, to: string): string {
  return `- { from: ${from}, to: ${to}, why: Former name. }`;
}

/** The redirects of a tree. */
export function redirectsOf(slug: string): string {
  return `${redirectLine(formerPath(slug), `/${slug}/`)}\n`;
}

const firstPermissionLabel = /(?<=\npermissions:\n(?: .*\n)*? {6}label: ).*/;

const capabilities = /capabilities:(?:\s+\[[^\]]*\]|(?:\n\s+- [a-z-]+(?=\n))+)/;

/** Kinds that add a paragraph to a step; the damage is reported on that line. */
function inStep(rule: RuleId, lines: Readonly<Record<string, string>>): Kind[] {
  return Object.entries(lines).map(([name, line]) => ({
    name,
    rule,
    file: 'steps/test-key.mdx',
    // A definition is reported where the address stands.
    damage: (text) => shifted(appendLine(text, line), line.includes('\n\n[there]') ? 2 : 0),
  }));
}

/** A kind that replaces a text of the profile; the damage is reported where it stands. */
function inProfile(rule: RuleId, name: string, find: string, replace: string): Kind {
  return {
    name,
    rule,
    file: partnerFile,
    damage: (text) => ({
      text: text.replace(find, replace),
      line: lineAt(text, text.indexOf(find)),
    }),
  };
}

/** A kind that links from a step to an address made from an official domain. */
function onDomain(name: string, address: (domain: string) => string | undefined): Kind {
  return {
    name: `a link to ${name}`,
    rule: 'link-domain',
    file: 'steps/test-key.mdx',
    damage: (text, { facts }) => {
      const url = address(facts.domains.official[0] ?? '');
      return url === undefined ? undefined : appendLine(text, `See [here](${url}).`);
    },
  };
}

/** The line of the title of a step. */
function titleLine(text: string): number {
  return lineAt(text, text.indexOf('\ntitle: ') + 1);
}

function nameOf(domain: string): string {
  return domain.split('.')[0] ?? domain;
}

/** A known exchange that the one of the tree may not name. */
function strangerOf({ facts }: Tree): string {
  const allowed = [facts.names.name, ...facts.names.former, ...facts.names.others].map((name) =>
    typeof name === 'string' ? name : name.name,
  );
  return ['Bitstamp', 'Phemex', 'Poloniex'].find((name) => !allowed.includes(name)) ?? '';
}

function lineAt(text: string, index: number): number {
  return text.slice(0, Math.max(index, 0)).split('\n').length;
}

/** Replaces the first match; the line is where it starts. Undefined where nothing matches. */
function replaceAt(
  text: string,
  find: RegExp,
  replace: string | ((found: string) => string),
  mendRest: (rest: string) => string = (rest) => rest,
): { text: string; line: number } | undefined {
  const match = find.exec(text);
  if (match === null) return undefined;
  const [found] = match;
  const put = typeof replace === 'string' ? replace : replace(found);
  const rest = text.slice(match.index + found.length);
  return {
    text: mendRest(text.slice(0, match.index) + put + rest),
    line: lineAt(text, match.index),
  };
}

function shifted<Place extends { line: number }>(
  damaged: Place | undefined,
  lines: number,
): Place | undefined {
  return damaged && { ...damaged, line: damaged.line + lines };
}

function insertLine(text: string, line: string, at: number): { text: string; line: number } {
  const lines = text.split('\n');
  return { text: [...lines.slice(0, at), line, ...lines.slice(at)].join('\n'), line: at + 1 };
}

/** Adds a paragraph (or, with `gap` 1, a line) at the end. */
function appendLine(text: string, line: string, gap = 2): { text: string; line: number } {
  const before = text.trimEnd() + '\n'.repeat(gap);
  return { text: `${before}${line}\n`, line: lineAt(before, before.length) };
}

function addOfficial(text: string, domain: string): { text: string; line: number } | undefined {
  return replaceAt(text, /(?<=\n {2}official:\n)(?= {4}- )/, `    - ${domain}\n`);
}
