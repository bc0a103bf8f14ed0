import type { ErrorKind } from '../../vocabulary/error-kinds.ts';
import type { CountedForms } from '../grammar.ts';

/** The page fills it in, as far as the reader has typed. */
const found: CountedForms = {
  one: 'One entry fits.',
  other: '{n} entries fit, the likeliest first.',
};

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
  rate: 'Too many requests',
  other: 'Something else',
};

export const errors = {
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
    secret: 'This text may hold a key or a secret.',
    secretMore:
      'It stays on this device. But take it out before you send the message to anybody, us and the exchange included.',
    none: 'No documented error fits. Paste more of the message, with its code and the name of the exchange.',
    found,
    /** A documented error: the exchange, and by what names it calls the error. */
    entry: '{exchange}: {names}',
    unnamed: 'The text does not name the exchange: add its name.',
    failed: 'The list of errors could not be loaded. All errors stand below.',
    by: 'Recognised by:',
  },
  /** Before what we found out, or did not, about an error of a kind. */
  kindHead: (kind: ErrorKind) => `${kinds[kind]}.`,
};
