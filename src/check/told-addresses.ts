import type { Allowlist } from '../schema/exchange.ts';
import { numberOf, numberPattern } from './amounts.ts';

/**
 * What a sentence says of binding a key to addresses, read as plain English. Addresses of
 * wallets and of e-mail have their word before them, and are no addresses here.
 */

const addresses = String.raw`(?:IPv?[46]?[ -]|internet |trusted |fixed |bound |single |different |listed )*(?:addresses|IPs|entries)`;

const mostPatterns = [
  String.raw`\b(?:up to|at most|no more than|not more than|a maximum of|maximum|max\.?|only|as many as)\s+(${numberPattern})\s+${addresses}\b(?!\s+(?:that|which|whose|of)\b)`,
  String.raw`\b(${numberPattern})\s+${addresses}\s+(?:at (?:the )?most|per key|a key|for each key|in all|and no more|is the (?:limit|most|maximum)|fit|are (?:the most|possible|allowed|taken|accepted))\b`,
  String.raw`\b(?:takes?|accepts?|allows?|holds?|limit(?:ed)? (?:is|of|to)|space for|room for|list|enter)\s+(?:you\s+)?(?:only\s+)?(${numberPattern})\s+${addresses}\b`,
].map((source) => new RegExp(source, 'giu'));

const boundless = new RegExp(
  String.raw`\b(?:any number of|unlimited|countless|as many)\s+${addresses}\b|\bno limit (?:on|to|for) (?:the )?${addresses}\b`,
  'giu',
);

/** How many addresses at most a sentence says that a key takes; none where it says nothing; infinitely many are a number too. */
export function toldMost(sentence: string): { text: string; number: number }[] {
  const without = [...sentence.matchAll(boundless)].map(([text]) => ({
    text,
    number: Number.POSITIVE_INFINITY,
  }));
  const found = mostPatterns.flatMap((pattern) =>
    [...sentence.matchAll(pattern)].flatMap(({ 0: text, 1: written = '' }) => {
      const number = numberOf(written);
      return number === undefined ? [] : [{ text, number }];
    }),
  );
  const all = [...found, ...without];
  return all.filter(
    ({ number }, index) => all.findIndex((other) => other.number === number) === index,
  );
}

/** A sentence that says nothing for certain, or of some cases only. */
const uncertain =
  /\b(?:whether|if|unless|where|when|may|might|some|sometimes|certain|not documented|undocumented|only for|for permissions?|which|with)\b|\?/iu;

interface Claim {
  readonly text: string;
  readonly says: boolean;
}

const someAddress = String.raw`(?:(?:an?|one|at least one|your|the|bound|listed|fixed|trusted|IP) )*(?:IP )?(?:addresses|address|allow ?list|whitelist)`;
const mustHave = new RegExp(
  [
    String.raw`\b${someAddress}\s+(?:is|are)\s+(?:\w+\s+)?(?:required|mandatory|compulsory|obligatory|needed|a must)\b`,
    String.raw`\b${someAddress}\s+(?:must|has to|have to)\s+be\s+(?:bound|entered|listed|set|given|added|filled in)\b`,
    String.raw`\b(?:a|the|your|every|each|any)\s+(?:API\s+)?key\s+(?:needs|requires|must have|has to have|must be bound to)\s+${someAddress}\b`,
    String.raw`\b(?:you must|you have to|the form (?:requires|demands|makes you)|is obliged to)\s+(?:bind|enter|list|give|set|add|type)?\s*${someAddress}\b`,
    String.raw`\b(?:no key|cannot (?:make|create) a key)\s+without\s+${someAddress}\b`,
  ].join('|'),
  'iu',
);
const mayLack = new RegExp(
  [
    String.raw`\b${someAddress}\s+(?:is|are)\s+(?:optional|voluntary|(?:not|never)\s+(?:required|mandatory|needed|compulsory|obligatory))\b`,
    String.raw`\b${someAddress}\s+(?:do(?:es)? not|don['’]t|need not)\s+(?:have to )?be\s+(?:bound|entered|listed|set|given|added)\b`,
    String.raw`\b(?:a|the|your|every|each|any)\s+(?:API\s+)?key\s+(?:needs|requires)\s+no\s+(?:IP\s+)?address(?:es)?\b`,
    String.raw`\bbinding\s+(?:\w+\s+)?(?:is|stays)\s+(?:optional|voluntary)\b`,
  ].join('|'),
  'iu',
);

/** Whether a sentence says for every key that addresses must be bound; undefined where it says neither. */
export function toldRequired(sentence: string): Claim | undefined {
  if (uncertain.test(sentence)) return undefined;
  const free = mayLack.exec(sentence)?.[0];
  if (free !== undefined) return { text: free, says: false };
  const must = mustHave.exec(sentence)?.[0];
  if (must === undefined || /\b(?:no|not|never|nor)\b/iu.test(must)) return undefined;
  return { text: must, says: true };
}

const kinds = {
  cidr: String.raw`(?:(?:address |IP )?ranges|a range|(?:address |network )?blocks|subnets|CIDR(?: (?:notation|ranges|blocks))?|network segments)`,
  ipv6: String.raw`(?:IPv6(?: addresses)?)`,
} as const satisfies Record<string, string>;

const verbs = String.raw`(?:work|works|accepted|supported|taken|allowed|possible|valid|recognised|fine|used|entered|bound|typed|pasted)`;
const taking = String.raw`(?:takes?|accepts?|supports?|allows?|understands?|enter|type|use)`;

const takenPatterns = { cidr: takenPattern(kinds.cidr), ipv6: takenPattern(kinds.ipv6) } as const;

function takenPattern(what: string): RegExp {
  return new RegExp(
    [
      String.raw`\b${what}(?:\s+(?:and|or|,)\s+[\w ]{1,30}?)?\s+(?:(?<no1>do(?:es)? not|don['’]t|cannot|never|will not)\s+(?:be\s+)?|(?:are|is)\s+(?:also |all )?(?:(?<no2>not|never|un)\s?)?|can (?:also )?be\s+|also )?(?:${verbs}|(?<no3>refused|rejected|unsupported|forbidden|impossible))\b`,
      String.raw`\b(?<no4>does not |do not |don['’]t |cannot |never |will not )?${taking}\s+(?:both |also |single addresses and |addresses and |IPv4 and |(?<no5>no )|(?<no6>neither ))*${what}(?!\s+(?:is|are|do|does)\b)\b`,
      String.raw`\b(?<no7>no)\s+${what}\b`,
    ].join('|'),
    'iu',
  );
}

/** Whether a sentence says that ranges, or IPv6 addresses, are taken; undefined where it says neither. */
export function toldTaken(sentence: string, kind: keyof typeof kinds): Claim | undefined {
  if (uncertain.test(sentence)) return undefined;
  const match = takenPatterns[kind].exec(sentence);
  if (match === null) return undefined;
  const denied = Object.values(match.groups ?? {}).some((no) => no !== undefined);
  return { text: match[0], says: !denied };
}

/** Whether a sentence may say anything of addresses: most do not, and are left alone. */
export function speaksOfAddresses(sentence: string): boolean {
  return /address|\bIP|ranges?\b|CIDR|subnets|blocks|segments|entries|allow ?list|whitelist|binding|between|separated|\bline\b/i.test(
    sentence,
  );
}

/** What the facts know of taking something, in words for messages. */
export function inFacts(known: Allowlist['cidr']): string {
  if (known === undefined) return 'that is not documented';
  if (known === 'disputed') return 'sources disagree';
  return known ? 'they are taken' : 'they are not taken';
}
