import type { ExchangeFacts } from '../../../src/schema/exchange.ts';
import type { RuleId } from '../../../src/check/rules/index.ts';

/** The texts of one exchange, and of another beside it. */
export interface Tree {
  readonly slug: string;
  readonly facts: ExchangeFacts;
  readonly neighbour: { readonly slug: string; readonly facts: ExchangeFacts };
  /** Every file by its path below the content folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths of files that are no texts. */
  readonly others: ReadonlySet<string>;
}

/** A damaged file (undefined: deleted) and the line on which the damage must be reported. */
export interface Damaged {
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
    | 'expected.yaml'
    | 'screens.yaml'
    | 'expected.yaml'
    | 'use-cases.yaml'
    | 'redirects.yaml'
    | 'domains.yaml'
    | 'names.yaml'
    | 'permalinks.txt'
    | 'requests.yaml'
    | typeof partnerFile;
  damage(text: string, tree: Tree): Damaged | undefined;
}
