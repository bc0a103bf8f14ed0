import type { Allowlist } from '../../schema/exchange.ts';
import type { PermissionRow } from '../../derive/permission-settings.ts';
import type { SetBox, SettingsAction } from '../../derive/settings-action.ts';
import { label, never, phrase, type Phrase } from '../phrase.ts';
import { hole, sentence } from '../sentence.ts';
import { all, allOf, any, counted, day } from './grammar.ts';

/** Words of the path: what the reader does, as short as it can be said. */

type Control = SettingsAction['control'];

const labels = (texts: readonly string[]): Phrase => allOf(texts.map((text) => [label(text)]));
const nevers = (texts: readonly string[]): Phrase => allOf(texts.map((text) => [never(text)]));
const boxes = (set: readonly SetBox[]): Phrase =>
  allOf(
    set.map((box) =>
      box.level === undefined
        ? [label(box.label)]
        : phrase`${label(box.label)} at ${label(box.level)}`,
    ),
  );

const switchOn: Record<Control, (set: Phrase) => Phrase> = {
  checkbox: (set) => phrase`Tick ${set}.`,
  switch: (set) => phrase`Switch on ${set}.`,
  role: (set) => phrase`Choose ${set}.`,
};

const onlyThese: Record<Control, string> = {
  checkbox: 'Tick only:',
  switch: 'Switch on only:',
  role: 'Choose only:',
};

const fixedOn = (fixed: readonly string[]): Phrase =>
  fixed.length === 1
    ? phrase`${labels(fixed)} is on already.`
    : phrase`${labels(fixed)} are on already.`;

const seeOn = (keep: readonly string[]): Phrase =>
  keep.length === 1
    ? phrase`See that ${labels(keep)} is on.`
    : phrase`See that ${labels(keep)} are on.`;

/** Of roles, nobody can tell beforehand whether one takes the place of another. */
const clearFrom: Record<Control, (clear: Phrase) => Phrase> = {
  checkbox: (clear) => phrase`Untick ${clear}.`,
  switch: (clear) => phrase`Switch off ${clear}.`,
  role: (clear) => phrase`See that ${clear} is off.`,
};

const others: Record<
  Control,
  { all: string; above: (set: Phrase) => Phrase; these: (set: Phrase) => Phrase }
> = {
  checkbox: {
    all: 'Leave every other box empty.',
    above: (set) => phrase`Leave every other box empty, above all ${set}.`,
    these: (set) => phrase`Leave ${set} empty.`,
  },
  switch: {
    all: 'Leave every other switch off.',
    above: (set) => phrase`Leave every other switch off, above all ${set}.`,
    these: (set) => phrase`Leave ${set} off.`,
  },
  role: {
    all: 'Choose no other role.',
    above: (set) => phrase`Choose no other role, never ${set}.`,
    these: (set) => phrase`Never choose ${set}.`,
  },
};

const between: Record<NonNullable<Allowlist['separator']>, string> = {
  comma: 'a comma between two, no space',
  newline: 'each on a line of its own',
  space: 'a space between two',
  semicolon: 'a semicolon between two, no space',
  'one-per-field': 'each into a field of its own',
};

