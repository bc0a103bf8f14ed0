import { appendLine, capabilities, lineAt, replaceAt, shifted } from './damage.ts';
import type { Kind } from './kind.ts';

/** Damage to facts, and to texts that go with them. */
export const factKinds: readonly Kind[] = [
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
      const before = text.slice(0, text.search(/\n {2}never: /));
      return (
        damaged && {
          ...damaged,
          line: lineAt(text, before.search(/^[a-z-]+:\n(?![^]*^[a-z-]+:\n)/m)),
        }
      );
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
    name: 'a picture of years ago',
    rule: 'stale-form',
    file: 'screens.yaml',
    damage: (text) => {
      const damaged = replaceAt(text, /(?<=\n {4}alt: )/, 'SEEN');
      return (
        damaged && {
          text: text
            .replaceAll(/\n {4}seen: .*/g, '')
            .replace(/(?=\n {4}alt: )/, '\n    seen: 2020-01'),
          line: damaged.line,
        }
      );
    },
  },
  {
    name: 'a text that holds on no day',
    rule: 'dated-facts',
    file: 'guide.mdx',
    damage: (text) =>
      shifted(
        replaceAt(
          text,
          /(?<=\nchecklist:\n {2}- id: [\w-]+\n {4}text: .*\n)(?! {4}until)/,
          '    from: 2098-01-02\n    until: 2098-01-01\n',
        ),
        1,
      ),
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
];
