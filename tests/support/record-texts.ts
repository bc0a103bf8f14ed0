import type { Dictionary } from '../../src/i18n/index.ts';
import { plainSentence } from '../../src/i18n/sentence.ts';
import { type Condition, recipeValueSchema } from '../../src/schema/signing.ts';
import { askers } from '../../src/schema/exchange/further-powers.ts';
import { counts, labels, sets } from './dictionary-samples.ts';

const date = '2026-11-20';
const of = '{method}{path}';

/** A value of each sort that a recipe can make. */
const values = [
  ...(['seconds', 'milliseconds', 'iso'] as const).flatMap((unit) =>
    [{}, { plus: 60 }].map((more) => ({ name: 'timestamp', make: 'clock', unit, ...more })),
  ),
  { name: 'nonce', make: 'counter', unit: 'milliseconds' },
  { name: 'nonce', make: 'random', characters: 32 },
  ...(['plain', 'base64', 'base64url'] as const).map((as) => ({
    name: 'payload',
    make: 'text',
    of,
    as,
  })),
  ...(['md5', 'sha256', 'sha384', 'sha512'] as const).map((hash) => ({
    name: 'digest',
    make: 'hash',
    hash,
    of,
    as: 'upper-hex',
  })),
  { name: 'signature', make: 'hmac', hash: 'sha256', of, as: 'hex' },
  { name: 'signature', make: 'hmac', hash: 'sha256', of, as: 'raw', with: 'derivedKey' },
  { name: 'signature', make: 'signature', algorithm: 'ed25519', of, as: 'base64' },
].map((value) => recipeValueSchema.parse(value));

/** A condition of each sort. */
const conditions: readonly Condition[] = [
  { path: 'code', is: '0' },
  { path: 'code', isNot: '0' },
  { path: 'rights', lists: 'trade' },
  { path: 'error', absent: true },
  { path: 'data.id', there: true },
  { path: 'data.*.id', items: true },
];

/** The functions of a dictionary about records, as in `functionTexts`. */
export const recordTexts = ({ record: t }: Dictionary): Record<string, readonly string[]> => ({
  'record.title': [t.title('Gate')],
  'record.pageTitle': [t.pageTitle('Gate')],
  'record.description': [t.description('Gate')],
  'record.formerly': [t.formerly('Gate.io')],
  'record.formerlyUntil': [t.formerlyUntil('Gate.io', date)],
  'record.read': [t.read(date, date), t.read('2026-10-01', date)],
  'record.only': labels.map(t.only),
  'record.nameToday': [t.nameToday('Gate')],
  'record.sameForm': [t.sameForm('Gate EU')],
  'record.seen': [t.seen('October 2025')],
  'record.labels': labels.map(t.labels),
  'record.longest': counts.map(t.longest),
  'record.matrix': [t.matrix('Gate')],
  'record.ifAskedAt': [t.ifAskedAt('Read Only')],
  'record.lets': sets.map(t.lets),
  'record.atLevel': sets.map((set) => plainSentence(t.atLevel(set))),
  'record.moreAtLevel': sets.map((set) => plainSentence(t.moreAtLevel(set))),
  'record.excludes': labels.map(t.excludes),
  'record.offLabel': [t.offLabel('No access')],
  'record.unavoidable': [t.unavoidable('Trade')],
  'record.unavoidableWhat': sets.map(t.unavoidableWhat),
  'record.inShort': [t.inShort('it can borrow')],
  'record.asked': askers.map((by) => t.asked('Wallet', by, 'Example Bot')),
  'record.askedAt': [t.askedAt('Read Only')],
  'record.beyondOf': sets.map((set) => t.beyondOf('Reading', set)),
  'record.refusedUse': [t.refusedUse('Futures trading')],
  'record.caveat': [t.caveat('Futures trading')],
  'record.mode': [t.mode('Unified Account')],
  'record.allowlistChoice': [undefined, 'Later'].map((open) => t.allowlistChoice('Bind IP', open)),
  'record.signs': labels.map((kinds) => t.signs(kinds, ['Gate', 'Gate EU'])),
  'record.made': values.map((value) => plainSentence(t.made(value))),
  'record.toleranceBy': counts.map(t.toleranceBy),
  'record.proves': [plainSentence(t.proves('it reads balances'))],
  'record.holds': conditions.map((condition) => plainSentence(t.holds(condition))),
  'record.shows': [undefined, 'Read Only'].map((level) => plainSentence(t.shows('Wallet', level))),
  'record.comparedOn': [undefined, '4.5'].map((version) => t.comparedOn('CCXT', version, date)),
  'record.sourcesIntro': counts.map(t.sourcesIntro),
  'record.described': [t.described('May 2026')],
  'record.when': [
    t.when(date, undefined),
    t.when(undefined, date),
    t.when(date, '1 March 2027'),
  ].map(String),
  'record.checkedBy': [t.checkedBy('somebody')],
  'record.checkedAt': [t.checkedAt('Gate', 'in a browser')],
});
