import type { PrivateKind } from '../../derive/errors/private-parts.ts';
import type { ErrorKind } from '../../vocabulary/error-kinds.ts';

const kinds: Record<ErrorKind, string> = {
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
  region: 'Country or place',
  mode: 'Mode of the account',
  rate: 'Too many requests',
  missing: 'A value is missing in the tool',
  form: 'A value has the wrong form',
  down: 'Trouble of the exchange',
  other: 'Something else',
};

/** What is wrong, and what to do, where no entry of an exchange says it. */
const mends: Record<ErrorKind, string> = {
  key: 'The exchange does not know the key: it was cut off, deleted or has ended, or it belongs to another site or product. Compare it with the list of keys on the website.',
  signature:
    'The secret does not fit the key, or a part of the request was changed on the way. Copy key and secret again, each whole, without a space or line break.',
  passphrase:
    'The passphrase or memo is not the one that was chosen with this key. It cannot be looked up: with another one, make a new key.',
  clock:
    'The clock of the computer is off. Let it set its time by the internet, and start the tool again.',
  nonce: 'Two programs use one key, or a counter went back. Give each program a key of its own.',
  address:
    'The request came from an address that is not on the list of the key. Add the address of the computer on which the tool runs, if it is yours or your tool’s.',
  permission:
    'A box is off that this request needs. Compare the boxes with the guide. Never switch on withdrawing for it.',
  site: 'The key is of another site of the exchange, or of its test environment. Choose the site in the tool.',
  account:
    'The exchange has locked or limited the account, or wants an identity check. Sign in on its website and read its messages.',
  product: 'The product is not open for this account. Open it on the website, then make the key.',
  region:
    'The exchange does not serve the place where the request came from: your country, or that of the server on which the tool runs. No setting of a key changes that.',
  mode: 'The account is in another mode than the tool expects, such as hedge mode or portfolio margin. Ask the tool which one it needs, before you change it.',
  rate: 'Too many requests in a short time. Stop the tool for some minutes, and let one program at a time use the key. The key itself is fine.',
  missing:
    'The tool was not given a value that it needs. Fill in every field: key, secret and, where there is one, passphrase.',
  form: 'The tool cannot read the key or the secret: a line break is missing or too many, or it was cut off. Copy it again, whole and in one piece.',
  down: 'The exchange has trouble of its own. Change nothing, and try again later.',
  other: 'Something else is wrong.',
};

export const errors = {
  mends,
  concept: 'What this is about',
  title: 'What does this error mean?',
  description:
    'What exchanges answer when they refuse a key, why, and the step of the guide that puts it right.',
  ofExchange: (exchange: string) => `Errors of ${exchange}`,
  ofExchangeDescription: (exchange: string) =>
    `What ${exchange} answers when it refuses a key, why, and the step that puts it right. The likeliest cause comes first.`,
  paste: 'Paste a whole message',
  guide: (exchange: string) => `The guide for ${exchange}`,
  record: 'All facts and sources',
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
    secret: 'This text may hold',
    privateParts: {
      secret: 'a secret (“{start}…”)',
      passphrase: 'a passphrase (“{start}…”)',
      key: 'a key (“{start}…”)',
      signature: 'a signature (“{start}…”)',
      address: 'an address (“{start}…”)',
    } satisfies Record<PrivateKind, string>,
    secretMore:
      'It stays on this device. But take it out before you send the message to anybody, us and the exchange included.',
    none: 'Nothing here is known to us as an error about a key. Paste more of the message, with its code and the name of the exchange.',
    loads:
      'It loads one file of the exchange that the text names: that tells the host of this site the name of the exchange, and nothing else.',
    /** How sure we are, after the exchange. */
    sure: {
      exactly: '{exchange} says exactly this:',
      probably: '{exchange}. It is probably this:',
      'one-of': '{exchange}. It is one of these, the likeliest first:',
    },
    unnamed: {
      exactly: 'It is this:',
      probably: 'The text does not name the exchange. It is probably this:',
      'one-of': 'The text does not name the exchange. It is one of these, the likeliest first:',
    },
    statusAlone:
      'The status {status} alone cannot tell why. Paste the text of the answer, if you have it.',
    noGuide: 'We have no guide for {exchange} yet. What holds everywhere:',
    /** A documented error: the exchange, and by what names it calls the error. */
    entry: '{exchange}: {names}',
    failed: 'The list of errors could not be loaded. All errors stand below.',
    by: 'Recognised by:',
  },
  /** Before what we found out, or did not, about an error of a kind. */
  kindHead: (kind: ErrorKind) => `${kinds[kind]}.`,
  kinds,
};
