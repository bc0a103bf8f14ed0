import type { Capability } from '../vocabulary/capabilities.ts';
import type { ChecklistItem } from '../derive/checklist.ts';
import type { ErrorKind } from '../vocabulary/error-kinds.ts';
import type {
  Allowlist,
  ConfirmationKind,
  CredentialRole,
  Keys,
  Lifetime,
} from '../schema/exchange.ts';
import type { Asked } from '../schema/exchange/further-powers.ts';
import { formatDay } from '../derive/dates.ts';
import type { AddressChange, PartnerAddress, RefusedRequest } from '../schema/partner.ts';
import type { Refusal } from '../derive/permission-settings.ts';
import type { GuidePage } from '../derive/guide-page.ts';
import { plainList } from '../derive/plain-list.ts';
import type { Grade, QualityGap } from '../derive/quality.ts';
import type { Signing } from '../schema/signing.ts';
import type { SourceKind } from '../schema/source.ts';
import type { Phase, StepId } from '../vocabulary/steps.ts';
import { type LanguageId, languages } from '../programs/languages.ts';
import type { TestPlan } from '../programs/plan.ts';
import type { ToolId } from '../vocabulary/tools.ts';

/** Verb and object; finishes the sentence "The key can …". Objects of one verb are listed together. */
const capabilities: Record<Capability, readonly [verb: string, object: string]> = {
  'read-account': ['read', 'account details such as fee rates'],
  'read-balances': ['read', 'balances'],
  'read-orders': ['read', 'open orders'],
  'read-order-history': ['read', 'past orders'],
  'read-trades': ['read', 'executed trades'],
  'read-transfers': ['read', 'deposits and withdrawals'],
  'read-ledger': ['read', 'the account ledger'],
  'read-positions': ['read', 'futures balances, orders and positions'],
  'read-earn': ['read', 'staking and savings'],
  'read-loans': ['read', 'loans'],
  'read-subaccounts': ['read', 'subaccounts'],
  'read-rebates': ['read', 'referral and rebate records'],
  'move-own': ['move', 'funds between your own accounts'],
  'create-deposit-address': ['create', 'deposit addresses'],
  'trade-spot': ['place and cancel', 'spot orders'],
  'trade-margin': ['place and cancel', 'margin orders'],
  'trade-futures': ['place and cancel', 'futures orders'],
  'trade-delivery': ['place and cancel', 'delivery-futures orders'],
  'trade-options': ['place and cancel', 'options orders'],
  'trade-cfd': ['place and cancel', 'CFD orders'],
  'trade-predictions': ['trade', 'prediction markets'],
  convert: ['convert', 'one currency to another'],
  earn: ['put', 'funds into staking or savings and take them out'],
  borrow: ['borrow and repay', 'loans, and change their collateral'],
  'copy-trade': ['start and stop', 'copy trading'],
  'run-bots': ['start and stop', 'trading bots of the exchange'],
  'pay-out': ['send', 'payments to other people'],
  'manage-addresses': ['change', 'the list of withdrawal addresses'],
  'manage-keys': ['create and change', 'API keys'],
  withdraw: ['withdraw', 'funds'],
};

const all = (parts: readonly string[]): string => plainList(parts, 'and');
const any = (parts: readonly string[]): string => plainList(parts, 'or');
const can = (set: readonly Capability[]): string => {
  const objects = Map.groupBy(
    set.map((capability) => capabilities[capability]),
    ([verb]) => verb,
  );
  const phrases = [...objects].map(
    ([verb, group]) => `${verb} ${all(group.map(([, object]) => object))}`,
  );
  return phrases.length > 1
    ? `${phrases.slice(0, -1).join(', ')}, and ${phrases.at(-1)}`
    : phrases.join('');
};
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const locale = 'en-GB';
const day = (date: string): string => formatDay(date, locale);