export const path = {
  title: (exchange: string, purpose: string) => `${exchange} API key ${purpose}`,
  /** The first key of a partner is the usual one: only those after it are told apart by number. */
  titleFor: (exchange: string, partner: string, key: number) =>
    `${exchange} API key${key > 1 ? ` ${key}` : ''} for ${partner}`,
  /** Of a guide for another site of the exchange. */
  titleAt: (title: string, host: string) => `${title}, on ${host}`,
  keyOf: (n: number, of: number) => `Key ${n} of ${of}`,
  nextKey: (n: number) => `Then make key ${n}`,
  /** Number of steps, minutes, and where it works. */
  meta: (steps: number, minutes: number) => [
    counted(steps, { one: '{n} step', other: '{n} steps' }),
    counted(minutes, { one: 'about {n} minute', other: 'about {n} minutes' }),
  ],
  device: {
    computer: 'best on a computer',
    browser: 'in a browser, not in the app',
    app: 'in a browser or the app',
    inApp: 'in the app',
  },
  addressBar: (exchange: string) =>
    sentence`On ${exchange}, your address bar must always say ${hole('host')}`,
  /** Where the exchange leads from one host of its own to another on the way. */
  addressBars: (exchange: string) =>
    sentence`On ${exchange}, your address bar must always say one of these: ${hole('host')}`,
  /** Where another subdomain shows for as long as readers sign in. */
  addressSignIn: (exchange: string, domain: string) =>
    sentence`On ${exchange}, your address bar must say ${hole('host')} or, while you sign in, another address of ${domain}.`,
  phones: 'Phones hide “www.”',
  neverAsks: (partner: string) => `${partner} never asks for withdrawal.`,
  notFor: (purpose: string) => `Not ${purpose}?`,
  skip: 'Skip to step 1',
  ready: 'Have ready',
  readyPartner: (partner: string) => `Your sign-in at ${partner}`,
  readyAddresses: 'Your tool’s IP addresses, from its own website',
  readyValues: (n: number) =>
    counted(n, {
      one: 'A password manager, for {n} value',
      other: 'A password manager, for {n} values',
    }),
  /** What the fold below what to have ready answers. */
  elsewhere: ({ sites, subaccount }: { readonly sites: boolean; readonly subaccount: boolean }) =>
    [
      ...(sites ? ['Another country?'] : []),
      ...(subaccount ? ['A sub-account?'] : []),
      ...(sites && subaccount ? [] : ['Something missing?']),
    ].join(' '),
  /** In that fold: the way to the row for a key of a sub-account. */
  subaccount: sentence`Is the key to be one of a sub-account? First: ${hole('step')}.`,
  sites: (exchange: string, n: number) =>
    counted(n, {
      one: `${exchange} has {n} site.`,
      other: `${exchange} has {n} sites.`,
    }),
  sitesKeys: 'Make the key on the one where your account is; it works only there.',
  siteHere: (site: string, host: string) => `${site}: ${host} (this guide)`,
  site: (site: string, host: string) => `${site}: ${host}`,
  siteWithout: (site: string, host: string) => `${site}: ${host} (no guide yet)`,
  sitesPartner: (partner: string) =>
    `${partner} takes keys of the first one. Is your account on another? Ask ${partner} before you go on.`,
  why: 'Looks different? Why this?',
  howWeKnow: 'How we know',
  formDiffers: 'My form looks different',
  allSteps: 'All steps',
  stepsLabel: 'Steps',
  previous: 'Previous step',
  next: 'Next step',
  before: 'Before step 1',
  stepAt: (total: number) => `Step {n} of ${total}`,
  after: 'After the last step',
  step: (n: number) => `Step ${n}`,

  keyLabel: (field: string): Phrase => phrase`In ${label(field)}, type the name of your tool.`,
  keyLabelPartner: (field: string): Phrase => phrase`Paste this into ${label(field)}:`,
  addresses: (
    field: string,
    bind: string | undefined,
    separator: Allowlist['separator'],
  ): Phrase => {
    const how = separator === undefined ? '' : `: ${between[separator]}`;
    return bind === undefined
      ? phrase`Under ${label(field)}, paste your tool’s addresses${how}.`
      : phrase`Under ${label(field)}, choose ${label(bind)}. Paste your tool’s addresses${how}.`;
  },
  addressesPartner: (field: string, bind: string | undefined): Phrase =>
    bind === undefined
      ? phrase`Paste these into ${label(field)}:`
      : phrase`Under ${label(field)}, choose ${label(bind)}. Paste these:`,
  /** Everything to set, as sentences; what does not fit into one is a list after `only`. */
  settings: (action: SettingsAction): { first: Phrase; list: Phrase[]; last: Phrase[] } => {
    const { control, set, fixed, keep, clear, none, never: out, othersStayOff } = action;
    const rest = others[control];
    const last: Phrase[] = [
      ...(fixed.length === 0 ? [] : [fixedOn(fixed)]),
      ...(keep.length === 0 ? [] : [seeOn(keep)]),
      ...(clear.length === 0 ? [] : [clearFrom[control](labels(clear))]),
      ...none.map((box) => phrase`Set ${never(box.label)} to ${label(box.level ?? '')}.`),
      ...(othersStayOff
        ? [out.length === 0 ? [rest.all] : rest.above(nevers(out))]
        : out.length === 0
          ? []
          : [rest.these(nevers(out))]),
    ];
    return {
      first:
        set.length === 0
          ? []
          : control === 'role' && none.length > 0 && set.every(({ level }) => level !== undefined)
            ? phrase`Set ${allOf(set.map((box) => phrase`${label(box.label)} to ${label(box.level ?? '')}`))}.`
            : switchOn[control](boxes(set)),
      list: set.map((box) => boxes([box])),
      last,
    };
  },
  onlyThese,
  ifAsked: (set: readonly SetBox[]): Phrase =>
    phrase`Only if your tool asks for it: ${boxes(set)}.`,
  unavoidable: (boxLabels: readonly string[], powers: readonly string[]): Phrase =>
    phrase`${labels(boxLabels)} always includes ${all(powers)}. Go on only if you accept that.`,
  credentials: (
    shown: readonly string[],
    files: readonly string[],
    own: readonly string[],
  ): Phrase => {
    const beside = own.length === 0 ? '' : phrase`, beside ${labels(own)}`;
    if (shown.length === 0) return phrase`Download ${labels(files)} into your password manager.`;
    return files.length === 0
      ? phrase`Copy ${labels(shown)} into your password manager${beside}.`
      : phrase`Copy ${labels(shown)} and download ${labels(files)} into your password manager${beside}.`;
  },

  done: 'Your key is made',
  doneFor: 'Your key is made. Hand it over',
  doneOpen: (values: readonly string[]): Phrase =>
    phrase`Open your tool’s own settings page, and paste ${labels(values)} there.`,
  doneSign: 'Wait until it shows your balances. Then the key works.',
  doneType: 'Type this address yourself, and sign in:',
  /** What to choose there, one after the other. */
  doneChoose: (where: readonly string[]): Phrase => [
    'Open ',
    ...where.flatMap((text, index) => (index === 0 ? [label(text)] : [', then ', label(text)])),
    '.',
  ],
  donePaste: (n: number) =>
    counted(n, { one: 'Paste the value, and save:', other: 'Paste the {n} values, and save:' }),
  /** What to do where that sign does not come. */
  doneElse: sentence`Nothing after ten minutes? See: ${hole('help')}`,
  doneSignFor: (partner: string) => `Wait until ${partner} says that it works.`,
  doneNowhere: 'Nowhere else.',
  doneNowhereMore: 'No e-mail, no chat, no telephone.',
  doneNobody: 'Nobody needs the secret in a chat or an e-mail.',
  doneNobodyMore: (exchange: string) => `Not the tool’s makers, not ${exchange}.`,

  rows: {
    test: 'Test the key on a computer',
    wrong: 'If something goes wrong',
    record: 'How we know: sources',
    otherExchange: (partner: string) => `Another exchange for ${partner}`,
  },
  how: {
    documentation: (date: string, exchange: string) =>
      `Checked on ${day(date)} against ${exchange}’s texts and public pictures of its form; nobody has yet walked through it with a real account.`,
    'live-account': (date: string, exchange: string) =>
      `Walked through on ${day(date)} with a real account at ${exchange}.`,
  },
  real: (partner: string) => `Is this really ${partner}?`,
  realFirst:
    'Find out before you make a key. Do not ask by answering the message that brought you here.',
  realCompare: sentence`Type ${hole('page')} and compare the list there with the addresses below.`,
  /** Why the list is not letter for letter that of the page. */
  realExpanded: (ranges: readonly string[]) => `${all(ranges)} stands below as single addresses.`,
  realLeftOut: (addresses: readonly string[]) => `Left out here: ${all(addresses)}.`,
  realDomains: (partner: string, domains: readonly string[]) =>
    `${partner} takes keys only on pages that end in ${any(domains)}.`,
  realAsk: (languages: readonly string[]) =>
    sentence`In doubt, ask at ${hole('contact')} (answers in ${any(languages)}).`,
  realNever: 'It never asks for:',
  realFraud: 'Whoever does so in its name is a fraud: stop, and make no key.',
  realColours: (date: string) =>
    `Purple boxes hold its own words, confirmed on ${day(date)}. Everything else is ours, the same for everybody.`,
  madeUp: 'Made-up example',

  table: {
    caption: (exchange: string, useCase: string) => `Permissions on ${exchange}: ${useCase}`,
    heads: ['Box', 'What it lets a key do'] as const,
    on: (box: string, level: string | undefined) =>
      level === undefined ? box : `${box}, ${level}`,
    off: 'Off: you do not need them',
    never: 'Never on',
    neverMove: (boxLabels: readonly string[]) =>
      `${all(boxLabels)}: can send money away or make further keys.`,
    ifAsked: (box: string, level: string | undefined) =>
      level === undefined ? `${box}: only if asked` : `${box}, ${level}: only if asked`,
    /** Of one that is asked for, although those that are on do as much. */
    noMore: 'Lets the key do no more than what is on.',
    fixed: (box: string) => `${box}: on, and cannot be changed`,
  },

  /** The settings that a drawing shows. */
  drawing: (rows: readonly PermissionRow[]): string => {
    const off = rows
      .filter(({ setting }) => setting !== 'on')
      .map(({ permission }) => permission.label);
    return [
      ...rows.flatMap(({ setting, permission, level }) => {
        if (setting !== 'on') return [];
        return level === undefined
          ? [`${permission.label} is on.`]
          : [`${permission.label} is on, at ${level.label}.`];
      }),
      ...(off.length === 0 ? [] : [`Off: ${all(off)}.`]),
    ].join(' ');
  },
  /** The words that a partner’s name takes the place of, on its pages. */
  toolWords: ['your tool', 'Your tool'],
};
