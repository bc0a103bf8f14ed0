import type { Exchange } from '../../schema/exchange.ts';
import type { Asked } from '../../schema/exchange/further-powers.ts';
import type { Condition, RecipeValue, Signing } from '../../schema/signing.ts';
import type { Capability } from '../../vocabulary/capabilities.ts';
import type { MatrixCell } from '../../derive/record.ts';
import type { RecordGroup } from '../../vocabulary/record-groups.ts';
import { hole, type Sentence, sentence } from '../sentence.ts';
import { can } from './capabilities.ts';
import { all, any, counted, day, row } from './grammar.ts';

/** Words of the record: everything that is known of an exchange, and how it is known. */

type KeyType = Exchange['keyTypes']['items'][number];
type Keyless = NonNullable<Exchange['keyless']>[number];
type Hash = Extract<RecipeValue, { make: 'hash' }>['hash'];

const groups: Record<RecordGroup, string> = {
  sites: 'Sites and addresses',
  'key-page': 'Where keys are made',
  'key-types': 'Kinds of key, and fields of the form',
  permissions: 'Permissions',
  addresses: 'Bound addresses',
  lifetimes: 'When a key ends',
  limits: 'Limits',
  confirmations: 'Before and while you confirm',
  credentials: 'The values to save',
  tools: 'Their names in tools',
  programs: 'For programs',
  'test-environment': 'Test environment',
  questions: 'Questions',
  sources: 'Sources',
  checked: 'How this was checked',
};

const algorithms: Record<KeyType['algorithm'], string> = {
  'hmac-sha256': 'HMAC with SHA-256',
  'hmac-sha384': 'HMAC with SHA-384',
  'hmac-sha512': 'HMAC with SHA-512',
  rsa: 'RSA',
  ed25519: 'Ed25519',
  ecdsa: 'ECDSA',
  oauth: 'OAuth',
  none: 'No signature',
};