/** The text of the interface in English. Other languages have this type. */
export const en = {
  language: 'en',
  /** For dates: day before month, as the texts write them. */
  locale,
  siteName: 'Exchange Setup Guides',
  skip: 'Skip to the content',
  notDocumented: 'Not documented',
  all,
  /** Finishes the sentence "The key can …". */
  can,

  header: {
    label: 'Site',
    exchanges: 'Exchanges',
    concepts: 'Good to know',
    leaked: 'Key leaked?',
    contribute: 'Correct or add a guide',
    link: 'Make a link to send',
    embed: 'Show a step in your app',
  },
  theme: {
    label: 'Colours',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
  footer: {
    promise:
      'This site never asks for a key, a secret, a password or a code. It has no form, sets no cookie and loads nothing from anywhere else.',
    licence: 'Text CC BY 4.0, code MIT.',
    independent: 'Not run by any exchange. Names belong to their owners.',
  },

  home: {
    title: 'API keys that can do what is needed and nothing else',
    description:
      'Step-by-step guides from an exchange’s login page to a least-privilege API key, with every fact traced to its source.',
    what: 'A market maker, a trading bot or a tax tool has asked you for an API key. These guides take you from the exchange’s login page to a key that can do exactly what is needed and nothing else, and show how to prove, replace and revoke it.',
    never: 'We never ask for your key.',
    neverMore:
      'No page here has a field for it, and nothing that you type leaves your device. Whoever asks for it in our name is a fraud.',
    exchanges: 'Choose your exchange',
    formerly: (names: readonly string[]) => `Formerly ${all(names)}`,
    useCases: 'What is the key for?',
    useCasesIntro:
      'Every guide has one page for each of these. If you are not sure, ask whoever wants the key which one they need.',
    errors: 'An error message?',
    errorsIntro: 'Paste it, and read which step puts it right:',
    errorsLink: 'all errors of all exchanges',
    concepts: 'Good to know',
    checked: (day: string) => `Checked ${day}`,
    stale: 'May be out of date',
    refused: 'not possible here',
  },

  concepts: {
    title: 'Good to know',
    description:
      'What API keys, permissions and address allowlists are, and what to do when a key leaks.',
    updated: (day: string) => `Last read against its sources on ${day}`,
    questions: 'Questions',
    next: 'Next',
    all: 'All topics',
  },

  notFound: {
    title: 'There is no page at this address',
    text: 'It may have been mistyped, or the link that brought you here may be old.',
    back: 'See all exchanges',
    errors: 'Look up an error message',
  },

  embed: {
    title: 'Show a step in your own app',
    description:
      'Each step of each guide has a page of its own, to be shown in a frame beside your own form: always the present text, without navigation.',
    place: (n: number, total: number) => `Step ${n} of ${total}`,
    without: 'This step is not part of this guide, or no longer. The whole guide has the way.',
    whole: (title: string) => `The whole guide: ${title}`,
    frame: 'The frame',
    frameText:
      'Two pieces for your page. Write a title: screen readers announce it. Choose the step, and the exchange, in the address.',
    style: 'The style of the frame',
    height: 'The height',
    heightText: 'Nothing of ours runs in your page. The height can follow the text in three ways:',
    heightBrowser:
      'By the browser alone: Chrome and its relatives from version 154 on (September 2026) size the frame by “frame-sizing” when it is loaded and when its content changes. When only the width changes, as on a phone that is turned, the height stays and the step scrolls inside the frame (Chromium 156, tried in November 2026). Firefox and Safari do not know “frame-sizing” yet, and take the fixed height of the style above.',
    heightMessage:
      'By a message: the frame posts its height when it is shown and whenever it changes, also with the width. The lines below listen, in every browser; they are yours, and load nothing.',
    heightFixed:
      'Not at all: with the fixed height, what is longer scrolls inside the frame. That is most steps on a phone.',
    addresses: 'Addresses',
    addressesText:
      'Exchange and step; or exchange, use case and step. Without a use case it is the usual one of the guide.',
    useCases: (ids: readonly string[]) => `Use cases: ${ids.join(', ')}.`,
    promises: 'What you can rely on',
    promisesList: {
      addresses:
        'Addresses stay. Where a use case is without a step, the frame says so and links to the guide.',
      links: 'Links open in place of your page, not inside the frame.',
      nothing:
        'No cookie, no tracker, nothing from elsewhere. The frame cannot read your page, and has no field.',
      only: 'Only these pages may be framed. All others refuse, where the host of this site can send headers.',
      colours: 'Colours follow the device of the reader, light or dark.',
    },
    steps: 'All steps',
  },

  share: {
    steps: (n: number) => count(n, 'step', 'steps'),
    exchanges: (n: number) => count(n, 'exchange', 'exchanges'),
    confirmed: (date: string) => `Confirmed on ${date}`,
    example: 'made-up example',
  },

  moved: {
    title: 'This page has moved',
    text: 'What you are looking for stands at another address of this site.',
    go: 'Go there',
    part: 'This part has moved.',
  },

  guide: {
    formerly: (names: readonly string[]) => `formerly ${all(names)}`,
    heading: ({ mode, guide, useCase, exchange, partner }: GuidePage): string => {
      switch (mode) {
        case 'create':
          return partner === undefined
            ? `${guide.title} ${useCase.purpose}`
            : `${guide.title} for ${partner.partner.name}`;
        case 'refused':
          return `${exchange.names.name} has no key for “${useCase.label}”`;
        case 'look-after':
          return guide.title;
      }
    },
    useCaseSwitch: 'What the key is for',
    minutes: (n: number) => `About ${count(n, 'minute', 'minutes')}`,
    addressBar: 'Your address bar must say',
    verified: {
      documentation: (day: string) => `Checked against documentation on ${day}`,
      'live-account': (day: string) => `Walked through with a real account on ${day}`,
    },
    verifiedSite: (site: string, face: 'web' | 'app') =>
      face === 'web' ? `${site}, in a browser` : `${site}, in the app`,
    notLive:
      'Nobody has walked through it with a real account yet, so a label may differ on your screen.',
    stale: (day: string, limit: number) =>
      `This guide was last checked on ${day}, more than ${limit} days ago. The exchange may look different today.`,
    status: {
      closing: (name: string, day: string) => `${name} is closing; announced for ${day}`,
      closed: (name: string, day: string) => `${name} closed on ${day}`,
    },
    sites: 'Which site are you on?',
    sitesIntro:
      'Accounts and keys belong to one site. This guide walks through the first; the others may look different.',
    glance: {
      title: 'What you will set',
      on: 'Switch on',
      onRest: 'Everything else stays off.',
      never: 'Never switch on',
      neverWhy: 'No tool needs it for this.',
      noNever: 'No permission here moves funds out.',
      presets: (labels: readonly string[]) =>
        `On when the form opens, to be switched off: ${all(labels)}.`,
      addresses: 'Addresses',
      save: 'You will save',
      once: (labels: readonly string[]) => `${all(labels)}: shown once.`,
      confirm: 'You will confirm with',
      ends: 'The key ends',
      neverEnds: 'No end is documented.',
    },
    before: 'Before you start',
    caveat: 'For this use',
    contents: 'Contents',
    progress: (done: number, total: number) => `${done} of ${total} done`,
    progressLabel: 'Steps done',
    clearTicks: 'Clear all ticks',
    step: (n: number) => `Step ${n}: `,
    stepDone: (n: number) => `Step ${n} is done`,
    linkToStep: (title: string) => `Link to “${title}”`,
    copyPage: 'Copy the link to this page',
    copied: 'Link copied',
    phases: {
      prepare: 'Prepare',
      create: 'Create the key',
      prove: 'Prove it',
      'look-after': 'Look after it',
    } satisfies Record<Phase, string>,
    code: 'Program to copy',
    more: 'Looks different? Why this?',
    note: 'Note',
    warning: 'Careful',
    sources: 'Sources',
    sourcesCount: (n: number) => count(n, 'source', 'sources'),
    sourcesOf: 'Sources:',
    sourceNumber: (n: number) => `Source ${n}`,
    sourceChecked: (day: string) => `read ${day}`,
    troubleshooting: 'If something goes wrong',
    troubleshootingIntro: 'Look for the words or the code that you see.',
    pasteError: 'Or paste the whole message.',
    http: (statuses: readonly number[]) => `HTTP ${any(statuses.map(String))}`,
    goToStep: (title: string) => `Step: ${title}`,
    questions: 'Questions',
    limits: 'Limits',
    testEnvironment: 'Trying it without money',
    lifetimes: 'When the key ends by itself',
    page: 'This page',
    edit: 'Edit this page',
    report: 'Report a problem on this page',
    file: 'File',
    refusalOthers: 'What you can do here instead',
  },

  errors: {
    title: 'What does this error mean?',
    description:
      'What exchanges answer when they refuse a key, why, and the step of the guide that puts it right.',
    ofExchange: (exchange: string) => `Errors of ${exchange}`,
    ofExchangeDescription: (exchange: string) =>
      `What ${exchange} answers when it refuses a key, why, and the step that puts it right. The likeliest cause comes first.`,
    paste: 'Paste a whole message',
    guide: (exchange: string) => `The guide for ${exchange}`,
    messages: 'In the answer:',
    tellApart: 'How to tell:',
    all: 'All errors',
    allIntro: 'By exchange, each with its causes and the step that puts it right.',
    data: 'The same for programs:',
    search: {
      title: 'Paste the whole error message',
      label: 'From the tool’s log or the answer of the exchange, as it is',
      example: '{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}',
      stays: 'It is read in this page. Nothing that you paste leaves your device.',
      secret: 'This text may hold a key or a secret.',
      secretMore:
        'It stays on this device. But take it out before you send the message to anybody, us and the exchange included.',
      none: 'No documented error fits. Paste more of the message, with its code and the name of the exchange.',
      found: (n: number) =>
        n === 1 ? 'One entry fits.' : `${n} entries fit, the likeliest first.`,
      unnamed: 'The text does not name the exchange: add its name.',
      failed: 'The list of errors could not be loaded. All errors stand below.',
      by: 'Recognised by:',
    },
    kinds: {
      key: 'Unknown key',
      signature: 'Wrong signature',
      passphrase: 'Wrong passphrase or memo',
      clock: 'Wrong clock',
      nonce: 'Wrong nonce',
      address: 'Address not listed',
      permission: 'Missing permission',
      site: 'Wrong site',
      account: 'State of the account',
      product: 'Product not open',
      rate: 'Too many requests',
      other: 'Something else',
    } satisfies Record<ErrorKind, string>,
  },

  quality: {
    grades: { bronze: 'Bronze', silver: 'Silver', gold: 'Gold' } satisfies Record<Grade, string>,
    grade: (grade: string) => `Grade of this guide: ${grade}`,
    next: 'For the next grade:',
    gap: (gap: QualityGap): string => {
      switch (gap.kind) {
        case 'undrawn-steps':
          return `a drawing of ${all(gap.steps.map((title) => `“${title}”`))}.`;
        case 'no-test-program':
          return 'a program that proves the key.';
        case 'few-error-codes':
          return `${gap.wanted} explained error codes (it has ${gap.found}).`;
        case 'no-live-account':
          return 'somebody with an account who walks through it.';
        case 'live-account-stale':
          return `a new walk-through with an account; the last was on ${gap.date}.`;
      }
    },
  },

  contribute: {
    title: 'Contribute',
    description: 'How to correct a guide or add one: five steps, the words, and every rule.',
  },

  refusal: {
    title: 'Why',
    reason: (refusal: Refusal): string => {
      switch (refusal.kind) {
        case 'stated':
          return refusal.reason;
        case 'no-permission':
          return `No permission of this exchange lets a key ${can(refusal.missing)}.`;
        case 'only-with-forbidden':
          return `Every permission that lets a key ${can(refusal.missing)} also lets it ${can(refusal.forbidden)}.`;
        case 'fixed-forbidden':
          return `The permission “${refusal.permission.label}” cannot be switched off, and it lets every key ${can(refusal.forbidden)}.`;
        case 'excluded':
          return `The permissions that would let one key ${can(refusal.missing)} cannot be combined.`;
      }
    },
    advice:
      'We do not show an approximation: a key that can do more than was asked for is a risk to your money.',
  },

  permissions: {
    caption: (exchange: string, useCase: string) => `Permissions on ${exchange} for ${useCase}`,
    heads: {
      permission: (exchange: string) => `Permission on ${exchange}`,
      setting: 'Set to',
      why: 'Why',
    },
    on: 'On',
    off: 'Leave off',
    never: 'Never',
    switchOff: 'Switch off',
    fixed: 'On, cannot be changed',
    grants: (set: readonly Capability[]) => `Lets the key ${can(set)}.`,
    withheld: (set: readonly Capability[]) => `Would also let the key ${can(set)}.`,
    addsNothing: 'Adds nothing that this use needs.',
    stronger: (level: string, set: readonly Capability[]) =>
      `Not “${level}”: that would also let it ${can(set)}.`,
    preset: 'It is on when the form opens.',
    keepOff: (label: string) => `Keep it at “${label}”.`,
    extras: (exchange: string, set: readonly Capability[]) =>
      `The set above is the least that ${exchange} offers for this. Beyond what you need, it also lets the key ${can(set)}.`,
    noExtras: 'The set above allows nothing beyond what you need.',
    asked: 'Asked for a permission marked “Never”?',
    askedMore: 'Stop, and do not create the key. Nobody who reads or trades for you needs it.',
  },

  /** Between on and off, and what cannot be chosen. */
  further: {
    ifAsked: 'Only if asked',
    screenIfAsked: 'only if asked',
    glanceIfAsked: (labels: readonly string[]) => `Only if the tool asks: ${all(labels)}.`,
    glanceUnavoidable: (labels: readonly string[]) =>
      `With ${all(labels)} comes what cannot be switched off: read it below before you decide.`,
    asked: (by: Asked['by'], name: string, level: string | undefined): string => {
      if (by === 'exchange')
        return level === undefined
          ? `Named for this use by ${name}.`
          : `Named for this use by ${name}, at “${level}”.`;
      return level === undefined ? `Asked for by ${name}.` : `Asked for by ${name}, at “${level}”.`;
    },
    unavoidable: (label: string) => `Comes with “${label}”, and nobody can switch it off:`,
    decide: 'If that is too much for you, do not make this key.',
    keys: ({ most, perSubaccount }: Pick<Keys, 'most' | 'perSubaccount'>): string => {
      if (most === undefined) return 'How many keys an account can have is not documented.';
      return perSubaccount === undefined
        ? `At most ${count(most, 'key', 'keys')} in one account.`
        : `At most ${count(most, 'key', 'keys')} in the main account, and ${perSubaccount} in each sub-account.`;
    },
  },

  options: {
    caption: 'Other fields of the form',
    heads: { label: 'On screen', set: 'What to do', why: 'Why' },
  },

  addresses: {
    caption: (label: string) => `What “${label}” takes`,
    required: 'Required?',
    requiredWhen: {
      never: 'No, but bind the key if the tool has fixed addresses',
      always: 'Yes, always',
      forPermissions: (labels: readonly string[]) => `Only for ${all(labels)}`,
      forKeyTypes: (labels: readonly string[]) => `Only for a key of the kind ${any(labels)}`,
    },
    most: 'At most',
    mostCount: (n: number) => count(n, 'address', 'addresses'),
    separator: 'Between two addresses',
    separators: {
      comma: 'A comma, no space',
      newline: 'A new line',
      space: 'A space',
      semicolon: 'A semicolon, no space',
      'one-per-field': 'One address in each field',
    } satisfies Record<NonNullable<Allowlist['separator']>, string>,
    cidr: 'Ranges (such as 203.0.113.0/28)',
    ipv6: 'IPv6',
    yes: 'Yes',
    no: 'No',
    disputed: 'Sources disagree: see below',
    without: 'Without addresses',
    example: 'Looks like',
    exampleNote:
      'The addresses in the examples are reserved for documentation. Enter those that the tool gives you.',
    glance: (most: number | undefined, separator: string | undefined) =>
      [
        most === undefined ? 'Their number is not documented' : `Up to ${most}`,
        separator === undefined ? undefined : separator.toLowerCase(),
      ]
        .filter((part) => part !== undefined)
        .join('; '),
  },

  credentials: {
    caption: 'What to save',
    heads: { label: 'On screen', role: 'What it is', shown: 'Shown' },
    roles: {
      'api-key': 'The key: names the key, like a user name',
      secret: 'The secret: proves that a request is yours, like a password',
      passphrase: 'The passphrase of the key',
      memo: 'The memo of the key',
      'private-key': 'The private key, which signs requests',
      'public-key': 'The public key',
    } satisfies Record<CredentialRole, string>,
    once: 'Once, now',
    downloaded: 'As a file, to download',
    pasted: 'Made by you',
    again: 'Again later, in the list of keys',
    fake: { 'api-key': 'EXAMPLE-KEY-NOT-REAL', other: 'EXAMPLE-SECRET-NOT-REAL' },
  },

  link: {
    title: 'Make a link',
    description:
      'Send a client to one guide, use case or step: the address, a QR code, and ready text for e-mail, chat, Markdown and HTML.',
    intro:
      'Choose what the key is for, the exchange and the step. The link leads a client to exactly that page, and never changes.',
    purpose: 'What it is for',
    exchange: 'Exchange',
    step: 'Step',
    language: 'Language',
    useCases: 'Use cases',
    partners: 'Partners',
    leave: 'Leave an exchange that is closing',
    anyExchange: 'Ask for the exchange',
    wholePage: 'The whole page',
    pages: 'Pages',
    all: 'All links',
    allIntro:
      'Each leads to a whole page. Add # and the name of a step to lead to it, such as #restrict-ip.',
    copy: (what: string) => `Copy: ${what}`,
    address: 'Address',
    email: 'For an e-mail',
    chat: 'For a chat',
    markdown: 'Markdown',
    html: 'HTML',
    emailText: (title: string, url: string) =>
      `${title}:\n\n${url}\n\nThe page goes through it step by step. It never asks for a key, a secret, a password or a code, and neither do we by e-mail. If you are not sure that this message is from us, ask us in another way before you open the link.`,
    chatText: (title: string, url: string) => `${title}: ${url}`,
    withStep: (title: string, step: string) => `${title}, step “${step}”`,
    qr: 'QR code',
    qrAlt: 'QR code of the address above',
    qrNote:
      'Drawn in your browser: nothing is sent. To keep it, use the menu of the picture (right button, or a long press).',
    steps: {
      'check-account': 'Check the account',
      'wait-for-approval': 'Wait for approval',
      'sign-in': 'Sign in',
      'create-subaccount': 'Create a subaccount',
      'enable-product': 'Open the product',
      'open-api-management': 'Find the page of API keys',
      'create-key': 'Start the key',
      'set-permissions': 'Set the permissions',
      'restrict-ip': 'Bind addresses',
      'accept-terms': 'Accept the terms',
      'confirm-identity': 'Confirm',
      'save-credentials': 'Save the key and the secret',
      'test-key': 'Test the key',
      'rotate-key': 'Replace the key',
      'withdraw-funds': 'Take the funds out',
      'export-history': 'Save the history',
      'revoke-key': 'Delete the key',
    } satisfies Record<StepId, string>,
  },

  partner: {
    /** Marks whatever a partner told us. */
    from: (name: string) => `From ${name}`,
    crumb: (name: string) => `All exchanges of ${name}`,
    title: (name: string) => `API keys for ${name}`,
    description: (name: string) =>
      `How clients of ${name} create an API key: addresses, label and permissions for each exchange, and how to check who is asking.`,
    guideDescription: (name: string, exchange: string) =>
      `What clients of ${name} enter on ${exchange}: addresses, label and permissions, step by step.`,
    example: (name: string) =>
      `${name} is made up, to show what such a page looks like. Do not create a key for it.`,
    /** `purpose` is that of the use case: "for spot trading". */
    asks: (name: string, purpose: string) => `${name} asks you for a key ${purpose}.`,
    whoAsks: 'Who asks',
    enter: 'What you enter',
    addresses: (label: string) => `Under “${label}”`,
    addressesOfKey: (label: string, n: number) => `Under “${label}”, for key ${n}`,
    label: (label: string) => `As “${label}”`,
    labelOfKey: (label: string, n: number) => `As “${label}”, for key ${n}`,
    copyAddresses: 'Copy the addresses',
    copyLabel: 'Copy the label',
    severalKeys: (name: string, n: number) =>
      `${name} has more addresses than one key takes, and needs ${n} keys. Go through the steps once for each.`,
    expanded: (exchange: string, ranges: readonly string[], sure: boolean) =>
      sure
        ? `${exchange} takes no ranges: each address of ${all(ranges)} is written out.`
        : `No source says for sure that ${exchange} takes ranges: each address of ${all(ranges)} is written out.`,
    assumptions: {
      separator: (exchange: string) =>
        `What stands between two addresses is not documented for ${exchange}. Enter one, then the next, and check that all of them are listed.`,
      most: (exchange: string) =>
        `How many addresses ${exchange} takes is not documented. If it refuses some, ask before you go on.`,
    },
    onePerField: 'Each line goes into a field of its own.',
    labelChanged: (exchange: string, before: string) =>
      `This is “${before}” in the form that ${exchange} takes.`,
    keyGoes: 'Where the key goes',
    keyGoesPath: (where: readonly string[]) => where.join(' › '),
    changes: 'Changes of addresses',
    change: ({ kind, day: date, addresses }: AddressChange): string =>
      kind === 'added'
        ? `From ${day(date)}: ${all(addresses)} in use.`
        : `After ${day(date)}: ${all(addresses)} no longer in use.`,
    changeMend: ({ kind, addresses }: AddressChange, entered: boolean): string => {
      if (kind === 'removed')
        return `Take ${addresses.length === 1 ? 'it' : 'them'} off the list of your key after that day.`;
      return entered
        ? `Already among the addresses above, so that the key lives through the change.`
        : `Add ${addresses.length === 1 ? 'it' : 'them'} to the list of your key before that day.`;
    },
    announced: (date: string) => `Announced ${day(date)}`,
    noChanges: 'No change is announced.',
    feed: 'Feed of changes',
    feedTitle: (name: string) => `${name}: changes of addresses`,
    feedDescription: (name: string) =>
      `Addresses from which ${name} uses API keys: what is new, and what is given up.`,
    feedWhere: (exchanges: readonly string[]) => `Concerns keys at ${all(exchanges)}.`,
    use: ({ from, until }: PartnerAddress): string => {
      if (from === undefined)
        return until === undefined ? 'In use' : `In use until ${day(until.day)}`;
      return until === undefined
        ? `In use from ${day(from.day)}`
        : `In use from ${day(from.day)} until ${day(until.day)}`;
    },
    addressTable: 'Addresses',
    addressTableIntro:
      'From these the key is used. How to write them differs from exchange to exchange: copy them from the page of yours.',
    heads: { address: 'Address', use: 'Use' },
    check: 'How to check that it is really them',
    checkPage: (name: string, domains: readonly string[]) =>
      `Open the page for the key yourself, not by a link in a message. The address bar must end in ${any(domains)}: only there ${name} takes keys.`,
    checkPublished: 'Compare the addresses with the list that it publishes:',
    checkContact: (languages: readonly string[]) =>
      `In doubt, ask there before you create the key (answers in ${any(languages)}):`,
    checkNotReply: 'Do not ask by answering the message that brought you here.',
    never: (name: string) => `${name} never asks for`,
    neverAsks: {
      'withdrawal-permission': 'a permission to withdraw',
      password: 'your password at the exchange, or any other',
      codes: 'a code from your authenticator, a text message or an e-mail',
      'seed-phrase': 'the words of a wallet',
      'secret-by-message': 'the secret of the key by e-mail, chat or telephone',
      screenshot: 'a screenshot of the key',
      'remote-access': 'control over your screen',
      'sending-coins': 'coins sent anywhere',
    } satisfies Record<RefusedRequest, string>,
    neverStop: 'Whoever does so in its name is a fraud. Stop, and create no key.',
    ours: (name: string, date: string) =>
      `What stands in boxes marked “From ${name}” is its own word, confirmed on ${day(date)}. Everything else is ours, the same for everybody.`,
    sources: (n: number) => `${count(n, 'source', 'sources')}, on the guide for everybody`,
    withoutPartner: 'The same guide without the partner',
    exchanges: 'Which exchange do you use?',
    exchangesIntro: 'Each page has the addresses in the form that the exchange takes.',
    site: (label: string) => `The guide is for this site: ${label}. Your address bar must say`,
    otherSites: (sites: readonly string[]) =>
      `A key of another site does not work there: ${all(sites)}. If your account is there, ask first.`,
    field: (name: string, label: string | undefined) =>
      label === undefined
        ? `${name} does not want it`
        : `Goes into “${label}” in the form of ${name}`,
  },

  tools: {
    title: 'Where these values go in CCXT, Freqtrade and Hummingbot',
    heads: { tool: 'Tool', id: 'Name of the exchange', fields: 'Name of each value' },
    names: {
      ccxt: 'CCXT',
      freqtrade: 'Freqtrade',
      hummingbot: 'Hummingbot',
      environment: 'Variables',
    } satisfies Record<ToolId, string>,
    where: {
      ccxt: 'given to its constructor',
      freqtrade: 'under “exchange” in the configuration',
      hummingbot: 'asked by “connect”',
      environment: 'in our test and your own programs',
    } satisfies Record<ToolId, string>,
    unsupported: 'Not supported',
  },

  lifetimes: {
    /** `labels` are those of the permissions that the lifetime is limited to, if any. */
    entry: (item: Lifetime, labels: readonly string[]): string => {
      const keys = {
        all: 'Every key',
        bound: 'A key with bound addresses',
        unbound: 'A key without bound addresses',
      }[item.keys];
      const days = count(item.days, 'day', 'days');
      const from = {
        creation: `${days} after it was made`,
        inactivity: `after ${days} without use`,
        'not-documented': `after ${days} (from when is not documented)`,
      }[item.from];
      const which = labels.length === 0 ? keys : `${keys} that has ${any(labels)} on`;
      const effect = { disabled: 'is disabled', deleted: 'is deleted', expired: 'expires' }[
        item.effect
      ];
      return `${which} ${effect} ${from}.`;
    },
    short: (item: Lifetime): string => {
      const from = {
        creation: `${count(item.days, 'day', 'days')} after creation`,
        inactivity: `After ${count(item.days, 'day', 'days')} without use`,
        'not-documented': `After ${count(item.days, 'day', 'days')}`,
      }[item.from];
      return item.keys === 'all'
        ? from
        : `${from}, if ${item.keys === 'bound' ? 'addresses are bound' : 'no address is bound'}`;
    },
    none: 'No end by itself is documented.',
    endsOn: (day: string) => `On ${day}, all keys`,
    endsOnWhy: (day: string, why: string) => `All keys end on ${day}. ${why}`,
    warning: 'Warning:',
    renewal: 'Renewal:',
  },

  confirmations: {
    dialog: 'Dialog',
    checkbox: 'Box to tick',
    'fund-password': 'Fund password',
    'login-password': 'Login password',
    authenticator: 'Authenticator code',
    sms: 'Code by text message',
    email: 'Code or link by e-mail',
    passkey: 'Passkey',
    'two-factor': 'Two-factor code',
  } satisfies Record<ConfirmationKind, string>,

  screen: {
    drawing: (day: string) => `A drawing from sources read on ${day}; yours may look different.`,
    capture: (day: string) => `Screenshot made on ${day}.`,
    leaveOff: 'leave off',
    switchOff: 'switch off',
    never: 'never',
    address: 'Address bar',
  },

  checklist: {
    title: 'Security checklist',
    intro: 'Tick each point when it is true. Ticks stay on this device.',
    item: (item: ChecklistItem): string => {
      switch (item.kind) {
        case 'official-address':
          return `I opened ${item.host} by typing it or from my own bookmark.`;
        case 'two-factor':
          return 'Two-factor sign-in is on for this account.';
        case 'only-these-on':
          return item.ifAsked.length === 0
            ? `On: ${all(item.labels)}. Every other permission is off.`
            : `On: ${all(item.labels)}. Every other permission is off; ${all(item.ifAsked)} only if the tool asks.`;
        case 'unavoidable':
          return `I know what comes with ${all(item.labels)} and cannot be switched off, and I accept it.`;
        case 'never-on':
          return `Off, and never to be switched on: ${all(item.labels)}.`;
        case 'addresses-bound':
          return `${item.label}: the key is bound to the tool’s addresses, or I know why it is not.`;
        case 'secret-stored':
          return `${all(item.labels)}: in a password manager, and nowhere else.`;
        case 'tested':
          return 'I tested the key, and saw that it does what it should.';
        case 'one-key-per-tool':
          return 'This key is for one tool alone.';
        case 'reminder':
          return `My calendar reminds me before the key ends (${any(item.days.map((days) => count(days, 'day', 'days')))}).`;
        case 'partner-addresses':
          return item.counts.length === 1
            ? `${item.label}: exactly the ${count(item.counts[0] ?? 0, 'entry', 'entries')} of ${item.name}, and no other.`
            : `${item.label}: exactly the entries of ${item.name} (${all(item.counts.map((n, index) => `${n} on key ${index + 1}`))}), and no other.`;
        case 'partner-secret':
          return `${all(item.labels)}: in a password manager and in the form at ${item.host}, which I opened myself; nowhere else.`;
        case 'partner-key':
          return `This key is for ${item.name} alone.`;
        case 'partner-asks':
          return `Nobody has asked me for anything that ${item.name} never asks for.`;
        case 'partner-removal':
          return `My calendar reminds me to take ${all(item.addresses)} off the list after ${day(item.day)}.`;
        case 'unused-deleted':
          return 'Keys that nobody uses any more are deleted.';
        case 'own':
          return item.text;
      }
    },
  },

  copy: {
    copy: 'Copy',
    copied: 'Copied',
  },

  languages: {
    sh: { label: 'Shell', needs: 'macOS or Linux' },
    python: { label: 'Python', needs: 'Python 3.9 or newer' },
    javascript: { label: 'JavaScript', needs: 'Node.js 18 or newer' },
  } satisfies Record<LanguageId, { label: string; needs: string }>,

  test: {
    intro: (exchange: string, { credentials, rights }: TestPlan) =>
      `On a computer, ${exchange} itself can tell you${rights === undefined ? ' whether the key works' : ' what the key may do'}. This program asks for ${all(credentials.map(({ label }) => label))}, which stay hidden while you type or paste. It sends them signed to ${exchange} and to nobody else, changes nothing, and keeps nothing.`,
    languages: 'Language of the program',
    needs: (needs: string) =>
      `You need ${needs}. Open the terminal, paste these two lines, and press Enter.`,
    commands: 'Commands to copy',
    unable: (language: string) =>
      `${language} cannot make this kind of signature with what comes with it. Take another one of these.`,
    download: (file: string) => `Download ${file}`,
    read: 'Read the program',
    good: 'This is how a good answer looks:',
    goodLabel: 'A good answer',
    answers: 'What else the program can say',
    heads: { see: 'You see', means: 'It means' },
    tooMuch: 'THE KEY CAN DO TOO MUCH',
    tooMuchMeans: 'It can do more than this use needs; the lines above say what.',
    permissions: 'Correct the permissions.',
    revoke: 'If it withdraws, delete the key now.',
    notBound: 'NOT BOUND',
    notBoundMeans: 'Whoever has the key can use it from anywhere.',
    addresses: 'Bind it to addresses.',
    missing: 'Missing: …',
    missingMeans: 'A permission is off that the tool needs.',
    refused: 'The request was refused',
    addressGoodBefore: 'If the key is bound to the tool’s addresses,',
    addressGood:
      'on your own computer is good news: the binding works. Do not open the key for this test. Compare the permissions on the website instead.',
    notProved: (untold: readonly string[]) =>
      `What this does not prove: that an order would be accepted, and that other addresses are refused.${untold.length === 0 ? '' : ` The answer is silent about ${all(untold)}: look on the website.`}`,
    more: 'For those who want to know more',
    elsewhere: (variable: string, bases: readonly string[]) =>
      `The request goes to ${any(bases)}. To send it to another address of the exchange, set ${variable} first.`,
    variables: (names: readonly string[]) =>
      `The program does not ask for what stands in ${all(names)}.`,
    status: 'Its exit status is 0 when all is well, 1 on an error, 2 when the key can do too much.',
    checked: (references: Signing['checked']) =>
      `Its signatures were last compared with ${all(references.map(({ reference, version, date }) => `${[reference, version].filter(Boolean).join(' ')} (${date})`))}.`,
  },

  /** What test programs say. `%s` stands for what the program fills in, at most once. */
  program: {
    about: ({ exchange, useCase, page, credentials }: TestPlan, language: LanguageId): string[] => [
      `${exchange}: does this API key work, and can it do only what "${useCase}" needs?`,
      '',
      `Run it on your own computer: ${languages[language].run}`,
      `It asks for ${all(credentials.map(({ label }) => label))} without showing them, or reads them from`,
      `${all(credentials.map(({ environment }) => environment))}.`,
      `It sends them signed to ${exchange} and to nobody else, changes nothing and keeps nothing.`,
      'It ends with 0: all is well. 1: something is wrong or missing. 2: the key can do too much.',
      `Explained at ${page}`,
    ],
    whichSite: 'On which site is your account?',
    number: 'Number',
    badNumber: 'Start again, and type one of the numbers.',
    hidden: (label: string) => `${label} (stays hidden)`,
    empty: '%s is empty.',
    spacesRemoved:
      'Careful: a space, line break or invisible character around %s was taken off. Tools may refuse it.',
    strangeInside:
      'There is a space, a line break, a quote or an unusual character inside %s. Copy it again, whole and alone.',
    lineInside: 'There is a line break or an invisible character inside %s. Copy it again.',
    swapped: 'This is a private key. Were the two values swapped?',
    spaceAtEnd: 'Careful: %s begins or ends with a space.',
    wrongSecret:
      'This secret cannot be one for this kind of key. Copy it again, whole, and check which kind of key you made.',
    cannotSign:
      'This computer could not sign with that key. Is it complete? Ed25519 needs OpenSSL 3, which macOS does not bring; the program in JavaScript works without.',
    asking: 'Asking %s …',
    noAnswer: 'No answer from %s. Check the network, and try again.',
    noJson:
      'What answered at %s is not the API. A login page of the network, a proxy or a firewall stands between.',
    refused: 'The request was refused (status %s).',
    readMore: 'More: %s',
    unknownError: 'This error is not on our list. What is: %s',
    works: 'Works',
    proved: (proofs: readonly string[]) => `yes: ${all(proofs)}`,
    withdraws: 'Withdraws',
    trades: 'Trades',
    addresses: 'Addresses',
    ends: 'Ends on',
    clock: 'Clock',
    yes: 'yes',
    no: 'no',
    untold: 'the answer does not say',
    bound: 'bound; the answer does not say which',
    notBound: 'NOT BOUND: it works from any address',
    noEnd: 'no day set',
    clockRight: 'right',
    clockAhead: 'this computer is %s seconds ahead',
    clockBehind: 'this computer is %s seconds behind',
    tooMuch: 'Too much: "%s" is on.',
    foreignAddress: (partner: string) =>
      `Too much: the key is bound to addresses that are not of ${partner}: %s`,
    missingAddress: (partner: string) =>
      `Missing: the key is not bound to this address of ${partner}: %s`,
    tooLittle: 'Missing: "%s" is off.',
    unknownRight: 'Too much, or new: the answer names rights that are not on our list: %s',
    lookYourself: 'Look at it yourself on the website, the answer does not tell: %s',
    endTooMuch: 'THE KEY CAN DO TOO MUCH. Correct it, or delete it: %s',
    endTooLittle: 'The key works, but lacks something: %s',
    endRight: 'As it should be for: %s',
    endWorks: 'The key works for: %s. What else it may do, the exchange does not tell.',
  },

  sourceKinds: {
    'official-api': 'API documentation of the exchange',
    'official-help': 'Help or legal page of the exchange',
    'official-repo': 'Code repository of the exchange',
    screenshot: 'Labels read in a published screenshot',
    integrator: 'Documentation of a tool that connects to the exchange',
    standard: 'Standard or public authority',
    vendor: 'Documentation of a vendor',
    press: 'Press',
  } satisfies Record<SourceKind, string>,
};

export type Dictionary = typeof en;

export type ProgramText = Dictionary['program'];
