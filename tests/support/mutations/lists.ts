import { appendLine, inStep, replaceAt } from './damage.ts';
import type { Kind } from './kind.ts';

/** Damage to the reviewed lists, and to what they allow. */
export const listKinds: readonly Kind[] = [
  ...inStep('never-on', {
    'a sentence that switches withdrawals on': 'Then enable withdrawals for a minute.',
    'a sentence that turns payments on': 'Turn the box for payments on.',
  }),
  ...inStep('people-to-call', {
    'a telephone number': 'Call +44 20 7946 0958.',
    'a name in a chat': 'Ask @exchange_help.',
    'a request for the secret': 'Send your secret to support.',
    'an address to pay to': 'Pay to 0x52908400098527886E0F7030069857D2E4169EE7.',
  }),
  {
    name: 'a recipe that orders',
    rule: 'reviewed-request',
    file: 'signing.yaml',
    damage: (text) => replaceAt(text, /(?<=\n +path: )\/.*/, '/v2/order'),
  },
  {
    name: 'a recipe with a request that nobody reviewed',
    rule: 'reviewed-request',
    file: 'signing.yaml',
    damage: (text) => replaceAt(text, /(?<=\n +path: )\/.*/, '//evil.app/balances'),
  },
  {
    name: 'a reviewed request that no recipe sends',
    rule: 'reviewed-request',
    file: 'requests.yaml',
    damage: (text, { slug }) =>
      appendLine(
        text,
        `- { exchange: ${slug}, method: GET, path: /v9/withdrawals, why: It reads. }`,
        1,
      ),
  },
  {
    name: 'an exchange with a guide among those without',
    rule: 'known-name',
    file: 'names.yaml',
    damage: (text, { facts }) => appendLine(text, `- name: ${facts.names.name}`, 1),
  },
  ...[
    ['a domain that nobody reviewed', 'exchange-support.example'],
    ['a host that anybody uses', 'google.com'],
    ['pages that anybody makes', 'exchange.pages.dev'],
  ].map(([name = '', domain = '']): Kind => ({
    name: `${name} as an official one`,
    rule: 'official-domain',
    file: 'exchange.yaml',
    damage: (text) => replaceAt(text, /(?<=\n {2}official:(?: \[|\n {4}- ))[\w.-]+/, domain),
  })),
  {
    name: 'a domain that looks like one of another exchange, as an official one',
    rule: 'official-domain',
    file: 'exchange.yaml',
    damage: (text, { neighbour }) =>
      replaceAt(
        text,
        /(?<=\n {2}official:(?: \[|\n {4}- ))[\w.-]+/,
        `my-${neighbour.facts.domains.official[0] ?? ''}`,
      ),
  },
  {
    name: 'a reviewed domain twice',
    rule: 'schema',
    file: 'domains.yaml',
    damage: (text) => {
      const line = '- { domain: repeated.example, why: Again. }';
      return appendLine(`${text}\n${line}\n`, line, 1);
    },
  },
];
