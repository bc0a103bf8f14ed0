import { stepIds } from '../../../src/vocabulary/steps.ts';
import { appendLine, inStep, lineAt, replaceAt } from './damage.ts';
import type { Kind } from './kind.ts';

/** Damage to how things hang together: links, titles, labels, lifetimes, tools, sources. */
export const structureKinds: readonly Kind[] = [
  ...inStep('dead-link', {
    'a link to a concept that does not exist': 'See [it](/concepts/no-such/).',
    'a link to an exchange that does not exist': 'See [it](/no-such/).',
    'a link to an anchor that nothing has': 'See [it](#no-such).',
  }),
  ...inStep('heading-order', { 'a heading above the title': '## More' }),
  ...inStep('lifetime-text', {
    'a key that never ends': 'A key never expires, whatever it may do.',
    'days in words': 'After seventy-seven days your key is deleted.',
    months: 'Your key is deleted after fifty months.',
  }),
  ...inStep('allowlist-text', {
    'a number of addresses in words': 'At most ninety-nine addresses fit.',
  }),
  ...(
    [
      ['cidr', 'Ranges are accepted.', 'Ranges are not accepted.'],
      ['ipv6', 'IPv6 addresses work.', 'IPv6 addresses do not work.'],
    ] as const
  ).map(([fact, yes, no]): Kind => ({
    name: `the opposite of "${fact}"`,
    rule: 'allowlist-text',
    file: 'steps/test-key.mdx',
    damage: (text, { facts }) => appendLine(text, facts.allowlist[fact] === true ? no : yes),
  })),
  {
    name: 'addresses that are required, against the facts',
    rule: 'allowlist-text',
    file: 'steps/test-key.mdx',
    damage: (text, { facts }) =>
      facts.allowlist.required?.when === 'always'
        ? appendLine(text, 'Addresses are optional.')
        : appendLine(text, 'Addresses are required.'),
  },
  {
    name: 'a refused use case as the default',
    rule: 'refused-use-case',
    file: 'guide.mdx',
    damage: (text, { facts }) => {
      const refused = facts.permissions.refusals[0]?.useCase;
      return refused === undefined || facts.status.state !== 'active'
        ? undefined
        : replaceAt(text, /(?<=\ndefaultUseCase: ).*/, refused);
    },
  },
  {
    name: 'the title of another step',
    rule: 'repeated-title',
    file: 'steps/revoke-key.mdx',
    damage: (text, { slug, texts }) => {
      const other = texts.get(`exchanges/${slug}/steps/sign-in.mdx`);
      const title = /(?<=\ntitle: ).*/.exec(other ?? '')?.[0];
      return title === undefined ? undefined : replaceAt(text, /(?<=\ntitle: ).*/, title);
    },
  },
  {
    name: 'the label of the permission above',
    rule: 'repeated-label',
    file: 'exchange.yaml',
    damage: (text, { facts }) => {
      const [first, second] = facts.permissions.items;
      if (first === undefined || second === undefined || first.group !== second.group)
        return undefined;
      const start = text.indexOf('\npermissions:');
      const damaged = replaceAt(
        text.slice(start),
        new RegExp(`(?<=\\n {4}- id: ${second.id}\\n {6}label: ).*`),
        first.label,
      );
      return (
        damaged && {
          text: text.slice(0, start) + damaged.text,
          line: damaged.line + lineAt(text, start) - 1,
        }
      );
    },
  },
  {
    name: 'a lifetime that another one leaves nothing of',
    rule: 'lifetime-overlap',
    file: 'exchange.yaml',
    damage: (text, { facts }) => {
      const [first] = facts.lifetimes.items;
      if (first === undefined) return undefined;
      const twin = `    - { id: twin, keys: all, days: 1, from: ${first.from}, effect: deleted }\n`;
      const damaged = replaceAt(text, /(?<=\nlifetimes:\n {2}items:\n)(?= {4}- id: )/, twin);
      return (
        damaged && {
          ...damaged,
          line: lineAt(
            damaged.text,
            damaged.text.indexOf(`days: ${first.days}`, damaged.text.indexOf(twin) + twin.length),
          ),
        }
      );
    },
  },
  {
    name: 'a cause whose step the guide lacks',
    rule: 'cause-step',
    file: 'errors.yaml',
    damage: (text, { slug, texts }) => {
      const guide = texts.get(`exchanges/${slug}/guide.mdx`) ?? '';
      const absent = stepIds.find((id) => !guide.includes(`\n  - ${id}\n`));
      return absent === undefined ? undefined : replaceAt(text, /(?<=\n +step: ).*/, absent);
    },
  },
  {
    name: 'the id of another exchange in a tool',
    rule: 'tool-id',
    file: 'exchange.yaml',
    damage: (text, { neighbour }) =>
      replaceAt(text, /(?<=\n {4}ids:\n {6}- (?:\{ )?id: )\w+/, neighbour.slug.replaceAll('-', '')),
  },
  ...(['closing-day', 'day-passed'] as const).map((rule): Kind => ({
    name: `a day of closing that is long past (${rule})`,
    rule,
    file: 'exchange.yaml',
    damage: (text) => replaceAt(text, /(?<=\n {2}state: closing\n {2}date: ).*/, '2020-01-31'),
  })),
  {
    name: 'an official page that is said to be of the press',
    rule: 'source-kind',
    file: 'sources.yaml',
    damage: (text) => replaceAt(text, /(?<=\n {2}kind: )official-(?:api|help)/, 'press'),
  },
  {
    name: 'an official page with another publisher',
    rule: 'source-kind',
    file: 'sources.yaml',
    damage: (text) =>
      replaceAt(
        text,
        /(?<=\n {2}publisher: ).*(?=\n {2}url: .*\n {2}checked: .*\n {2}kind: official-(?:api|help))/,
        'Contoso',
      ),
  },
  {
    name: 'a source that nothing rests on',
    rule: 'unused-source',
    file: 'sources.yaml',
    damage: (text) => {
      const first = /(?<=^- id: ).*/m.exec(text)?.[0] ?? '';
      const entry = text.slice(text.indexOf(`- id: ${first}`)).split(/\n(?=- id: )/)[0] ?? '';
      return appendLine(text, entry.trimEnd().replace(first, 'spare-source'), 1);
    },
  },
  {
    name: 'the path of an API twice',
    rule: 'api-base',
    file: 'exchange.yaml',
    damage: (text) =>
      replaceAt(text, /(?<=\n {6}apiBase: ).*/, (url) => `${url.replace(/\/$/, '')}/api/v9/api/v9`),
  },
  {
    name: 'a use case without a request',
    rule: 'request-missing',
    file: 'signing.yaml',
    damage: (text, { facts }) => {
      if (facts.signing === undefined || facts.signing.rights !== undefined) return undefined;
      return {
        text: text.replaceAll(/(?<=\n {4}useCases: ).*/g, '[read-only]'),
        line: lineAt(text, text.indexOf('\nreading:') + 1),
      };
    },
  },
  {
    name: 'a status of HTTP as a code',
    rule: 'error-kind',
    file: 'errors.yaml',
    damage: (text) =>
      replaceAt(text, /(?<=\n {4}codes: \[)(?=[^\]]*\]\n {4}(?!messages))/, "'503', "),
  },
  {
    name: 'an error of another kind than its causes',
    rule: 'error-kind',
    file: 'errors.yaml',
    damage: (text, { facts }) => {
      const entry = facts.troubleshooting.find(
        ({ kinds, causes }) =>
          kinds?.length === 1 && causes.every(({ step }) => step === 'restrict-ip'),
      );
      if (entry?.kinds === undefined) return undefined;
      const start = text.indexOf(`- id: ${entry.id}\n`);
      const damaged = replaceAt(text.slice(start), /(?<=\n {4}kinds: \[)[\w-]+/, 'clock');
      return (
        damaged && {
          text: text.slice(0, start) + damaged.text,
          line: damaged.line + lineAt(text, start) - 1,
        }
      );
    },
  },
  {
    name: 'the fields of a tool exchanged',
    rule: 'swapped-name',
    file: 'exchange.yaml',
    damage: (text) => replaceAt(text, /(?<=[ {]api-key: )apiKey\b/, 'secret'),
  },
  {
    name: 'a number that no exchange has',
    rule: 'schema',
    file: 'exchange.yaml',
    damage: (text) => replaceAt(text, /(?<=\n {2}most: )\d+/, '1000000'),
  },
  {
    name: 'a clock that may be years wrong',
    rule: 'schema',
    file: 'signing.yaml',
    damage: (text) => replaceAt(text, /(?<=\ntolerance: ).*/, '99999999'),
  },
  {
    name: 'a walk-through of nobody',
    rule: 'schema',
    file: 'guide.mdx',
    damage: (text) => {
      const damaged = replaceAt(text, /(?<=\n {2}method: )documentation/, 'live-account');
      return damaged && { ...damaged, line: lineAt(text, text.indexOf('\nverification:') + 1) };
    },
  },
];