const hashes: Record<Hash, string> = {
  md5: 'MD5',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

const units = { seconds: 'in seconds', milliseconds: 'in milliseconds', iso: 'in ISO 8601' };

const forms = {
  plain: 'as it is',
  hex: 'in hexadecimal',
  'upper-hex': 'in hexadecimal with capitals',
  base64: 'in Base64',
  base64url: 'in Base64 for addresses',
  raw: 'as bytes',
};

/** How a value of a request is made; `of` is a text with names of values in it. */
function made(value: RecipeValue): Sentence<'of' | 'with'> {
  switch (value.make) {
    case 'clock':
      return value.plus === undefined
        ? sentence`the time ${units[value.unit]}`
        : sentence`the time ${units[value.unit]}, ${counted(value.plus, { one: '{n} second later', other: '{n} seconds later' })}`;
    case 'counter':
      return sentence`a number that grows with each request, from the time ${units[value.unit]}`;
    case 'random':
      return sentence`${String(value.characters)} random hexadecimal characters`;
    case 'text':
      return sentence`${hole('of')}, ${forms[value.as]}`;
    case 'hash':
      return sentence`${hashes[value.hash]} of ${hole('of')}, ${forms[value.as]}`;
    case 'hmac':
      return value.with === undefined
        ? sentence`HMAC with ${hashes[value.hash]} and the secret, of ${hole('of')}, ${forms[value.as]}`
        : sentence`HMAC with ${hashes[value.hash]} and ${hole('with')} as its key, of ${hole('of')}, ${forms[value.as]}`;
    case 'signature':
      return sentence`a signature (${value.algorithm}) with the private key, of ${hole('of')}, ${forms[value.as]}`;
  }
}

/** What an answer holds; `path` and `value` are as the answer writes them. */
function holds(condition: Condition): Sentence<'path' | 'value'> {
  if (condition.is !== undefined) return sentence`${hole('path')} is ${hole('value')}`;
  if (condition.isNot !== undefined) return sentence`${hole('path')} is not ${hole('value')}`;
  if (condition.lists !== undefined) return sentence`${hole('path')} lists ${hole('value')}`;
  if (condition.absent !== undefined) return sentence`there is no ${hole('path')}`;
  if (condition.items !== undefined)
    return sentence`there is ${hole('path')}, or its list is empty`;
  return sentence`there is ${hole('path')}`;
}

export const record = {
  title: (exchange: string) => `API keys at ${exchange}`,
  pageTitle: (exchange: string) => `API keys at ${exchange}: facts and sources`,
  description: (exchange: string) =>
    `Sites, permissions, addresses, lifetimes, limits and names of API keys at ${exchange}, each with its sources and days.`,
  intro: 'Everything we know, for people who help others and for the curious.',
  formerly: (name: string) => `Formerly ${name}.`,
  formerlyUntil: (name: string, until: string) => `Until ${day(until)}, its name was ${name}.`,
  read: (first: string, last: string) =>
    first === last
      ? `Sources read on ${day(last)}.`
      : `Sources read from ${day(first)} to ${day(last)}.`,
  uses: 'To make a key:',
  errors: 'Errors',
  contents: 'On this page',
  groups,
  basis: 'Sources:',
  /** Before a remark on facts of which sources say different things. */
  differ: 'Sources differ.',
  more: 'More',
  only: (labels: readonly string[]) => `Only for ${all(labels.map((label) => `“${label}”`))}.`,

  names: 'Names',
  nameToday: (name: string) => `${name} today.`,
  status: 'Customers',
  active: 'It takes customers.',
  notToBeMistaken: 'Not the same',
  here: 'The guide walks through this site.',
  apiBase: sentence`API: ${hole('address')}`,
  itsForm: 'Its form',
  sameForm: (site: string) => `A source shows its form to be the same as that of ${site}.`,
  keysStay: 'Keys of one site',
  domains: 'Its domains',
  otherDomains: 'Other domains',
  signIn: 'While you sign in',
  signInAt: sentence`The address bar may show another address of ${hole('address')}`,
  check: 'How to check an address',

  page: 'Address',
  where: 'Way there',
  browser: 'Where',
  browserOnly: 'In a browser only, not in the app.',
  docs: 'Its documentation',
  docsApi: 'API',
  docsHelp: 'Help on keys',
  screens: 'Pictures of the form',
  screensIntro:
    'What was read for each drawing in the guide: the words of the form, and the month of the newest public picture that shows them.',
  seen: (month: string) => `Seen in a picture of ${month}.`,
  described: (month: string) => `A text of ${month} names its labels.`,
  unseen: 'The month is not recorded.',
  labels: (labels: readonly string[]) => `Words: ${row(labels.map((label) => `“${label}”`))}.`,
  notPlaced: 'In no step',

  field: 'Field',
  algorithms,
  choose: 'You can choose it.',
  chooseNot: 'Our guide does not choose it.',
  labelField: 'Name of the key',
  labelExample: sentence`Example: ${hole('example')}`,
  longest: (n: number) =>
    counted(n, { one: 'At most {n} character.', other: 'At most {n} characters.' }),
  characters: {
    'letters-digits': 'Letters and digits only.',
    'letters-digits-hyphens': 'Letters, digits and hyphens only.',
    'letters-digits-underscores': 'Letters, digits and underscores only.',
  },
  keyless: {
    oauth: 'Without a key: the tool gets a token when you sign in.',
    'fast-connect': 'Without a key made by hand: the exchange makes one for the tool.',
  } satisfies Record<Keyless['kind'], string>,

  control: {
    checkbox: 'Each permission is a box.',
    switch: 'Each permission is a switch.',
    role: 'Each permission is a role.',
  } satisfies Record<Exchange['permissions']['control'], string>,
  form: 'The form',
  strongestFirst: 'It shows the strongest level first.',
  matrix: (exchange: string) =>
    `Every permission at ${exchange}, what it lets a key do, and what each use makes of it`,
  permission: 'Permission',
  cells: {
    on: 'on',
    'if-asked': 'if asked',
    off: 'off',
    never: 'never',
    refused: 'not possible',
  } satisfies Record<MatrixCell['state'], string>,
  ifAskedAt: (level: string) => `if asked: ${level}`,
  legend:
    '“If asked”: only where a tool names it. “Never”: it can send money away or make further keys.',
  lets: (set: readonly Capability[]) => `Lets a key ${can(set)}.`,
  atLevel: (set: readonly Capability[]) => sentence`${hole('level')} lets a key ${can(set)}.`,
  moreAtLevel: (set: readonly Capability[]) => sentence`${hole('level')} lets it ${can(set)}, too.`,
  letsNothing: 'Lets a key do nothing that is on our list.',
  nothingAtLevel: sentence`${hole('level')} lets a key do nothing that is on our list.`,
  fixed: 'It is on and cannot be switched off.',
  excludes: (labels: readonly string[]) => `It cannot be on together with ${any(labels)}.`,
  offLabel: (label: string) => `Off is called “${label}”.`,
  unavoidable: (permission: string) => `Comes with ${permission}`,
  unavoidableWhat: (set: readonly Capability[]) =>
    `It lets a key ${can(set)}, and that cannot be switched off.`,
  inShort: (brief: string) => `In short: ${brief}.`,
  asked: (permission: string, by: Asked['by'], name: string) =>
    by === 'exchange' ? `${permission}, in “${name}”` : `${permission}, for ${name}`,
  askedAt: (level: string) => `At “${level}”.`,
  askedPlain: 'Named, although the least set does without it.',
  beyond: 'Beyond the need',
  beyondOf: (useCase: string, set: readonly Capability[]) =>
    `${useCase}: the least set also lets the key ${can(set)}.`,
  refusedUse: (useCase: string) => `${useCase}: not possible`,
  caveat: (useCase: string) => `${useCase}: to know`,
  mode: (label: string) => `Mode: ${label}`,

  allowlist: 'Field',
  allowlistChoice: (bind: string, open: string | undefined) =>
    open === undefined
      ? `“${bind}” binds addresses.`
      : `“${bind}” binds addresses, “${open}” leaves the key open.`,

  endsOn: 'Announced end',
  afterEnd: 'What to do then',
  /** When a fact holds; undefined where it always does. */
  when: (from: string | undefined, until: string | undefined) => {
    if (from !== undefined && until !== undefined) return `From ${from} until ${until}:`;
    if (from !== undefined) return `From ${from} on:`;
    return until === undefined ? undefined : `Until ${until}:`;
  },
  neverEnds: 'By itself',
  whichKeys: { all: 'Every key', bound: 'With addresses', unbound: 'Without addresses' },

  keys: 'Number of keys',
  subaccounts: 'Sub-accounts',
  subaccountKeys: {
    yes: 'They have keys of their own.',
    no: 'They have no keys of their own.',
    disputed: 'Whether they have keys of their own: sources differ.',
  },
  limit: 'Limits',

  have: 'Have ready',
  confirm: 'Confirm',

  delivery: {
    shown: 'Shown to copy.',
    downloaded: 'Downloaded as a file.',
    pasted: 'Made by the reader and pasted in.',
  },
  once: 'It is shown once.',
  /** As a regular expression. */
  valueForm: sentence`Its form: ${hole('pattern')}.`,

  noTools: 'No names in tools are documented.',

  apiBases: 'Base addresses',
  noProgram: 'Signing',
  noProgramWhy: 'We have no recipe for signing at this exchange, and so no test program.',
  kindsSigned: 'Signs for',
  signs: (kinds: readonly string[], sites: readonly string[]) =>
    `Keys of the kind ${any(kinds)}, on ${all(sites)}.`,
  secret: 'Form of the secret',
  secretForms: {
    text: 'Its text, as it is.',
    base64: 'The bytes behind its Base64.',
    pem: 'A private key in PEM.',
    'ec-pem-or-ed25519': 'A private key in PEM (EC), or Ed25519 in Base64.',
  } satisfies Record<Signing['secret'], string>,
  values: 'Made for each request',
  made,
  emptyText: 'an empty text',
  send: 'Sent',
  sendUrl: 'address',
  sendBody: 'body',
  tolerance: 'Clock',
  toleranceBy: (n: number) =>
    counted(n, {
      one: 'It may be wrong by {n} second.',
      other: 'It may be wrong by {n} seconds.',
    }),
  reading: 'Requests that only read',
  proves: (what: string) => sentence`${hole('request')}: proves that ${what}.`,
  unsigned: sentence`${hole('prefix')} stands before the path and is not signed.`,
  succeeds: 'A good answer',
  holds,
  rights: 'Rights of a key',
  rightsFrom: sentence`${hole('request')} returns what the key itself may do.`,
  shows: (permission: string, level: string | undefined) =>
    level === undefined
      ? sentence`${permission} is on: ${hole('when')}`
      : sentence`${permission} is on at ${level}: ${hole('when')}`,
  mayBeSilent: 'The answer may say nothing of it.',
  offValues: sentence`Off: ${hole('values')}`,
  family: sentence`Other rights would stand in ${hole('path')}.`,
  harmless: sentence`Harmless there: ${hole('values')}`,
  boundIn: sentence`Addresses: ${hole('path')}`,
  anyAddress: sentence`Any address: ${hole('values')}`,
  endIn: sentence`Its end: ${hole('path')}`,
  noEnd: sentence`No end: ${hole('values')}`,
  readable: {
    yes: 'A request returns what the key itself may do.',
    no: 'No request returns what the key itself may do.',
  },
  compared: 'Compared with',
  comparedOn: (reference: string, version: string | undefined, date: string) =>
    version === undefined
      ? `${reference}, on ${day(date)}`
      : `${reference} ${version}, on ${day(date)}`,
  noTestEnvironment: 'None is documented.',

  sourcesIntro: (n: number) =>
    counted(n, {
      one: '{n} source, with the day on which it was last read.',
      other: '{n} sources, each with the day on which it was last read.',
    }),
  face: { web: 'in a browser', app: 'in the app' },
  checkedBy: (name: string) => `By ${name}.`,
  checkedAt: (site: string, face: string) => `For ${site}, ${face}.`,
  newerWins:
    'Where sources differ, the guide takes the newer one, or the safer. “Not documented” means that no source says it.',
};
