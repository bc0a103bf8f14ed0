import type { Content, ExchangeFolder } from '../../content/content.ts';
import { isPublished } from '../../content/layout.ts';
import type { Allowlist } from '../../schema/exchange.ts';
import type { Finding, Rule } from '../rule.ts';
import { type Statement, statementsAbout } from '../statements.ts';
import {
  inFacts,
  speaksOfAddresses,
  toldMost,
  toldRequired,
  toldTaken,
} from '../told-addresses.ts';

type Separator = NonNullable<Allowlist['separator']>;

/** How a text tells what stands between two addresses. */
const wordings: readonly { separators: readonly Separator[]; pattern: RegExp }[] = [
  {
    separators: ['comma'],
    pattern: /\b(?:comma between|separated (?:by|with) (?:a )?commas?|commas? between)/i,
  },
  {
    separators: ['semicolon'],
    pattern: /\b(?:semicolon between|separated (?:by|with) (?:a )?semicolons?)/i,
  },
  { separators: ['space'], pattern: /\b(?:a space between|separated (?:by|with) (?:a )?spaces?)/i },
  {
    separators: ['newline', 'one-per-field'],
    pattern:
      /\b(?:one (?:address )?(?:per|a|on each) line|each (?:address )?on (?:a line of its own|its own line)|a new line between)/i,
  },
];

export const allowlistText: Rule = {
  meaning:
    'What a text says of binding a key to addresses is what the facts have: the separator (in the step about addresses) and, everywhere, how many addresses, whether they are required, and whether ranges and IPv6 are taken.',
  mend: 'Correct the text, or the facts with their source.',
  example: 'most: 20 — and in an answer: "Ten addresses at most."',
  check: (content) => content.exchanges.flatMap((exchange) => findingsOf(exchange, content)),
};

type Fault = Pick<Finding, 'message' | 'help'>;

function findingsOf(exchange: ExchangeFolder, content: Content): Finding[] {
  const { slug, facts } = exchange;
  if (facts?.value === undefined || !isPublished(slug)) return [];
  const { allowlist } = facts.value;
  const statements = statementsAbout(exchange, content).filter(({ sentence }) =>
    speaksOfAddresses(sentence),
  );
  return statements.flatMap((statement) =>
    [
      ...(statement.step === 'restrict-ip'
        ? separatorFaults(statement.sentence, allowlist, facts.path)
        : []),
      ...(statement.group === 'allowlist' && reported.test(statement.sentence)
        ? []
        : factFaults(statement, allowlist, facts.path)),
    ].map((fault) => ({ ...statement.place(), ...fault })),
  );
}

/** In its own note, the group says who says something else, and of which keys. */
const reported =
  /\b(?:older|earlier|former|sub-?accounts?|says?|said|allows|documents?|help page|docs|program)\b/iu;
const whenRequired = {
  never: 'they are never required',
  always: 'they are always required',
  'for-permissions': 'they are required for some permissions',
  'for-key-types': 'they are required for some kinds of key',
  unknown: 'it is not documented whether they are required',
} as const;
const help = 'Correct the one that is wrong.';

function separatorFaults(sentence: string, { separator }: Allowlist, path: string): Fault[] {
  const told = wordings.find(({ pattern }) => pattern.test(sentence));
  return told === undefined || separator === undefined || told.separators.includes(separator)
    ? []
    : [
        {
          message: `The text says "${told.pattern.exec(sentence)?.[0] ?? ''}", but the separator in ${path} is "${separator}".`,
          help,
        },
      ];
}

function factFaults({ sentence }: Statement, allowlist: Allowlist, path: string): Fault[] {
  const { most, required } = allowlist;
  const must = toldRequired(sentence);
  const isRequired =
    required?.when === 'always' ? true : required?.when === 'never' ? false : required?.when;
  return [
    ...toldMost(sentence)
      .filter(({ number }) => number !== most)
      .map(({ text, number }) => ({
        message:
          most === undefined
            ? `The text says ${told(text, number)}, but ${path} has no number.`
            : `The text says ${told(text, number)}, but ${path} says ${most}.`,
        help,
      })),
    ...(must === undefined || must.says === isRequired
      ? []
      : [
          {
            message: `The text says "${must.text}" of every key, but by ${path} ${whenRequired[required?.when ?? 'unknown']}.`,
            help: 'Say of which keys it holds, or correct the facts with their source.',
          },
        ]),
    ...(['cidr', 'ipv6'] as const).flatMap((kind) => {
      const told = toldTaken(sentence, kind);
      const isReported = allowlist[kind] === 'disputed' && /\bsays?\b/i.test(sentence);
      return told === undefined || told.says === allowlist[kind] || isReported
        ? []
        : [
            {
              message: `The text says "${told.text}", but by "${kind}" in ${path} ${inFacts(allowlist[kind])}.`,
              help,
            },
          ];
    }),
  ];
}

function told(text: string, number: number): string {
  return Number.isFinite(number) ? `${number} addresses` : `"${text}"`;
}
